import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputRefused } from '@evenhand/kernel';
import { DEFAULT_RULES } from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { readRulesFile } from './rules-file';

const folder = mkdtempSync(join(tmpdir(), 'rules-file-'));
const path = join(folder, 'rules.json');

afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown): ReturnType<typeof readRulesFile> {
  writeFileSync(path, JSON.stringify(content));
  return readRulesFile(path, healthAndCare);
}

function problemsOf(content: unknown): readonly string[] {
  try {
    read(content);
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('A file of rules', () => {
  it('needs to name nothing but its format', () => {
    expect(read({ format: 'evenhand.rules/1' })).toEqual(DEFAULT_RULES);
  });

  it('is shown with all its defaults in the examples', () => {
    expect(readRulesFile(join(__dirname, '../../docs/examples/rules.json'), healthAndCare)).toEqual(
      DEFAULT_RULES,
    );
  });

  it('may set whatever a coordinator decides', () => {
    const prior = { ahp: { asked: 40, matched: 22 } };
    const rules = {
      seed: '2026-autumn',
      floor: 3500,
      objectives: ['coverage', 'score'],
      equityLevels: [1],
      prior,
    };
    expect(read({ format: 'evenhand.rules/1', ...rules, weights: { place: 600, profession: 1400 } })).toEqual(
      {
        ...rules,
        weights: { ...DEFAULT_RULES.weights, place: 600, profession: 1400 },
      },
    );
  });

  it('is refused with its name and the member of each fault', () => {
    expect(problemsOf({ format: 'evenhand.rules/1', floor: -1, weights: { place: 700 } })).toEqual([
      `${path}: floor: -1 is not a whole number from 0 to 10000`,
      `${path}: weights: they sum to 10200; they must sum to exactly 10000`,
    ]);
  });

  it.each([
    ['another format', { format: 'evenhand.rules/2' }, 'format'],
    ['a member that there is not', { format: 'evenhand.rules/1', flor: 1 }, 'flor'],
    ['a criterion that there is not', { format: 'evenhand.rules/1', weights: { beauty: 1 } }, 'beauty'],
    [
      'an objective that there is not',
      { format: 'evenhand.rules/1', objectives: ['speed'] },
      'objectives[0]',
    ],
    ['a level that there is not', { format: 'evenhand.rules/1', equityLevels: [2] }, 'equityLevels'],
  ])('is refused with %s', (_, content, member) => {
    expect(problemsOf(content)).toEqual([expect.stringContaining(member)]);
  });
});
