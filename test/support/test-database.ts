import { randomBytes } from 'node:crypto';
import { databaseUrls } from '../../api/platform/database-urls.ts';
import { admin, at } from './test-server.ts';

/** A database of a test's own, as the three roles reach it. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly systemUrl: string;
  /** Ends every connection to the database and removes it. */
  drop(): Promise<void>;
}

/** Clones the migrated template: call it in `beforeAll`, and `drop` in `afterAll`. `empty` gives one without tables. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { KITH_TEST_SERVER: server, KITH_TEST_TEMPLATE: template, KITH_TEST_TEMPLATE_FAILURE: failure } = process.env;
  if (!server || !template) throw new Error('The test server is not running: start tests with "npm test".');
  if (failure && !options.empty) throw new Error(`The template could not be migrated. ${failure}`);

  const name = `kith_test_${randomBytes(6).toString('hex')}`;
  await admin(server, [`create database ${name} template ${options.empty ? 'template0' : template}`]);
  const { owner, app, system } = databaseUrls(at(server, name));
  const drop = () => admin(server, [`drop database if exists ${name} with (force)`]);
  return { ownerUrl: owner, appUrl: app, systemUrl: system, drop };
}
