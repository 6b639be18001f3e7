import { join } from 'node:path';
import { healthAndCare } from '@evenhand/taxonomy';
import type { AllocationProblem } from '@evenhand/allocation';
import type { People } from '@evenhand/people';
import { type Ran, runProgram } from './evenhand-command';

const BENCH = join(__dirname, '..', 'bench');
const { inventPeople } = jest.requireActual<{
  inventPeople: (mentees: number, mentors: number) => People;
}>('../bench/instances/invented-people.cjs');
const { problemNamed } = jest.requireActual<{ problemNamed: (name: string) => AllocationProblem }>(
  '../bench/instances/instance.cjs',
);
const { WORST_CASES } = jest.requireActual<{ WORST_CASES: Readonly<Record<string, unknown>> }>(
  '../bench/instances/worst-cases.cjs',
);

// Each figure is of a process of its own.
jest.setTimeout(180_000);

function runBench(...words: readonly string[]): Ran {
  return runProgram(process.execPath, [join(BENCH, 'run.mjs'), '--runs', '1', ...words]);
}

describe('the bench', () => {
  const figure = expect.any(Number) as number;

  it('prints one JSON document in which every solver reaches the same sum of scores', () => {
    const { code, out, err } = runBench('--only', '60x30', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out) as { instances: { floor: unknown; ours: unknown }[] };
    const peer = (name: string) => ({
      name,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      wallMs: figure,
      peakMb: figure,
      sameObjective: true,
    });
    expect(report).toMatchObject({
      machine: { cpu: expect.any(String) as string, cores: figure, memoryGb: figure, node: process.version },
      instances: [
        {
          name: '60x30',
          mentees: 60,
          mentors: 30,
          pairs: figure,
          floor: { wallMs: figure, cpuMs: figure },
          ours: {
            wallMs: figure,
            cpuMs: figure,
            peakMb: figure,
            gap: 0,
            threads: 1,
          },
          peers: [peer('munkres'), peer('munkres-js'), peer('highs')],
        },
      ],
      failures: [],
    });
  });

  it('measures the worst cases, in a table that says what each asks', () => {
    const names = Object.keys(WORST_CASES).map((name) => `${name}-60x30`);
    const { code, out } = runBench(...names.flatMap((name) => ['--only', name]));
    expect(code).toBe(0);
    for (const name of names) {
      expect(out).toMatch(new RegExp(`^${name} +[\\d,]+ +[\\d.]+ +[\\d.]+ `, 'm'));
      expect(out).toMatch(new RegExp(`^${name}: [a-z]`, 'm'));
    }
  });

  it('says stage by stage how long one solve takes', () => {
    const { code, out } = runProgram(process.execPath, [
      join(BENCH, 'measure-engine.cjs'),
      '60x30',
      '--score-only',
    ]);
    expect(code).toBe(0);
    const took = String.raw` +[\d.]+ ms, CPU [\d.]+ ms`;
    expect(out).toMatch(
      new RegExp(
        `^floor${took}, for \\d+ pairs\n  pairs${took}\n  coverage${took}\n  exchange${took}\n  score${took}\n`,
      ),
    );
    expect(out).toMatch(/^memory +peak \d+ MB/m);
  });

  it('says how long a veto takes, and that it leads where solving everything again does', () => {
    const { code, out } = runProgram(process.execPath, [
      join(BENCH, 'measure-veto.cjs'),
      '60x30',
      '--vetoes',
      '20',
      '--json',
    ]);
    expect(code).toBe(0);
    const times = { medianMs: figure, p95Ms: figure, longestMs: figure };
    expect(JSON.parse(out)).toMatchObject({
      ...{ name: '60x30', vetoes: 20, solveMs: figure, beginMs: figure, reoptimiseMs: figure },
      ...{ alone: times, inTurn: times },
    });
  });

  it('gives the engine as many threads as are asked for, and the answer is proven all the same', () => {
    const { code, out } = runBench('--only', '120x50', '--threads', '2', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ instances: [{ ours: { threads: 2, gap: 0 } }], failures: [] });
  });

  it.each([
    ['--only 60', '--only: "60" is neither a size such as 5000x2000 nor a worst case of a size'],
    ['--only all-60x30', '--only: "all" is none of the worst cases: one-popular-mentor,'],
    ['--only 60x50', '--only: 60x50: 50 mentors of one to 4 places each cannot offer 46,'],
    ['--runs 0', '--runs 0: it takes a whole number from 1'],
    ['--threads 0', '--threads 0: it takes a whole number from 1 to 9'],
    ['--peer-limit soon', '--peer-limit soon: it takes seconds, from 1'],
    ['--onyl 60x30', "Unknown option '--onyl'"],
  ])('refuses %s', (words, sentence) => {
    const { code, out, err } = runBench(...words.split(' '));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`bench: ${sentence}`);
  });
});

