import { solve } from '@evenhand/allocation';
import fc from 'fast-check';
import { type Shortage, Shortages } from './shortage';

interface Round {
  /** For each mentee the eligible mentors, ascending. */
  readonly eligible: readonly (readonly number[])[];
  readonly capacity: readonly number[];
  /** For each mentee the mentor, or -1. */
  readonly mentorOf: readonly number[];
}

function pairsOf({ eligible }: Pick<Round, 'eligible'>): ConstructorParameters<typeof Shortages>[0] {
  return {
    row: (mentee, mentors) => {
      mentors.set(eligible[mentee]!);
      return eligible[mentee]!.length;
    },
  };
}

function shortagesOf(round: Round): Shortages {
  return new Shortages(pairsOf(round), Int32Array.from(round.mentorOf), Int32Array.from(round.capacity));
}

/** The same by sets and repetition until nothing is added, straight from the definition. */
function naiveShortage({ eligible, capacity, mentorOf }: Round, start: number): Shortage | undefined {
  const offering = eligible.map((row) => row.filter((mentor) => capacity[mentor]! > 0));
  const reached = new Set(offering[start]);
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    offering.forEach(
      (row, mentee) => reached.has(mentorOf[mentee]!) && row.forEach((each) => reached.add(each)),
    );
  }
  const places = [...reached].reduce((sum, mentor) => sum + capacity[mentor]!, 0);
  const matched = mentorOf.filter((mentor) => reached.has(mentor)).length;
  if (reached.size === 0 || matched < places) {
    return undefined;
  }
  const waiting = offering.filter(
    (row, mentee) => mentorOf[mentee]! < 0 && row.length > 0 && row.every((mentor) => reached.has(mentor)),
  );
  return { people: matched + waiting.length, places, mentors: reached.size };
}

/** More mentors than a word has bits, so that sets span two. */
const round: fc.Arbitrary<Round> = fc
  .record({
    rows: fc.array(fc.uniqueArray(fc.nat(39), { maxLength: 4 }), { minLength: 1, maxLength: 40 }),
    capacity: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 }),
    skipped: fc.func(fc.integer({ min: 0, max: 5 })),
  })
  .map(({ rows, capacity, skipped }) => {
    const eligible = rows.map((row) => row.sort((a, b) => a - b));
    const free = [...capacity];
    const mentorOf = eligible.map((row, mentee) => {
      const mentor = skipped(mentee) === 0 ? undefined : row.find((each) => free[each]! > 0);
      if (mentor === undefined) {
        return -1;
      }
      free[mentor]!--;
      return mentor;
    });
    return { eligible, capacity, mentorOf };
  });

