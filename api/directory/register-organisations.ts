import type { Transaction } from '../platform/transaction.ts';
import { firstOfEach, knownByExternalId, writeRows } from './directory.queries.ts';
import type { SomeValues } from './entry-field.rules.ts';
import { fingerprintOf } from './fingerprint.rules.ts';
import { keepOwnWords } from './keep-own-words.ts';
import type { OrganisationEntry } from './organisation-entry.rules.ts';
import { registerRegistrations } from './register-registrations.ts';
import type { RegistrationsToRegister } from './register-registrations.ts';
import { columnsOf } from './own-edit.queries.ts';

/** An organisation of a feed as it stands now. */
export interface RegisteredOrganisation {
  readonly id: string;
  readonly fate: 'created' | 'changed' | 'unchanged';
}

const COLUMNS = {
  id: 'uuid',
  kind: 'text',
  name: 'text',
  description: 'text',
  website: 'text',
  email: 'text',
  phone: 'text',
  feed_id: 'uuid',
  external_id: 'text',
  content_hash: 'bytea',
};

// What a person has sorted stays sorted when the feed still does not say.
const ON_CONFLICT = `on conflict (feed_id, external_id) do update set
  kind = case when excluded.kind = 'UNSORTED' then organisation.kind else excluded.kind end,
  name = excluded.name, description = excluded.description, website = excluded.website, email = excluded.email,
  phone = excluded.phone, content_hash = excluded.content_hash`;

/** Takes in the organisations of a feed, each identifier once; answers all of them by their identifier in the feed. */
export async function registerOrganisations(
  tx: Transaction,
  feedId: string,
  entries: readonly OrganisationEntry[],
): Promise<Map<string, RegisteredOrganisation>> {
  const unique = firstOfEach(entries);
  const externalIds = unique.map(({ externalId }) => externalId);
  const known = await knownByExternalId(tx, 'organisation', feedId, externalIds);
  const registered = new Map<string, RegisteredOrganisation>();
  const told: RegistrationsToRegister[] = [];
  const rows: ({ readonly id: string } & Record<string, unknown>)[] = [];
  const said: { readonly id: string; readonly values: SomeValues }[] = [];

  for (const entry of unique) {
    const earlier = known.get(entry.externalId);
    const hash = fingerprintOf({ ...entry, externalId: null }).toString('hex');
    const id = earlier?.id ?? tx.newId();
    const fate = !earlier ? 'created' : earlier.hash === hash ? 'unchanged' : 'changed';
    registered.set(entry.externalId, { id, fate });
    if (fate === 'unchanged') continue;
    const { externalId, registrations, ...content } = entry;
    told.push({ organisationId: id, serviceId: null, entries: registrations });
    rows.push({ id, ...content, feed_id: feedId, external_id: externalId, content_hash: hash });
    if (fate === 'changed') said.push({ id, values: valuesOf(entry) });
  }

  const own = await keepOwnWords(tx, 'organisation', said);
  const written = rows.map((row) => ({ ...row, ...columnsOf(own.get(row.id) ?? {}) }));
  await writeRows(tx, { table: 'organisation', columns: COLUMNS, onConflict: ON_CONFLICT }, written);
  await registerRegistrations(tx, feedId, told);
  return registered;
}

function valuesOf({ name, description, website, email, phone }: OrganisationEntry): SomeValues {
  return { NAME: name, DESCRIPTION: description, WEBSITE: website, EMAIL: email, PHONE: phone };
}
