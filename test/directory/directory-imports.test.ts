import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../api/common/calendar.ts';
import { stateOfRun } from '../../api/directory/import-run.rules.ts';
import { compareEntries } from '../../api/directory/link-comparison.rules.ts';
import type { ComparedEntry } from '../../api/directory/link-comparison.rules.ts';
import { decideLink } from '../../api/directory/link-decision.rules.ts';
import { decideMark } from '../../api/directory/quarantined-row.rules.ts';
import { fedWorld, TEA, type FedWorld } from '../support/fed-world.ts';
import type { Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type Told } from '../support/world.ts';

let here: FedWorld;
beforeAll(async () => {
  here = await fedWorld();
});
afterAll(() => here.close());

const place = {
  service_at_locations: [
    {
      location: {
        id: 'hall',
        location_type: 'physical',
        name: 'Hall',
        latitude: 52.4,
        longitude: -0.1,
        addresses: [{ address_1: '1 Mill Row', city: 'Fenmoor', postal_code: 'FM1 1AA', country: 'GB' }],
      },
    },
  ],
};
const entry = (id: string, changes: object = {}) => ({ ...TEA, id, ...place, ...changes });
const DESK = `{ viewer { directoryDesk { runs { totalCount edges { node { id state landed created quarantined left problem feed { name licence isPublished } } } }
  quarantine { totalCount edges { node { id reasonCode reason raw state numberInFeed feed { name } } } }
  links { totalCount edges { node { id kind state grounds facts { label service otherService agreement } service { id name } otherService { id } } } }
  feeds { totalCount edges { node { name source licence isPublished serviceCount lastRun { state } } } } } } }`;
const MARK = `mutation M($input: MarkQuarantinedRowInput!) { markQuarantinedRow(input: $input) { userErrors { code message } row { id state } } }`;
const DECIDE = `mutation D($input: DecideServiceLinkInput!) { decideServiceLink(input: $input) { userErrors { code field } link { state decidedAt } } }`;
const SHOWN = `query S($id: ID!) { service(id: $id) { name shownAs { id } alsoListedAs { id } } }`;

interface Node {
  readonly id: string;
  readonly [name: string]: unknown;
}
interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}
async function deskOf(who: Someone | null): Promise<Readonly<Record<string, List>> | null> {
  const viewer = field(await here.as(who)(DESK), 'viewer') as { directoryDesk: Readonly<Record<string, List>> | null };
  return viewer.directoryDesk;
}
async function nodesOf(list: string): Promise<readonly Node[]> {
  return ((await deskOf(here.editor))?.[list]?.edges ?? []).map(({ node }) => node);
}
const mark = (who: Someone | null, rowId: string, what: string): Promise<Told> =>
  here.as(who)(MARK, { input: { rowId, mark: what } });
const decide = (who: Someone | null, input: object): Promise<Told> => here.as(who)(DECIDE, { input });

describe('the desk', () => {
  it('tells an editor of every reading with its account, and of every feed with its licence', async () => {
    await here.take(TEA, entry('bad', { name: null }));
    const [latest] = await nodesOf('runs');
    expect(latest).toMatchObject({ state: 'WHOLE', landed: 2, created: 0, quarantined: 1, left: 0, problem: null });
    const [feed] = await nodesOf('feeds');
    expect(feed).toMatchObject({ licence: null, isPublished: false, serviceCount: 1, lastRun: { state: 'WHOLE' } });
  });

  it('is nobody else’s, and neither is a run, a row or a link by its id', async () => {
    const [run] = await nodesOf('runs');
    const [row] = await nodesOf('quarantine');
    for (const who of [null, here.stranger, here.manager, here.broker]) {
      expect(who === null || (await deskOf(who)) === null).toBe(true);
      const one = await here.as(who)(
        'query O($run: ID!, $row: ID!) { importRun(id: $run) { id } quarantinedRow(id: $row) { id } }',
        {
          run: run?.id,
          row: row?.id,
        },
      );
      expect(one.data).toEqual({ importRun: null, quarantinedRow: null });
    }
  });

  it('reads each list in one statement, however long it is', async () => {
    const few = await statementsOf(() => deskOf(here.editor));
    await here.take(TEA, ...Array.from({ length: 6 }, (_, index) => entry(`bad${index}`, { name: null })));
    const many = await statementsOf(() => deskOf(here.editor));
    expect(many).toHaveLength(few.length);
    expect(few.length).toBeGreaterThan(0);
  });
});

