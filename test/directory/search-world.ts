import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { registerPostcodes } from '../../api/directory/register-postcodes.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeSchema } from '../../api/server/schema.ts';
import { projectFolder } from '../support/folders.ts';
import { makeDirectoryWorld } from './world.ts';
import type { DirectoryWorld } from './world.ts';

/** What a search is answered with. */
export interface Found {
  readonly edges: {
    cursor: string;
    distanceMiles: number | null;
    unknowns: { fact: string; sentence: string }[];
    node: { id: string; name: string; kind: string };
  }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
  readonly knownCount: number;
  readonly order: string;
  readonly readAs: string | null;
  readonly place: string | null;
  readonly placeProblem: string | null;
}

/** A directory to search in: that of Fenmoor, and what a test adds to it. */
export interface SearchWorld extends DirectoryWorld {
  /** Answers an operation of a stranger; throws the errors as one. */
  readonly ask: <T>(source: string, variableValues?: Record<string, unknown>) => Promise<T>;
  readonly search: (wanted: Record<string, unknown>, page?: Record<string, unknown>) => Promise<Found>;
  /** Takes in services as a feed of their own. */
  readonly add: (name: string, services: readonly unknown[]) => Promise<void>;
}

const SEARCH = `query Search($search: ServiceSearch!, $first: Int, $after: String) {
  services(search: $search, first: $first, after: $after) {
    edges { cursor distanceMiles unknowns { fact sentence } node { id name kind } } pageInfo { hasNextPage endCursor }
    totalCount knownCount order readAs place placeProblem } }`;

/** Makes a world with the directory of Fenmoor in it. */
export async function makeSearchWorld(): Promise<SearchWorld> {
  const world = await makeDirectoryWorld();
  await importDirectory(world.system(), join(projectFolder, 'seeds/fenmoor/directory.json'));
  const postcodes = await readFile(join(projectFolder, 'seeds/fenmoor/postcodes.json'), 'utf8');
  await registerPostcodes(world.system(), JSON.parse(postcodes));
  const schema = await makeSchema();

  const ask = async <T>(source: string, variableValues: Record<string, unknown> = {}): Promise<T> => {
    const result = await graphql({ schema, source, variableValues, contextValue: world.stranger() });
    if (result.errors)
      throw new Error(result.errors.map((error) => `${error.extensions['code']}: ${error.message}`).join('\n'), {
        cause: result.errors[0]?.originalError,
      });
    return result.data as T;
  };
  return {
    ...world,
    ask,
    search: async (wanted, page = {}) => (await ask<{ services: Found }>(SEARCH, { search: wanted, ...page })).services,
    add: async (name, services) => {
      await importDirectory(world.system(), await world.file(name, services));
    },
  };
}

/** Names of the services found, in their order. */
export const namesOf = (found: Found): string[] => found.edges.map(({ node }) => node.name);
