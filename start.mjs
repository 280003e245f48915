// Plain enough for old versions of Node to read, so that they can say what is wrong.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const version = process.versions.node.split('.').map(Number);
const isTooOld = version[0] < 20 || (version[0] === 20 && version[1] < 19);

if (isTooOld) {
  refuse(
    'Kith needs Node 20.19 or newer, and this is ' +
      process.versions.node +
      '; install a newer one from https://nodejs.org.',
  );
} else if (!existsSync(join(here, 'node_modules', 'tsx'))) {
  refuse('The packages are not installed; run "npm ci" first.');
} else {
  process.chdir(here);
  loadStart()
    .then(function (module) {
      return module.start();
    })
    .catch(function (error) {
      refuse('Kith could not start: ' + (error && error.message ? error.message : error));
    });
}

async function loadStart() {
  const { enableCompileCache } = await import('node:module');
  if (enableCompileCache) enableCompileCache();
  const { compiled } = await import('./api/server/compile.mjs');
  const address = await compiled('api/server/start.ts');
  if (address) return import(address);
  const tsx = await import('tsx/esm/api');
  tsx.register({ tsconfig: join(here, 'tsconfig.json') });
  return import('./api/server/start.ts');
}

function refuse(sentence) {
  process.stderr.write('\n' + sentence + '\n');
  process.exitCode = 1;
}
