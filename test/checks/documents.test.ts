import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  parse,
  validate,
  type GraphQLNamedType,
} from 'graphql';
import { projectFiles } from './layout.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Words that GLOSSARY.md sets in bold, in lower case. */
const words = new Set([...read('GLOSSARY.md').matchAll(/\*\*([^*]+)\*\*/g)].map((match) => bare(match[1] ?? '')));

/** Types that stand for no thing of the domain: the roots, and what every GraphQL schema has. */
const grammar = /^(Query|Mutation|Subscription|PageInfo|CurrencyCode|.*(Connection|Edge|Payload|Error|ErrorCode))$/;

describe('GLOSSARY.md', () => {
  it('has a word for every type and enum that the API shows', () => {
    const types = Object.values(buildSchema(read('schema/schema.graphql')).getTypeMap()).filter(isNoun);
    expect(types.map((type) => phrase(type.name)).filter((name) => !words.has(name))).toEqual([]);
  });

  it('has a word for every table', () => {
    const tables = projectFiles()
      .filter((path) => /^migrations\/\d+-[a-z-]+[.]sql$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/create table (?:if not exists )?([a-z_]+)/gi)])
      .map((match) => (match[1] ?? '').replaceAll('_', ' '));
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((name) => !words.has(name))).toEqual([]);
  });
});

describe('decision records', () => {
  const folder = 'api/decisions';

  it.each(readdirSync(join(root, folder)))('%s says what, why, the cost, and when to look again, on a page', (file) => {
    const text = read(join(folder, file));
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]);
    expect(headings.slice(1)).toEqual(['The choice', 'Why', 'What it costs', 'When to look again']);
    expect(text).toMatch(/^Tags: /m);
    expect(text.split(/\s+/).length).toBeLessThan(800);
  });

  it('are numbered without gaps or twins', () => {
    const numbers = readdirSync(join(root, folder)).map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  });
});

describe('the documents', () => {
  const documents = projectFiles().filter((path) => path.endsWith('.md'));

  it('are all there', () => {
    const promised = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'GLOSSARY', 'CHANGELOG', 'SECURITY'];
    expect(documents).toEqual(expect.arrayContaining(promised.map((name) => `${name}.md`)));
  });

  it.each(documents)('%s links only to what is there', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    const dead = links.filter((link) => !existsSync(join(root, dirname(path), link)));
    expect(dead).toEqual([]);
  });

  it.each(documents)('%s names only commands that package.json has', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/\bnpm run ([a-z:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('README.md shows operations that the API understands', () => {
    const schema = buildSchema(read('schema/schema.graphql'));
    const operations = [...read('README.md').matchAll(/```graphql\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    const kinds = operations.map((operation) => /^(query|mutation|subscription)/.exec(operation)?.[0]);
    expect(kinds).toEqual(expect.arrayContaining(['query', 'subscription']));
    const problems = operations.flatMap((operation) => validate(schema, parse(operation)));
    expect(problems.map((problem) => problem.message)).toEqual([]);
  });

  it('README.md tells every variable that .env.example has', () => {
    const variables = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1] ?? '');
    expect(variables.length).toBeGreaterThan(3);
    const readme = read('README.md');
    expect(variables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

function isNoun(type: GraphQLNamedType): boolean {
  const isOurs = !isIntrospectionType(type) && !grammar.test(type.name);
  return isOurs && (isObjectType(type) || isInterfaceType(type) || isEnumType(type));
}

/** "AgreementParty" → "agreement party". */
function phrase(name: string): string {
  return name.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
}

function bare(word: string): string {
  return word.trim().toLowerCase();
}
