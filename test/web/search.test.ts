import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf, tabTo } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

// Finding, as somebody who looks for what does not exist yet, and as those who then see that it is missing.

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null) process.stdout.write('Not run: finding in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('finding in a browser', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let tamsin: Page;
  let wen: Page;
  const troubles: string[] = [];
  const flaws: string[] = [];
  const look = async (page: Page, name: string) => flaws.push(...(await inspect(page, name)));

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    tamsin = await screenOf(browser, fenmoor.url, 'tamsin', troubles);
    wen = await (await browser.newContext()).newPage();
    await wen.goto(`${fenmoor.url}/sign-in?person=wen`);
    await wen.getByText('Sign out').waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('narrows a list by keyboard, says what is not known, and clears the filters but not the words', async () => {
    await tamsin.goto(`${fenmoor.url}/find?text=club&near=Larkfeild`);
    await tamsin.getByText('Near Larkfield, Fenmoor.').waitFor();
    await tabTo(tamsin, 'How far');
    for (let press = 0; press < 4; press += 1) await tamsin.keyboard.press('ArrowDown');
    await tamsin.locator('summary', { hasText: 'Access' }).click();
    await tamsin.getByLabel(/^Hearing loop/).focus();
    await tamsin.keyboard.press('Space');
    await tabTo(tamsin, 'Show results');
    await tamsin.keyboard.press('Enter');
    await tamsin.getByText('Hearing loop: not known. Ask them.').first().waitFor();
    await look(tamsin, 'find, narrowed');

    await tamsin.getByRole('link', { name: 'Clear filters' }).click();
    await tamsin.getByText('Nobody can pay for a place in this list.').waitFor();
    expect(new URL(tamsin.url()).searchParams.getAll('access')).toEqual([]);
    expect(await tamsin.getByLabel('What do you want to happen?').inputValue()).toBe('club');
  });

  it('forgives a slip of the pen and offers the words as they were typed', async () => {
    await tamsin.goto(`${fenmoor.url}/find?text=thersday+tabel&near=`);
    await tamsin.getByText('Showing results for “thursday table”.').waitFor();
    await tamsin.getByRole('link', { name: 'Search only for “thersday tabel”' }).click();
    await tamsin.getByRole('heading', { name: 'Nothing fits' }).waitFor();
  });

  it('takes word that something is missing, and shows it to those who commission', async () => {
    await tamsin.goto(`${fenmoor.url}/find?text=signing+choir&near=FM3+4QT`);
    await tamsin.getByRole('heading', { name: 'Tell us this is missing' }).waitFor();
    await look(tamsin, 'find, nothing');
    expect(await tamsin.getByRole('link', { name: 'Tell us about it' }).getAttribute('href')).toBe('/tell-us');
    await tamsin.getByRole('button', { name: 'Tell us' }).click();
    await tamsin.getByText('Thank you. We have counted you for “choir signing” in FM3.').waitFor();

    await wen.goto(`${fenmoor.url}/desk`);
    await wen.getByRole('link', { name: 'What people did not find' }).click();
    await wen.getByText('choir signing').waitFor();
    expect(await wen.locator('main').innerText()).not.toContain('swimming');
    await look(wen, 'gaps');
    await tamsin.goto(`${fenmoor.url}/desk/gaps`);
    await tamsin.getByRole('heading', { level: 1 }).waitFor();
    expect(await tamsin.locator('main').innerText()).not.toContain('choir');
  });

  it('has no flaw on any page, on a wide screen, a phone or zoomed in', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
