import { resolve } from 'node:path';
import { z } from 'zod';
import type { MailSettings } from './mailer.ts';

/** How people prove who they are; `demo` people need no password, and `none` says why nobody can sign in. */
export type SignIn =
  | { readonly kind: 'demo' }
  | {
      readonly kind: 'issuer';
      readonly issuer: string;
      readonly clientId: string;
      readonly clientSecret: string;
      /** Whom a bearer token must be made out to. */
      readonly audience: string;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** Everything that is set from outside; `.env.example` describes each variable. */
export interface Environment {
  readonly isProduction: boolean;
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Address that people type, without a slash at the end; null means http://localhost and the port. */
  readonly publicUrl: string | null;
  readonly dataFolder: string;
  /** Whether the data folder was chosen, not left to the default. */
  readonly dataFolderChosen: boolean;
  /** Address of the owner's role; null means the embedded database. */
  readonly databaseUrl: string | null;
  readonly replicaUrls: readonly string[];
  readonly poolSize: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Signs the short cookie of the sign-in; null means one made for this process alone. */
  readonly cookieSecret: string | null;
  /** Signs the links in letters; null means one derived from the password of the database's owner. */
  readonly linkSecret: string | null;
  /** How letters leave; null means that they wait, and that the desk shows them. */
  readonly mail: MailSettings | null;
  readonly signIn: SignIn;
  /** Whether a proxy of ours stands in front and tells the reader's address and protocol. */
  readonly trustProxy: boolean;
  /** Requests a minute from one person or address; 0 means no limit. */
  readonly ratePerMinute: number;
}

/** A variable is missing or wrong; the message is one sentence that names it. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem';
}

/** Reads and checks the variables; an empty one counts as absent. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new EnvironmentProblem(
      `${String(issue?.path[0])} ${issue?.message}; correct it in the environment or in .env.`,
    );
  }
  return environmentFrom(parsed.data);
}

function environmentFrom(read: Variables): Environment {
  const isProduction = read.NODE_ENV === 'production';
  return {
    isProduction,
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataFolder: resolve(read.KITH_DATA ?? '.kith'),
    dataFolderChosen: read.KITH_DATA !== undefined,
    databaseUrl: read.DATABASE_URL ?? null,
    replicaUrls: read.DATABASE_REPLICA_URLS,
    poolSize: read.DATABASE_POOL_SIZE,
    logLevel: read.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    cookieSecret: read.COOKIE_SECRET ?? null,
    linkSecret: read.LINK_SECRET ?? null,
    mail: mailOf(read),
    signIn: chooseSignIn(read),
    trustProxy: read.TRUST_PROXY === 'yes',
    ratePerMinute: read.RATE_PER_MINUTE ?? (isProduction ? 3_000 : 0),
  };
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to,
      `must be a whole number from ${from} to ${to}`,
    )
    .transform(Number);

const address = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address such as ${example}`,
    );

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const postgres = address(['postgres:', 'postgresql:'], 'postgres://user:password@localhost:5432/kith').refine(
  (text) => !URL.canParse(text) || new URL(text).password !== '',
  'must hold a password, from which those of the roles kith_app and kith_system are derived',
);

const variables = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: address(['http:', 'https:'], 'https://kith.example').optional(),
  KITH_DATA: z.string().optional(),
  KITH_DEMO: oneOf(['auto', 'yes', 'no']).default('auto'),
  DATABASE_URL: postgres.optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((url) => url.trim())
        .filter(Boolean),
    ) // prettier-ignore
    .pipe(z.array(postgres)),
  DATABASE_POOL_SIZE: wholeNumber(1, 500).default(10),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  COOKIE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LINK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  MAIL_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@mail.example:587').optional(),
  MAIL_FROM: z.string().includes('@', 'must hold an e-mail address').optional(),
  TRUST_PROXY: oneOf(['yes', 'no']).default('no'),
  RATE_PER_MINUTE: wholeNumber(0, 1_000_000).optional(),
  OIDC_ISSUER: address(['https:', 'http:'], 'https://login.example').optional(),
  OIDC_CLIENT_ID: z.string().default('kith'),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_AUDIENCE: z.string().default('kith-api'),
});

/** The names of all variables that are read. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

type Variables = z.infer<typeof variables>;

function mailOf({ MAIL_URL: url, MAIL_FROM: from }: Variables): MailSettings | null {
  if (url === undefined) return null;
  if (from === undefined) throw new EnvironmentProblem('MAIL_URL is set, so MAIL_FROM must be set too.');
  return { url, from };
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

function chooseSignIn(read: Variables): SignIn {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_AUDIENCE: audience,
  } = read;
  if (issuer) {
    if (!clientSecret) throw new EnvironmentProblem('OIDC_ISSUER is set, so OIDC_CLIENT_SECRET must be set too.');
    return { kind: 'issuer', issuer, clientId, clientSecret, audience };
  }
  const reason = refuseDemo(read);
  return reason === null ? { kind: 'demo' } : { kind: 'none', reason: `Nobody could sign in: ${reason}` };
}

function refuseDemo({ NODE_ENV, KITH_DEMO, HOST }: Variables): string | null {
  if (NODE_ENV === 'production') return 'in production set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.';
  if (KITH_DEMO === 'no') return 'KITH_DEMO is "no", so set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.';
  if (KITH_DEMO === 'yes' || LOOPBACK.includes(HOST)) return null;
  return `the demo people need no password, so they are not offered to the network at ${HOST}; set HOST=127.0.0.1, or OIDC_ISSUER, or KITH_DEMO=yes where only you can reach it.`;
}
