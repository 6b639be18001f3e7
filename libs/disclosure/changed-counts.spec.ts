import fc from 'fast-check';
import { leastChanged } from './changed-counts';

interface Row {
  readonly categories: string[];
  readonly counts: { readonly eligible: number; readonly asked: number };
}

/** People as what decides where they are counted: a stage, and whether they asked. */
const people = fc.array(fc.record({ stage: fc.constantFrom('1', '2', '3'), asked: fc.boolean() }), {
  maxLength: 60,
});
interface Somebody {
  readonly stage: string;
  readonly asked: boolean;
}

function counted(everybody: readonly (Somebody | undefined)[]): Row[] {
  return ['1', '2', '3'].map((stage) => {
    const there = everybody.filter((one) => one?.stage === stage);
    return {
      categories: [stage],
      counts: { eligible: there.length, asked: there.filter((one) => one!.asked).length },
    };
  });
}

describe('The least number of people who changed', () => {
  it('is never more than did change, whoever comes, goes, moves or asks', () => {
    fc.assert(
      fc.property(people, people, (before, after) => {
        // Somebody is at one place of both lists; who is in one of them alone came or went.
        const places = Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at);
        const changed = places.filter(
          (at) => JSON.stringify(before[at]) !== JSON.stringify(after[at]),
        ).length;
        expect(leastChanged(counted(before), counted(after), ['eligible', 'asked'])).toBeLessThanOrEqual(
          changed,
        );
      }),
    );
  });

  it.each([
    ['nobody', [30, 12], [30, 12], 0],
    ['one more who asked', [30, 12], [30, 13], 1],
    ['nine who came', [30, 12], [39, 12], 9],
    ['ten who went', [30, 12], [20, 12], 10],
  ])('counts %s', (_, [eligible, asked], [eligibleLater, askedLater], least) => {
    const row = (all: number, some: number) => [
      { categories: ['x'], counts: { eligible: all, asked: some } },
    ];
    expect(
      leastChanged(row(eligible!, asked!), row(eligibleLater!, askedLater!), ['eligible', 'asked']),
    ).toBe(least);
  });

  it('counts somebody who moved once, whom one cell loses and another gains', () => {
    const row = (first: number, second: number) => [
      { categories: ['1'], counts: { eligible: first } },
      { categories: ['2'], counts: { eligible: second } },
    ];
    expect(leastChanged(row(20, 20), row(13, 27), ['eligible'])).toBe(7);
  });
});
