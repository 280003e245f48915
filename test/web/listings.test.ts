import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, tabTo } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null) process.stdout.write('Not run: listings in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('an entry that people keep right', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let serviceId = '';
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
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    const [row] = await fenmoor.sql<{ id: string }>("select id from service where name = 'Thursday Table'");
    serviceId = row?.id ?? '';
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('takes a suggestion from a visitor who uses the keyboard alone', async () => {
    const page = await open(`/services/${serviceId}`, null);
    await look(page, 'entry');
    await tabTo(page, 'Suggest a change, or say it has closed');
    await page.keyboard.press('Enter');
    await heading(page, 'Suggest a change');
    await look(page, 'suggest');
    await tabTo(page, 'Website');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('nowhere');
    await tabTo(page, 'Send your suggestion');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'This is not one web address. Write it like www.example.org.' }).waitFor();
    await look(page, 'suggest, refused');
    await page.getByLabel('Website').fill('thursdaytable.example');
    await page.getByLabel('How do you know?').fill('It is on their poster.');
    await press(page, 'Send your suggestion');
    await heading(page, 'Thank you');
    await page.goto(`${fenmoor.url}/tell-us`);
    await heading(page, 'Tell us about something that is not listed');
    await look(page, 'tip');
  });

  it('shows those who run it what is missing and what others say, and lets them change it', async () => {
    const page = await open('/listings', 'beryl');
    await page.getByRole('heading', { name: 'Sunday Table' }).waitFor();
    await look(page, 'listings');
    await page.getByRole('link', { name: 'Change this entry Thursday Table' }).click();
    await page.getByText('It is on their poster.').waitFor();
    await look(page, 'edit');
    await page.getByLabel('How soon can somebody start?').fill('Come any Thursday.');
    await press(page, 'Save');
    await heading(page, 'My listings');
    await page.goto(`${fenmoor.url}/services/${serviceId}`);
    await page.getByText('Come any Thursday.').waitFor();
    await page.getByText('Changed by those who run it').waitFor();
  });

  it('lets the editor put a suggestion in and answer a claim', async () => {
    const page = await open('/desk', 'wen');
    await look(page, 'desk');
    await page.getByRole('link', { name: 'Suggestions' }).click();
    await heading(page, 'Suggestions');
    await look(page, 'suggestions');
    await page.getByRole('link', { name: 'Thursday Table' }).last().click();
    await page.getByText('https://thursdaytable.example').first().waitFor();
    await look(page, 'suggestion');
    await press(page, 'Put this in');
    await heading(page, 'Suggestions');
    const [row] = await fenmoor.sql('select website from service where id = $1', [serviceId]);
    expect(row).toEqual({ website: 'https://thursdaytable.example' });

    await page.goto(`${fenmoor.url}/desk/claims`);
    await page.getByRole('link', { name: 'Caffi Cymunedol' }).click();
    await page.getByText('Carys Pritchard').waitFor();
    await look(page, 'claim');
    await press(page, 'It is theirs: let them look after it');
    await page.getByText('Nobody asks to look after a group.').waitFor();
  });

  it('asks somebody who runs a group how that can be checked', async () => {
    const [row] = await fenmoor.sql<{ id: string }>("select id from organisation where name = 'Stitch and Talk'");
    const page = await open(`/organisations/${row?.id}/claim`, 'dara');
    await press(page, 'Ask');
    await page.getByRole('link', { name: 'Say what you do there.' }).waitFor();
    await look(page, 'claim form');
    await page.getByLabel('What do you do there?').fill('I thread the needles.');
    await page.getByLabel('How can we check this?').fill('Ring the shop.');
    await press(page, 'Ask');
    await heading(page, 'We have got this');
  });

  it('had no trouble, and nothing that axe or a narrow screen finds', () => {
    expect({ troubles, flaws }).toEqual({ troubles: [], flaws: [] });
  });
});
