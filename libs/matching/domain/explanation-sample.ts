import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { sha256 } from '@evenhand/kernel';
import type { Mentee } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import type { CoveredGap, CriterionPoints, UncoveredGap } from './explanation';
import { type ReasonInRoundNumbers, reasonInRoundNumbers } from './reason-in-round-numbers';
import type { RunOutcome } from './run-outcome';
import type { Snapshot } from './snapshot';

/** What fewer people of a round have in common is not told of any of them. */
const FEWEST_ALIKE = 10;

/** How many explanations a sample has unless somebody asks for more or fewer. */
export const USUAL_SAMPLE = 20;
/** How many it has at most. */
export const MOST_SAMPLED = 50;

/** What somebody who asked is told to be, as far as ten people of the round are the same. */
export interface SampledBackground {
  /** Codes of the catalogue. */
  readonly group?: string;
  readonly profession?: string;
  readonly stage?: string;
}

/** An explanation under the pseudonym of the round: no name, no word that anybody wrote, no count under ten. */
export type SampledExplanation = SampledBackground & {
  readonly pseudonym: string;
} & (
    | {
        readonly kind: 'matched';
        readonly score: number;
        readonly points: readonly CriterionPoints[];
        /** Topics alone that ten people of the round ask help with. */
        readonly gaps: readonly Pick<CoveredGap, 'topic' | 'title' | 'cover'>[];
        readonly gapsNotCovered: readonly Pick<UncoveredGap, 'topic' | 'title'>[];
      }
    | { readonly kind: 'unmatched'; readonly reason: ReasonInRoundNumbers }
  );

/**
 * Draws explanations of a round, those of whoever asked: the same ones whoever asks, since what was frozen decides by its
 * hash, and the first ones of a larger sample.
 *
 * @param seed the hash of what was frozen
 * @param size how many at most
 */
export function sampleExplanations(
  { mentees, rules }: Pick<Snapshot, 'mentees' | 'rules'>,
  outcome: Pick<RunOutcome, 'matches' | 'unmatched' | 'given' | 'verdict'>,
  catalogue: Catalogue,
  seed: string,
  size: number,
  policy = DEFAULT_DISCLOSURE_POLICY,
): readonly SampledExplanation[] {
  const told = backgroundsOf(mentees, catalogue);
  const common = commonTopics(mentees);
  const isCommon = ({ topic }: { readonly topic: string }) => common.has(topic);
  const deciding = {
    ...rules,
    ...{ overridden: outcome.given !== undefined, countsHeld: outcome.verdict?.countsHeld },
  };
  const explained = [
    ...outcome.matches.map(({ mentee, score, points, gaps, gapsNotCovered }): SampledExplanation => ({
      ...{ pseudonym: mentee, ...told.get(mentee), kind: 'matched', score, points },
      gaps: gaps.filter(isCommon).map(({ topic, title, cover }) => ({ topic, title, cover })),
      gapsNotCovered: gapsNotCovered.filter(isCommon).map(({ topic, title }) => ({ topic, title })),
    })),
    ...outcome.unmatched.map(({ mentee, ...reason }): SampledExplanation => ({
      ...{ pseudonym: mentee, ...told.get(mentee), kind: 'unmatched' },
      reason: reasonInRoundNumbers(reason, deciding, undefined, policy),
    })),
  ];
  return explained
    .map((one) => ({ one, drawn: sha256(`${seed} ${one.pseudonym}`) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .slice(0, size)
    .map(({ one }) => one);
}

/** Of each mentee the most that at least ten have in common with them, whoever of these is asked about. */
function backgroundsOf(
  mentees: readonly Mentee[],
  catalogue: Catalogue,
): ReadonlyMap<string, SampledBackground> {
  const choices = new Map(mentees.map((mentee) => [mentee.id, choicesOf(mentee, catalogue)]));
  const alike = new Map<string, number>();
  for (const background of [...choices.values()].flat()) {
    const key = JSON.stringify(background);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  return new Map(
    [...choices].map(([id, backgrounds]) => [
      id,
      backgrounds.find((background) => alike.get(JSON.stringify(background))! >= FEWEST_ALIKE) ?? {},
    ]),
  );
}

/** From the most that could be told of somebody to the least. */
function choicesOf({ background, posts }: Mentee, catalogue: Catalogue): readonly SampledBackground[] {
  const { group, profession } = background;
  const stage = posts
    .map((post) => post.stage)
    .reduce((highest, one) => (catalogue.stageRank(one) > catalogue.stageRank(highest) ? one : highest));
  return [{ group, profession, stage }, { group, stage }, { group, profession }, { group }];
}

function commonTopics(mentees: readonly Mentee[]): ReadonlySet<string> {
  const asking = new Map<string, number>();
  for (const { gaps } of mentees) {
    for (const topic of new Set(gaps.map((gap) => gap.topic))) {
      asking.set(topic, (asking.get(topic) ?? 0) + 1);
    }
  }
  return new Set([...asking].filter(([, people]) => people >= FEWEST_ALIKE).map(([topic]) => topic));
}
