// The walls that no import shows: where files stand and what they are called (ARCHITECTURE.md, GUIDE 3, 4, 18).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
const kinds = ['entity', 'rules', 'policy', 'view', 'queries', 'resolver'];
type Say = (sentence: string) => void;
const kebab = '[a-z0-9]+(-[a-z0-9]+)*';

/** The features in the order in which care is bought, as ARCHITECTURE.md lists them. */
export function featuresInOrder(): string[] {
  const text = readFileSync(new URL('ARCHITECTURE.md', root), 'utf8');
  const line = text.split('\n').find((each) => /^`[a-z]+` ← /.test(each)) ?? '';
  return [...line.matchAll(/`([a-z]+)`/g)].map((match) => match[1] ?? '');
}

/** One sentence for each path that stands in the wrong place or has the wrong name. */
export function misplaced(paths: readonly string[], features = featuresInOrder()): string[] {
  const houses = ['.ci', 'api', 'migrations', 'schema', 'seeds', 'test', 'web'];
  const rooms = ['common', 'platform', 'server', 'decisions', ...features];
  return paths.flatMap((path) => {
    const folders = path.split('/');
    const name = folders.pop() ?? '';
    const [house, room = ''] = folders;
    const problems: string[] = [];
    const say: Say = (sentence) => problems.push(`${path}: ${sentence}`);

    if (folders.some((each) => /^(utils?|helpers?|shared|misc|lib)$/.test(each)))
      say('a folder is named for what it holds.');
    if (house && !houses.includes(house)) say(`there is no such folder in the house; it has ${houses.join(', ')}.`);
    if (house === 'api' && !rooms.includes(room)) say('the folder is not a feature that ARCHITECTURE.md lists.');
    if (/^index[.]tsx?$/.test(name)) say('no barrels: name the file for what it exports.');
    if (/[.]tsx$/.test(name) && !new RegExp(`^([A-Z][A-Za-z0-9]*|${kebab})([.]test)?[.]tsx$`).test(name))
      say('a component file is PascalCase, another is kebab-case.');
    if (/[.]ts$/.test(name) && !new RegExp(`^${kebab}([.][a-z]+)*[.]ts$`).test(name)) say('a file name is kebab-case.');
    if (house === 'api' && features.includes(room)) sayOfFeature(name, say);
    if (house === 'migrations') sayOfMigration(path, paths, say);
    if (path.startsWith('api/decisions/') && !new RegExp(`^\\d{4}-${kebab}[.]md$`).test(name))
      say('a decision is called NNNN-its-sentence.md.');
    return problems;
  });
}

function sayOfFeature(name: string, say: Say): void {
  const [, kind] = name.match(/[.]([a-z]+)[.]ts$/) ?? [];
  if (kind && !kinds.includes(kind)) say(`a feature has only ${kinds.join(', ')} and use cases.`);
}

function sayOfMigration(path: string, paths: readonly string[], say: Say): void {
  if (path.startsWith('migrations/access/')) {
    if (!/[a-z-]+[.]sql$/.test(path)) say('read rules are SQL.');
    return;
  }
  if (!new RegExp(`^migrations/\\d{14}-${kebab}([.]down)?[.]sql$`).test(path))
    say('a migration is called YYYYMMDDHHMMSS-what-it-does.sql.');
  if (/-(updates?|fix(es)?|changes?)([.-]|$)/.test(path))
    say('a migration says what it does, not that it does something.');
  if (!path.endsWith('.down.sql') && !paths.includes(path.replace(/[.]sql$/, '.down.sql')))
    say('a migration has its way back beside it, in a .down.sql.');
}

/** Every file of the project, as paths from its folder, without what is installed, built or planted. */
export function projectFiles(): string[] {
  const left = ['.git', '.kith', 'coverage', 'node_modules'];
  const planted = /^(web\/dist|test\/boundaries\/planted)\//;
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !left.includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(entry.name) : [entry.name]))
    .filter((path) => !planted.test(path));
}

function filesUnder(folder: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(root), join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = misplaced(projectFiles());
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
}
