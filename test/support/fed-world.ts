import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportAccount } from '../../api/directory/import-account.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { entities } from '../../api/server/entities.ts';
import type { Organisation, Someone } from './make.ts';
import { type World, world } from './world.ts';

/** A world whose directory comes from a feed of the test's own, with people on both sides of an entry. */
export interface FedWorld extends World {
  /** Reads the feed with these entries, as its publisher would have changed it. */
  take(...entries: readonly Record<string, unknown>[]): Promise<ImportAccount>;
  readonly serviceId: string;
  readonly group: Organisation;
  /** Manager and member of the group that the entry belongs to. */
  readonly manager: Someone;
  readonly member: Someone;
  /** Keeps the directory right, at an authority. */
  readonly editor: Someone;
  /** Manager of another group. */
  readonly rival: Someone;
  /** Broker at the editor's authority. */
  readonly broker: Someone;
  readonly stranger: Someone;
}

/** The entry as its publisher first gave it. */
export const TEA = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Tea and talk',
  description: 'Come for tea.',
  status: 'active',
  email: 'tea@fen.example',
  contacts: [{ id: 'c', phones: [{ id: 'p', number: '01632 960100' }] }],
  schedules: [{ id: 's', freq: 'WEEKLY', byday: 'TU', opens_at: '14:00', closes_at: '16:00' }],
  minimum_age: 18,
  organization: { id: '22222222-2222-4222-8222-222222222222', name: 'Tea Group', description: 'People who like tea.' },
};

/** Starts a world with one entry in it. */
export async function fedWorld(): Promise<FedWorld> {
  const made = await world();
  const system = await openDatabase({ url: made.database.systemUrl, entities, size: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'kith-fed-'));
  const ctx = makeContext({ viewer: ANONYMOUS, db: system, log: made.contextOf(null).log });
  const take = async (...entries: readonly Record<string, unknown>[]) => {
    const file = join(folder, 'fen.json');
    await writeFile(file, JSON.stringify(entries));
    return importDirectory(ctx, file);
  };
  await take(TEA);
  const [row] = await made.sql<{ id: string; organisation_id: string }>('select id, organisation_id from service');
  const group: Organisation = { id: row?.organisation_id ?? '', name: 'Tea Group', kind: 'COMMUNITY_GROUP' };
  const { make } = made;
  const council = await make.authority();
  return {
    ...{ ...made, take, group, serviceId: row?.id ?? '' },
    manager: await make.manager(group, 'Mo Manager'),
    member: await make.member(group, 'MEMBER', 'Em Member'),
    editor: await make.member(council, 'EDITOR', 'Ed Editor'),
    broker: await make.broker(council, 'Ben Broker'),
    rival: await make.manager(await make.organisation('COMMUNITY_GROUP', 'Coffee Group'), 'Rae Rival'),
    stranger: await make.person('Sam Stranger'),
    close: async () => {
      await system.close();
      await made.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
