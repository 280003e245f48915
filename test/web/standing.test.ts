import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null)
  process.stdout.write('Not run: who may decide in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('Nell writes down who may decide for Ken', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let nell: Page;
  const troubles: string[] = [];
  const flaws: string[] = [];

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    nell = await screenOf(browser, fenmoor.url, 'nell', troubles);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('reads what papers were seen and what they let his son decide', async () => {
    const [ken] = await fenmoor.sql<{ id: string }>("select id from person where name = 'Ken Thorne'");
    await nell.goto(`${fenmoor.url}/people/${ken?.id ?? ''}/circle`);
    await nell.getByRole('link', { name: 'Who may decide with Ken or for them' }).click();
    await nell.getByRole('heading', { name: 'Martin Thorne: Power of attorney for health and welfare' }).waitFor();
    await nell.getByText(/Seen by Nell Ashdown/).waitFor();
    flaws.push(...(await inspect(nell, 'who may decide')));
  });

  it('is told what is missing from a form, and of papers that contradict each other', async () => {
    await nell.getByRole('link', { name: 'Write down who may decide' }).click();
    await nell.getByRole('button', { name: 'Save' }).click();
    await nell.getByRole('link', { name: 'Choose who it is.' }).waitFor();
    flaws.push(...(await inspect(nell, 'writing down who may decide')));
    await nell.getByLabel('Edith Thorne, wife').check();
    await nell.getByLabel('Deputy for personal welfare').check();
    await nell.getByRole('group', { name: 'Are they the only one who has it?' }).getByLabel('Yes').check();
    await nell.getByLabel('Day').first().fill('1');
    await nell.getByLabel('Month').first().fill('6');
    await nell.getByLabel('Year').first().fill('2026');
    await nell.getByRole('button', { name: 'Save' }).click();
    await nell.getByRole('link', { name: /The two cannot both hold/ }).waitFor();
  });

  it('finds the forms of capacity and of a court order, each with its plain warning', async () => {
    await nell.getByRole('link', { name: 'Back' }).click();
    await nell.getByRole('link', { name: 'Write down whether a decision could be made' }).click();
    await nell.getByText(/An unwise choice does not mean that somebody cannot decide/).waitFor();
    flaws.push(...(await inspect(nell, 'capacity')));
    await nell.getByRole('link', { name: 'Back' }).click();
    await nell.getByRole('link', { name: 'Write down a court order' }).click();
    await nell.getByText(/They are not told why/).waitFor();
    flaws.push(...(await inspect(nell, 'court order')));
  });

  it('is accessible, and nothing went wrong on the way', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
