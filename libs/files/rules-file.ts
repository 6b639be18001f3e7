import { OBJECTIVES } from '@evenhand/allocation';
import { InputRefused } from '@evenhand/kernel';
import { checkRules, CRITERIA, type MatchingRules, unknownPriorPaths } from '@evenhand/matching';
import type { Catalogue } from '@evenhand/taxonomy';
import { z } from 'zod';
import { inFile, readJsonFile } from './json-file';

const rulesShape = z.strictObject({
  format: z.literal('evenhand.rules/1'),
  seed: z.exactOptional(z.string()),
  floor: z.exactOptional(z.number()),
  weights: z.exactOptional(z.partialRecord(z.enum(CRITERIA), z.number())),
  objectives: z.exactOptional(z.array(z.enum(OBJECTIVES))),
  equityLevels: z.exactOptional(
    z.union([z.tuple([z.literal(1)]), z.tuple([z.literal(1), z.literal(2)])], 'expected [1] or [1, 2]'),
  ),
  prior: z.exactOptional(z.record(z.string(), z.strictObject({ asked: z.number(), matched: z.number() }))),
});

/**
 * Reads the rules of a round. Everything but the format may be left out and has its default then.
 *
 * @param catalogue whose groups and professions prior access may speak of
 * @throws InputRefused naming the file, the member and what is wrong with it, all faults at once
 */
export function readRulesFile(path: string, catalogue: Catalogue): MatchingRules {
  const shaped = readJsonFile(path, rulesShape);
  return inFile(path, () => {
    const rules = checkRules(shaped);
    InputRefused.ifAny(unknownPriorPaths(rules, catalogue));
    return rules;
  });
}
