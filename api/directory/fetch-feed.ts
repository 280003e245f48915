import { setTimeout as wait } from 'node:timers/promises';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import { isApiRoot } from './feed.rules.ts';
import type { FeedPage, FeedProblem } from './feed.rules.ts';
import type { Mapping } from './mapping.rules.ts';
import { readAnswer } from './read-tables.ts';

/** How an address is fetched. */
export interface FetchSettings {
  /** Waits before each further try, in milliseconds; half a second, one and two unless told. */
  readonly waits?: readonly number[];
  /** Longest wait for one answer, in milliseconds; 20,000 unless told. */
  readonly timeout?: number;
  /** How to read a list that is no directory standard; our own mappings unless told. */
  readonly mapping?: Mapping;
}

const MOST_PAGES = 20_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * Fetches every page of an address before anything is written, so that a feed that breaks off changes nothing and removes
 * nothing. Tries again when the server is busy or gone for a moment.
 */
export async function fetchFeed(
  address: string,
  settings: FetchSettings,
): Promise<Result<readonly FeedPage[], FeedProblem>> {
  const first = await fetchFirst(address, settings);
  if (!first.ok) return first;

  const { base, page } = first.value;
  const pages = [page];
  const start = page.pageNumber ?? 1;
  // Some feeds of v1 count their pages from 0.
  const last = Math.min(page.totalPages, MOST_PAGES) - (start === 0 ? 1 : 0);
  for (let number = start + 1; number <= last; number += 1) {
    const next = await fetchPage(withPage(base, number), settings);
    if (!next.ok) return brokenOff(next.problems[0]?.message ?? '', number, last);
    if (next.value.pageNumber !== null && next.value.pageNumber !== number) {
      return brokenOff('The server answered with another page than was asked for.', number, last);
    }
    pages.push(next.value);
  }
  return ok(pages);
}

async function fetchFirst(address: string, settings: FetchSettings) {
  const text = await fetchText(address, settings);
  if (!text.ok) return text;
  if (isApiRoot(parsed(text.value))) {
    const base = `${address.replace(/\/+$/, '')}/services`;
    const page = await fetchPage(base, settings);
    return page.ok ? ok({ base, page: page.value }) : page;
  }
  const page = readAnswer(text.value, settings.mapping ?? null);
  return page.ok ? ok({ base: address, page: page.value }) : page;
}

async function fetchPage(address: string, settings: FetchSettings): Promise<Result<FeedPage, FeedProblem>> {
  const text = await fetchText(address, settings);
  return text.ok ? readAnswer(text.value, settings.mapping ?? null) : text;
}

async function fetchText(address: string, settings: FetchSettings): Promise<Result<string, FeedProblem>> {
  const waits = settings.waits ?? [500, 1000, 2000];
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetchOnce(address, settings.timeout ?? 20_000);
    const pause = waits[attempt];
    if (answer.result.ok || !answer.isWorthAnotherTry || pause === undefined) return answer.result;
    await wait(pause);
  }
}

async function fetchOnce(address: string, timeout: number) {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json, application/x-ndjson;q=0.9, text/csv;q=0.8' },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      const isWorthAnotherTry = response.status >= 500 || response.status === 429;
      return { result: unreachable(`the server answered ${response.status}`), isWorthAnotherTry };
    }
    const text = await response.text();
    if (text.length > MOST_CHARACTERS) {
      return {
        result: refuseWith('TOO_LARGE' as const, 'The server sent more than 64 MB in one page.'),
        isWorthAnotherTry: false,
      };
    }
    return { result: ok(text), isWorthAnotherTry: false };
  } catch (error) {
    return { result: unreachable(causeOf(error, timeout)), isWorthAnotherTry: true };
  }
}

function unreachable(cause: string): Result<never, FeedProblem> {
  return refuseWith(
    'UNREACHABLE',
    `This address cannot be read: ${cause}. Check the address, or try again later. Nothing was changed.`,
  );
}

function brokenOff(cause: string, number: number, last: number): Result<never, FeedProblem> {
  return refuseWith('ENDS_MIDWAY', `The feed broke off at page ${number} of ${last}. ${cause} Nothing was changed.`);
}

function causeOf(error: unknown, timeout: number): string {
  const { name, cause } = Object(error) as { name?: unknown; cause?: unknown };
  if (name === 'TimeoutError') return `no answer came within ${timeout / 1000} seconds`;
  const { code } = Object(cause ?? error) as { code?: unknown };
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no server of that name',
    EAI_AGAIN: 'there is no server of that name, or no connection',
    ECONNREFUSED: 'no server answers there',
    ECONNRESET: 'the connection broke off',
  };
  return known[String(code)] ?? 'the connection failed';
}

function withPage(base: string, number: number): string {
  const address = new URL(base);
  address.searchParams.set('page', String(number));
  return address.toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
