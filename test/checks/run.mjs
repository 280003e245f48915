// npm run check: every step whatever fails, with the time each took. Two at a time, one lane from the top and one from the
// bottom of the list, whose order lets both end together.
import { spawn } from 'node:child_process';

const tsx = [process.execPath, '--import', 'tsx'];
const tool = (path, ...words) => [process.execPath, `node_modules/${path}`, ...words];
const walled = ['api', 'schema', 'seeds', 'web', 'test', 'migrations'];
const remembered = 'node_modules/.cache/tsc.json';

const steps = [
  ['layout', [...tsx, 'test/checks/layout.ts']],
  ['schema diff', [...tsx, 'test/checks/schema-diff.ts']],
  ['schema printed', [...tsx, 'api/server/print-schema.ts', '--check']],
  ['dependency-cruiser', tool('dependency-cruiser/bin/dependency-cruise.mjs', '--output-type=err', ...walled)],
  ['tsc', tool('typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', remembered)],
  ['prettier', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '.')],
  ['knip', tool('knip/bin/knip.js')],
  ['eslint', tool('eslint/bin/eslint.js', '--max-warnings=0', '.')],
];

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1).padStart(6);
const begun = performance.now();
const failed = [];
const waiting = [...steps];

async function work(next) {
  for (let step = next(); step; step = next()) {
    const [name, command] = step;
    const start = performance.now();
    const { isPassed, told } = await run(command);
    console.log(`${isPassed ? 'passed' : 'FAILED'} ${seconds(start)} s  ${name}`);
    if (isPassed) continue;
    failed.push(name);
    console.log(`\n${told}`);
  }
}

function run([program, ...words]) {
  return new Promise((resolve) => {
    let told = '';
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    const hear = (piece) => (told += piece);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (problem) => resolve({ isPassed: false, told: `${problem.message}\n` }));
    child.on('close', (status) => resolve({ isPassed: status === 0, told }));
  });
}

await Promise.all([work(() => waiting.shift()), work(() => waiting.pop())]);
console.log(`${failed.length ? 'FAILED' : 'passed'} ${seconds(begun)} s  ${failed.join(', ') || 'all checks'}`);
process.exitCode = failed.length ? 1 : 0;
