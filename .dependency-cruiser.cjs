// The walls of ARCHITECTURE.md, one forbidden rule each. Every rule has a planted violation in
// test/boundaries/planted, so a rule that stops biting fails a test.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The features in the order in which care is bought, read from the line of arrows in ARCHITECTURE.md. */
function featuresInOrder() {
  const text = readFileSync(join(__dirname, 'ARCHITECTURE.md'), 'utf8');
  const line = text.split('\n').find((each) => /^`[a-z]+` ← /.test(each));
  if (!line) throw new Error('ARCHITECTURE.md no longer has the line that lists the features in order.');
  return [...line.matchAll(/`([a-z]+)`/g)].map((match) => match[1]);
}

const features = featuresInOrder();
const anyFeature = `(${features.join('|')})`;
const ours = '^(api|migrations|schema|seeds|test|web)/';
const pure = '[.](rules|policy)[.]ts$';

/** An npm package or a Node module that is not on the list. */
const outsideBut = (...allowed) => ({
  dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-optional', 'npm-peer', 'npm-unknown'],
  pathNot: [...allowed.map((name) => `node_modules/(@types/)?${name}/`), ...allowed.map((name) => `^${name}$`)],
});

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const featureOrder = features
  .slice(0, -1)
  .map((feature, place) =>
    rule(
      `feature-order-${feature}`,
      `${feature} may know the features before it, never those after it.`,
      { path: `^api/${feature}/` },
      { path: `^api/(${features.slice(place + 1).join('|')})/` },
    ),
  );

module.exports = {
  forbidden: [
    rule(
      'schema-declares-only',
      'schema/ imports its own files, the values of common and the constants in *.rules.ts.',
      { path: '^schema/' },
      { path: ours, pathNot: ['^schema/', '^api/common/', `^api/${anyFeature}/[^/]+[.]rules[.]ts$`] },
    ),
    rule(
      'schema-packages',
      'schema/ needs type-graphql, graphql and graphql-scalars, and nothing else from outside.',
      { path: '^schema/' },
      outsideBut('type-graphql', 'graphql', 'graphql-scalars'),
    ),
    rule(
      'common-stands-alone',
      'api/common imports nothing of ours.',
      { path: '^api/common/' },
      { path: ours, pathNot: '^api/common/' },
    ),
    rule(
      'common-is-pure',
      'api/common holds values: no database, no HTTP, no file, only the calendar.',
      { path: '^api/common/' },
      outsideBut('temporal-polyfill', 'temporal-spec'),
    ),
    rule(
      'platform-knows-common-only',
      'api/platform serves every feature, so it may know none of them.',
      { path: '^api/platform/' },
      { path: ours, pathNot: '^api/(common|platform)/' },
    ),
    ...featureOrder,
    rule(
      'resolvers-only-at-the-edge',
      'Only api/server imports a resolver; features speak to each other through queries and rules.',
      { path: ours, pathNot: '^(api/server|test)/' },
      { path: '[.]resolver[.]ts$' },
    ),
    rule(
      'schema-only-in-resolvers',
      'The API types are known to resolvers and the edge; a use case never sees GraphQL.',
      { path: `^api/(common|platform|${features.join('|')})/`, pathNot: '[.]resolver[.]ts$' },
      { path: '^schema/' },
    ),
    rule(
      'server-is-the-edge',
      'Nothing inside knows the edge: only api/server itself and the tests import it.',
      { path: ours, pathNot: '^(api/server|test)/' },
      { path: '^api/server/' },
    ),
    rule(
      'rules-are-pure',
      'Rules and policies import common and other rules and policies, nothing that reads or writes.',
      { path: `^api/${anyFeature}/[^/]+${pure}` },
      { path: ours, pathNot: ['^api/common/', `^api/${anyFeature}/[^/]+${pure}`] },
    ),
    rule(
      'rules-packages',
      'Of the outside world a rule may use only what gives the same answer every time.',
      { path: `^api/${anyFeature}/[^/]+${pure}` },
      outsideBut('(node:)?crypto', 'canonicalize', 'diff'),
    ),
    rule(
      'entities-know-entities',
      'A row knows its own constants and the rows before it, never queries or use cases.',
      { path: '[.]entity[.]ts$' },
      { path: '^(api|schema)/', pathNot: ['[.](entity|rules)[.]ts$', '^api/(common|platform)/'] },
    ),
    rule(
      'web-reads-the-promise-only',
      'web/ imports nothing outside web/; it reads schema.graphql through the type checker.',
      { path: '^web/' },
      { path: ours, pathNot: '^web/' },
    ),
    rule(
      'web-server-packages',
      'The client bundles nothing that belongs to the server.',
      { path: '^web/', pathNot: '^web/vite[.]config[.]ts$' },
      {
        path: [
          'node_modules/(pg|typeorm|type-graphql|fastify|@apollo|graphql-scalars|pino|zod|ws)/',
          '^(node:)?(fs|net|http|https|crypto|path|child_process|worker_threads)(/|$)',
        ],
      },
    ),
    rule(
      'nothing-imports-web',
      'The server knows the client only as built files.',
      { path: ours, pathNot: '^(web|test)/' },
      { path: '^web/' },
    ),
    rule(
      'migrations-stand-alone',
      'A migration is frozen, so it may depend on no code that goes on changing.',
      { path: '^migrations/' },
      { path: ours, pathNot: '^migrations/' },
    ),
    rule(
      'nothing-imports-test',
      'Tests may import anything and are imported by nothing.',
      { path: ours, pathNot: '^test/' },
      { path: '^test/' },
    ),
    rule(
      'seeds-call-use-cases',
      'Seeds go through use cases and the importer, so a seed holds no impossible state.',
      { path: '^seeds/' },
      { path: ['node_modules/(@types/)?(pg|typeorm)/', '[.](entity|queries|view)[.]ts$'] },
    ),
    rule(
      'seeds-only-at-the-start',
      'Only the process that starts an empty house, and the tests, plant seeds.',
      { path: ours, pathNot: '^(seeds|api/server|test)/' },
      { path: '^seeds/' },
    ),
    rule(
      'no-cycles',
      'A circle of imports cannot be read from either end (schema/ types do refer to each other).',
      { path: ours, pathNot: '^schema/' },
      { circular: true },
    ),
    rule(
      'no-cupboards',
      'A folder or file is named for what it holds.',
      { path: ours },
      { path: '/(utils|util|helpers|helper|shared|misc|lib)[./]', pathNot: 'node_modules' },
    ),
    rule(
      'no-barrels',
      'Import from the file that defines it.',
      { path: ours },
      { path: '(^|/)index[.]tsx?$', pathNot: 'node_modules' },
    ),
    rule(
      'no-tools-at-run-time',
      'What runs in production is a dependency, not a development dependency.',
      { path: '^(api|schema|seeds|migrations|web)/' },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/@types/',
      },
    ),
    rule('resolvable', 'Every import leads somewhere.', { path: ours }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web/dist|test/boundaries/planted|[.]kith)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
