import pg from 'pg';

/** What every request does beside reading: entering, and asking who is there. */
const AROUND = /^(begin|commit|select access\.|select '1'|select 1$|listen )/i;
const FEED = /from event\s+where \(xid, id\) >/;

/** The statements that this process sends to read, while the work goes on. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function counted(this: unknown, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : String((first as { text?: string }).text);
    if (!AROUND.test(text.trim()) && !FEED.test(text)) texts.push(text);
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return texts;
}
