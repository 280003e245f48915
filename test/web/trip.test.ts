import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { addDays } from '../../api/common/calendar.ts';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { actsIn } from '../support/agreement-acts.ts';
import { findBrowser, inspect, openBrowser, screenOf, tabTo } from '../support/browser.ts';
import { TODAY } from '../support/make.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

// The trip of the product, in the browsers of three people at once, and of a fourth who has no part in it.
// The steps stand in order: each starts where the one before it ended.

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null) process.stdout.write('Not run: the trip in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('the trip, in the browsers of three people at once', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let mair: Page;
  let ruth: Page;
  let priya: Page;
  let tom: Page;
  let agreement = '';
  let latest = { agreementId: '', hash: '' };
  const troubles: string[] = [];
  const flaws: string[] = [];
  const heardByTom: string[] = [];

  const look = async (page: Page, name: string) => flaws.push(...(await inspect(page, name)));
  const heading = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const follow = (page: Page, name: string | RegExp) =>
    page.getByRole('main').getByRole('link', { name, exact: true }).first().click();

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    const open = (subject: string) => screenOf(browser, fenmoor.url, subject, troubles);
    [mair, ruth, priya, tom] = await Promise.all([open('mair'), open('ruth'), open('priya'), open('tom')]);
    tom.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heardByTom.push(String(payload))));
    await tom.reload();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('lets Mair find two ways near home, a community group and a provider, and compare them', async () => {
    await heading(mair, 'Hello Mair');
    await look(mair, 'home');
    await follow(mair, /see people my own age/);
    await look(mair, 'outcome');
    await press(mair, 'Start looking for options');
    // What is near home for that part of life is there without a word typed.
    await mair.getByRole('link', { name: 'Thursday Table' }).first().waitFor();
    await look(mair, 'find, from an outcome');

    await addFromDirectory(mair, 'lunch', 'Thursday Table', '1');
    await look(mair, 'service, added');
    await follow(mair, 'Compare my options');
    await follow(mair, 'Find more options');
    await addFromDirectory(mair, 'Brightwater', 'Brightwater Day Link', '2');
    await follow(mair, 'Compare my options');

    await heading(mair, 'Choose an option');
    expect(await mair.locator('thead th').allInnerTexts()).toEqual([
      expect.anything(),
      'Community group\nThursday Table',
      'Care provider\nBrightwater Day Link',
      'No change\nCarry on as now',
    ]);
    expect(await mair.getByRole('row', { name: /^Cost each week/ }).innerText()).toContain('£43.20');
    await look(mair, 'choose');
  });

  async function addFromDirectory(page: Page, words: string, name: string, units: string) {
    await page.getByLabel('What do you want to happen?').fill(words);
    expect(await page.getByLabel('Near', { exact: true }).inputValue()).toMatch(/^FM2/);
    await press(page, 'Search');
    await page.getByText('Nobody can pay for a place in this list.').waitFor();
    if (units === '1') await look(page, 'find');
    await follow(page, name);
    await page.getByLabel('How much a week? (optional)').fill(units);
    await press(page, 'Add to my options');
    await page.getByText('This is one of your options.').waitFor();
  }

  it('asks Mair for her choice and her reasons, and keeps both', async () => {
    await press(mair, 'Continue');
    await mair.getByRole('link', { name: 'Choose one of the options' }).waitFor();
    await look(mair, 'choose, nothing chosen');
    await mair.getByLabel('Brightwater Day Link').check();
    await press(mair, 'Continue');
    await heading(mair, 'Why this one?');
    await look(mair, 'why');
    await mair.getByLabel('Tell us why, in your own words').fill('I choose where we go.');
    await mair.getByLabel('Yes, this is my first choice').check();
    await press(mair, 'Choose this option');
    await mair.getByText('You chose Brightwater Day Link.').waitFor();
    await look(mair, 'outcome, decided');
  });

  it('lets Ruth propose terms, which come to Priya without a reload', async () => {
    await look(ruth, 'work');
    await ruth.getByRole('link', { name: 'People', exact: true }).click();
    await follow(ruth, 'Mair Pritchard');
    await follow(ruth, 'Propose terms to Brightwater Day Link');
    await follow(ruth, 'Propose terms');
    await fillTerms(ruth);
    await press(ruth, 'Check the terms');
    await look(ruth, 'propose, a term missing');
    await ruth.getByRole('link', { name: /If a worker cannot come/ }).click();
    await ruth.keyboard.type('We find another worker you have already met.');
    await press(ruth, 'Check the terms');
    await look(ruth, 'propose, to be checked');
    await press(ruth, 'Send these terms');
    await heading(ruth, /^Waiting for Brightwater/);
    agreement = new URL(ruth.url()).pathname;

    await follow(priya, 'Read and answer the terms for A woman in FM2');
    await heading(priya, 'Waiting for you');
    expect(await priya.locator('body').innerText()).not.toContain('Mair');
    await look(priya, 'agreement, proposed');
  });

  async function fillTerms(page: Page) {
    const fields = {
      Support: 'A worker goes with me to things I pick.',
      Where: 'Picked up from home',
      From: '14:00',
      To: '16:00',
    };
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel('Day of the week').selectOption('FRIDAY');
    await page.getByLabel('Price in pounds').fill('21.60');
    await page.getByLabel('Days of notice').fill('28');
    await page.getByLabel('If a visit is cancelled').fill('Free until the day before.');
    for (const [name, days] of [
      ['startsOn', 14],
      ['endsOn', 83],
    ] as const) {
      const [year = '', month = '', day = ''] = addDays(TODAY, days).split('-');
      for (const [part, value] of Object.entries({ day, month, year }))
        await page.locator(`#terms-${name}-${part}`).fill(value);
    }
  }

  it('shows Mair the Was and Now of Priya’s counter-offer the moment it is sent', async () => {
    await mair.goto(`${fenmoor.url}${agreement}`);
    await heading(mair, /^Waiting for Brightwater/);
    await follow(priya, 'Suggest something else');
    await heading(priya, 'Suggest something else');
    await priya.getByLabel('Price', { exact: true }).getByText('Change this').click();
    await priya.getByLabel('Price in pounds').fill('22.10');
    await priya.locator('#reason-PRICE').fill('The afternoon is in our daytime rate.');
    await look(priya, 'suggest');
    await press(priya, 'Review my reply');
    await look(priya, 'suggest, to be checked');
    await press(priya, 'Send my reply');

    await heading(mair, 'Brightwater Day Link changed 1 of 9 terms');
    const change = await mair.locator('#change-PRICE').innerText();
    expect(change).toMatch(/Was\s+£21\.60 an hour \(£43\.20 a week\)\s+Now\s+£22\.10 an hour \(£44\.20 a week\)/);
    expect(change).toContain('The afternoon is in our daytime rate.');
    await look(mair, 'agreement, countered');
  });

  it('lets Mair accept exactly that version by keyboard alone', async () => {
    const version = await mair.getByText(/^Reference/).innerText();
    await byKeyboard(mair, 'Accept exactly this version');
    await heading(mair, 'Check before you accept');
    expect(version).toContain(await mair.getByText(/^Version 2, fingerprint/).innerText());
    await look(mair, 'accept');
    await byKeyboard(mair, 'Accept exactly this version');
    await mair.getByRole('link', { name: 'Read and sign' }).waitFor();
    for (const page of [ruth, priya]) await page.getByText('They are agreed and can be signed.').first().waitFor();
  });

  async function byKeyboard(page: Page, name: string) {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }

  it('lets all three sign, Mair by keyboard alone, and shows each of them that all have', async () => {
    await byKeyboard(mair, 'Read and sign');
    await heading(mair, 'Read and sign');
    await byKeyboard(mair, 'Sign this version');
    await mair.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await look(mair, 'sign, name missing');
    await byKeyboard(mair, 'Type your full name to sign');
    await mair.keyboard.type('Mair Pritchard');
    await tabTo(mair, 'I understand what I am signing');
    await mair.keyboard.press('Space');
    await byKeyboard(mair, 'Sign this version');
    await mair.getByText(/^Mair: signed today/).waitFor();

    // What somebody is typing must outlive the news of others.
    await follow(ruth, 'Read and sign');
    await ruth.getByLabel('Type your full name').fill('Ruth Ferreday');
    await follow(priya, 'Read and sign');
    await sign(priya, 'Priya Venn');
    await mair.getByText(/^Brightwater Day Link: signed today/).waitFor();
    expect(await ruth.getByLabel('Type your full name').inputValue()).toBe('Ruth Ferreday');
    await sign(ruth, 'Ruth Ferreday');
    for (const page of [mair, priya, ruth]) await heading(page, 'Signed');
    await look(mair, 'agreement, signed');
  });

  async function sign(page: Page, name: string) {
    await page.getByLabel('Type your full name').fill(name);
    await page.getByLabel('I understand what I am signing').check();
    await press(page, 'Sign this version');
    await page.waitForURL(`${fenmoor.url}${agreement}`);
  }

  it('tells a competing provider nothing', async () => {
    const seen = await tom.locator('body').innerText();
    expect(seen).not.toMatch(/Mair|FM2|43\.20|44\.20/);
    expect(heardByTom.join('\n')).toContain('connection_ack');
    expect(heardByTom.filter((frame) => frame.includes('agreementStatusChanged'))).toEqual([]);
    await look(tom, 'provider home');
    await tom.goto(`${fenmoor.url}${agreement}`);
    await heading(tom, 'We cannot find this page');
    await look(tom, 'not found');
  });

  it('brings every push to the other screen at once', async () => {
    const [tamsin, manager] = await Promise.all([fenmoor.person('tamsin'), fenmoor.person('priya')]);
    const [row] = await fenmoor.sql<{ id: string; hash: string }>(
      `select a.id, t.hash from agreement a join terms t on t.agreement_id = a.id
       where a.individual_id = $1 and a.state = 'COUNTERED' order by t.number desc limit 1`,
      [tamsin.id],
    );
    const screens = { tamsin: await screenOf(browser, fenmoor.url, 'tamsin', troubles), priya };
    for (const page of Object.values(screens)) {
      await page.goto(`${fenmoor.url}/agreements/${row?.id}`);
      await page.getByText('Live', { exact: true }).waitFor();
      await watch(page);
    }
    await look(screens.tamsin, 'agreement of Tamsin');

    const committed: number[] = [];
    const bell = new pg.Client(fenmoor.database.ownerUrl);
    await bell.connect();
    bell.on('notification', () => committed.push(Date.now()));
    await bell.query('listen kith_event');

    const delays: number[] = [];
    latest = { agreementId: row?.id ?? '', hash: row?.hash ?? '' };
    for (let turn = 0; turn < 20; turn += 1) {
      const [who, reader] = turn % 2 === 0 ? [tamsin, screens.priya] : [manager, screens.tamsin];
      const rate = (21 + turn / 100).toFixed(2);
      const told = await actsIn(fenmoor).counter(who, latest, { rate });
      expect(told.codes).toEqual([]);
      latest = told;
      const shown = await shownAt(reader, `(£${(Number(rate) * 2).toFixed(2)} a week)`);
      delays.push(shown - (committed.at(-1) ?? shown));
    }
    await bell.end();

    const sorted = delays.toSorted((one, other) => one - other);
    const [median = 0, worst = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    process.stdout.write(
      `From commit to the other screen: median ${median} ms, worst ${worst} ms, ${delays.length} pushes\n`,
    );
    expect(median).toBeLessThan(2_000);
    expect(worst).toBeLessThan(10_000);
  });

  it('tells in words that the line is down, and afterwards what was missed meanwhile', async () => {
    const page = await screenOf(browser, fenmoor.url, 'tamsin', troubles);
    const sockets: WebSocketRoute[] = [];
    let isDown = false;
    await page.routeWebSocket(/graphql/, async (socket) => {
      if (isDown) return socket.close({ code: 1012 });
      socket.connectToServer();
      sockets.push(socket);
    });
    await page.goto(`${fenmoor.url}/agreements/${latest.agreementId}`);
    await page.getByText('Live', { exact: true }).waitFor();
    latest = await actsIn(fenmoor).counter(await fenmoor.person('tamsin'), latest, { rate: '23.40' });
    const news = (words: string) => page.getByRole('status').getByText(words).waitFor();
    await news('You changed 1 term (£46.80 a week)');

    isDown = true;
    await Promise.all(sockets.map((socket) => socket.close({ code: 1012 })));
    await page.getByText(/^(Reconnecting|Not live)/).waitFor();
    latest = await actsIn(fenmoor).counter(await fenmoor.person('priya'), latest, { rate: '23.50' });
    await look(page, 'agreement, not live');
    isDown = false;
    await press(page, 'Check now');
    await page.getByText('Live', { exact: true }).waitFor();
    await page.locator('#change-PRICE').getByText('£23.50 an hour (£47.00 a week)').waitFor();
    await news('changed 1 term (£47.00 a week)');
  });

  it('takes an idea of one’s own beside the directory, and an outcome away that is no longer wanted', async () => {
    const colm = await screenOf(browser, fenmoor.url, 'colm', troubles);
    await follow(colm, /somebody awake in the house/);
    await press(colm, 'Start looking for options');
    await heading(colm, 'Find support');
    await colm.getByRole('link', { name: 'Back', exact: true }).click();
    await follow(colm, 'Add an idea of my own');
    await press(colm, 'Add this idea');
    await colm.getByRole('link', { name: 'Give your idea a short name' }).click();
    await colm.keyboard.type('My cousin sleeps over');
    await look(colm, 'own idea');
    await press(colm, 'Add this idea');
    await colm.getByRole('columnheader', { name: 'Your own idea My cousin sleeps over' }).waitFor();

    await colm.getByRole('link', { name: 'Back', exact: true }).click();
    await follow(colm, 'This is no longer wanted');
    await look(colm, 'outcome, to be withdrawn');
    await press(colm, 'Take it away');
    await colm.getByText('No longer wanted', { exact: true }).waitFor();
  });

  it('shows somebody whose session ends elsewhere how to sign in again', async () => {
    const { status } = await mair.evaluate(async () => {
      const answer = await fetch('/sign-out', { method: 'POST', headers: { accept: 'application/json' } });
      return { status: answer.status };
    });
    expect(status).toBe(204);
    await heading(mair, 'Say what matters to you. Decide who helps.');
    await mair.getByText('You are signed out. Sign in to go on.').waitFor();
    await look(mair, 'landing');
  });

  it('asked no other host for anything, and no page went wrong', () => {
    expect(troubles).toEqual([]);
  });

  it('met no page that axe complains of or that scrolls sideways, wide or on a phone', () => {
    expect(flaws).toEqual([]);
  });
});

type Seen = { readonly seen: [number, string][] };

/** Writes down what the live strip says, and when. */
async function watch(page: Page) {
  await page.evaluate(() => {
    const seen: [number, string][] = [];
    Object.assign(globalThis, { seen });
    const note = () => seen.push([Date.now(), document.querySelector('main')?.textContent ?? '']);
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** When the page first said it; waits until it does. */
async function shownAt(page: Page, words: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => (globalThis as unknown as Seen).seen.find(([, text]) => text.includes(wanted))?.[0],
    words,
  );
  return Number(await found.jsonValue());
}
