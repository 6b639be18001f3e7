import { type Championing, isChampionShown, putForward, takeBack, takeUp } from './championing';

const AT = new Date('2026-10-20T09:00:00Z');
const TODAY = '2026-10-20';
const PUTTING = { what: 'The board of the new hospital', on: '2026-10-19' };

const named: Championing = {
  ...{ id: 'c', programmeId: 'p', personId: 'ada', championPersonId: 'cy' },
  ...{ state: 'named', namedAt: new Date('2026-10-01T09:00:00Z'), version: 1 },
};
const forward = putForward(named, PUTTING, TODAY);
const taken = takeUp(forward, AT);
const back = takeBack(named, AT);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('A champion', () => {
  it('is named, puts forward for something on a day, and it is taken up', () => {
    expect(forward).toEqual({ ...named, state: 'put_forward', putForward: PUTTING });
    expect(taken).toEqual({ ...forward, state: 'taken_up', takenUpAt: AT });
  });

  it('puts forward once, and has done so', () => {
    for (const one of [forward, taken]) {
      expect(() => putForward(one, PUTTING, TODAY)).toThrow(refused('championing.cannot-put-forward'));
    }
    expect(() => putForward(named, { ...PUTTING, on: '2026-10-21' }, TODAY)).toThrow(
      refused('championing.day-to-come'),
    );
    expect(putForward(named, { ...PUTTING, on: TODAY }, TODAY).putForward?.on).toBe(TODAY);
  });

  it('opens what is taken up once, after it was opened', () => {
    for (const one of [named, taken]) {
      expect(() => takeUp(one, AT)).toThrow(refused('championing.cannot-take-up'));
    }
    const { championPersonId: _, ...erased } = forward;
    expect(takeUp(erased, AT).state).toBe('taken_up');
  });

  it('can be taken back as long as nothing was done', () => {
    expect(back).toEqual({ ...named, state: 'taken_back', takenBackAt: AT });
    for (const one of [forward, taken, back]) {
      expect(() => takeBack(one, AT)).toThrow(refused('championing.cannot-take-back'));
    }
    expect(() => putForward(back, PUTTING, TODAY)).toThrow(refused('championing.cannot-put-forward'));
  });

  it('is shown once they put somebody forward, and not for having been named', () => {
    expect([named, forward, taken, back].map(isChampionShown)).toEqual([false, true, true, false]);
  });
});
