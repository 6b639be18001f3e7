import { InputRefused } from '@evenhand/kernel';
import { Refusals } from './refusals';

const refusing =
  (...problems: [string, ...string[]]) =>
  () => {
    throw new InputRefused(problems);
  };

describe('refusals', () => {
  it('hand over what every reader read where none refused', () => {
    const refusals = new Refusals();
    const [one, other] = [refusals.collect(() => 1), refusals.collect(() => 'two')];
    refusals.refuse();
    expect([one(), other()]).toEqual([1, 'two']);
  });

  it('tell the problems of every reader at once, in their order', () => {
    const refusals = new Refusals();
    refusals.collect(refusing('a: one', 'a: two'));
    refusals.collect(() => 1);
    const refused = refusals.collect(refusing('b: three'));
    expect(() => refusals.refuse()).toThrow(new InputRefused(['a: one', 'a: two', 'b: three']));
    expect(() => refused()).toThrow('b: three');
  });

  it('are not for faults of the program, which go straight through', () => {
    expect(() =>
      new Refusals().collect(() => {
        throw new TypeError('a fault');
      }),
    ).toThrow(TypeError);
  });
});
