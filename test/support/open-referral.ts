import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectFolder } from './folders.ts';

type Check = (document: unknown) => string[];

/** The published schemas, by which conformance is checked; null where they are not at hand. */
export interface Schemas {
  /** Problems of a document by a schema of Open Referral UK 3.0, such as "service". */
  readonly uk: (name: string) => Check;
  /** Problems of a document by a schema of HSDS 3.1, such as "service". */
  readonly hsds: (name: string) => Check;
}

/** Where published schemas and feeds of others lie, beside the project. */
export const sharedData = join(projectFolder, '../shared/data');

/** Whether the published schemas are at hand; without them the tests of conformance are passed over. */
export const hasSchemas = existsSync(join(sharedData, 'schemas'));

const UK = 'https://openreferraluk.org/specifications/3.0/schema/';
const BROKEN = new Set(['open_api.json', 'empy_list_response.json', 'service_with_definitions.json']);

/** Reads the schemas. */
export function readSchemas(): Schemas {
  const folder = join(sharedData, 'schemas/oruk-3.0/schema');
  const uk = makeAjv();
  for (const name of readdirSync(folder).filter((each) => !BROKEN.has(each)))
    uk.addSchema({ ...readJson(join(folder, name)), $id: `${UK}${name}` });

  const compiled = new Map<string, Check>();
  return {
    uk: (name) => (document) => {
      const check = uk.getSchema(`${UK}${name}.json`);
      if (!check) throw new Error(`There is no schema ${name}.`);
      return check(document) ? [] : problemsOf(check.errors);
    },
    hsds: (name) => {
      const known = compiled.get(name);
      if (known) return known;
      const { $schema: _, ...schema } = readJson(join(sharedData, `schemas/hsds-3.1/compiled/${name}.json`));
      const check = makeAjv().compile(schema);
      const made: Check = (document) => (check(document) ? [] : problemsOf(check.errors));
      compiled.set(name, made);
      return made;
    },
  };
}

function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  return ajv.addFormat('HH:MM', true).addFormat('datetime', true);
}

function problemsOf(errors: readonly { instancePath: string; message?: string }[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}
