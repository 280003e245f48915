import { createServer } from 'node:net';
import { codeOf } from './start-problem.ts';

/** An empty string when the port can be listened on, else the code of the failure. */
export async function listens(host: string, port: number): Promise<string> {
  return (await tryPort(host, port)).failure;
}

/** The port itself when nobody listens on it, any free one for 0, null when it is taken. */
export async function freePort(port: number): Promise<number | null> {
  return (await tryPort('127.0.0.1', port)).port;
}

async function tryPort(host: string, port: number): Promise<{ port: number | null; failure: string }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ port: null, failure: codeOf(error) }));
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : null;
      server.close(() => resolve({ port: found, failure: '' }));
    });
  });
}
