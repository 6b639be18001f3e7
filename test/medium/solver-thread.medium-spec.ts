import { canonicalJson, type JsonValue, sha256 } from '@evenhand/kernel';
import { answerQuestion, DEFAULT_RULES, type SolverProgress, solveSnapshot } from '@evenhand/matching';
import { ThreadedSolveRunner } from '@evenhand/queue';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { join } from 'node:path';

const THREAD = join(__dirname, '..', '..', 'dist', 'libs', 'queue', 'solver-thread.js');

/** The canonical text of a snapshot of so many mentees, each of whom suits each of as many mentors. */
function snapshotOf(people: number, catalogue = healthAndCare.content.version): string {
  const ids = Array.from({ length: people }, (_, at) => String(at));
  return canonicalJson({
    format: 'evenhand.snapshot/1',
    round: 'r',
    attempt: 1,
    kind: 'whole',
    onDate: '2026-01-05',
    catalogue,
    rules: DEFAULT_RULES,
    mentees: ids.map((id) => aMentee({ id: `mentee-${id}` })),
    mentors: ids.map((id) => aMentor({ id: `mentor-${id}` })),
    colleagues: [],
    earlierPairs: [],
    headcounts: {},
  } as unknown as JsonValue);
}

describe('The solver in its thread, as it is compiled', () => {
  const runner = new ThreadedSolveRunner({ file: THREAD, logger: { error: () => undefined } });
  const signal = new AbortController().signal;

  it('solves what it solves without a thread, byte for byte, and tells how far it is', async () => {
    const snapshot = snapshotOf(200);
    const told: SolverProgress[] = [];
    const solved = await runner.solve(snapshot, 'whole', {
      onProgress: (progress) => told.push(progress),
      signal,
    });
    expect(solved).toEqual(solveSnapshot(snapshot, healthAndCare, { onProgress: () => undefined }));
    expect(solved.outcome.totals.matched).toBe(200);
    expect(told.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['reading', 'pairs', 'writing']));
  });

  it('answers what it answers without a thread', async () => {
    const snapshot = snapshotOf(20);
    const solved = solveSnapshot(snapshot, healthAndCare, { onProgress: () => undefined });
    const run = { ...solved, snapshot, snapshotSha256: sha256(snapshot) };
    for (const question of [
      { kind: 'replay' },
      { kind: 'preview', rules: { ...DEFAULT_RULES, floor: 9_000 } },
      { kind: 'frontier' },
    ] as const) {
      const answer = await runner.answer(question, run, { onProgress: () => undefined, signal });
      expect(answer).toEqual(answerQuestion(question, run, healthAndCare, { onProgress: () => undefined }));
      expect(answer.kind).toBe(question.kind);
    }
    const altered = { ...run, snapshotSha256: sha256('another') };
    await expect(
      runner.answer({ kind: 'replay' }, altered, { onProgress: () => undefined, signal }),
    ).rejects.toMatchObject({ code: 'snapshot.altered' });
  });

  it('hands back a refusal as it was', async () => {
    const solved = runner.solve(snapshotOf(1, 'of another year'), 'whole', {
      onProgress: () => undefined,
      signal,
    });
    await expect(solved).rejects.toMatchObject({
      code: 'snapshot.other-catalogue',
      message: expect.stringContaining('of another year') as string,
    });
  });

  it('leaves the event loop free while it solves', async () => {
    let turns = 0;
    let turnsBefore: number | undefined;
    const watch = setInterval(() => turns++, 1);
    // Whatever solved on the event loop would tell of its first pairs and of its end in one and the same turn.
    const onProgress = ({ stage }: SolverProgress): void => {
      if (stage === 'pairs') turnsBefore ??= turns;
    };
    await runner.solve(snapshotOf(600), 'whole', { onProgress, signal });
    clearInterval(watch);
    expect(turnsBefore).toBeDefined();
    expect(turns - turnsBefore!).toBeGreaterThan(10);
  });
});
