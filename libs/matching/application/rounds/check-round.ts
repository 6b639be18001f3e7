import { InputRefused } from '@evenhand/kernel';
import type { Organisation } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import type { RoundScope } from '../../domain/lifecycle/matching-round';
import { checkRules, type MatchingRules, type RulesInput, unknownPriorPaths } from '../../domain/rules';

/** What a coordinator says of a round; what is left out stays as it is, or has its default. */
export interface RoundParts {
  /** 1 to 200 characters on one line. */
  readonly name?: string;
  /** The rules, whole: what is left out of them has its default. */
  readonly rules?: RulesInput;
  /** The scope, whole: what is left out of it leaves nobody out. */
  readonly scope?: Partial<RoundScope>;
}

/** The parts of a round that were given, checked and with their defaults. */
export interface CheckedRoundParts {
  readonly name?: string;
  readonly rules?: MatchingRules;
  readonly scope?: RoundScope;
}

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u;

/** @throws InputRefused with every fault of every part, each naming its member */
export function checkRound(
  { name, rules, scope }: RoundParts,
  catalogue: Catalogue,
  organisations: readonly Organisation[],
): CheckedRoundParts {
  const problems: string[] = [];
  if (name !== undefined && !(ONE_LINE.test(name) && name.trim() !== '')) {
    problems.push('name: it must be 1 to 200 characters on one line');
  }
  const checkedRules = rules && rulesOf(rules, catalogue, problems);
  const checkedScope = scope && { regions: scope.regions ?? [], organisations: scope.organisations ?? [] };
  if (checkedScope !== undefined) {
    problems.push(...scopeFaults(checkedScope, catalogue, organisations));
  }
  InputRefused.ifAny(problems);
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(checkedRules === undefined ? {} : { rules: checkedRules }),
    ...(checkedScope === undefined ? {} : { scope: checkedScope }),
  };
}

function rulesOf(input: RulesInput, catalogue: Catalogue, problems: string[]): MatchingRules | undefined {
  try {
    const rules = checkRules(input);
    problems.push(...unknownPriorPaths(rules, catalogue).map((problem) => `rules.${problem}`));
    return rules;
  } catch (error) {
    if (error instanceof InputRefused) {
      problems.push(...error.problems.map((problem) => `rules.${problem}`));
      return undefined;
    }
    throw error;
  }
}

function scopeFaults(
  scope: RoundScope,
  { content }: Catalogue,
  organisations: readonly Organisation[],
): string[] {
  const regions = new Set(content.regions.map(({ code }) => code));
  const known = new Set(organisations.map(({ id }) => id));
  return [
    ...scope.regions
      .filter((code) => !regions.has(code))
      .map((code) => `scope.regions: "${code}" is no region of the catalogue`),
    ...scope.organisations
      .filter((id) => !known.has(id))
      .map((id) => `scope.organisations: "${id}" is no organisation of the programme`),
  ];
}
