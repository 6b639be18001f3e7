import { Conflict } from '@evenhand/kernel';
import fc from 'fast-check';
import {
  accept,
  ask,
  daysAfter,
  decline,
  expire,
  type Proposal,
  PROPOSAL_STATES,
  remind,
  remindersDue,
  supersede,
} from './proposal';

const OFFERED = new Date('2026-10-01T09:00:00Z');
const day = (days: number): Date => daysAfter(OFFERED, days);

const aProposal = (parts: Partial<Proposal> = {}): Proposal => ({
  ...{
    id: 'proposal',
    roundId: 'round',
    runId: 'run',
    requestId: 'request',
    menteeId: 'ada',
    mentorId: 'bo',
  },
  ...{ state: 'offered', score: 8000, points: [], gaps: [], gapsNotCovered: [], notes: [] },
  ...{ offeredAt: OFFERED, expiresAt: day(14), remindedAt: [], questions: [], version: 1 },
  ...parts,
});

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

const MOVES = {
  'accept as mentee': (proposal: Proposal, at: Date) => accept(proposal, 'mentee', at),
  'accept as mentor': (proposal: Proposal, at: Date) => accept(proposal, 'mentor', at),
  decline: (proposal: Proposal, at: Date) => decline(proposal, { by: 'mentor', reason: 'no_time' }, at),
  ask: (proposal: Proposal, at: Date) => ask(proposal, 'mentee', 'Which day suits?', at),
  supersede,
  expire,
};
const MOVE_NAMES = Object.keys(MOVES) as (keyof typeof MOVES)[];

describe('A proposal', () => {
  it('is confirmed once both have accepted, in either order', () => {
    for (const [first, second] of [
      ['mentee', 'mentor'],
      ['mentor', 'mentee'],
    ] as const) {
      const half = accept(aProposal(), first, day(1));
      expect(half.state).toBe('offered');
      expect(half.closedAt).toBeUndefined();
      expect(accept(half, second, day(2))).toMatchObject({ state: 'confirmed', closedAt: day(2) });
    }
  });

  it('is accepted by each side once', () => {
    expect(() => accept(accept(aProposal(), 'mentee', day(1)), 'mentee', day(2))).toThrow(
      refusal('proposal.already-accepted'),
    );
  });

  it('can be declined after the other has accepted, with reason and note', () => {
    const declined = { by: 'mentor', reason: 'no_time', note: 'Next year.' } as const;
    expect(decline(accept(aProposal(), 'mentee', day(1)), declined, day(2))).toMatchObject({
      ...{ state: 'declined', declined, closedAt: day(2) },
    });
  });

  it('takes questions, and the clock goes on', () => {
    const asked = ask(aProposal(), 'mentee', 'Which day suits?', day(1));
    expect(asked).toEqual({
      ...aProposal(),
      questions: [{ by: 'mentee', askedAt: day(1), text: 'Which day suits?' }],
    });
  });

  it('is superseded by a decision of the coordinator', () => {
    expect(supersede(aProposal(), day(3))).toMatchObject({ state: 'superseded', closedAt: day(3) });
  });

  it.each(MOVE_NAMES.filter((name) => name !== 'expire'))('to %s is refused once the time is up', (name) => {
    expect(() => MOVES[name](aProposal(), day(14))).toThrow(refusal('proposal.run-out'));
  });

  it('runs out on the instant, and not before', () => {
    expect(() => expire(aProposal(), new Date(day(14).getTime() - 1))).toThrow(
      refusal('proposal.has-time-left'),
    );
    expect(expire(aProposal(), day(14))).toMatchObject({ state: 'expired', closedAt: day(14) });
  });

  it.each(
    PROPOSAL_STATES.filter((state) => state !== 'offered').flatMap((state) =>
      MOVE_NAMES.map((name) => ({ state, name })),
    ),
  )('that is $state: to $name is refused', ({ state, name }) => {
    const attempt = (): unknown => MOVES[name](aProposal({ state }), day(20));
    expect(attempt).toThrow(Conflict);
    expect(attempt).toThrow(refusal('proposal.not-open'));
  });

  it.each([
    [6.99, 0],
    [7, 1],
    [11.99, 1],
    [12, 2],
  ])('is due reminders on days 7 and 12: after %d days %d', (days, due) => {
    expect(remindersDue(aProposal(), day(days))).toBe(due);
    expect(remind(aProposal(), day(days)).remindedAt).toHaveLength(due);
    expect(remindersDue(remind(aProposal(), day(days)), day(days))).toBe(0);
  });

  it('keeps when it was reminded', () => {
    const reminded = remind(remind(aProposal(), day(7.5)), day(12.5));
    expect(reminded.remindedAt).toEqual([day(7.5), day(12.5)]);
  });

  it('is due no reminder once it is closed', () => {
    expect(remindersDue(aProposal({ state: 'confirmed' }), day(13))).toBe(0);
  });

  it('is never closed twice, nor confirmed without both, by any row of moves', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...MOVE_NAMES), fc.integer({ min: 0, max: 20 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(moves, (row) => {
        let proposal = aProposal();
        for (const [name, days] of row) {
          const before = proposal;
          try {
            proposal = MOVES[name](proposal, day(days));
            expect(before.state).toBe('offered');
          } catch (error) {
            expect(error).toBeInstanceOf(Conflict);
            expect(proposal).toBe(before);
          }
          const both = proposal.menteeAcceptedAt !== undefined && proposal.mentorAcceptedAt !== undefined;
          expect(proposal.state === 'confirmed').toBe(both);
          expect(proposal.closedAt === undefined).toBe(proposal.state === 'offered');
        }
      }),
    );
  });
});
