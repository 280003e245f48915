import { createClient, type Client as SocketClient, type ExecutionResult } from 'graphql-ws';

/** How pushes stand: before the first connection, connected, trying again, given up for now, or refused as signed out. */
export type LiveState = 'CONNECTING' | 'LIVE' | 'RECONNECTING' | 'NOT_LIVE' | 'SIGNED_OUT';

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

interface Ending {
  readonly isRefusal: boolean;
  readonly isSignedOut: boolean;
  readonly problem?: unknown;
}

const firstWaitMs = 500;
const longestWaitMs = 20_000;
const attemptsBeforeNotLive = 3;

/** Nobody is signed in, or what the reader may see has changed: to try again by itself would change nothing. */
const signedOutCodes: readonly unknown[] = [4401, 4403];

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
      if (ending.isSignedOut) {
        this.#tell('SIGNED_OUT');
        await this.#pause(null);
        continue;
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
  ): Promise<Ending> {
    const variables = after === undefined ? request.variables : { ...request.variables, after };
    return new Promise((resolve) => {
      run.stop = this.#socket.subscribe(
        { query: request.query ?? '', variables },
        {
          next: (value) => next(value as ExecutionResult),
          // An array is the server's refusal of the document; anything else is a lost connection.
          error: (problem) =>
            resolve({
              isRefusal: Array.isArray(problem),
              isSignedOut: signedOutCodes.includes(codeOf(problem)),
              problem,
            }),
          complete: () => resolve({ isRefusal: false, isSignedOut: false }),
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

  /** Waits that long, or with null until somebody asks to try now. */
  #pause(milliseconds: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === null ? undefined : setTimeout(resolve, milliseconds);
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

/** The code with which a socket was closed; undefined for anything else. */
function codeOf(problem: unknown): unknown {
  return typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined;
}
