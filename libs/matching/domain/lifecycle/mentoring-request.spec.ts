import { Conflict } from '@evenhand/kernel';
import fc from 'fast-check';
import {
  type MentoringRequest,
  moveRequest,
  REQUEST_STATES,
  type RequestMove,
  type RequestState,
  submitRequest,
} from './mentoring-request';

/** Where each move leads, by the state it is made from; from a state that is not listed it is refused. */
const ALLOWED: Readonly<Record<RequestMove, Partial<Record<RequestState, RequestState>>>> = {
  submit: { draft: 'submitted' },
  takeUp: { submitted: 'in_round' },
  propose: { in_round: 'proposed', submitted: 'proposed' },
  match: { proposed: 'matched' },
  giveBack: { in_round: 'submitted', proposed: 'submitted' },
  withdraw: {
    draft: 'withdrawn',
    submitted: 'withdrawn',
    in_round: 'withdrawn',
    proposed: 'withdrawn',
  },
  expire: { draft: 'expired', submitted: 'expired' },
};
const MOVES = Object.keys(ALLOWED) as RequestMove[];
const CODES: Readonly<Record<RequestMove, string>> = {
  submit: 'mentoring-request.cannot-submit',
  takeUp: 'mentoring-request.cannot-take-up',
  propose: 'mentoring-request.cannot-propose',
  match: 'mentoring-request.cannot-match',
  giveBack: 'mentoring-request.cannot-give-back',
  withdraw: 'mentoring-request.cannot-withdraw',
  expire: 'mentoring-request.cannot-expire',
};

const aRequest = (parts: Partial<MentoringRequest> = {}): MentoringRequest => ({
  ...{ id: 'r1', programmeId: 'p1', personId: 'ada', state: 'draft', welcomedAgain: [], version: 1 },
  ...parts,
});

describe('A mentoring request', () => {
  const cases = MOVES.flatMap((move) =>
    REQUEST_STATES.map((from) => ({ move, from, to: ALLOWED[move][from] })),
  );

  it.each(cases.filter(({ to }) => to !== undefined))('$from: $move leads to $to', ({ move, from, to }) => {
    expect(moveRequest(aRequest({ state: from }), move).state).toBe(to);
  });

  it.each(cases.filter(({ to }) => to === undefined))('$from: $move is refused', ({ move, from }) => {
    const attempt = (): unknown => moveRequest(aRequest({ state: from }), move);
    expect(attempt).toThrow(Conflict);
    expect(attempt).toThrow(expect.objectContaining({ code: CODES[move] }) as Error);
  });

  it('says in the refusal where it stands and what it would have to be', () => {
    expect(() => moveRequest(aRequest({ state: 'matched' }), 'giveBack')).toThrow(
      'The request is matched: only one that is in round or proposed can become submitted.',
    );
  });

  it.each(['giveBack', 'withdraw'] as const)('leaves its round with %s', (move) => {
    const request = aRequest({ state: 'in_round', roundId: 'round' });
    expect(moveRequest(request, move)).not.toHaveProperty('roundId');
  });

  it('keeps its round with a proposal and a match', () => {
    const proposed = moveRequest(aRequest({ state: 'in_round', roundId: 'round' }), 'propose');
    expect(moveRequest(proposed, 'match')).toMatchObject({ state: 'matched', roundId: 'round' });
  });

  it('waits from the day of its submission', () => {
    expect(submitRequest(aRequest(), '2026-10-01')).toMatchObject({
      state: 'submitted',
      firstSubmittedOn: '2026-10-01',
    });
  });

  it('never leaves its states by any row of moves, and keeps its first day through all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 30 }), (moves) => {
        let request = submitRequest(aRequest(), '2026-10-01');
        for (const move of moves) {
          const to = ALLOWED[move][request.state];
          try {
            request = moveRequest(request, move);
            expect(request.state).toBe(to);
          } catch (error) {
            expect(error).toBeInstanceOf(Conflict);
            expect(to).toBeUndefined();
          }
          expect(request.firstSubmittedOn).toBe('2026-10-01');
        }
      }),
    );
  });
});
