import type { Server } from 'node:http';
import type { Environment } from '../platform/environment.ts';

/** The addresses of this server: as browsers see it, and as the process reaches itself. */
export interface Origins {
  /** What people type and what links are made of. */
  readonly own: string;
  /** Where this process can call itself, whatever stands in front of it. */
  readonly loopback: string;
  readonly isSecure: boolean;
  /** Whether an Origin header names this server; exact, never by suffix. */
  isOwn(origin: string): boolean;
}

/** Works out the addresses once the server listens; port 0 has become a real one by then. */
export function originsOf(environment: Pick<Environment, 'publicUrl'>, server: Server): Origins {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port yet.');

  const own =
    environment.publicUrl === null ? `http://localhost:${address.port}` : new URL(environment.publicUrl).origin;
  const local = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${address.port}`);
  const known = new Set(environment.publicUrl === null ? [own, ...local] : [own]);
  const host = ['0.0.0.0', '::', '::1'].includes(address.address) ? 'localhost' : address.address;
  return {
    own,
    loopback: `http://${host}:${address.port}`,
    isSecure: own.startsWith('https:'),
    isOwn: (origin) => known.has(origin),
  };
}
