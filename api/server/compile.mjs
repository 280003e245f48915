// Plain JavaScript, since it runs before TypeScript can.
// tsx compiles each file as it is imported and sees every package imported too, which took half the time of a
// start. So a start puts all of api/ together at once (0.3 s), keeps the result until a source
// changes, and runs that. Tests and the command line go through tsx (decision 0005).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'kith');

/** The address of the compiled module for a source such as "api/server/start.ts"; null when nothing can be kept. */
export async function compiled(source) {
  const folder = join(cache, fingerprint());
  try {
    if (!existsSync(folder)) await compileInto(folder, source);
  } catch {
    return null;
  }
  return pathToFileURL(join(folder, source.split('/').pop().replace(/\.ts$/, '.mjs'))).href;
}

async function compileInto(folder, source) {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  // The compiler is tsx's own.
  const { build } = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [source],
    outdir: fresh,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    sourcemap: 'linked',
    outExtension: { '.js': '.mjs' },
    plugins: [sourcesKeepTheirPlace],
    logLevel: 'silent',
  });
  const earlier = readdirSync(cache).filter((name) => /^[0-9a-f]{16}$/.test(name));
  renameSync(fresh, folder);
  for (const name of earlier) rmSync(join(cache, name), { recursive: true, force: true });
}

/** A module that looks for files beside itself finds them beside its source. */
const sourcesKeepTheirPlace = {
  name: 'sources-keep-their-place',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};

/** Changes with any source, setting or package. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version).update(root);
  const single = ['package-lock.json', 'tsconfig.json', 'api/server/compile.mjs'].map((name) => join(root, name));
  for (const path of [...single, ...['api', 'schema', 'seeds'].flatMap((name) => sourcesUnder(join(root, name)))]) {
    if (!existsSync(path)) continue;
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function sourcesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
