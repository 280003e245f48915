import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** One message as the mail server took it. */
export interface Taken {
  readonly to: string;
  readonly from: string;
  /** Head and body, with soft line breaks joined. */
  readonly text: string;
}

/** A mail server of a test's own. */
export interface MailServer {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** Refuses recipients with this answer from now on; null takes them again. */
  refuseWith(answer: string | null): void;
  close(): Promise<void>;
}

/** Starts a mail server that speaks as much SMTP as is needed to hand it a message. */
export async function openMailServer(): Promise<MailServer> {
  const taken: Taken[] = [];
  let refusal: string | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let [from, to, body, buffer] = ['', '', null as string[] | null, ''];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (body !== null) {
        if (line !== '.') return void body.push(line.replace(/^\./, ''));
        const text = body.join('\n').replace(/=\n/g, '');
        taken.push({ from, to, text });
        body = null;
        return void say('250 taken');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'MAIL') from = line;
      if (verb === 'RCPT') to = line;
      if (verb === 'DATA') body = [];
      if (verb === 'RCPT' && refusal !== null) return void say(refusal);
      say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok');
      if (verb === 'QUIT') socket.end();
    };
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (piece: string) => {
      buffer += piece;
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        hear(line);
      }
    });
    say('220 test');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refuseWith: (answer) => {
      refusal = answer;
    },
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
}
