import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

const here = import.meta.dirname;
const walls = join(here, 'planted/walls');
const hand = join(here, 'planted/hand');
const root = join(here, '../..');

interface LintedFile {
  filePath: string;
  messages: { ruleId: string; message: string }[];
}

describe('the walls of ARCHITECTURE.md', () => {
  let broken: Record<string, string[]>;

  beforeAll(() => {
    const output = execFileSync(process.execPath, [join(here, 'cruise-planted.mjs')]);
    broken = JSON.parse(output.toString()) as Record<string, string[]>;
  }, 60_000);

  it.each(readdirSync(walls).filter((folder) => folder !== 'lawful'))(
    'catch the planted violation of %s, and say nothing else about it',
    (folder) => {
      const expected = folder === 'feature-order' ? 'feature-order-outcomes' : folder;
      expect(new Set(broken[folder])).toEqual(new Set([expected]));
    },
  );

  it('let through what is allowed', () => {
    expect(broken.lawful).toEqual([]);
  });

  it('have a planted violation each', () => {
    const config = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
    const rules = [...config.matchAll(/rule\(\s*'([a-z-]+)'/g)].map((match) => match[1]);
    expect(rules.length).toBeGreaterThan(20);
    expect(readdirSync(walls)).toEqual(expect.arrayContaining(rules));
  });
});

describe('the hand of GUIDE', () => {
  let linted: LintedFile[];

  beforeAll(() => {
    linted = lint();
  }, 60_000);

  it.each(sourcesIn(hand))('is held in %s', (file) => {
    const promise = readFileSync(join(hand, file), 'utf8').split('\n')[0] ?? '';
    const found = linted.find((each) => each.filePath === join(hand, file));
    const told = found?.messages.map((each) => `// breaks ${each.ruleId}: ${each.message}`) ?? [];

    if (promise === '// breaks nothing') expect(told).toEqual([]);
    else expect(told).toEqual([expect.stringContaining(promise)]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'));
}

/** Runs eslint with the project's own rules, from a folder laid out like the project. */
function lint(): LintedFile[] {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const rules = join(root, 'eslint.config.mjs');
  try {
    execFileSync(process.execPath, [eslint, '-c', rules, '--format', 'json', '.'], { cwd: hand });
  } catch (problem) {
    const { stdout } = problem as { stdout: Buffer };
    return JSON.parse(stdout.toString()) as LintedFile[];
  }
  throw new Error('eslint found nothing wrong with the planted files.');
}
