import { InputRefused } from './input-refused';
import { RefusedInputs } from './refused-inputs';

const refusing =
  (...problems: [string, ...string[]]) =>
  () => {
    throw new InputRefused(problems);
  };

describe('refused inputs', () => {
  it('hand over what every reader read where none refused', () => {
    const inputs = new RefusedInputs();
    const [one, other] = [inputs.collect(() => 1), inputs.collect(() => 'two')];
    inputs.refuse();
    expect([one(), other()]).toEqual([1, 'two']);
  });

  it('tell the problems of every reader at once, in their order', () => {
    const inputs = new RefusedInputs();
    inputs.collect(refusing('a: one', 'a: two'));
    inputs.collect(() => 1);
    const refused = inputs.collect(refusing('b: three'));
    expect(() => inputs.refuse()).toThrow(new InputRefused(['a: one', 'a: two', 'b: three']));
    expect(() => refused()).toThrow('b: three');
  });

  it('are not for faults of the program, which go straight through', () => {
    expect(() =>
      new RefusedInputs().collect(() => {
        throw new TypeError('a fault');
      }),
    ).toThrow(TypeError);
  });
});
