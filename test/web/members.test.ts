import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildClient, clientIsBuilt } from '../../api/server/client-build.ts';
import { findBrowser, inspect, openBrowser, screenOf } from '../support/browser.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

jest.setTimeout(60_000);
const executable = findBrowser();
if (executable === null) process.stdout.write('Not run: members in a browser (no Chromium; name one with CHROMIUM)\n');

(executable === null ? describe.skip : describe)('Mo keeps the members of the council', () => {
  let fenmoor: SeededWorld;
  let browser: Browser;
  let mo: Page;
  const troubles: string[] = [];
  const flaws: string[] = [];

  beforeAll(async () => {
    if (!clientIsBuilt()) await buildClient();
    browser = await openBrowser(executable ?? '');
    fenmoor = await seededWorld();
    mo = await screenOf(browser, fenmoor.url, 'mo', troubles);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await fenmoor?.close();
  }, 30_000);

  it('gives a role, and ends it in two presses', async () => {
    await mo.getByRole('link', { name: 'Members and roles of Fenmoor Council' }).click();
    const idris = mo.getByRole('region', { name: 'Idris Halloran' });
    await idris.getByText('Give Idris another role').click();
    flaws.push(...(await inspect(mo, 'members')));
    await idris.getByLabel('Approver').check();
    await idris.getByLabel(/Most they may approve/).fill('20000');
    await idris.getByRole('button', { name: 'Give this role' }).click();
    await mo.getByText('Idris has the new role now.').waitFor();
    await idris.getByText('up to £20,000.00 a year').waitFor();
    await idris.getByRole('button', { name: 'End this role of approver, Idris' }).click();
    flaws.push(...(await inspect(mo, 'members, asking')));
    await idris.getByRole('button', { name: 'Yes, end it' }).click();
    await mo.getByText('The role has ended. Idris cannot act in it any more.').waitFor();
  });

  it('invites somebody, who sees to what before they say yes', async () => {
    await mo.getByRole('link', { name: 'Invite someone' }).click();
    await mo.getByLabel('Who do you invite?').fill('Beryl');
    await mo.getByLabel('Member', { exact: true }).check();
    flaws.push(...(await inspect(mo, 'invite')));
    await mo.getByRole('button', { name: 'Invite them' }).click();
    const link = await mo.getByLabel('Link').inputValue();
    flaws.push(...(await inspect(mo, 'invitation sent')));
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(link);
    await visitor.getByText('Mo Calder invites you to act for Fenmoor Council, as: Member.').waitFor();
    await visitor.getByRole('link', { name: 'Sign in to accept' }).waitFor();
    flaws.push(...(await inspect(visitor, 'invited')));
    await visitor.context().close();
    const beryl = await screenOf(browser, fenmoor.url, 'beryl', troubles);
    await beryl.goto(link);
    await beryl.getByRole('button', { name: 'Accept' }).click();
    await beryl.getByText('You belong here now.').waitFor();
    await beryl.context().close();
    await mo.getByRole('link', { name: 'Go back' }).click();
    await mo.getByRole('region', { name: 'Beryl Stockdale' }).waitFor();
  });

  it('keeps the last manager, and says so', async () => {
    const own = mo.getByRole('region', { name: 'Mo Calder' });
    await own.getByRole('button', { name: /Leave this role/ }).click();
    await own.getByRole('button', { name: 'Yes, leave' }).click();
    await mo.getByText('This is the last manager. Make somebody else a manager first.').first().waitFor();
  });

  it('is accessible, and nothing went wrong on the way', () => {
    expect(flaws).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
