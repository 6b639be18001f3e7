import { katz } from './katz';
import { relativeLikelihood } from './relative-likelihood';

const of = (successes: number, n: number) => ({ successes, n });
const nurses = { group: 'nurses' };

describe('the relative likelihood', () => {
  it('is the rate of the group ÷ that of everyone else, says so in words and shows its counts', () => {
    const found = relativeLikelihood(of(31, 100), of(50, 100), nurses);
    expect(found).toEqual({
      ...katz(of(31, 100), of(50, 100)),
      order: 'group_to_rest',
      group: of(31, 100),
      rest: of(50, 100),
      direction: 'Nurses were 0.62 times as likely as everyone else to be matched.',
    });
  });

  it('is the other way round in the order of the WRES, and says that too', () => {
    const found = relativeLikelihood(of(31, 100), of(50, 100), { ...nurses, order: 'wres' });
    expect(found.estimate).toBeCloseTo(50 / 31, 14);
    expect(found).toMatchObject({ order: 'wres', group: of(31, 100), rest: of(50, 100) });
    expect(found.direction).toBe('Everyone else was 1.61 times as likely as nurses to be matched.');
  });

  it('calls people and what they did by the names it is given', () => {
    const options = {
      group: 'people in midwifery',
      rest: 'people in medicine',
      outcome: 'to ask for a mentor',
    };
    expect(relativeLikelihood(of(90, 100), of(60, 100), options).direction).toBe(
      'People in midwifery were 1.50 times as likely as people in medicine to ask for a mentor.',
    );
  });

  it('says “about as likely” of a ratio that reads as 1, and tells small from nothing', () => {
    const direction = (a: number, b: number) =>
      relativeLikelihood(of(a, 1000), of(b, 1000), nurses).direction;
    for (const a of [500, 501, 499]) {
      expect(direction(a, 500)).toBe('Nurses were about as likely as everyone else to be matched.');
    }
    expect(direction(503, 500)).toBe('Nurses were 1.01 times as likely as everyone else to be matched.');
    expect(direction(2, 500)).toBe('Nurses were 0.004 times as likely as everyone else to be matched.');
    expect(direction(0, 500)).toBe('Nurses were 0 times as likely as everyone else to be matched.');
  });

  it('says “about as likely” in the order of the WRES too', () => {
    expect(relativeLikelihood(of(501, 1000), of(500, 1000), { ...nurses, order: 'wres' }).direction).toBe(
      'Everyone else was about as likely as nurses to be matched.',
    );
  });

  it('is none, and says so, where the rate to be divided by is 0%', () => {
    expect(relativeLikelihood(of(5, 10), of(0, 10), nurses)).toMatchObject({
      estimate: null,
      interval: null,
      reason: { code: 'none_in_rest' },
      direction: 'How likely nurses were to be matched cannot be compared with everyone else.',
    });
    expect(relativeLikelihood(of(0, 10), of(5, 10), { ...nurses, order: 'wres' }).direction).toBe(
      'How likely everyone else was to be matched cannot be compared with nurses.',
    );
  });

  it('names, in either order, the side that it is about', () => {
    const codeOf = (order: 'group_to_rest' | 'wres', group: number, rest: number) =>
      relativeLikelihood(of(group, 10), of(rest, 10), { order }).reason?.code;
    for (const order of ['group_to_rest', 'wres'] as const) {
      expect(codeOf(order, 0, 5)).toBe('none_in_group');
      expect(codeOf(order, 5, 0)).toBe('none_in_rest');
      expect(codeOf(order, 10, 5)).toBe('all_in_group');
      expect(codeOf(order, 5, 10)).toBe('all_in_rest');
      expect(codeOf(order, 5, 4)).toBeUndefined();
    }
  });

  it('is refused by the name of the argument, in either order', () => {
    for (const order of ['group_to_rest', 'wres'] as const) {
      expect(() => relativeLikelihood(of(3, 2), of(1, 2), { order })).toThrow(/^group\.successes /);
    }
  });
});
