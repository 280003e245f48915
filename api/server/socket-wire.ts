import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';

/** What the GraphQL protocol knows of the socket that carries it. */
export interface Wire {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

const PING_MS = 20_000;
const FAULT = 4_500;

/** Carries the GraphQL protocol over a socket: pings it, ends it when nobody answers, and tells of faults in one place. */
export function carry(server: Server<Wire>, wire: Wire, onFault: (error: unknown) => void): void {
  const { socket } = wire;
  const fail = (error: unknown) => {
    onFault(error);
    socket.close(FAULT, 'Something went wrong on our side');
  };
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (listener) => {
        socket.on('message', (data) => void listener(String(data)).catch(fail));
      },
    },
    wire,
  );
  const stopPinging = keepAlive(socket);
  // What the other end does wrong, such as a frame that is too long, is closed by ws itself with the right code.
  socket.on('error', () => undefined);
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, String(reason)).catch(onFault);
  });
}

function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    // A failed write means that the socket is closing, which ends its subscriptions.
    socket.send(text, () => resolve());
  });
}

function keepAlive(socket: WebSocket): () => void {
  let isAnswered = true;
  socket.on('pong', () => {
    isAnswered = true;
  });
  const timer = setInterval(() => {
    if (!isAnswered) return socket.terminate();
    isAnswered = false;
    socket.ping();
  }, PING_MS).unref();
  return () => clearInterval(timer);
}
