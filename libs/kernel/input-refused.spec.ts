import { InputRefused } from './input-refused';

describe('refused input', () => {
  it('is not thrown where there is no problem', () => {
    expect(() => InputRefused.ifAny([])).not.toThrow();
  });

  it('carries every problem and speaks with the first', () => {
    let refused: unknown;
    try {
      InputRefused.ifAny(['a.csv: row 2: wrong', 'a.csv: row 3: wrong']);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InputRefused);
    expect(refused).toMatchObject({
      code: 'input.refused',
      name: 'InputRefused',
      message: 'a.csv: row 2: wrong',
      problems: ['a.csv: row 2: wrong', 'a.csv: row 3: wrong'],
    });
  });
});
