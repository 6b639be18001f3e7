import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: one name for one thing.',
};

// TypeORM answers a search without a condition with the first row, or with every one, and puts what it is told to order
// by into the statement as it is. So conditions and orders stand where they are used, and nothing from outside can empty
// the one or be the other.
const SEARCH_BY =
  'CallExpression[callee.property.name=/^(find|findOne|findAndCount|count|exists)By(OrFail)?$/]';
const SEARCH =
  ':matches(CallExpression[callee.object.property.name="manager"], CallExpression[callee.object.name="manager"])' +
  '[callee.property.name=/^(find|findOne|findAndCount|count|exists)(OrFail)?$/]';
const CONDITION =
  'Property[key.name="where"][value.type="ObjectExpression"]:not([value.properties.length=0])';
const CLOSED_QUERIES = [
  ...[
    `${SEARCH_BY}:not([arguments.1.type="ObjectExpression"])`,
    `${SEARCH_BY}[arguments.1.properties.length=0]`,
    `${SEARCH_BY} > ObjectExpression > SpreadElement`,
    `${SEARCH}:not(:has(ObjectExpression > ${CONDITION}))`,
    `${SEARCH} > ObjectExpression > SpreadElement`,
    `${SEARCH} > ObjectExpression > Property[key.name="where"] > ObjectExpression > SpreadElement`,
  ].map((selector) => ({
    selector,
    message: 'Write the condition here, column by column: a search without one finds somebody else’s row.',
  })),
  ...[
    'CallExpression[callee.property.name=/^(orderBy|addOrderBy)$/]:not([arguments.0.type="Literal"])',
    'CallExpression[callee.property.name=/^(orderBy|addOrderBy)$/][arguments.length=2]:not([arguments.1.type="Literal"])',
    `${SEARCH} > ObjectExpression > Property[key.name="order"]:not([value.type="ObjectExpression"])`,
    `${SEARCH} > ObjectExpression > Property[key.name="order"] > ObjectExpression > SpreadElement`,
    `${SEARCH} > ObjectExpression > Property[key.name="order"] > ObjectExpression > Property[computed=true]`,
    `${SEARCH} > ObjectExpression > Property[key.name="order"] > ObjectExpression > Property:not([value.type="Literal"])`,
  ].map((selector) => ({
    selector,
    message: 'Write the order here, as a constant: it becomes part of the statement.',
  })),
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'coverage', 'out', '.data', 'test/architecture/planted'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The solver and the readers walk typed arrays by index, where `!` states what the loop bounds prove.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Leaving a member out of a copy is how a state forgets what no longer holds.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Classes of DTOs and rows are shapes that decorators describe: a plain object of that shape is what is meant.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest modules are empty classes that a decorator fills.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  {
    files: ['libs/persistence/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...CLOSED_QUERIES] },
  },
  {
    // A value that is pure must not depend on when or by chance how it is computed.
    files: ['libs/{kernel,taxonomy,allocation,statistics,disclosure}/**/*.ts', 'libs/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pure code takes its seed as an argument.' },
        { object: 'Date', property: 'now', message: 'Pure code takes the time as an argument.' },
      ],
      'no-restricted-globals': ['error', 'process', 'performance', 'setTimeout', 'setInterval', 'fetch'],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        __dirname: 'readonly',
        Buffer: 'readonly',
        console: 'readonly',
        module: 'writable',
        performance: 'readonly',
        process: 'readonly',
        require: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
      },
    },
  },
  prettier,
);
