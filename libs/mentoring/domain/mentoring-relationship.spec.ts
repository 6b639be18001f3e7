import {
  askForRematch,
  giveFeedback,
  HELPED_ANSWERS,
  meetFirst,
  type MentoringRelationship,
  moveRelationship,
  type PlainMove,
  RELATIONSHIP_STATES,
  type RelationshipState,
} from './mentoring-relationship';

const AT = new Date('2026-10-20T09:00:00Z');
const TODAY = '2026-10-20';

const starting: MentoringRelationship = {
  ...{ id: 'r', programmeId: 'p', proposalId: 'o', requestId: 'q', menteeId: 'ada', mentorId: 'cy' },
  ...{ state: 'starting', beganAt: new Date('2026-10-01T09:00:00Z'), version: 1 },
};
const active = meetFirst(starting, '2026-10-08', TODAY);
const paused = moveRelationship(active, 'pause', AT);
const completed = moveRelationship(active, 'complete', AT);
const ended = moveRelationship(active, 'end', AT);
const IN_STATE: Readonly<Record<RelationshipState, MentoringRelationship>> = {
  ...{ starting, active, paused, completed, ended },
};
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('Mentoring', () => {
  it('becomes active with the first meeting, of which the day is kept', () => {
    expect(active).toEqual({ ...starting, state: 'active', firstMetOn: '2026-10-08' });
  });

  it.each([
    ['2026-10-21', 'mentoring-relationship.meeting-to-come'],
    ['2026-09-30', 'mentoring-relationship.meeting-too-early'],
  ])('was not met on %s', (day, code) => {
    expect(() => meetFirst(starting, day, TODAY)).toThrow(refused(code));
  });

  it.each(['2026-10-01', '2026-10-20'])('may have been met on %s', (day) => {
    expect(meetFirst(starting, day, TODAY).firstMetOn).toBe(day);
  });

  it('says since when it is paused, only while it is', () => {
    expect(paused).toEqual({ ...active, state: 'paused', pausedAt: AT });
    expect(moveRelationship(paused, 'resume', AT)).toEqual(active);
  });

  it('is completed, however early, or ended, and says when', () => {
    expect(completed).toEqual({ ...active, state: 'completed', completedAt: AT });
    expect(moveRelationship(paused, 'complete', AT)).toEqual(completed);
    expect(ended).toEqual({ ...active, state: 'ended', endedAt: AT });
    expect(moveRelationship(paused, 'end', AT)).toEqual(ended);
    expect(moveRelationship(starting, 'end', AT)).toEqual({ ...starting, state: 'ended', endedAt: AT });
  });

  const ALLOWED: Readonly<Record<PlainMove | 'meet', readonly RelationshipState[]>> = {
    meet: ['starting'],
    pause: ['active'],
    resume: ['paused'],
    complete: ['active', 'paused'],
    end: ['starting', 'active', 'paused'],
  };
  const every = RELATIONSHIP_STATES.flatMap((state) =>
    (Object.keys(ALLOWED) as (PlainMove | 'meet')[]).map((move) => [state, move] as const),
  );

  it.each(every)('that is %s allows, or refuses by name, to %s', (state, move) => {
    const make = () =>
      move === 'meet'
        ? meetFirst(IN_STATE[state], '2026-10-08', TODAY)
        : moveRelationship(IN_STATE[state], move, AT);
    if (ALLOWED[move].includes(state)) {
      expect(make().state).not.toBe(state);
    } else {
      expect(make).toThrow(refused(`mentoring-relationship.cannot-${move}`));
    }
  });

  it.each(HELPED_ANSWERS)('is said to have helped by each of the two: %s', (helped) => {
    const feedback = { helped, saidAt: AT };
    for (const state of ['active', 'paused', 'completed', 'ended'] as const) {
      expect(giveFeedback(IN_STATE[state], 'mentee', feedback).menteeFeedback).toEqual(feedback);
      const both = giveFeedback(giveFeedback(IN_STATE[state], 'mentor', feedback), 'mentor', {
        ...{ helped: 'no', saidAt: AT },
      });
      expect(both).toEqual({ ...IN_STATE[state], mentorFeedback: { helped: 'no', saidAt: AT } });
    }
  });

  it('helped nobody before they met', () => {
    const never = moveRelationship(starting, 'end', AT);
    for (const one of [starting, never]) {
      expect(() => giveFeedback(one, 'mentee', { helped: 'yes', saidAt: AT })).toThrow(
        refused('mentoring-relationship.not-met'),
      );
    }
  });

  it('offers another match once, where it ended', () => {
    const asked = askForRematch(ended, AT);
    expect(asked).toEqual({ ...ended, rematchAskedAt: AT });
    expect(() => askForRematch(asked, AT)).toThrow(refused('mentoring-relationship.rematch-asked'));
    for (const one of [starting, active, paused, completed]) {
      expect(() => askForRematch(one, AT)).toThrow(refused('mentoring-relationship.not-ended'));
    }
  });
});
