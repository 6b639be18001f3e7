import { counted, grouped } from './numbers-in-words';

describe('Numbers in words', () => {
  it('set thousands apart', () => {
    expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('say one and many', () => {
    expect([counted(1, 'place'), counted(0, 'place'), counted(2000, 'person', 'people')]).toEqual([
      ...['1 place', '0 places', '2,000 people'],
    ]);
  });
});
