import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands before the features' own rules: the functions they all use. */
const FIRST = ['access', 'roles', 'viewer', 'platform', 'common', 'foundation'];

/** Features in the order care is bought: a file may use what those before it made. */
const FEATURES = [
  'organisations', 'people', 'representatives', 'memberships', 'consents', 'directory', 'gaps', 'listings', 'offers', 'outcomes', 'appraisals', 'budgets', 'risks', 'referrals',
  'plans', 'enquiries', 'agreements', 'startups', 'reviews', 'groups', 'families', 'relationships', 'concerns', 'learning',
]; // prettier-ignore

/** The files that say who may read, in the order in which they are applied; unknown names come last. */
export function readAccess(migrations: string): { name: string; sql: string }[] {
  const folder = join(migrations, 'access');
  if (!existsSync(folder)) return [];
  const order = [...FIRST, ...FEATURES];
  const place = (file: string) => {
    const found = order.indexOf(file.slice(0, -'.sql'.length));
    return found === -1 ? order.length : found;
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}
