import { OBJECTIVES } from '@evenhand/allocation';
import { InputRefused } from '@evenhand/kernel';
import { checkRules, CRITERIA, type MatchingRules } from '@evenhand/matching';
import { z } from 'zod';
import { readJsonFile } from './json-file';

const rulesShape = z.strictObject({
  format: z.literal('evenhand.rules/1'),
  seed: z.exactOptional(z.string()),
  floor: z.exactOptional(z.number()),
  weights: z.exactOptional(z.partialRecord(z.enum(CRITERIA), z.number())),
  objectives: z.exactOptional(z.array(z.enum(OBJECTIVES))),
  equityLevels: z.exactOptional(z.union([z.tuple([z.literal(1)]), z.tuple([z.literal(1), z.literal(2)])])),
  prior: z.exactOptional(z.record(z.string(), z.strictObject({ asked: z.number(), matched: z.number() }))),
});

/**
 * Reads the rules of a round. Everything but the format may be left out and has its default then.
 *
 * @throws InputRefused naming the file, the member and what is wrong with it, all faults at once
 */
export function readRulesFile(path: string): MatchingRules {
  const rules = readJsonFile(path, rulesShape);
  try {
    return checkRules(rules);
  } catch (error) {
    if (error instanceof InputRefused) {
      InputRefused.ifAny(error.problems.map((problem) => `${path}: ${problem}`));
    }
    throw error;
  }
}
