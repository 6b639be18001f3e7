// Reads texts as JSON from standard input and prints for each what the rules against open queries find in it, as if it
// were a file of libs/persistence. It is a process of its own, because the configuration is ESM and jest loads CommonJS.
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');
const file = 'libs/persistence/repositories/planted.ts';
const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile(join(root, file));
const config = [
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': rules['no-restricted-syntax'] },
  },
];
const linter = new Linter({ cwd: root });
const findings = JSON.parse(await text(process.stdin)).map((planted) =>
  linter.verify(planted, config, { filename: join(root, file) }).map(({ message }) => message),
);
console.log(JSON.stringify(findings));
