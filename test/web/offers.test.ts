import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null) process.stdout.write('Not run: prices in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('prices and who can use a service', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let companions = '';
  let nights = '';
  const troubles: string[] = [];
  const flaws: string[] = [];

  const open = async (path: string, subject: string | null): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', ({ message }) => troubles.push(`${path}: ${message}`));
    page.on('console', (message) => message.type() === 'error' && troubles.push(`${path}: ${message.text()}`));
    if (subject !== null) {
      await page.goto(`${fenmoor.url}/sign-in?person=${subject}`);
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
    }
    await page.goto(`${fenmoor.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const look = async (page: Page, name: string) => flaws.push(...(await inspect(page, name)));
  const idOf = async (name: string) =>
    (await fenmoor.sql<{ id: string }>('select id from service where name = $1', [name]))[0]?.id ?? '';

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    [companions, nights] = [await idOf('Travel companions'), await idOf('Larkfield night sitting')];
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('tells a visitor the range, what is free, and that it is not confirmed', async () => {
    const page = await open(`/services/${nights}`, null);
    await page.getByText('£25.00 to £35.00 an hour').first().waitFor();
    await page.getByText(/^Not confirmed\. 2 visits a week free on/).waitFor();
    expect(await page.content()).not.toContain('27.50 an hour on');
    await page.getByRole('heading', { name: 'Who can use this', exact: true }).waitFor();
    await look(page, 'entry');
  });

  it('holds the rules against the person: met, not met with a way to ask, and not known', async () => {
    const page = await open(`/services/${companions}`, 'mair');
    await page.getByRole('heading', { name: 'Who can use this: for you' }).waitFor();
    await page.getByText('We looked at: FM2, Fenmoor.').first().waitFor();
    await page.getByText(/We looked at: age \d+\./).waitFor();
    await look(page, 'entry for a person');
    const far = await open(`/services/${companions}`, 'tamsin');
    await far.getByText('No, but you can ask').waitFor();
    await far.getByText('Ask: Can I join at my age?').waitFor();
  });

  it('takes what is free in one press, and a new price that is kept from everybody', async () => {
    const page = await open('/offers', 'priya');
    await look(page, 'prices');
    await page.getByRole('button', { name: /^Still right today Travel companions/ }).click();
    await page.getByText('Thank you. That is what people see now.').waitFor();

    await page.getByRole('link', { name: 'Add a price Brightwater Day Room' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add a price' }).waitFor();
    await page.getByRole('button', { name: 'Save this price' }).click();
    await page.getByRole('link', { name: 'Say what the price is for.' }).waitFor();
    await look(page, 'new price, refused');
    await page.getByLabel('A day', { exact: true }).check();
    await page.getByLabel('Price on weekdays').fill('58.40');
    await page.getByLabel('No price: people ask you').check();
    await page.getByLabel('A direct payment').check();
    await page.getByRole('button', { name: 'Save this price' }).click();
    await page.getByRole('heading', { name: 'Your price: £58.40 a day' }).waitFor();
    await page.getByText('Price on asking').waitFor();
  });

  it('changes a price from a day on, and ends it', async () => {
    const page = await open('/offers', 'tom');
    await page.getByRole('link', { name: /^Change the price Larkfield live-in care/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Change the price' }).waitFor();
    await look(page, 'change');
    await page.getByLabel('Price on weekdays').fill('190.00');
    await page.getByRole('button', { name: 'Save this price' }).click();
    await page.getByRole('heading', { name: 'Your price: £190.00 a day' }).waitFor();
    await page.getByRole('link', { name: /^End this price Larkfield live-in care, £190.00/ }).click();
    await page.getByRole('heading', { level: 1, name: 'End this price' }).waitFor();
    await look(page, 'end');
    await page.getByRole('button', { name: 'End this price' }).click();
    await page.getByText(/^In force now, until /).waitFor();
  });

  it('has no page that axe finds fault with, that scrolls sideways, or that goes wrong', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
