import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts'];
const plainScripts = ['**/*.mjs'];
const configurations = ['*.config.ts', '*.config.mjs'];

/**
 * Faults of plain JavaScript that types do not find.
 * @type {import('eslint').Linter.RulesRecord}
 */
const everywhere = {
  eqeqeq: 'error',
  'no-constant-condition': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-empty-pattern': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-self-assign': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-escape': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'no-var': 'error',
};

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export: one thing then has one name everywhere.',
};

const message = 'Whoever asks for a day or an instant is handed one: only the clock tells the time.';
/** Each way of asking the machine for the time. `new Date(instant)` only converts, and is allowed. */
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message },
  { selector: "CallExpression[callee.name='Date']", message },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message },
];

/** In the rules and what renders them, not even a span of time is measured. */
const stopwatch = [{ selector: "MemberExpression[object.name='performance']", message }];

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      'data/',
      'test-results/',
      'playwright-report/',
      'coverage/',
      'db/migrations/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...astro.configs['flat/recommended'],
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // As the compiler has it: a name with a leading underscore is there to be passed over.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      // There are no enums here, and few classes: these two ask for the type of every assignment in vain.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Records keyed by language or field are cut by their keys.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ['**/*.astro'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'astro/no-set-html-directive': 'error',
      'astro/no-set-text-directive': 'error',
      'astro/no-unused-css-selector': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: [...typescript, ...plainScripts, '**/*.astro'],
    rules: everywhere,
  },
  {
    files: typescript,
    rules: {
      'no-restricted-syntax': ['error', defaultExport],
      'no-restricted-globals': [
        'error',
        {
          name: 'Temporal',
          message: 'Node 24 has no Temporal of its own: import it from temporal-polyfill.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.astro', 'db/**/*.ts'],
    ignores: ['src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, ...clock] },
  },
  {
    files: ['src/{domain,feeds,exports,register,language}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, ...clock, ...stopwatch] },
  },
  { files: configurations, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/**/*.ts', 'src/**/*.astro', 'db/**/*.ts'],
    ignores: ['src/cli/**', 'src/log.ts'],
    rules: { 'no-console': 'error' },
  },
);
