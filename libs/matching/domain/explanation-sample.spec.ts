import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee } from '@evenhand/testing';
import { sampleExplanations } from './explanation-sample';
import { DEFAULT_RULES } from './rules';
import type { RunOutcome } from './run-outcome';

const SEED = 'a'.repeat(64);
const nurse = (id: string) =>
  aMentee({ id, background: 'nurse/adult_nurse', stage: '2', gaps: ['SE-1.1:2'] });
const midwife = (id: string) => aMentee({ id, background: 'nurse/midwife', stage: '3', gaps: ['MP-2.2:2'] });
const NURSES = Array.from({ length: 10 }, (_, at) => nurse(`nurse-${at}`));
const MIDWIVES = [midwife('midwife-0'), midwife('midwife-1')];
const MENTEES = [...NURSES, ...MIDWIVES];
const topic = (code: string, rank: number) => ({ topic: code, title: `Topic ${code}`, rank });

const matched = (mentee: string): RunOutcome['matches'][number] => ({
  ...{ mentee, mentor: 'the-mentor', score: 5_000, notes: ['They would have to travel.'] },
  points: [{ criterion: 'gaps', title: 'Gaps', points: 10, weight: 20 }] as never,
  gaps: [
    { ...topic('SE-1.1', 1), size: 2, askedAt: '3', practisedAt: '4', cover: 'whole', text: 'All of it.' },
  ],
  gapsNotCovered: [topic('MP-2.2', 2)],
});
const unmatched = (mentee: string): RunOutcome['unmatched'][number] => ({
  ...{ mentee, code: 'places_taken', sentence: 'The only mentor, of 3.', eligibleMentors: 3, places: 4 },
  placesTaken: 4,
  shortage: { people: 7, places: 4, mentors: 3 },
  rules: [{ rule: 'line_manager', title: 'Not the manager', first: 1, broken: 14, alone: 1 }] as never,
});
const OUTCOME = {
  matches: MENTEES.slice(0, 6).map(({ id }) => matched(id)),
  unmatched: MENTEES.slice(6).map(({ id }) => unmatched(id)),
};
const sample = (size: number, seed = SEED, mentees = MENTEES, policy = DEFAULT_DISCLOSURE_POLICY) =>
  sampleExplanations({ mentees, rules: DEFAULT_RULES }, OUTCOME, healthAndCare, seed, size, policy);

describe('A sample of explanations', () => {
  it('is the same whoever asks, begins a larger one, and is another one for another round', () => {
    expect(sample(5)).toEqual(sample(5, SEED, [...MENTEES].reverse()));
    expect(sample(12).slice(0, 5)).toEqual(sample(5));
    expect(sample(12, 'b'.repeat(64))).not.toEqual(sample(12));
    expect(sample(50)).toHaveLength(12);
    expect(new Set(sample(50).map(({ pseudonym }) => pseudonym)).size).toBe(12);
  });

  it('tells of nobody what fewer than ten in the round have in common', () => {
    const of = (id: string, among = sample(50)) => among.find(({ pseudonym }) => pseudonym === id)!;
    expect(of('nurse-0')).toMatchObject({ group: 'nurse', profession: 'adult_nurse', stage: '2' });
    const { group, profession, stage } = of('midwife-0');
    expect([group, profession, stage]).toEqual(['nurse', undefined, undefined]);
    const few = sample(50, SEED, [...NURSES.slice(1), ...MIDWIVES.slice(1)]);
    expect(of('nurse-1', few)).not.toHaveProperty('profession');
    expect(of('nurse-1', few)).toMatchObject({ group: 'nurse' });
    const fewest = sample(50, SEED, NURSES.slice(1));
    expect(of('nurse-1', fewest)).not.toHaveProperty('group');
  });

  it('asks for as many who are alike as the policy has for the smallest count', () => {
    const withSmallest = (smallest: number) => {
      const policy = { ...DEFAULT_DISCLOSURE_POLICY, smallest };
      return sample(50, SEED, MENTEES, policy).find(({ pseudonym }) => pseudonym === 'nurse-0');
    };
    expect(withSmallest(11)).toMatchObject({ group: 'nurse', gaps: [] });
    expect(withSmallest(11)).not.toHaveProperty('profession');
    expect(withSmallest(13)).not.toHaveProperty('group');
    expect(withSmallest(2)).toMatchObject({
      profession: 'adult_nurse',
      gapsNotCovered: [{ topic: 'MP-2.2' }],
    });
  });

  it('leaves out topics that few ask help with, notes, and who the mentor is', () => {
    const [first] = sample(50).filter(({ kind }) => kind === 'matched');
    expect(first).toMatchObject({
      gaps: [{ topic: 'SE-1.1', title: 'Topic SE-1.1', cover: 'whole' }],
      gapsNotCovered: [],
    });
    expect(JSON.stringify(sample(50))).not.toMatch(/the-mentor|travel|All of it|mentorId|MP-2\.2/);
  });

  it('tells no count under ten, in figures or in words', () => {
    const [first] = sample(50).filter(({ kind }) => kind === 'unmatched');
    expect(first).toMatchObject({
      reason: {
        eligibleMentors: 'fewer than 10',
        shortage: { people: 'fewer than 10' },
        rules: [{ broken: 'about 15' }],
      },
    });
    expect(JSON.stringify(first)).not.toMatch(/only mentor|":\d/);
  });
});
