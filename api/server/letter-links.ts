import type { Links } from '../platform/context.ts';
import { rolePassword } from '../platform/database-urls.ts';
import type { Environment } from '../platform/environment.ts';

/** What links in letters are made with: the key of the environment, else one that follows from the owner's password. */
export function linksOf(ownerUrl: string, { linkSecret, publicUrl, port, mail }: Environment): Links {
  const home = publicUrl ?? `http://localhost:${port}`;
  return { secret: linkSecret ?? rolePassword(ownerUrl, 'links in letters'), home, hasMail: mail !== null };
}
