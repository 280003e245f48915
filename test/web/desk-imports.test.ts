import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { entities } from '../../api/server/entities.ts';
import { findBrowser, inspect, openBrowser, screenOf, tabTo } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

// The editor's desk after a second list has come in: what was read, what could not be, and what may be there twice.

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null) process.stdout.write('Not run: the desk in a browser (no Chromium; name one with CHROMIUM)\n');

const HALLS = `id,name,organisation,address,postcode,phone
1,Swim Together,Saltmere Pool,"Pool Road, Saltmere",FM6 2PL,01632 960042
2,,Nobody said,"1 Any Row, Fenmoor",FM1 1AA,
`;

(executable === null ? describe.skip : describe)('the desk, in the browser of the directory’s editor', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let wen: Page;
  const troubles: string[] = [];
  const flaws: string[] = [];
  const look = async (name: string) => flaws.push(...(await inspect(wen, name)));
  const heading = (name: string | RegExp) => wen.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const follow = (name: string | RegExp) =>
    wen.getByRole('main').getByRole('link', { name, exact: true }).first().click();

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    await takeInHalls(fenmoor);
    wen = await screenOf(browser, fenmoor.url, 'wen', troubles, 'Sign out');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('shows what waits, each reading of a list with its account, and where entries come from', async () => {
    await wen.goto(`${fenmoor.url}/desk`);
    await heading('The directory desk');
    await look('desk');
    await follow('Lists we have read');
    await heading('Lists we have read');
    expect(await wen.getByRole('row').count()).toBe(3);
    await look('runs');
    await follow(/halls/);
    await heading(/Reading of .*halls/);
    await wen.getByText('All of the list was read.').waitFor();
    await look('run');

    await wen.goto(`${fenmoor.url}/desk/feeds`);
    await heading('Where entries come from');
    await wen.getByText('No: ask the publisher for a licence').waitFor();
    await look('feeds');
  });

  it('lets the editor read a row as it came and put it aside for good, by the keyboard alone', async () => {
    await wen.goto(`${fenmoor.url}/desk/quarantine`);
    await heading('Rows kept aside');
    await tabTo(wen, 'Show the row as it came');
    await wen.keyboard.press('Enter');
    await wen.getByText('"organisation": "Nobody said"').waitFor();
    await look('quarantine');
    await tabTo(wen, 'Put aside for good: 2');
    await wen.keyboard.press('Enter');
    await wen.getByText('Put aside for good.', { exact: true }).waitFor();
    await wen.reload();
    await wen.getByText('No row waits.').waitFor();
  });

  it('sets two entries side by side, and shows the one that the editor chooses', async () => {
    await wen.goto(`${fenmoor.url}/desk/duplicates`);
    await heading('May be here twice');
    await look('duplicates');
    await follow('Swim Together');
    await heading('Are these two “Swim Together”?');
    await look('duplicate');
    await wen.getByRole('button', { name: 'Decide' }).click();
    await wen.getByText('Choose one of the three.').first().waitFor();
    await wen.getByLabel('They are the same. Show the earlier entry').check();
    await wen.getByRole('button', { name: 'Decide' }).click();
    await wen.getByText('No two entries look the same.').waitFor();
    const [other] = await fenmoor.sql<{ id: string }>('select id from service where preferred_service_id is not null');
    await wen.goto(`${fenmoor.url}/services/${other?.id ?? ''}`);
    await wen.getByText(/This is the same as another entry/).waitFor();
    await look('entry that another is shown for');
    await follow('Swim Together');
    await wen.getByRole('heading', { name: 'Also listed as' }).waitFor();
  });

  it('has no flaw on the way, at any width', () => {
    expect([...flaws, ...troubles]).toEqual([]);
  });
});

async function takeInHalls(fenmoor: SeededWorld): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-halls-'));
  const system = await openDatabase({ url: fenmoor.database.systemUrl, entities, size: 2 });
  try {
    await writeFile(join(folder, 'halls.csv'), HALLS);
    const ctx = makeContext({ viewer: ANONYMOUS, db: system, log: fenmoor.contextOf(null).log });
    await importDirectory(ctx, join(folder, 'halls.csv'));
  } finally {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  }
}
