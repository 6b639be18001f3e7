import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Conflict } from '@evenhand/kernel';
import fc from 'fast-check';
import { DEFAULT_RULES } from '../rules';
import {
  type MatchingRound,
  moveRound,
  ROUND_STATES,
  type RoundMove,
  type RoundState,
} from './matching-round';

/** From which states each move is allowed, and where it leads. */
const ALLOWED: Readonly<Record<RoundMove, readonly [from: readonly RoundState[], to: RoundState]>> = {
  change: [['draft'], 'draft'],
  queue: [['draft', 'failed'], 'queued'],
  start: [['queued', 'running'], 'running'],
  solve: [['running'], 'solved'],
  fail: [['queued', 'running'], 'failed'],
  override: [['solved'], 'solved'],
  publish: [['solved'], 'published'],
  discard: [['draft', 'solved'], 'discarded'],
  cancel: [['queued', 'running'], 'cancelled'],
  reopen: [['cancelled', 'failed'], 'draft'],
};
const MOVES = Object.keys(ALLOWED) as RoundMove[];

const aRound = (parts: Partial<MatchingRound> = {}): MatchingRound => ({
  ...{ id: 'round', programmeId: 'p1', name: 'Autumn', state: 'draft', rules: DEFAULT_RULES },
  ...{ scope: { regions: [], organisations: [] }, pseudonymKey: 'secret', attempt: 0 },
  policy: DEFAULT_DISCLOSURE_POLICY,
  ...{ createdAt: new Date(0), rulesFixedAt: new Date(0), version: 1 },
  ...parts,
});

describe('A matching round', () => {
  const cases = MOVES.flatMap((move) =>
    ROUND_STATES.map((from) => ({
      move,
      from,
      to: ALLOWED[move][0].includes(from) ? ALLOWED[move][1] : undefined,
    })),
  );

  it.each(cases.filter(({ to }) => to !== undefined))('$from: $move leads to $to', ({ move, from, to }) => {
    expect(moveRound(aRound({ state: from }), move).state).toBe(to);
  });

  it.each(cases.filter(({ to }) => to === undefined))('$from: $move is refused', ({ move, from }) => {
    const attempt = (): unknown => moveRound(aRound({ state: from }), move);
    expect(attempt).toThrow(Conflict);
    expect(attempt).toThrow(expect.objectContaining({ code: `matching-round.cannot-${move}` }) as Error);
  });

  it('says in the refusal where it stands and what it would have to be', () => {
    expect(() => moveRound(aRound({ state: 'published' }), 'queue')).toThrow(
      'The round is published: to queue it, it must be draft or failed.',
    );
  });

  it('forgets why it failed once it is queued again', () => {
    const failed = aRound({ state: 'failed', failure: { code: 'any', sentence: 'Any.' } });
    expect(moveRound(failed, 'queue')).not.toHaveProperty('failure');
  });

  it('has no run as a draft, and keeps it in every other state', () => {
    const cancelled = aRound({ state: 'cancelled', runId: 'run' });
    expect(moveRound(cancelled, 'reopen')).not.toHaveProperty('runId');
    expect(moveRound(aRound({ state: 'running', runId: 'run' }), 'solve')).toHaveProperty('runId', 'run');
  });

  it('never leaves its states by any row of moves, and stays as it is once it is published or discarded', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 30 }), (moves) => {
        let round = aRound();
        for (const move of moves) {
          const [from, to] = ALLOWED[move];
          const before = round;
          try {
            round = moveRound(round, move);
            expect(from).toContain(before.state);
            expect(round.state).toBe(to);
            expect(['published', 'discarded']).not.toContain(before.state);
          } catch (error) {
            expect(error).toBeInstanceOf(Conflict);
            expect(from).not.toContain(before.state);
          }
        }
      }),
    );
  });
});
