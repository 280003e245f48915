// What the compiler does not say: promises, exhaustive switches, sizes, and the hand of GUIDE.
// Types are read through projectService; rules that only repeat tsc are left to tsc.
import tseslint from 'typescript-eslint';
import { docstring } from './test/checks/docstring.mjs';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: a thing has one name everywhere.',
};
const noBarrel = {
  selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration)[source.value=/^[.]/]',
  message: 'No barrels: import from the file that defines it.',
};
const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Write a const object and its union type; the object feeds registerEnumType.',
};
const noSave = {
  selector: 'CallExpression > MemberExpression.callee[property.name=/^(save|softRemove|cascade)$/]',
  message: 'No repository.save: say insert or update, so that what is written can be read.',
};
const noClock = {
  selector:
    "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.property.name='Now'], MemberExpression[object.name='Math'][property.name='random']",
  message: 'The clock is ctx.now() and ids come from ctx.newId(), so that a test can set them.',
};
const noChance = {
  selector:
    "ImportSpecifier[imported.name=/^(random\\w+|getRandomValues|generateKey\\w*)$/], Identifier[name='process'], AwaitExpression, ImportExpression",
  message: 'Rules and policies are pure: the same question gets the same answer.',
};

const noAsyncEach = {
  selector: "CallExpression[callee.property.name='forEach'] > :function[async=true]",
  message: 'forEach does not wait: write a for loop, or Promise.all over a map.',
};

const size = (file, fn) => ({
  'max-lines': ['error', { max: file, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': fn ? ['error', { max: fn, skipBlankLines: true, skipComments: true }] : 'off',
});

export default tseslint.config(
  {
    ignores: ['node_modules/', 'web/dist/', 'web/graphql-*.d.ts', '.kith/', 'coverage/', 'test/boundaries/planted/'],
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    plugins: { '@typescript-eslint': tseslint.plugin, kith: { rules: { docstring } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parser: tseslint.parser, ecmaVersion: 'latest', sourceType: 'module' },
    rules: {
      'array-callback-return': 'error',
      eqeqeq: 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-debugger': 'error',
      'no-else-return': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'prefer-const': 'error',
      ...size(250, 40),
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noAsyncEach, noEnum],
    },
  },
  {
    // Not the client: it shows and never decides, tsc reads it anyway, and its types would cost a third of eslint's time.
    files: ['**/*.{ts,tsx}'],
    ignores: ['web/**'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      // Asked of every callback too, this question alone would cost as much as all the others.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noAsyncEach, noEnum],
    },
  },
  {
    files: ['api/**/*.ts', 'schema/**/*.ts', 'seeds/**/*.ts'],
    rules: { 'kith/docstring': 'error', 'no-console': 'error' },
  },
  {
    files: ['api/**/*.ts', 'seeds/**/*.ts'],
    ignores: ['api/server/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noAsyncEach, noEnum, noSave] },
  },
  {
    files: ['api/*/**/*.ts'],
    ignores: ['api/platform/**', 'api/server/**', 'api/common/calendar.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noAsyncEach, noEnum, noSave, noClock] },
  },
  {
    files: ['api/*/*.{rules,policy}.ts', 'api/common/**/*.ts'],
    ignores: ['api/common/calendar.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noAsyncEach, noEnum, noClock, noChance],
    },
  },
  { files: ['schema/**/*.ts'], rules: size(400, 40) },
  {
    files: ['test/**'],
    rules: { ...size(400, 0), '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['*.config.{mjs,cjs,ts}', '.*.cjs', 'web/vite.config.ts', 'test/support/**', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrel] },
  },
);
