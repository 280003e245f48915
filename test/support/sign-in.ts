import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Signs a demo person in by the whole real flow; gives the cookie header of their session. */
export async function signIn(url: string, subject: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = `${url}/sign-in?person=${encodeURIComponent(subject)}`;
  for (let hops = 0; hops < 12; hops += 1) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: cookieHeader(jar), accept: 'text/html' },
    });
    keep(jar, answer);
    const next = answer.headers.get('location');
    const sid = jar.get('sid') ?? jar.get('__Host-sid');
    if (sid) return jar.has('sid') ? `sid=${sid}` : `__Host-sid=${sid}`;
    if (next === null)
      throw new Error(`${subject} could not sign in: ${answer.status} at ${address}\n${await answer.text()}`);
    address = new URL(next, address).href;
  }
  throw new Error(`${subject} could not sign in: the redirects do not end.`);
}

/** A program's bearer token for a demo person. */
export async function tokenFor(url: string, subject: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'urn:kith:demo-person', client_id: 'kith-program', person: subject });
  const answer = await fetch(`${url}/oidc/token`, { method: 'POST', body });
  const told = (await answer.json()) as { access_token?: string };
  if (!told.access_token) throw new Error(`No token for ${subject}: ${JSON.stringify(told)}`);
  return told.access_token;
}

/** A GraphQL socket as a browser (cookie) or a program (token) opens it; `dispose()` it. */
export function openSocket(url: string, who: { cookie: string } | { token: string }): Client {
  const headers = 'cookie' in who ? { cookie: who.cookie, origin: url } : {};
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers });
    }
  }
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: Socket,
    connectionParams: 'token' in who ? { token: who.token } : {},
    lazy: true,
    retryAttempts: 0,
  });
}

/** What a GraphQL request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Posts an operation as the client does. */
export async function ask(
  url: string,
  query: string,
  options: {
    variables?: Record<string, unknown>;
    cookie?: string;
    token?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ...(options.cookie ? { cookie: options.cookie } : {}),
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    ...options.headers,
  };
  const body = JSON.stringify({ query, variables: options.variables });
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return { status: answer.status, headers: answer.headers, ...((await answer.json()) as object) };
}

function keep(jar: Map<string, string>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s);
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

function cookieHeader(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
