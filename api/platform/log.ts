import { pino, type DestinationStream, type LogFn, type Logger } from 'pino';

/** A place to write what happened; one event name and ids a line. */
export type { Logger } from 'pino';

/** What the log needs to know. */
export interface LogSettings {
  readonly logLevel: string;
}

/** Makes the log: JSON lines that hold only allow-listed fields, never names, variables, cookies or bodies. */
export function makeLog(settings: LogSettings, destination?: DestinationStream): Logger {
  const options = {
    level: settings.logLevel,
    base: undefined,
    formatters: { level: (label: string) => ({ level: label }), log: allowed },
    serializers: { err: tellError },
    redact: { paths: REDACTED, remove: true },
    hooks: { logMethod: withOwnMessage },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

// Left to itself pino repeats an error's message as the line's own, past every rule below.
function withOwnMessage(this: Logger, words: Parameters<LogFn>, write: LogFn): void {
  const [first, ...rest] = words as unknown[];
  if (rest.length > 0 || typeof first !== 'object' || first === null) return write.apply(this, words);
  const fields = first instanceof Error ? { err: first } : first;
  write.apply(this, [fields, 'event' in fields ? String(fields.event) : 'error']);
}

const TEXT_FIELDS: ReadonlySet<string> = new Set([
  'address',
  'code',
  'event',
  'method',
  'migration',
  'mode',
  'operation',
  'operationType',
  'path',
  'reason',
  'route',
  'table',
  'url',
]);

// The allow-list below already leaves these out; a second lock, for child loggers whose bindings it does not see.
const REDACTED = [
  'authorization',
  'body',
  'cookie',
  'email',
  'headers',
  'name',
  'parameters',
  'query',
  'req',
  'res',
  'variables',
];

function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => isAllowed(name, value)));
}

function isAllowed(name: string, value: unknown): boolean {
  if (name === 'err') return value instanceof Error;
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'string' && (TEXT_FIELDS.has(name) || name.endsWith('Id'));
}

/** What the log keeps of an error: where and of what kind, and its message unless that can quote somebody's data. */
export function tellError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };

  const fault = databaseFault(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(fault === null ? { message: error.message } : fault),
    stack: frames.slice(0, 20).map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: tellError(error.cause) } : {}),
  };
}

// A database error's message, detail and where can hold the row; its code and the names of things cannot.
function databaseFault(error: Error): Record<string, unknown> | null {
  const source: unknown = 'driverError' in error ? error.driverError : error;
  if (!(source instanceof Error) || !('code' in source) || !/^[0-9A-Z]{5}$/.test(String(source.code))) {
    return 'query' in error || 'parameters' in error ? {} : null;
  }
  const fields = ['code', 'constraint', 'table', 'column', 'routine'];
  return Object.fromEntries(
    Object.entries(source).filter(([name, value]) => fields.includes(name) && value !== undefined),
  );
}
