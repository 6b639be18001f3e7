// Prints as JSON what the rules find in the real house and in every planted one. It is a process of its own, because
// dependency-cruiser is ESM and jest loads CommonJS; it is one process for all houses, because starting takes longest.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = join(import.meta.dirname, '../..');
const planted = join(import.meta.dirname, 'planted');
const options = await extractOptions(join(root, '.dependency-cruiser.cjs'));
const tsConfig = join(root, 'tsconfig.json');
const transpileOptions = { tsConfig: extractTsConfig(tsConfig) };

async function cruised(house) {
  // The working directory is where @evenhand/* and the paths in the rules start from.
  process.chdir(house);
  const rooms = ['apps', 'libs', 'test'].filter((room) => existsSync(room));
  const { output } = await cruise(
    rooms,
    { ...options, tsConfig: { fileName: tsConfig } },
    {},
    transpileOptions,
  );
  return {
    files: output.modules.map(({ source }) => source),
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

const rules = options.ruleSet.forbidden.map(({ name }) => name);
const findings = { rules, real: await cruised(root), planted: {} };
const names = readdirSync(planted).filter((name) => !name.startsWith('.'));
for (const name of names) findings.planted[name] = await cruised(join(planted, name));
console.log(JSON.stringify(findings));
