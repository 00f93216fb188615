import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { noModuleState } from './test/tools/eslint/no-module-state.mjs';

const AMBIENT = [
  { object: 'Date', property: 'now', message: 'Take the time from the Clock port.' },
  { object: 'Math', property: 'random', message: 'Take identifiers from the Ids port.' },
];

const SCHEMAS = [
  'Array',
  'Catch',
  'Default',
  'DiscriminatedUnion',
  'Enum',
  'ISODateTime',
  'Literal',
  'Nullable',
  'Number',
  'Object',
  'Optional',
  'Pipe',
  'Record',
  'String',
  'Tuple',
  'Type',
  'Union',
].map((kind) => `Zod${kind}`);
/** What TypeScript does not call readonly although nobody can change it, or nobody does after its module was loaded. */
const NEVER_CHANGED = [
  { from: 'package', package: 'zod', name: SCHEMAS },
  { from: 'lib', name: 'RegExp' },
  { from: 'package', package: '@forge/resolver', name: 'default' },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'static/*/dist',
      '.site',
      'coverage',
      '**/*.cjs',
      '**/*.mjs',
      'test/stubs',
      'test/site/forge/runtime/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'test/tsconfig.json', 'static/admin/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 280 }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { app: { rules: { 'no-module-state': noModuleState } } },
    rules: {
      'app/no-module-state': ['error', { allow: NEVER_CHANGED }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      'no-restricted-properties': ['error', ...AMBIENT],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take the time from the Clock port.',
        },
      ],
    },
  },
  {
    files: ['static/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['src/adapters/system/**'], rules: { 'no-console': 'off', 'no-restricted-properties': 'off' } },
  { files: ['src/shared/contract.ts'], rules: { 'max-lines': 'off' } },
);
