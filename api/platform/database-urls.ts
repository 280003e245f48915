import { createHmac } from 'node:crypto';

/** The three ways into one database. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly system: string;
}

/** Roles that log in, besides the owner. */
export const LOGIN_ROLES = ['kith_app', 'kith_system'] as const;

/** Password of one of our roles, derived from the owner's so that there is one secret to keep. */
export function rolePassword(ownerUrl: string, role: string): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password);
  return createHmac('sha256', ownerPassword).update(role).digest('hex');
}

/** The addresses of the owner, the app role and the system role of the database that the owner's address names. */
export function databaseUrls(ownerUrl: string): DatabaseUrls {
  const as = (role: string) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = rolePassword(ownerUrl, role);
    return url.toString();
  };
  return { owner: ownerUrl, app: as('kith_app'), system: as('kith_system') };
}
