import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { GraphQLContext } from '../platform/context.ts';
import { edgeRules, Limit, refuseCostly } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** What a client sends to subscribe. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

/** Checks a subscription by the same rules as HTTP; gives what to run, or every reason why not. */
export function checkSubscription(
  schema: GraphQLSchema,
  isProduction: boolean,
  asked: Asked,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = parse(asked.query, { maxTokens: Limit.TOKENS });
    const options = { maxErrors: Limit.VALIDATION_ERRORS };
    const problems = validate(schema, document, [...specifiedRules, ...edgeRules({ isProduction })], options);
    if (problems.length > 0) return problems.map((problem) => coded(problem, 'GRAPHQL_VALIDATION_FAILED'));

    const operation = getOperationAST(document, asked.operationName);
    if (!operation) return [refused('OPERATION_RESOLUTION_FAILURE', 'Name one operation of the document.')];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      return [
        refused(
          'SUBSCRIPTIONS_ONLY',
          'A socket takes subscriptions only: send queries and mutations to POST /graphql.',
        ),
      ];
    }
    refuseCostly(schema, document, asked.operationName, asked.variables);
    return { schema, document, operationName: asked.operationName, variableValues: asked.variables };
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
}

/** What each delivery of an event needs. */
export interface Delivery {
  /** A fresh context, its viewer read again; null when the subscriber's right to be here has ended. */
  context(signal: AbortSignal): Promise<GraphQLContext | null>;
  /** Called when there is no right any more. */
  onRevoked(): void;
  readonly metrics: Metrics;
}

/**
 * Runs a subscription: the source once, then each event by `execute` with a context of its own. graphql's `subscribe`
 * would keep one context for all events, so that its viewer and loaders went stale.
 */
export async function runSubscription(
  args: ExecutionArgs,
  delivery: Delivery,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const end = new AbortController();
  const contextValue = await delivery.context(end.signal);
  if (contextValue === null) {
    delivery.onRevoked();
    return { errors: [refused('UNAUTHENTICATED', 'Sign in again.')] };
  }
  const source = await createSourceEventStream({ ...args, contextValue });
  if (!(Symbol.asyncIterator in source)) return source;
  return endable(deliver(args, source, delivery, end), end);
}

async function* deliver(
  args: ExecutionArgs,
  source: AsyncIterable<unknown>,
  delivery: Delivery,
  end: AbortController,
): AsyncGenerator<ExecutionResult> {
  delivery.metrics.subscriptions.inc();
  try {
    for await (const rootValue of source) {
      const contextValue = await delivery.context(end.signal);
      if (contextValue === null) return delivery.onRevoked();
      const result = await execute({ ...args, rootValue, contextValue });
      delivery.metrics.deliveries.inc({ outcome: result.errors ? 'failed' : 'delivered' });
      yield result;
    }
  } finally {
    end.abort();
    delivery.metrics.subscriptions.dec();
  }
}

// A generator that waits for its source does not hear `return`; aborting the signal ends the source, and so the wait.
function endable(generator: AsyncGenerator<ExecutionResult>, end: AbortController): AsyncGenerator<ExecutionResult> {
  const stop = generator.return.bind(generator);
  return Object.assign(generator, {
    return: (value: unknown) => {
      end.abort();
      return stop(value);
    },
  });
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}
