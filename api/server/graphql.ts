import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { GraphQLContext } from '../platform/context.ts';
import type { Logger } from '../platform/log.ts';
import { isConnectionLoss, rootCause, tellCaller } from './errors.ts';
import { edgeRules, Limit, refuseCostly } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** What answers GraphQL over HTTP. */
export interface GraphQLEdge {
  readonly apollo: ApolloServer<GraphQLContext>;
  /** Runs what makes a context, so that its failure is told and logged like any other. */
  guard<T>(requestId: string, make: () => Promise<T>): Promise<T>;
}

export interface GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly isProduction: boolean;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Starts Apollo with the limits, the masking and the counting of the edge, and without what calls home or costs time. */
export async function startGraphQL(parts: GraphQLParts): Promise<GraphQLEdge> {
  // Errors are formatted far from their request; this remembers whose they are.
  const requestIds = new WeakMap<object, string>();
  const apollo = new ApolloServer<GraphQLContext>({
    schema: parts.schema,
    nodeEnv: parts.isProduction ? 'production' : 'development',
    introspection: !parts.isProduction,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: Limit.TOKENS },
    validationRules: edgeRules(parts),
    validationOptions: { maxErrors: Limit.VALIDATION_ERRORS },
    csrfPrevention: true,
    logger: apolloLog(parts.log),
    formatError: (_formatted, error) =>
      tellCaller(error, (isObject(error) && requestIds.get(error)) || 'the time of this message').formatted,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      edgePlugin(parts, requestIds),
    ],
  });
  await apollo.start();
  return { apollo, guard: (requestId, make) => guard(parts.log, requestIds, requestId, make) };
}

function edgePlugin(parts: GraphQLParts, requestIds: WeakMap<object, string>): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: ({ contextValue }) => {
      const startedAt = performance.now();
      return Promise.resolve({
        didResolveOperation: async ({ document, operation, operationName, request, schema }) => {
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw notHere();
          refuseCostly(schema, document, operationName, request.variables);
        },
        didEncounterErrors: async ({ errors }) => {
          for (const error of errors) requestIds.set(error, contextValue.requestId);
        },
        willSendResponse: async (request) => account(parts, request, performance.now() - startedAt),
      });
    },
  };
}

function account(parts: GraphQLParts, request: GraphQLRequestContext<GraphQLContext>, ms: number): void {
  const { contextValue, errors = [], operation, operationName } = request;
  const kind = operation?.operation ?? 'unknown';
  const faults = errors.filter((error) => tellCaller(error, '').isFault);
  const outcome = faults.length > 0 ? 'failed' : errors.length > 0 ? 'refused' : 'answered';
  parts.metrics.operations.observe({ kind, outcome }, ms / 1_000);

  const { requestId, viewer } = contextValue;
  const about = { requestId, personId: viewer.personId, operation: operationName, operationType: kind };
  for (const error of faults) {
    parts.log.error({ event: 'operation_failed', ...about, path: error.path?.join('.'), err: rootCause(error) });
  }
  parts.log.info({ event: 'operation', ...about, code: outcome, ms: Math.round(ms * 10) / 10 });
}

async function guard<T>(
  log: Logger,
  requestIds: WeakMap<object, string>,
  requestId: string,
  make: () => Promise<T>,
): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const known = error instanceof GraphQLError ? error : inTheWay(error);
    requestIds.set(known, requestId);
    if (known !== error) log.error({ event: 'context_failed', requestId, err: error });
    throw known;
  }
}

function notHere(): GraphQLError {
  return new GraphQLError(
    'Subscriptions go over a socket: connect to this address with the protocol graphql-transport-ws.',
    {
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    },
  );
}

function inTheWay(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error('A value that is not an error was thrown.');
  return new GraphQLError('', { originalError, extensions: { http: { status: isConnectionLoss(error) ? 503 : 500 } } });
}

function apolloLog(log: Logger) {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) =>
    log[level]({ event: 'apollo', ...(message instanceof Error ? { err: message } : { reason: String(message) }) });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
