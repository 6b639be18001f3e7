import { DECLINE_REASONS } from '@evenhand/matching';
import { HELPED_ANSWERS } from '@evenhand/mentoring';
import { answersEqualityQuestions, answerTo, type Invented, mentoringOf, reasonOf, withdraws } from './lives';

const people = (group: string): readonly Invented[] =>
  Array.from({ length: 1_000 }, (_, at) => ({ reference: `${group}${at}`, group }));
const NURSES = people('nurse');
const THERAPISTS = people('ahp');
const shareOf = <Value>(values: readonly Value[], isMeant: (value: Value) => boolean): number =>
  values.filter(isMeant).length / values.length;

describe('What becomes of invented people', () => {
  it('is the same for the same person, in whatever order and however often it is asked', () => {
    const told = (mentee: Invented) => [answerTo(mentee), withdraws(mentee), mentoringOf(mentee)];
    const once = new Map(NURSES.map((nurse) => [nurse.reference, told(nurse)]));
    for (const nurse of NURSES.toReversed()) expect(told(nurse)).toEqual(once.get(nurse.reference));
  });

  it('has most proposals accepted, some declined with a reason and some not answered yet', () => {
    const answers = NURSES.map(answerTo);
    expect(shareOf(answers, (answer) => answer === 'both-accept')).toBeGreaterThan(0.8);
    expect(new Set(answers).size).toBe(5);
    for (const answer of ['mentee-declines', 'mentor-declines'] as const) {
      const reasons = new Set(NURSES.map((nurse) => reasonOf(answer, nurse)));
      expect(reasons.size).toBeGreaterThan(2);
      reasons.forEach((reason) => expect(DECLINE_REASONS).toContain(reason));
    }
  });

  it('has mentors decline allied health professionals more often, who then give up more often', () => {
    const declined = (group: readonly Invented[]) =>
      shareOf(group.map(answerTo), (answer) => answer === 'mentor-declines');
    expect(declined(THERAPISTS)).toBeGreaterThan(4 * declined(NURSES));
    expect(shareOf(THERAPISTS, withdraws)).toBeGreaterThan(shareOf(NURSES, withdraws) + 0.1);
  });

  it('lets nobody say whether it helped, or complete, who has not met', () => {
    const mentorings = NURSES.map(mentoringOf);
    const apart = mentorings.filter(({ meets }) => !meets);
    expect(apart.length).toBeGreaterThan(50);
    expect(apart.filter(({ helped, completes }) => helped !== undefined || completes)).toEqual([]);
    expect(new Set(mentorings.flatMap(({ helped }) => helped ?? []))).toEqual(new Set(HELPED_ANSWERS));
    expect(shareOf(mentorings, ({ completes }) => completes)).toBeGreaterThan(0.3);
  });

  it('has nearly everybody answer equality questions', () => {
    const share = shareOf(NURSES, answersEqualityQuestions);
    expect([share > 0.9, share < 1]).toEqual([true, true]);
  });
});
