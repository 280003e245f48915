// Runs dependency-cruiser over each folder of test/boundaries/planted as if it were a whole checkout, and
// prints { folder: [names of the rules it breaks] }. A process of its own, as `npm run check` runs it.
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import walls from '../../.dependency-cruiser.cjs';

const { tsConfig, ...options } = walls.options;
const planted = new URL('./planted/walls/', import.meta.url);
const broken = {};

for (const folder of readdirSync(planted)) {
  const baseDir = new URL(folder, planted).pathname;
  const { output } = await cruise(
    readdirSync(baseDir),
    { ...options, baseDir, ruleSet: { forbidden: walls.forbidden }, validate: true },
    undefined,
    { tsConfig: extractTsConfig(tsConfig.fileName) },
  );
  broken[folder] = output.summary.violations.map((each) => each.rule.name);
}
console.log(JSON.stringify(broken, null, 1));
