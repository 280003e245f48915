import { createClient, type Client as SocketClient, type ExecutionResult } from 'graphql-ws';

/** How pushes stand: before the first connection, connected, trying again, or given up for now. */
export type LiveState = 'CONNECTING' | 'LIVE' | 'RECONNECTING' | 'NOT_LIVE';

/** What the link tells its listener. */
export interface LiveListener {
  onState: (state: LiveState) => void;
  /** Called when pushes run again after a pause, whatever was missed. */
  onResumed: () => void;
}

interface Sink {
  next: (value: ExecutionResult) => void;
  error: (problem: unknown) => void;
  complete: () => void;
}

interface Request {
  query?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

const firstWaitMs = 500;
const longestWaitMs = 20_000;
const attemptsBeforeNotLive = 3;

/** One socket to the API that carries every subscription and resumes each from the last cursor it saw. */
export class LiveLink {
  readonly #socket: SocketClient;
  #listener: LiveListener | null = null;
  #failures = 0;
  #hasBeenLive = false;
  #wake: (() => void) | null = null;

  constructor(url: string) {
    this.#socket = createClient({
      url,
      retryAttempts: 0,
      keepAlive: 15_000,
      on: { connected: () => this.#connected() },
    });
    globalThis.addEventListener('online', () => this.tryNow());
  }

  /** Names who is told of changes of state; null stops that. */
  listen(listener: LiveListener | null): void {
    this.#listener = listener;
  }

  /** Ends the wait between two attempts. */
  tryNow(): void {
    this.#wake?.();
  }

  /** Starts one subscription and keeps it alive until it is unsubscribed or refused. */
  forward(request: Request) {
    return {
      subscribe: (sink: Sink) => {
        const run = { isOver: false, stop: () => undefined as void };
        void this.#keep(request, sink, run);
        return {
          unsubscribe: () => {
            run.isOver = true;
            run.stop();
            this.tryNow();
          },
        };
      },
    };
  }

  async #keep(request: Request, sink: Sink, run: { isOver: boolean; stop: () => void }): Promise<void> {
    let after: string | undefined;
    while (!run.isOver) {
      const ending = await this.#once(request, after, run, (value) => {
        after = cursorOf(value) ?? after;
        sink.next(value);
      });
      if (run.isOver) return;
      if (ending.isRefusal) {
        this.#tell('NOT_LIVE');
        sink.error(ending.problem);
        return;
      }
      this.#failures += 1;
      this.#tell(this.#failures >= attemptsBeforeNotLive ? 'NOT_LIVE' : 'RECONNECTING');
      await this.#pause(Math.min(firstWaitMs * 2 ** (this.#failures - 1), longestWaitMs));
    }
  }

  #once(
    request: Request,
    after: string | undefined,
    run: { stop: () => void },
    next: (value: ExecutionResult) => void,
  ): Promise<{ isRefusal: boolean; problem?: unknown }> {
    const variables = after === undefined ? request.variables : { ...request.variables, after };
    return new Promise((resolve) => {
      run.stop = this.#socket.subscribe(
        { query: request.query ?? '', variables },
        {
          next: (value) => next(value as ExecutionResult),
          // An array is the server's refusal of the document; anything else is a lost connection.
          error: (problem) => resolve({ isRefusal: Array.isArray(problem), problem }),
          complete: () => resolve({ isRefusal: false }),
        },
      );
    });
  }

  #connected(): void {
    const isResumed = this.#hasBeenLive || this.#failures > 0;
    this.#failures = 0;
    this.#hasBeenLive = true;
    this.#tell('LIVE');
    if (isResumed) this.#listener?.onResumed();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #tell(state: LiveState): void {
    this.#listener?.onState(state);
  }
}

function cursorOf(value: ExecutionResult): string | undefined {
  for (const payload of Object.values(value.data ?? {})) {
    const cursor = (payload as { cursor?: unknown } | null)?.cursor;
    if (typeof cursor === 'string') return cursor;
  }
  return undefined;
}
