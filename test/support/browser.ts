import { existsSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What a wide screen shows at 400 % zoom. */
const ZOOMED = { width: 320, height: 256 };

/** Where Chromium usually is; CHROMIUM names another place. Null when there is none. */
export function findBrowser(): string | null {
  const { CHROMIUM: named, PROGRAMFILES: programs = 'C:\\Program Files', LOCALAPPDATA: local = '' } = process.env;
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(programs, 'Google\\Chrome\\Application\\chrome.exe'),
    join(local, 'Google\\Chrome\\Application\\chrome.exe'),
    join(programs, 'Microsoft\\Edge\\Application\\msedge.exe'),
  ];
  if (named !== undefined && named !== '') return named;
  return usual.find((path) => existsSync(path)) ?? null;
}

/** Starts a browser without a window, with a profile of its own, that asks nothing of any other host. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] });
}

/** One person's screen, signed in by the whole real flow; what goes wrong on it is added to `troubles`; signed in once it says `until`. */
export async function screenOf(
  browser: Browser,
  url: string,
  subject: string,
  troubles: string[],
  until = 'Live',
): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  const note = (what: string) => troubles.push(`${subject} at ${page.url()}: ${what}`);
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('request', (request) => new URL(request.url()).origin !== url && note(`asked ${request.url()}`));
  page.on(
    'websocket',
    (socket) => socket.url().replace('ws', 'http').startsWith(url) || note(`opened ${socket.url()}`),
  );
  await page.goto(`${url}/sign-in?person=${subject}`);
  await page.getByText(until, { exact: true }).waitFor();
  return page;
}

interface Axe {
  run(context: unknown, options: unknown): Promise<{ passes: unknown[]; violations: Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Looks at a page on a wide screen, on a phone and zoomed in; answers what axe finds and where it scrolls sideways. */
export async function inspect(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  // A page that is still asking for its content has no heading yet.
  await page.locator('h1').first().waitFor();
  await page.evaluate(axeCore.source);
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    const { over, passes, violations } = await page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { axe } = globalThis as unknown as { axe: Axe };
      const result = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
      const { scrollWidth } = document.documentElement;
      return { over: scrollWidth - window.innerWidth, passes: result.passes.length, violations: result.violations };
    });
    const where = `${name} at ${size.width}`;
    if (passes === 0) found.push(`${where}: axe checked nothing`);
    if (over > 0) found.push(`${where}: scrolls sideways by ${over}`);
    found.push(...violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`));
  }
  await page.setViewportSize(ZOOMED);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) found.push(`${name} at 400 % zoom: scrolls sideways by ${over}`);
  await page.setViewportSize(WIDE);
  return found;
}

/** Presses Tab until the link, button or field of that name has focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const labels = isField ? [...(element.labels ?? [])] : [];
      return [element, ...labels].map((one) => one?.textContent?.trim() ?? '');
    });
    if (focused.includes(name)) return;
  }
  throw new Error(`"${name}" cannot be reached by keyboard at ${page.url()}.`);
}
