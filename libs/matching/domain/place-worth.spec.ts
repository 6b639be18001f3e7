import { worthOfPlaces } from './place-worth';

/** Best first: one more match at the cost of nobody, one where a group rises, none. */
const levels = [[0, -1, 3, -1, 4, 1], [3, -1, 4, 1], []];

function worthOf(...price: number[]): unknown {
  return worthOfPlaces({ levels, mentors: [price] }, 1)[0];
}

describe('What one more place with a mentor could bring', () => {
  it.each([
    [[0, -9, 0, 0, 0, 0, 0], 'coverage', 0, 'One more place could let one more person be matched.'],
    [
      [1, 5, 0, 0, 0, 0, 0],
      'evenness',
      0,
      'One more place could let somebody of a worse-off group or profession be matched in place of somebody else.',
    ],
    [
      [2, -30, 400, 0, 0, 0, 0],
      'priority',
      30,
      'One more place could let somebody be matched who has waited up to 30 days longer.',
    ],
    [
      [2, -1, 0, 0, 0, 0, 0],
      'priority',
      1,
      'One more place could let somebody be matched who has waited up to 1 day longer.',
    ],
    [[2, 0, -250, 0, 7, 0, 0], 'score', 250, 'One more place could raise the sum of scores by up to 250.'],
    [[2, 0, 0, 0, -4, 0, 0], 'draw', 0, 'One more place could change nothing but the draw by the seed.'],
    [[2, 0, 0, 0, 0, 0, 0], 'nothing', 0, 'One more place would change nothing.'],
    [[2, 3, -5, 0, 0, 0, 0], 'nothing', 0, 'One more place would change nothing.'],
  ])('is told by the first part of its price that is not zero: %j', (price, gain, most, sentence) => {
    expect(worthOf(...price)).toEqual({ gain, most, sentence });
  });

  it.each([[[2, 0, 0]], [[3, 0, 0, 0, 0, 0, 0]], [[-1, 0, 0, 0, 0, 0, 0]], [[2, 0.5, 0, 0, 0, 0, 0]]])(
    'is not read from %j, which is no price',
    (price) => {
      expect(() => worthOf(...price)).toThrow(
        `The price of mentor 0 in the certificate is none: [${price.join()}]`,
      );
    },
  );

  it('is not read from the prices of another round', () => {
    expect(() => worthOfPlaces({ levels, mentors: [] }, 2)).toThrow(
      'The certificate prices 0 mentors, and 2 took part',
    );
  });
});
