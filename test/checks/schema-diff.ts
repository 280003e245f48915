// Compares schema/schema.graphql with what it was on the main branch. A change that would break a client
// fails, unless CHANGELOG.md owns up to it under "### Breaking" of "## Unreleased", by its path in backticks.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const root = new URL('../../', import.meta.url);
const promise = 'schema/schema.graphql';

/** One sentence for each change from `before` to `after` that breaks a client and that `changelog` does not announce. */
export async function unannouncedBreaks(before: string, after: string, changelog: string): Promise<string[]> {
  const rules = [DiffRule.suppressRemovalOfDeprecatedField];
  const changes = await diff(buildSchema(before), buildSchema(after), rules);
  const announced = announcedBreaks(changelog);
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .filter((change) => !announced.has(change.path ?? ''))
    .map((change) => `${change.path}: ${change.message}`);
}

function announcedBreaks(changelog: string): Set<string> {
  const [, unreleased = ''] = changelog.match(/^## Unreleased$([\s\S]*?)(?=^## |$(?![\s\S]))/m) ?? [];
  const [, breaking = ''] = unreleased.match(/^### Breaking$([\s\S]*?)(?=^### |$(?![\s\S]))/m) ?? [];
  return new Set([...breaking.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

/** The schema that clients were last promised: main's, or on main itself the commit before; null at the beginning. */
function promisedBefore(): string | null {
  const git = (...words: string[]) => {
    try {
      return execFileSync('git', words, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString();
    } catch {
      return null;
    }
  };
  const main = process.env['SCHEMA_BASE'] ?? (git('rev-parse', '--verify', 'origin/main') ? 'origin/main' : 'main');
  const isMain = git('rev-parse', main) === git('rev-parse', 'HEAD');
  const isClean = git('status', '--porcelain', '--', promise) === '';
  return git('show', `${isMain && isClean ? 'HEAD~1' : main}:${promise}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
  const before = promisedBefore();
  const breaks = before ? await unannouncedBreaks(before, read(promise), read('CHANGELOG.md')) : [];
  if (!before) console.log('No earlier schema to compare with.');
  for (const sentence of breaks) console.error(sentence);
  if (breaks.length) console.error('Deprecate first, or announce each path under "### Breaking" in CHANGELOG.md.');
  process.exitCode = breaks.length ? 1 : 0;
}
