import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf, tabTo } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

// An entry that nobody has checked for too long: found, marked, not to be chosen, asked about, answered by its contact.

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null)
  process.stdout.write('Not run: fresh entries in a browser (no Chromium; name one with CHROMIUM)\n');

const ENTRY = 'Bereaved Together evenings';

(executable === null ? describe.skip : describe)(
  'an old entry, in the browsers of an editor and of its contact',
  () => {
    let fenmoor: SeededWorld;
    let browser: Browser;
    let wen: Page;
    let contact: Page;
    let serviceId: string;
    const troubles: string[] = [];
    const flaws: string[] = [];
    const look = async (page: Page, name: string) => flaws.push(...(await inspect(page, name)));
    const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    const says = (page: Page, words: string | RegExp) => page.getByRole('main').getByText(words).first().waitFor();

    beforeAll(async () => {
      if (!clientIsBuilt()) await buildClient();
      browser = await openBrowser(executable ?? '');
      fenmoor = await seededWorld();
      // Whatever the day, so that the state does not hang on when the test runs.
      await fenmoor.sql(`update service set assured_on = current_date - interval '1 month'`);
      await fenmoor.sql(`update service set assured_on = current_date - interval '13 months' where name = $1`, [ENTRY]);
      const [row] = await fenmoor.sql<{ id: string }>('select id from service where name = $1', [ENTRY]);
      serviceId = row?.id ?? '';
      wen = await screenOf(browser, fenmoor.url, 'wen', troubles, 'Sign out');
      contact = await (await browser.newContext()).newPage();
      contact.setDefaultTimeout(15_000);
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await fenmoor?.close();
    }, 30_000);

    it('is found and marked, and says why it cannot be chosen', async () => {
      await wen.goto(`${fenmoor.url}/find?text=bereaved`);
      await says(wen, 'Not checked for a long time');
      await wen.goto(`${fenmoor.url}/services/${serviceId}`);
      await says(wen, /you cannot add it to your options yet/);
      expect(await wen.getByRole('heading', { name: 'Add to my options' }).count()).toBe(0);
      await look(wen, 'old entry');
    });

    it('waits on the desk, where a letter is written by the keyboard alone and its link shown', async () => {
      await wen.goto(`${fenmoor.url}/desk/stale`);
      await heading(wen, 'Entries to check');
      expect(await wen.getByRole('row').count()).toBe(2);
      await look(wen, 'entries to check');
      await wen.getByRole('link', { name: 'Due', exact: true }).click();
      await says(wen, 'No entry waits for a check.');
      await wen.getByRole('link', { name: 'Cannot be chosen', exact: true }).click();
      await wen.getByRole('link', { name: ENTRY }).click();
      await heading(wen, ENTRY);
      await tabTo(wen, 'Send them a letter');
      await wen.keyboard.press('Enter');
      await says(wen, 'Waits to be sent');
      await look(wen, 'entry to check');
    });

    it('asks its contact, who needs no account; opening the link does nothing, one press does', async () => {
      await contact.goto((await wen.locator('code').first().textContent()) ?? '');
      await heading(contact, 'Is this still correct?');
      await look(contact, 'link of a letter');
      expect(
        (await fenmoor.sql('select from assurance where service_id = $1 and origin = $2', [serviceId, 'CONTACT']))
          .length,
      ).toBe(0);
      await contact.getByText('Something is wrong', { exact: true }).click();
      await contact.getByRole('button', { name: 'Tell them' }).click();
      await contact.getByText('Tell us what is wrong, in a few words.').first().waitFor();
      await contact.getByRole('button', { name: 'Yes, still correct' }).click();
      await heading(contact, 'Thank you');
      await contact.reload();
      await says(contact, 'This was answered already.');
      await contact.goto(`${fenmoor.url}/check/nothing`);
      await heading(contact, 'This link does not work');
      await look(contact, 'link that does not work');
      await wen.goto(`${fenmoor.url}/services/${serviceId}`);
      await says(wen, /by the group itself/);
    });

    it('takes down a call, with what is missing said', async () => {
      await wen.goto(`${fenmoor.url}/desk/stale/${serviceId}`);
      await wen.getByRole('button', { name: 'Write it down' }).click();
      await wen.getByText('Choose what they said.').first().waitFor();
      await wen.getByRole('radio', { name: 'Something is not right' }).check();
      await wen.getByRole('button', { name: 'Write it down' }).click();
      await wen.getByRole('alert').first().waitFor();
      await wen.getByLabel('What does the person who answered do there?').fill('Treasurer');
      await wen.getByLabel(/^Notes/).fill('They meet on Mondays now.');
      await wen.getByRole('button', { name: 'Write it down' }).click();
      await says(wen, 'Asked by an editor: Treasurer');
    });

    it('waits at the desk as said not to be right, until somebody finds it right', async () => {
      await wen.goto(`${fenmoor.url}/desk/not-right`);
      await heading(wen, 'Said not to be right');
      await says(wen, 'They meet on Mondays now.');
      await look(wen, 'said not to be right');
      await wen.getByRole('link', { name: ENTRY }).click();
      await heading(wen, ENTRY);
      await wen.getByRole('button', { name: 'It is still correct' }).click();
      await says(wen, /^By an editor$/);
      await wen.goto(`${fenmoor.url}/desk/not-right`);
      await says(wen, 'Nobody has told us of anything that is still wrong.');
    });

    it('keeps what a register says, written down by an editor', async () => {
      await wen.goto(`${fenmoor.url}/desk/registrations/${serviceId}`);
      await heading(wen, 'What a register says');
      await look(wen, 'register');
      await wen.getByRole('button', { name: 'Write it down' }).click();
      await wen.getByRole('alert').first().waitFor();
      await wen.getByLabel('Number or name in the register').fill('1-100200300');
      await wen.getByLabel('Rating (optional)').fill('Good');
      await wen.getByLabel('Where did you read this?').fill('the register’s page');
      await wen.getByRole('button', { name: 'Write it down' }).click();
      await heading(wen, ENTRY);
      await wen.goto(`${fenmoor.url}/services/${serviceId}`);
      await says(wen, /1-100200300/);
    });

    it('is old when the council says so', async () => {
      await wen.goto(`${fenmoor.url}/desk/policy`);
      await heading(wen, 'When an entry counts as old');
      await wen.getByLabel('Months until it cannot be chosen').fill('2');
      await wen.getByRole('button', { name: 'Save' }).click();
      await wen.getByText('Enter a whole number of months from 3 to 60.').first().waitFor();
      await look(wen, 'policy');
      await wen.getByLabel('Months until it cannot be chosen').fill('24');
      await wen.getByRole('button', { name: 'Save' }).click();
      await says(wen, 'Saved.');
    });

    it('has no flaw on the way, at any width', () => {
      expect([...flaws, ...troubles]).toEqual([]);
    });
  },
);
