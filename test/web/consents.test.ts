import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null)
  process.stdout.write('Not run: what people allow in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('Mair says who may know what', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let mair: Page;
  let ruth: Page;
  const troubles: string[] = [];
  const flaws: string[] = [];

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    mair = await screenOf(browser, fenmoor.url, 'mair', troubles);
    ruth = await screenOf(browser, fenmoor.url, 'ruth', troubles);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('reads who may know what, why and until when, and what she stopped', async () => {
    await mair.getByRole('link', { name: 'What I allow others to know' }).click();
    await mair.getByRole('heading', { level: 1, name: 'What I allow' }).waitFor();
    await mair.getByRole('heading', { name: 'Stopped or over' }).waitFor();
    expect(await mair.getByText('To meet people and groups').count()).toBe(1);
    flaws.push(...(await inspect(mair, 'what I allow')));
  });

  it('is told what is missing, and allows her daughter something', async () => {
    await mair.getByRole('link', { name: 'Allow something new' }).click();
    await mair.getByRole('button', { name: 'Yes, I allow this' }).click();
    await mair.getByRole('link', { name: 'Choose who may know' }).waitFor();
    flaws.push(...(await inspect(mair, 'allow, refused')));
    await mair.getByLabel('Carys Pritchard').check();
    await mair.getByLabel('My health').check();
    await mair.getByLabel('To look at how it goes').check();
    await mair.getByRole('button', { name: 'Yes, I allow this' }).click();
    await mair.getByRole('heading', { level: 3, name: 'Carys Pritchard' }).waitFor();
  });

  it('stops it in one press', async () => {
    await mair.getByRole('button', { name: 'Stop this for Carys Pritchard' }).click();
    await mair.getByText('Stopped. Carys Pritchard cannot see this any more.').waitFor();
  });

  it('has her broker write down how she said yes', async () => {
    await ruth.goto(mair.url());
    await ruth.getByRole('heading', { level: 1, name: 'What Mair allows' }).waitFor();
    await ruth.getByRole('link', { name: 'Allow something new' }).click();
    await ruth.getByLabel('Carys Pritchard').check();
    await ruth.getByLabel('The money').check();
    await ruth.getByLabel('To pay for support').check();
    await ruth.getByRole('group', { name: 'Who said yes?' }).getByLabel('Mair').check();
    await ruth.getByLabel('By a gesture, a look or what they did').check();
    await ruth.getByLabel('What did they say or do?').fill('She squeezed my hand.');
    await ruth.getByRole('button', { name: 'Write this down' }).click();
    await ruth.getByRole('link', { name: /Write down who else was there/ }).waitFor();
    flaws.push(...(await inspect(ruth, 'allow, written down')));
    await ruth.getByLabel('Who else saw it?').fill('Carys');
    await ruth.getByRole('button', { name: 'Write this down' }).click();
    await ruth.getByText(/She squeezed my hand/).waitFor();
  });

  it('is accessible, and nothing went wrong on the way', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
