import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null)
  process.stdout.write('Not run: the record in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('Mair reads her record', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let mair: Page;
  let carys: Page;
  const troubles: string[] = [];
  const flaws: string[] = [];

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    mair = await screenOf(browser, fenmoor.url, 'mair', troubles);
    carys = await screenOf(browser, fenmoor.url, 'carys', troubles);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('finds that her daughter looked, and what for', async () => {
    await carys.getByRole('main').getByRole('link', { name: 'Mair Pritchard' }).click();
    await carys.getByText('You are helping Mair. You can suggest. You cannot sign.').waitFor();
    await mair.getByRole('link', { name: 'My record, and who looked at it' }).click();
    await mair.getByRole('heading', { level: 1, name: 'My record' }).waitFor();
    await mair.getByText('Carys Pritchard, daughter').first().waitFor();
    await mair.getByText('To help, as the person asked them to').first().waitFor();
    flaws.push(...(await inspect(mair, 'record')));
  });

  it('says that something is wrong, and reads by when she is answered', async () => {
    await mair.getByRole('link', { name: 'Say that something is wrong' }).click();
    await mair.getByRole('button', { name: 'Send to the council' }).click();
    await mair.getByRole('link', { name: 'Choose where it is.' }).waitFor();
    flaws.push(...(await inspect(mair, 'record, wrong')));
    await mair.getByLabel('About me').check();
    await mair.getByLabel('What is wrong').fill('It says that I do not like music.');
    await mair.getByLabel('What it should say').fill('I love music.');
    await mair.getByRole('button', { name: 'Send to the council' }).click();
    await mair.getByText(/The council must answer by/).waitFor();
    await mair.getByText('I love music.').waitFor();
  });

  it('is accessible, and nothing went wrong on the way', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
