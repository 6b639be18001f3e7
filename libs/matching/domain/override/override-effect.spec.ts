import { aMentor } from '@evenhand/testing';
import type { RunOutcome } from '../run-outcome';
import { bestAlternatives, MOST_ALTERNATIVES, movesBetween } from './override-effect';

const matched = (pairs: Record<string, string>): Pick<RunOutcome, 'matches'> => ({
  matches: Object.entries(pairs).map(([mentee, mentor]) => ({
    ...{ mentee, mentor, score: 0, points: [], gaps: [], gapsNotCovered: [], notes: [] },
  })),
});

describe('The alternatives of a mentee', () => {
  const mentors = [aMentor({ id: 'x', capacity: 2 }), aMentor({ id: 'y' }), aMentor({ id: 'z' })];
  const eligible = [
    { mentor: 'z', score: 4_000 },
    { mentor: 'x', score: 5_000 },
    { mentor: 'y', score: 4_000 },
  ];

  it('are the best first, with the places that are free, and whom the mentee has', () => {
    expect(bestAlternatives('a', eligible, { mentors }, matched({ a: 'x', b: 'y' }))).toEqual([
      { mentor: 'x', score: 5_000, places: 2, free: 1, present: true },
      { mentor: 'y', score: 4_000, places: 1, free: 0, present: false },
      { mentor: 'z', score: 4_000, places: 1, free: 1, present: false },
    ]);
  });

  it('leave out whom nobody could decide on: no place in the round, or every place pinned before', () => {
    const full = [aMentor({ id: 'x', capacity: 0 }), aMentor({ id: 'y' }), aMentor({ id: 'z' })];
    const decided = {
      decisions: [
        { kind: 'pin' as const, mentee: 'b', mentor: 'y' },
        { kind: 'forbid' as const, mentee: 'c', mentor: 'z' },
      ],
    };
    const told = (mentee: string): string[] =>
      bestAlternatives(mentee, eligible, { mentors: full, decided }, matched({ b: 'y' })).map(
        ({ mentor }) => mentor,
      );
    expect(told('a')).toEqual(['z']);
    expect(told('b')).toEqual(['y', 'z']);
  });

  it('are so many of the best, and whom the mentee has wherever they stand', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ mentor: `x${at}`, score: 9_000 - at }));
    const offering = { mentors: many.map(({ mentor }) => aMentor({ id: mentor })) };
    const best = bestAlternatives('a', many, offering, matched({ a: 'x25' }));
    expect(best.map(({ mentor }) => mentor)).toEqual([
      ...many.slice(0, MOST_ALTERNATIVES).map(({ mentor }) => mentor),
      'x25',
    ]);
    expect(bestAlternatives('a', many, offering, matched({}))).toHaveLength(MOST_ALTERNATIVES);
  });
});

describe('Who moves between two outcomes', () => {
  it('is everybody whose mentor differs, with none for none', () => {
    expect(movesBetween(matched({ c: 'x', a: 'y', d: 'z' }), matched({ a: 'x', b: 'y', d: 'z' }))).toEqual([
      { mentee: 'a', from: 'y', to: 'x' },
      { mentee: 'b', from: null, to: 'y' },
      { mentee: 'c', from: 'x', to: null },
    ]);
  });
});
