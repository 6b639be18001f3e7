import type { DisclosurePolicy } from '@evenhand/disclosure';
import { sha256 } from '@evenhand/kernel';
import type { Mentee } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import type { CoveredGap, CriterionPoints, UncoveredGap } from './explanation';
import { type ReasonInRoundNumbers, reasonInRoundNumbers } from './reason-in-round-numbers';
import type { RunOutcome } from './run-outcome';
import type { Snapshot } from './snapshot';

/** How many explanations a sample has unless somebody asks for more or fewer. */
export const USUAL_SAMPLE = 20;
/** How many it has at most. */
export const MOST_SAMPLED = 50;

/** What somebody who asked is told to be, as far as people of the round are the same: as many as the smallest count told. */
export interface SampledBackground {
  /** Codes of the catalogue. */
  readonly group?: string;
  readonly profession?: string;
  readonly stage?: string;
}

/** An explanation under the pseudonym of the round: no name, no word that anybody wrote, no small count. */
export type SampledExplanation = SampledBackground & {
  readonly pseudonym: string;
} & (
    | {
        readonly kind: 'matched';
        readonly score: number;
        readonly points: readonly CriterionPoints[];
        /** Topics alone that so many people of the round ask help with. */
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
 * @param policy what fewer people of a round have in common than the smallest count told is not told of any of them
 */
export function sampleExplanations(
  { mentees, rules }: Pick<Snapshot, 'mentees' | 'rules'>,
  outcome: Pick<RunOutcome, 'matches' | 'unmatched' | 'given' | 'verdict'>,
  catalogue: Catalogue,
  seed: string,
  size: number,
  policy: DisclosurePolicy,
): readonly SampledExplanation[] {
  const told = backgroundsOf(mentees, catalogue, policy);
  const common = commonTopics(mentees, policy);
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

/** Of each mentee the most that as many have in common as the smallest count told, whoever of these is asked about. */
function backgroundsOf(
  mentees: readonly Mentee[],
  catalogue: Catalogue,
  { smallest }: DisclosurePolicy,
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
      backgrounds.find((background) => alike.get(JSON.stringify(background))! >= smallest) ?? {},
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

function commonTopics(mentees: readonly Mentee[], { smallest }: DisclosurePolicy): ReadonlySet<string> {
  const asking = new Map<string, number>();
  for (const { gaps } of mentees) {
    for (const topic of new Set(gaps.map((gap) => gap.topic))) {
      asking.set(topic, (asking.get(topic) ?? 0) + 1);
    }
  }
  return new Set([...asking].filter(([, people]) => people >= smallest).map(([topic]) => topic));
}