describe('A shortage', () => {
  it('is shared by everybody whom only the places along the chain can help', () => {
    // Mentee 3 asks mentor 0; mentee 0, matched there, could go to mentor 1, whose places 1 and 2 have taken.
    const eligible = [[0, 1], [1], [1], [0], [0, 1], [1, 2], []];
    const capacity = [1, 2, 1];
    const shortages = shortagesOf({ eligible, capacity, mentorOf: [0, 1, 1, -1, -1, 2, -1] });
    expect(shortages.of(3)).toEqual({ people: 5, places: 3, mentors: 2 });
    expect(shortages.of(4)).toEqual({ people: 5, places: 3, mentors: 2 });
    expect(shortages.of(6)).toBeUndefined();
  });

  it('does not count somebody who has another mentor beyond', () => {
    const eligible = [[0], [0], [0, 1], [1]];
    expect(shortagesOf({ eligible, capacity: [1, 1], mentorOf: [0, -1, -1, 1] }).of(1)).toEqual({
      people: 2,
      places: 1,
      mentors: 1,
    });
  });

  it('passes over mentors without a place to offer', () => {
    const shortages = shortagesOf({ eligible: [[1], [0, 1], [0]], capacity: [0, 1], mentorOf: [1, -1, -1] });
    expect(shortages.of(1)).toEqual({ people: 2, places: 1, mentors: 1 });
    expect(shortages.of(2)).toBeUndefined();
  });

  it('is none where a chain leads to a free place', () => {
    const eligible = [[0, 1], [0]];
    expect(shortagesOf({ eligible, capacity: [1, 1], mentorOf: [0, -1] }).of(1)).toBeUndefined();
  });

  it('is what a closure by sets gives, whatever the round', () => {
    fc.assert(
      fc.property(round, (each) => {
        const shortages = shortagesOf(each);
        each.mentorOf.forEach((mentor, mentee) => {
          if (mentor < 0) {
            expect(shortages.of(mentee)).toEqual(naiveShortage(each, mentee));
          }
        });
      }),
    );
  });

  it('stands behind everybody without a match whose eligible mentors offer a place, where coverage is optimised', () => {
    fc.assert(
      fc.property(round, ({ eligible, capacity }) => {
        const { mentorOf } = solve({
          seed: 'a spec',
          mentees: eligible.map((_, at) => ({ id: `m${at}`, group: ['nurse'], priority: at })),
          mentors: capacity.map((places, at) => ({ id: `x${at}`, capacity: places })),
          pairs: {
            row: (mentee, mentors, scores) => {
              scores.fill(1);
              return pairsOf({ eligible }).row(mentee, mentors, scores);
            },
          },
          objectives: ['coverage', 'priority'],
          equity: { levels: [1], prior: {} },
        });
        const shortages = shortagesOf({ eligible, capacity, mentorOf: [...mentorOf] });
        eligible.forEach((row, mentee) => {
          if (mentorOf[mentee]! < 0) {
            const shortage = shortages.of(mentee);
            expect(shortage !== undefined).toBe(row.some((mentor) => capacity[mentor]! > 0));
            expect(shortage?.people ?? 1).toBeGreaterThan(shortage?.places ?? 0);
          }
        });
      }),
    );
  });

  it('is listed once, however many it explains, with everybody in it', () => {
    // Mentees 0 to 2 share mentor 0; with mentee 3 to 5 they share mentors 0 and 1.
    const eligible = [[0], [0], [0], [0, 1], [1], [0, 1]];
    const shortages = shortagesOf({ eligible, capacity: [1, 2], mentorOf: [0, -1, -1, 1, 1, -1] });
    expect(shortages.all()).toEqual([
      {
        shortage: { people: 3, places: 1, mentors: 1 },
        ...{ mentors: [0], matched: [0], unmatched: [1, 2], closest: [1, 2] },
      },
      {
        shortage: { people: 6, places: 3, mentors: 2 },
        ...{ mentors: [0, 1], matched: [0, 3, 4], unmatched: [1, 2, 5], closest: [5] },
      },
    ]);
  });

  it('is made of people who fill every place of it and those who are left, whatever the round', () => {
    fc.assert(
      fc.property(round, (each) => {
        const shortages = shortagesOf(each);
        const all = shortages.all();
        for (const { shortage, mentors, matched, unmatched, closest } of all) {
          expect(mentors.reduce((sum, mentor) => sum + each.capacity[mentor]!, 0)).toBe(matched.length);
          expect(shortage).toEqual({
            people: matched.length + unmatched.length,
            places: matched.length,
            mentors: mentors.length,
          });
          expect(matched.every((mentee) => mentors.includes(each.mentorOf[mentee]!))).toBe(true);
          expect(unmatched).toEqual(expect.arrayContaining([...closest]));
        }
        const explained = each.mentorOf.flatMap((mentor, mentee) =>
          mentor < 0 && shortages.of(mentee) !== undefined ? [mentee] : [],
        );
        expect(all.flatMap(({ closest }) => closest).sort((a, b) => a - b)).toEqual(explained);
        expect(new Set(all.map(({ mentors }) => mentors.join())).size).toBe(all.length);
      }),
    );
  });
});
