import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../platform/environment.ts';
import { barredFolder, postgresUser } from './postgres-user.ts';
import { StartProblem, codeOf } from './start-problem.ts';

/** Where the embedded database lives. */
export interface DataFolder {
  /** Secret, port, and who uses the server. */
  readonly dataFolder: string;
  /** PostgreSQL's own data. */
  readonly cluster: string;
}

/**
 * Makes sure that the data folder can be written. Root cannot run PostgreSQL, and its stand-in may not be able to enter
 * a checkout under a private home: then the data is kept elsewhere, unless the folder was chosen with KITH_DATA.
 */
export function prepareDataFolder({ dataFolder, dataFolderChosen }: Environment): DataFolder {
  makeWritable(dataFolder);
  const cluster = join(dataFolder, 'postgres');
  const barred = barredFolder(cluster, postgresUser(cluster));
  if (!barred) return { dataFolder, cluster };
  if (dataFolderChosen) {
    throw new StartProblem(
      `You are root, whom PostgreSQL does not run for, and its user cannot enter ${barred}; set KITH_DATA to a folder that everybody can reach, such as /var/lib/kith.`,
    );
  }
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  const elsewhere = resolve('/var/lib', `kith-${name}`);
  makeWritable(elsewhere);
  return { dataFolder, cluster: join(elsewhere, 'postgres') };
}

function makeWritable(folder: string): void {
  const isNew = !existsSync(folder);
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    if (isNew) chmodSync(folder, 0o755);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartProblem(
      `Kith cannot write to its data folder ${folder} (${codeOf(error)}); make it writable, or set KITH_DATA to another folder.`,
    );
  }
}