describe('the people of the bench', () => {
  const { mentees, mentors } = inventPeople(1000, 400);
  const count = (persons: readonly { background: { group: string } }[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { background } of persons) counts[background.group] = (counts[background.group] ?? 0) + 1;
    return counts;
  };

  it('are of the groups that ask, and of those that offer, in fixed shares', () => {
    expect(count(mentees)).toEqual({
      nurse: 450,
      ahp: 150,
      doctor: 150,
      hcs: 60,
      midwife: 30,
      pharmacist: 30,
      psychologist: 30,
      social_worker: 20,
      manager: 80,
    });
    expect(count(mentors)).toMatchObject({ doctor: 136, manager: 80 });
  });

  it('use the whole of the catalogue that matters', () => {
    const alliedHealth = mentees.filter(({ background }) => background.group === 'ahp');
    expect(new Set(alliedHealth.map(({ background }) => background.profession)).size).toBe(14);
    expect(new Set(mentees.flatMap(({ gaps }) => gaps.map(({ topic }) => topic))).size).toBe(27);
    const regions = healthAndCare.content.regions.map(({ code }) => code).sort();
    expect([...new Set(mentors.map(({ posts }) => posts[0].region))].sort()).toEqual(regions);
  });

  it('have three to five gaps, five to eight strengths, and ten places for thirteen who ask', () => {
    expect(new Set(mentees.map(({ gaps }) => gaps.length))).toEqual(new Set([3, 4, 5]));
    expect(new Set(mentors.map(({ strengths }) => strengths.length))).toEqual(new Set([5, 6, 7, 8]));
    expect(mentors.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(769);
    expect(new Set(mentors.map(({ capacity }) => capacity))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('are the same every time', () => {
    expect(inventPeople(1000, 400)).toEqual({ mentees, mentors });
  });

  it('leave a little more than half of all pairs eligible', () => {
    const share = eligible(problemNamed('1000x400')).length / (1000 * 400);
    expect(share).toBeGreaterThan(0.53);
    expect(share).toBeLessThan(0.57);
  });
});

describe('the worst cases', () => {
  const sizes = ['60x30', '7x9', '5x1', '1x1', '300x40'];

  it.each(Object.keys(WORST_CASES))('%s is a problem of any size', (worst) => {
    for (const size of sizes) {
      const problem = problemNamed(`${worst}-${size}`);
      expect(`${problem.mentees.length}x${problem.mentors.length}`).toBe(size);
      const pairs = eligible(problem);
      expect(pairs.filter(({ score }) => !Number.isInteger(score) || score < 0 || score > 10_000)).toEqual(
        [],
      );
      const outOfOrder = pairs.filter(({ mentee, mentor }, at) => {
        const before = pairs[at - 1];
        return mentor >= problem.mentors.length || (before?.mentee === mentee && before.mentor >= mentor);
      });
      expect(outOfOrder).toEqual([]);
    }
  });

  it('has a chain whose last people need places that are full when everyone before has their best mentor', () => {
    const problem = problemNamed('long-chain-300x40');
    const full = new Set<number>();
    const wanted = new Map<number, number>();
    const mentorsOf = problem.mentees.map((_, mentee) =>
      eligible(problem, mentee).sort((a, b) => b.score - a.score),
    );
    for (const [best, other] of mentorsOf) {
      if (best !== undefined && other !== undefined) {
        wanted.set(best.mentor, (wanted.get(best.mentor) ?? 0) + 1);
        if (wanted.get(best.mentor)! >= problem.mentors[best.mentor]!.capacity) full.add(best.mentor);
      }
    }
    const last = mentorsOf.filter((mentors) => mentors.length === 1);
    expect(last.length).toBeGreaterThan(0);
    expect(last.filter(([only]) => !full.has(only!.mentor))).toEqual([]);
  });
});

interface Pair {
  readonly mentee: number;
  readonly mentor: number;
  readonly score: number;
}

/** The pairs of one mentee, or of all. */
function eligible({ mentees, mentors, pairs }: AllocationProblem, only?: number): Pair[] {
  const row = new Int32Array(mentors.length);
  const scores = new Int32Array(mentors.length);
  const asked = only === undefined ? mentees.map((_, mentee) => mentee) : [only];
  return asked.flatMap((mentee) => {
    const count = pairs.row(mentee, row, scores);
    return Array.from(row.subarray(0, count), (mentor, at) => ({ mentee, mentor, score: scores[at]! }));
  });
}
