import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf, tabTo } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null)
  process.stdout.write('Not run: the circle in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('Mair says who sees what', () => {
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

  it('shows her daughter the plan, and tells her what she may do there', async () => {
    await carys.getByRole('main').getByRole('link', { name: 'Mair Pritchard' }).click();
    await carys.getByText('You are helping Mair. You can suggest. You cannot sign.').waitFor();
    await carys.getByRole('link', { name: 'Mair’s people, and what each can see' }).click();
    await carys.getByRole('button', { name: 'Leave this circle' }).waitFor();
    flaws.push(...(await inspect(carys, 'circle, read')));
    await carys.getByRole('link', { name: 'Back' }).click();
    await carys
      .getByRole('link', { name: /see people my own age/ })
      .first()
      .waitFor();
  });

  it('lets her daughter ask for an interpreter, and say what she herself can give', async () => {
    const [{ id } = { id: '' }] = await fenmoor.sql<{ id: string }>(
      `select i.id from individual i join person p on p.id = i.id where p.subject = 'mair'`,
    );
    const asking = await carys.context().newPage();
    await asking.goto(`${fenmoor.url}/people/${id}/interpreters`);
    await asking.getByRole('button', { name: 'Ask for it' }).click();
    await asking.getByRole('alert').first().waitFor();
    flaws.push(...(await inspect(asking, 'interpreters, refused')));
    await asking.getByLabel('Which interpreter?').selectOption({ label: 'British Sign Language' });
    for (const [part, value] of [
      ['Day', '4'],
      ['Month', '12'],
      ['Year', '2099'],
    ] as const)
      await asking.getByLabel(part, { exact: true }).fill(value);
    await asking.getByLabel('From when?').fill('14:30');
    await asking.getByLabel('For how many minutes?').fill('60');
    await asking.getByLabel('Where?').fill('At home');
    await asking.getByLabel('What for?').fill('Look at the options');
    await asking.getByRole('button', { name: 'Ask for it' }).click();
    await asking.getByText('Saved. It is asked for.').waitFor();
    await asking.getByLabel('Who comes?').fill('Hands and Words');
    await asking.getByRole('button', { name: 'It is booked for “Look at the options”' }).click();
    await asking.getByText('Saved. It is booked.').waitFor();
    flaws.push(...(await inspect(asking, 'interpreters')));

    await asking.goto(`${fenmoor.url}/people/${id}/circle`);
    await asking.getByRole('radio', { name: 'No', exact: true }).check();
    await asking.getByRole('button', { name: 'Save what I can give' }).click();
    await asking.getByText('Saved. This is what you can give now.').waitFor();
    await mair.goto(`${fenmoor.url}/circle`);
    await mair.getByText('Carys cannot help without pay.').waitFor();
    await mair.goto(fenmoor.url);
    await asking.close();
  });

  it('takes the plan away in two presses, which her daughter’s open page shows without a reload', async () => {
    await mair.getByRole('link', { name: 'My people, and what each can see' }).click();
    await mair.getByRole('heading', { level: 1, name: 'My people' }).waitFor();
    flaws.push(...(await inspect(mair, 'circle')));
    await mair.getByLabel('My plan and my options').uncheck();
    await tabTo(mair, 'Save what Carys can see and do');
    await mair.keyboard.press('Enter');
    await mair.getByText('Saved. This is what Carys can see and do now.').waitFor();
    await carys.getByRole('link', { name: /see people my own age/ }).waitFor({ state: 'detached' });
  });

  it('stops sharing in two presses, and her daughter’s page is gone', async () => {
    await mair.getByRole('button', { name: 'Stop sharing with Carys' }).click();
    flaws.push(...(await inspect(mair, 'circle, asking')));
    await mair.getByRole('button', { name: 'Yes, stop sharing' }).click();
    await mair.getByText('Carys cannot see or do anything here any more.').waitFor();
    await carys.getByRole('heading', { name: 'We cannot find this page' }).waitFor();
  });

  it('is accessible, and nothing went wrong on the way', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
