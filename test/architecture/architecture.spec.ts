import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfTheHouse } from './house';

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface House {
  /** The files that were looked at. */
  readonly files: readonly string[];
  readonly violations: readonly Violation[];
}

interface Findings {
  readonly rules: readonly string[];
  readonly real: House;
  readonly planted: Readonly<Record<string, House>>;
}

const findings = JSON.parse(
  execFileSync(process.execPath, [join(__dirname, 'cruise-houses.mjs')], { encoding: 'utf8' }),
) as Findings;

/** One entry for every import in the files whose first line says that the rule forbids them. */
function forbiddenImports(rule: string): string[] {
  const house = join(__dirname, 'planted', rule);
  return readdirSync(house, { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(house, file), 'utf8');
      return text.startsWith('// Forbidden: ') ? Array.from(text.matchAll(/ from '/g), () => file) : [];
    });
}

describe('The architecture', () => {
  it('is looked at in every source file', () => {
    const sources = filesOfTheHouse().filter((file) => /^(apps|libs|test)\/.*\.ts$/.test(file));
    expect(findings.real.files).toEqual(expect.arrayContaining(sources));
  });

  it('is kept by every file', () => {
    expect(findings.real.violations.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
  });

  it('has one planted house for every rule and no other', () => {
    expect(Object.keys(findings.planted).sort()).toEqual([...findings.rules].sort());
  });

  it.each(findings.rules)(
    'has a rule, %s, that reports what is planted against it and nothing else',
    (rule) => {
      const violations = findings.planted[rule]?.violations ?? [];
      expect([...new Set(violations.map((violation) => violation.rule))]).toEqual([rule]);
      expect(violations.map(({ from }) => from).sort()).toEqual(forbiddenImports(rule).sort());
    },
  );
});
