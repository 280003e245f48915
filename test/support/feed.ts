import type { World } from './world.ts';
import type { Someone } from './make.ts';

/** One push, as a client sees it. */
export interface Push {
  readonly cursor: string;
  readonly type: string;
  readonly sentence: string;
  readonly agreement: {
    readonly id: string;
    readonly status: string;
    readonly provider: { readonly name: string };
    readonly openTerms: { readonly hash: string };
  } | null;
}

/** What one person's socket has been told so far. */
export interface Feed {
  readonly told: readonly Push[];
  /** Resolves once so many pushes have come. */
  until(count: number): Promise<void>;
  /** Resolves with the sentence with which the feed failed. */
  readonly failure: Promise<string>;
  stop(): Promise<void>;
}

const DOCUMENT = `subscription Feed($agreementId: ID, $after: String) {
  agreementStatusChanged(agreementId: $agreementId, after: $after) {
    cursor type sentence agreement { id status provider { name } openTerms { hash } }
  }
}`;

/** Subscribes as each of them, one after the other. */
export async function feedsOf(world: World, people: readonly Someone[]): Promise<Feed[]> {
  const feeds: Feed[] = [];
  for (const who of people) feeds.push(await feedOf(world, who));
  return feeds;
}

/** Subscribes as that person over a socket, and resolves once the server follows for them; one at a time. */
export async function feedOf(
  world: World,
  who: Someone,
  asked: { readonly agreementId?: string; readonly after?: string } = {},
): Promise<Feed> {
  const told: Push[] = [];
  const waiting = new Set<() => void>();
  let fail: (sentence: string) => void = () => undefined;
  const failure = new Promise<string>((resolve) => {
    fail = (sentence) => {
      resolve(sentence);
      waiting.forEach((wake) => wake());
    };
  });
  const before = await following(world);
  const socket = await world.socketAs(who);
  let isOver = false;
  const unsubscribe = socket.subscribe<{ agreementStatusChanged: Push }>(
    { query: DOCUMENT, variables: asked },
    {
      next: ({ data, errors }) => {
        if (data) told.push(data.agreementStatusChanged);
        if (errors) fail(JSON.stringify(errors));
        waiting.forEach((wake) => wake());
      },
      error: (error) => {
        isOver = true;
        fail(sentenceOf(error));
      },
      complete: () => {
        isOver = true;
      },
    },
  );
  while (!isOver && (await following(world)) <= before) await new Promise((resolve) => setImmediate(resolve));

  return {
    ...{ told, failure },
    until: async (count) => {
      while (told.length < count) await new Promise<void>((resolve) => waiting.add(resolve));
    },
    stop: async () => {
      const running = await following(world);
      unsubscribe();
      await socket.dispose();
      while ((await following(world)) >= running) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** What ended a feed: a refusal's own words, or the code with which the socket was closed. */
function sentenceOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === undefined ? JSON.stringify(error) : `closed with ${String(code)}`;
}

/** How many subscriptions the server follows at this moment, as its own metrics count them. */
async function following({ url }: World): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^kith_subscriptions\S* (\d+)/m.exec(metrics)?.[1] ?? 0);
}
