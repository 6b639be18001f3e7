import { counted, grouped, percent } from './numbers-in-words';

describe('Numbers in words', () => {
  it('set thousands apart', () => {
    expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('say one and many', () => {
    expect([counted(1, 'place'), counted(0, 'place'), counted(2000, 'person', 'people')]).toEqual([
      ...['1 place', '0 places', '2,000 people'],
    ]);
  });

  it('round a percentage half up, and have none of nobody', () => {
    expect([
      percent([1, 8]),
      percent([1, 200]),
      percent([1, 201]),
      percent([0, 0]),
      percent(undefined),
    ]).toEqual([...['13%', '1%', '0%', '–', '–']]);
  });
});