describe('a quarantined row', () => {
  it('waits, is looked at until an import meets it again, or is put aside for good', async () => {
    await here.take(TEA, entry('seen', { name: null }), entry('aside', { name: null }));
    const waiting = await nodesOf('quarantine');
    const rowOf = (id: string) => waiting.find(({ numberInFeed }) => numberInFeed === id)?.id ?? '';
    expect(waiting.map(({ numberInFeed }) => numberInFeed).sort()).toEqual(['aside', 'seen']);
    expect(waiting[0]).toMatchObject({
      reasonCode: 'NAME_MISSING',
      reason: 'The entry has no name.',
      state: 'WAITING',
    });
    expect(waiting[0]?.['raw']).toMatch(/^\{\n {2}"id"/);

    expect(field(await mark(here.editor, rowOf('seen'), 'LOOKED_AT'), 'markQuarantinedRow')['row']).toMatchObject({
      state: 'LOOKED_AT',
    });
    expect(codesOf(await mark(here.editor, rowOf('aside'), 'PUT_ASIDE'), 'markQuarantinedRow')).toEqual([]);
    expect(await nodesOf('quarantine')).toEqual([]);
    const events = await here.sql(
      "select type, acted_as, data from event where type = 'QUARANTINED_ROW_MARKED' order by id",
    );
    expect(events).toMatchObject([
      { data: { mark: 'LOOKED_AT' } },
      { acted_as: 'EDITOR', data: { mark: 'PUT_ASIDE' } },
    ]);

    await here.take(TEA, entry('seen', { name: null }), entry('aside', { name: null }));
    expect((await nodesOf('quarantine')).map(({ numberInFeed }) => numberInFeed)).toEqual(['seen']);

    await here.take(TEA);
    expect(await nodesOf('quarantine')).toEqual([]);
    const gone = await mark(here.editor, rowOf('seen'), 'PUT_ASIDE');
    expect(codesOf(gone, 'markQuarantinedRow')).toEqual(['ROW_GONE']);
  });

  it('is marked by no one but an editor', async () => {
    await here.take(TEA, entry('theirs', { name: null }));
    const [row] = await nodesOf('quarantine');
    for (const who of [here.stranger, here.manager, here.broker]) {
      expect((await mark(who, row?.id ?? '', 'PUT_ASIDE')).codes).toEqual(['NOT_FOUND']);
    }
    expect((await mark(null, row?.id ?? '', 'PUT_ASIDE')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await mark(here.editor, 'nothing', 'PUT_ASIDE')).codes).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['WAITING', null, 'LOOKED_AT', true],
    ['PUT_ASIDE', null, 'WAITING', true],
    ['LOOKED_AT', null, 'LOOKED_AT', true],
    ['WAITING', '2026-11-25', 'PUT_ASIDE', false],
  ] as const)('in state %s, gone on %s, may be marked %s: %s', (state, goneOn, to, expected) => {
    expect(decideMark({ state, goneOn }, to).ok).toBe(expected);
  });
});

describe('two entries that may be the same', () => {
  let link: Node;
  let later: string;
  let earlier: string;
  const shown = async (id: string) => field(await here.as(null)(SHOWN, { id }), 'service');

  /** What a visitor finds under the name of all of them. */
  const found = async () => {
    const told = await here.as(null)('{ services(search: { text: "tea talk" }) { edges { node { id } } } }');
    const { edges } = field(told, 'services') as { edges: { node: { id: string } }[] };
    return edges.map(({ node }) => node.id).sort();
  };

  beforeAll(async () => {
    await here.take(TEA, entry('one'), entry('two', { email: 'other@fen.example' }));
    const [proposed] = await nodesOf('links');
    if (proposed === undefined) throw new Error('An import proposes a link.');
    link = proposed;
    later = (link['service'] as Node).id;
    earlier = (link['otherService'] as Node).id;
  });

  it('are shown side by side with what agrees and what differs', () => {
    expect(link).toMatchObject({ kind: 'DUPLICATE', state: 'PROPOSED' });
    expect(link['grounds']).toEqual([
      'They are at the same address.',
      'They have the same name.',
      'They have the same telephone number.',
    ]);
    const facts = link['facts'] as { label: string; agreement: string }[];
    expect(facts.filter(({ agreement }) => agreement === 'DIFFERENT').map(({ label }) => label)).toEqual(['E-mail']);
    expect(facts.find(({ label }) => label === 'Where')).toMatchObject({ service: '1 Mill Row, Fenmoor, FM1 1AA' });
  });

  it('are decided by an editor alone, who must choose one of the two', async () => {
    for (const who of [here.stranger, here.manager, here.broker]) {
      expect((await decide(who, { linkId: link.id, decision: 'SAME' })).codes).toEqual(['NOT_FOUND']);
    }
    expect((await decide(null, { linkId: link.id, decision: 'SAME' })).codes).toEqual(['UNAUTHENTICATED']);
    const other = await decide(here.editor, { linkId: link.id, decision: 'SAME', preferredServiceId: here.serviceId });
    expect(codesOf(other, 'decideServiceLink')).toEqual(['PREFERRED_UNKNOWN']);
    expect((await shown(later))['shownAs']).toBeNull();
  });

  it('stay both when they are the same: one is shown for both, and says so', async () => {
    const input = { linkId: link.id, decision: 'SAME', preferredServiceId: earlier };
    expect(codesOf(await decide(here.editor, input), 'decideServiceLink')).toEqual([]);
    expect(codesOf(await decide(here.editor, input), 'decideServiceLink')).toEqual([]);
    expect(await shown(later)).toMatchObject({ shownAs: { id: earlier }, alsoListedAs: [] });
    expect(await shown(earlier)).toMatchObject({ shownAs: null, alsoListedAs: [{ id: later }] });
    expect(await nodesOf('links')).toEqual([]);
    expect(await found()).toEqual([earlier, here.serviceId].sort());
    await here.take(TEA, entry('one'), entry('two', { email: 'third@fen.example' }));
    expect(await found()).toEqual([earlier, here.serviceId].sort());
    expect(await shown(later)).toMatchObject({ shownAs: { id: earlier } });
    expect(await here.sql("select type from event where type like 'SERVICE_LINK%'")).toHaveLength(2);
  });

  it('stand for themselves again when somebody sees that they are two, and are not proposed again', async () => {
    expect(codesOf(await decide(here.editor, { linkId: link.id, decision: 'TWO' }), 'decideServiceLink')).toEqual([]);
    expect(await shown(later)).toMatchObject({ shownAs: null, alsoListedAs: [] });
    expect(await found()).toEqual([earlier, later, here.serviceId].sort());
    await here.take(TEA, entry('one'), entry('two', { email: 'fourth@fen.example' }));
    expect(await nodesOf('links')).toEqual([]);
  });

  it.each([
    ['SAME', null, 'b'],
    ['SAME', 'a', 'a'],
    ['SAME', 'c', null],
    ['TWO', null, null],
  ] as const)('decided %s, preferring %s, show %s', (decision, preferred, expected) => {
    const decided = decideLink({ serviceId: 'b', otherServiceId: 'a' }, decision, preferred);
    expect(decided.ok ? (decided.value.shown?.serviceId ?? null) : null).toBe(expected);
    expect(decided.ok).toBe(preferred !== 'c');
  });
});

describe('how a run stands', () => {
  const now = Temporal.Instant.from('2026-11-25T12:00:00Z');
  const run = { endedAt: null, workedAt: '2026-11-25T11:59:00Z', isWhole: false, problem: null };
  it.each([
    ['is under way', run, 'RUNNING'],
    ['has been silent for five minutes', { ...run, workedAt: '2026-11-25T11:55:00Z' }, 'RUNNING'],
    ['has been silent for longer', { ...run, workedAt: '2026-11-25T11:54:59Z' }, 'BROKEN_OFF'],
    ['says why it broke off', { ...run, problem: 'The server went away.' }, 'BROKEN_OFF'],
    ['has ended', { ...run, endedAt: '2026-11-25T11:59:00Z', isWhole: true }, 'WHOLE'],
    ['has ended without a part', { ...run, endedAt: '2026-11-25T11:59:00Z' }, 'IN_PART'],
  ] as const)('that %s', (_what, facts, expected) => {
    expect(stateOfRun(facts, now)).toBe(expected);
  });
});

describe('what is compared', () => {
  const one: ComparedEntry = {
    ...{ name: 'Tea', organisation: 'Us', address: null, phone: '01632 960100', email: null, website: null },
    ...{ description: null, source: null, unlistedOn: null },
  };
  it('is the same however it is written, and unknown where one does not say', () => {
    const facts = compareEntries(one, {
      ...one,
      name: ' TEA ',
      phone: '01632960100',
      email: 'a@b.example',
      unlistedOn: '2026-01-01',
    });
    expect(facts.map(({ label, agreement }) => [label, agreement])).toEqual([
      ['Name', 'SAME'],
      ['Run by', 'SAME'],
      ['Telephone', 'SAME'],
      ['E-mail', 'UNKNOWN'],
      ['In its publisher’s list', 'DIFFERENT'],
    ]);
  });
});
