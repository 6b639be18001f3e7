import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { gapsNobodyOffers } from '../gaps-nobody-offers';
import { inWordsBy } from '../reason-in-round-numbers';
import type { TellCount } from '../told-count';
import { proposeTargets, type RecruitmentTarget } from './recruitment-target';

const inWords = inWordsBy(DEFAULT_DISCLOSURE_POLICY);

describe('Whom to recruit', () => {
  /** What is proposed where nobody but the last has a mentor, and the mentor offers nothing that is asked for. */
  function proposedFor(gapsOf: readonly (readonly string[])[], tell?: TellCount): RecruitmentTarget[] {
    const mentees = gapsOf.map((gaps, at) => aMentee({ id: `m${at}`, gaps: [...gaps], targetStage: '3' }));
    const mentors = [aMentor({ id: 'x1', strengths: ['DA-3.3@3'] })];
    const all = mentees.flatMap((_, at) => (at === mentees.length - 1 ? [] : [at]));
    const gaps = gapsNobodyOffers(mentees, mentors, healthAndCare);
    return proposeTargets(
      { mentees, mentors, catalogue: healthAndCare },
      [],
      { all, withoutEligibleMentor: all },
      gaps,
      tell,
    );
  }

  const reasons = (targets: readonly RecruitmentTarget[]) =>
    targets.map(({ reason, without }) => [reason, without]);

  it('is no kind of mentor twice: of equal profiles the one that is about most people is kept', () => {
    const targets = proposedFor([['SE-1.1'], ['SE-1.1'], ['DA-3.3']]);
    expect(reasons(targets)).toEqual([['no_eligible_mentor', 2]]);
    expect(targets[0]!.profile.topics.map(({ code }) => code)).toEqual(['SE-1.1']);
  });

  it('is each kind that differs in anything', () => {
    const targets = proposedFor([['SE-1.1'], ['SE-1.1', 'MP-1.1'], ['DA-3.3']]);
    expect(reasons(targets)).toEqual([
      ['no_eligible_mentor', 2],
      ['gap_nobody_offers', 1],
    ]);
    expect(targets.map(({ profile }) => profile.topics.map(({ code }) => code))).toEqual([
      ['SE-1.1', 'MP-1.1'],
      ['MP-1.1', 'SE-1.1'],
    ]);
  });

  it.each([
    [9, false],
    [10, true],
  ])('is told to others with where and how to meet only where enough ask: %d people', (count, isTold) => {
    const asking = [...Array.from({ length: count }, () => ['SE-1.1']), ['DA-3.3']];
    const [inFull, told] = [proposedFor(asking), proposedFor(asking, inWords)];
    expect(told[0]!.profile).toEqual(inFull[0]!.profile);
    expect(inFull[0]!.sentences[1]).toMatch(/London.*language en/);
    expect(/London|language|background/.test(told[0]!.sentences[1]!)).toBe(isTold);
    expect(told[0]!.sentences[1]).toContain('practised at that stage: SE-1.1');
  });
});
