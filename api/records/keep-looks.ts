import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/log.ts';
import type { Look, Looks } from '../platform/looks.ts';

/** Looks wait at most so long before they are written: what a process loses that is killed outright. */
export const LONGEST_WAIT_MS = 1_000;
const MOST_WAITING = 500;

interface Waiting {
  readonly viewer_id: string;
  readonly individual_id: string;
  readonly part: string;
  readonly purpose: string;
  readonly first_at: string;
  last_at: string;
  times: number;
}

/** Notes looks of this process and writes them in one statement: after a second, when many wait, and when asked to settle. */
export function keepLooks({ app }: Pick<Database, 'app'>, log: Logger): Looks {
  let waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const taken = waiting;
    if (taken.size === 0) return;
    waiting = new Map();
    try {
      await app.query('select access.record_looks($1)', [JSON.stringify([...taken.values()])]);
    } catch (error) {
      log.error({ event: 'looks_not_written', count: taken.size, err: error });
      for (const look of taken.values()) putBack(waiting, look);
      wait();
    }
  };
  const settle = () => {
    writing = writing.then(write);
    return writing;
  };
  const wait = () => {
    timer ??= setTimeout(() => void settle(), LONGEST_WAIT_MS).unref();
  };

  return {
    note: (look) => {
      putBack(waiting, waitingOf(look));
      wait();
      if (waiting.size === MOST_WAITING) void settle();
    },
    settle,
  };
}

function waitingOf({ viewerId, individualId, part, purpose, at }: Look): Waiting {
  const when = at.toString();
  return {
    ...{ viewer_id: viewerId, individual_id: individualId, part, purpose: purpose ?? '' },
    ...{ first_at: when, last_at: when, times: 1 },
  };
}

function putBack(waiting: Map<string, Waiting>, look: Waiting): void {
  const key = `${look.viewer_id} ${look.individual_id} ${look.part} ${look.purpose}`;
  const known = waiting.get(key);
  if (!known) {
    waiting.set(key, look);
    return;
  }
  known.times += look.times;
  if (look.last_at > known.last_at) known.last_at = look.last_at;
}
