import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { type Browser, chromium, type Page } from 'playwright-core';
import { STORIES } from '../../api/server/graphiql/stories.ts';
import { edgeRules, refuseCostly } from '../../api/server/limits.ts';
import { projectFolder } from '../support/folders.ts';
import { type EdgeWorld, edgeWorld } from './edge-world.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;
if (!existsSync(CHROMIUM)) console.info(`Skipped: GraphiQL in a browser, since ${CHROMIUM} is not there.`);

describe('the saved stories', () => {
  it.each(STORIES.map((story) => [/(?:query|subscription) (\w+)/.exec(story.query)?.[1], story] as const))(
    'fit the schema and its limits: %s',
    (_name, { query, variables }) => {
      const schema = buildSchema(readFileSync(join(projectFolder, 'schema/schema.graphql'), 'utf8'));
      const document = parse(query);
      expect(validate(schema, document, [...specifiedRules, ...edgeRules({ isProduction: false })])).toEqual([]);
      refuseCostly(
        schema,
        document,
        null,
        variables === undefined ? {} : (JSON.parse(variables) as Record<string, unknown>),
      );
    },
  );
});

inBrowser('GraphiQL in a browser', () => {
  let world: EdgeWorld;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kith-graphiql-'));
    world = await edgeWorld({ KITH_DATA: folder });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is built on the first visit, and runs the saved stories from this server alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { elsewhere, complaints } = watch(page, world.url);
    await page.goto(`${world.url}/graphiql`);
    expect(await page.title()).toContain('GraphiQL');
    await page.waitForSelector('.graphiql-container', { timeout: 80_000 });
    await page.waitForSelector('.graphiql-tab');
    expect(await page.locator('.graphiql-tab').allTextContents()).toEqual([
      expect.stringContaining('WhoAmI'),
      expect.stringContaining('FindSomething'),
      expect.stringContaining('AgreementsOfMine'),
    ]);
    // The editor is drawn by a worker of its own; only then does the button know what to run.
    await page.locator('.view-lines', { hasText: 'WhoAmI' }).first().waitFor({ timeout: 60_000 });
    await runShown(page);
    await page.waitForFunction(
      () => document.querySelector('.result-window')?.textContent?.includes('GRAPHQL_VALIDATION_FAILED'),
      undefined,
      { timeout: 60_000 },
    );
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    await page.screenshot({ path: process.env['KITH_PICTURE'] ?? join(folder, 'graphiql.png') });
  }, 200_000);
});

/** Presses the button until the story that is shown was sent: a press that comes before the editor is ready runs nothing. */
async function runShown(page: Page): Promise<void> {
  for (let press = 1; ; press += 1) {
    const answered = page
      .waitForResponse((response) => response.request().postData()?.includes('WhoAmI') ?? false, { timeout: 5_000 })
      .catch(() => null);
    await page.locator('.graphiql-execute-button').click();
    if (await answered) return;
    if (press === 10) throw new Error('GraphiQL did not send the story.');
  }
}

/** What the page asks of other hosts, and what its policy stops. */
function watch(page: Page, url: string): { elsewhere: string[]; complaints: string[] } {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  return { elsewhere, complaints };
}
