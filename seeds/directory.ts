import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, dayAt, daysInclusive } from '../api/common/calendar.ts';
import { registerPostcodes } from '../api/directory/register-postcodes.ts';
import { importDirectory } from '../api/offers/import-directory.ts';
import type { Context } from '../api/platform/context.ts';

/** Day on which the directory's file was written; its checks are as old on any day as they were on that. */
const WRITTEN_ON = '2026-11-25';

/** Plants the directory of Fenmoor and where its postcodes lie; answers how many rows came in. */
export async function plantDirectory(system: Context): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-seed-'));
  try {
    // The name of the folder is half of what makes it the same feed when the file itself is imported later.
    await mkdir(join(folder, 'fenmoor'));
    const file = join(folder, 'fenmoor', 'directory.json');
    await writeFile(file, checkedBefore(await readFile(pathOf('directory.json'), 'utf8'), dayAt(system.now())));
    const account = await importDirectory(system, file, {
      feedName: 'Fenmoor directory',
      licence: 'Open Government Licence v3.0',
      attribution: 'Invented for the demonstration.',
    });
    await registerPostcodes(system, JSON.parse(await readFile(pathOf('postcodes.json'), 'utf8')));
    return account.created;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file with every day of a check moved on, so that a demonstration next year does not find all of it out of date. */
function checkedBefore(text: string, today: string): string {
  const later = Math.max(0, daysInclusive(WRITTEN_ON, today) - 1);
  return text.replace(/("assured_date": ")(\d{4}-\d{2}-\d{2})/g, (_all, name: string, day: string) => {
    return `${name}${addDays(day, later)}`;
  });
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`./fenmoor/${name}`, import.meta.url));
}
