import type { PostcodesAccount } from '../../directory/import-postcodes.ts';
import { databaseUrls } from '../../platform/database-urls.ts';
import type { Environment } from '../../platform/environment.ts';
import { withDatabase } from '../find-database.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../project-folder.ts';

/** Takes in a list of postcodes; answers what became of it, line by line. */
export async function importPostcodeList(list: string, environment: Environment): Promise<readonly string[]> {
  const { importPostcodes } = await import('../../directory/import-postcodes.ts');
  const { withContexts } = await import('../contexts.ts');
  return withDatabase(environment, async (ownerUrl) => {
    await migrate(ownerUrl, migrationsFolder);
    const done = await withContexts([databaseUrls(ownerUrl).system], environment, ([ctx]) =>
      importPostcodes(ctx, list),
    );
    if (!done.ok) throw new Error(`${list}: ${done.problems[0]?.message}`);
    return linesOf(done.value);
  });
}

function linesOf({ read, kept, districts, leftOut }: PostcodesAccount): string[] {
  const left: [number, string][] = [
    [leftOut.ENDED, 'are no longer in use.'],
    [leftOut.UNPLACED, 'have no place on the map.'],
    [leftOut.UNREADABLE, 'are no postcodes.'],
  ];
  return [
    `${read} rows read: ${kept} postcodes kept, in ${districts} districts.`,
    ...left.filter(([count]) => count > 0).map(([count, why]) => `${count} left out: they ${why}`),
  ];
}
