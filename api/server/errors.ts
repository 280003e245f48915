import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes that a caller may read; every other error is ours alone and is told as INTERNAL. */
const PASSING: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'CONFLICT',
  'CROSS_SITE',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'IDEMPOTENCY_MISMATCH',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_LARGE',
  'RATE_LIMITED',
  'RESYNC_REQUIRED',
  'SUBSCRIPTIONS_ONLY',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_SUBSCRIPTIONS',
  'TOO_MANY_TOKENS',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
]);

const UNAVAILABLE_SENTENCE = 'We cannot reach our records just now. Try again in a moment.';

/** What the caller is told of an error, and whether it is a fault of ours that the log must hold. */
export interface ToldError {
  readonly formatted: GraphQLFormattedError;
  readonly isFault: boolean;
}

/** Decides what a caller reads: known codes as they are, lost connections as UNAVAILABLE, all else masked with the request id. */
export function tellCaller(error: unknown, requestId: string): ToldError {
  const known = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
  const place = { locations: known.toJSON().locations, path: known.path };

  if (isConnectionLoss(rootCause(known))) {
    return { formatted: withPlace(place, UNAVAILABLE_SENTENCE, { code: 'UNAVAILABLE', requestId }), isFault: true };
  }
  if (isUnkeepable(rootCause(known))) {
    const sentence = 'A text holds a sign that cannot be kept. Take it out and try again.';
    return { formatted: withPlace(place, sentence, { code: 'BAD_USER_INPUT' }), isFault: false };
  }
  const code = codeOf(known);
  if (code !== null) {
    const { http: _http, stacktrace: _stack, limit: _limit, ...extensions } = known.extensions;
    return { formatted: withPlace(place, plainMessage(known, code), { ...extensions, code }), isFault: false };
  }
  const sentence = `Something went wrong on our side. Quote ${requestId}.`;
  return { formatted: withPlace(place, sentence, { code: 'INTERNAL', requestId }), isFault: true };
}

/** An error in the form that every refusal of the edge has, also outside GraphQL. */
export function refusal(
  code: string,
  message: string,
  more: Record<string, unknown> = {},
): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message, extensions: { code, ...more } }] };
}

/** The error beneath GraphQL's wrapping, which is what the log wants. */
export function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}

/** Whether the database could not be reached or gave up, so that trying again may help. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const source: unknown = 'driverError' in error ? error.driverError : error;
  const code = source instanceof Error && 'code' in source ? String(source.code) : '';
  // Class 08: connection; 57P: shut down or started; 57014: took too long; 53300: too many connections; 25P03: idle too long.
  if (/^(08...|57P0.|57014|53300|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code)) return true;
  const message = source instanceof Error ? source.message : error.message;
  return /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/i.test(
    message,
  );
}

// NUL and halves of a character: 22021 in text, 22P05 in JSON.
function isUnkeepable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05');
}

function codeOf(error: GraphQLError): string | null {
  const { limit, code } = error.extensions;
  if (typeof limit === 'string' && PASSING.has(limit)) return limit;
  if (/^Syntax Error: Document contains more that \d+ tokens/.test(error.message)) return 'TOO_MANY_TOKENS';
  if (typeof code === 'string' && PASSING.has(code)) return code;
  return code === undefined && isAboutRequest(error) ? 'BAD_USER_INPUT' : null;
}

// graphql's own refusals of variables and arguments carry no code: before any field runs they have no path, and
// afterwards they name nodes of the document, which an error of ours does not.
function isAboutRequest(error: GraphQLError): boolean {
  if (error.path === undefined) return error.originalError === undefined || error.originalError instanceof GraphQLError;
  const cause = rootCause(error);
  return cause instanceof GraphQLError && cause !== error && cause.nodes !== undefined;
}

function plainMessage(error: GraphQLError, code: string): string {
  if (code === 'TOO_MANY_TOKENS') return 'This document is too long: at most 1,000 words and signs are read.';
  return error.message.replace(/ ?Did you mean .+\?$/, '');
}

function withPlace(
  place: Pick<GraphQLFormattedError, 'locations' | 'path'>,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError {
  return {
    message,
    ...(place.locations ? { locations: place.locations } : {}),
    ...(place.path ? { path: place.path } : {}),
    extensions,
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A value that is not an error was thrown.');
}
