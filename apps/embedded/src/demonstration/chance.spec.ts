import { Chance, type Weights } from './chance';

const draws = (seed: string, count: number, end: number): number[] => {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => chance.below(end));
};

describe('Chance', () => {
  it('falls the same way on every machine, for ever', () => {
    expect(draws('evenhand', 6, 1000)).toEqual([3, 21, 970, 431, 535, 264]);
  });

  it('falls another way for another seed', () => {
    expect(draws('evenhand', 6, 1000)).not.toEqual(draws('evenhanD', 6, 1000));
  });

  it('draws every whole number below the end about equally often', () => {
    const counts = new Map<number, number>();
    draws('even', 10_000, 10).forEach((number) => counts.set(number, (counts.get(number) ?? 0) + 1));

    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    counts.forEach((count) => expect(Math.abs(count - 1000)).toBeLessThan(150));
  });

  it('draws values as often as their weights say, and never one of weight 0', () => {
    const chance = new Chance('weights');
    const choices: Weights<string> = [
      ['often', 3],
      ['never', 0],
      ['seldom', 1],
    ];
    const drawn = Array.from({ length: 4000 }, () => chance.weighted(choices));

    expect(new Set(drawn)).toEqual(new Set(['often', 'seldom']));
    expect(Math.abs(drawn.filter((value) => value === 'often').length - 3000)).toBeLessThan(150);
  });

  it('draws several different values', () => {
    const chosen = new Chance('several').several(3, [
      ['a', 100],
      ['b', 1],
      ['c', 1],
    ]);
    expect([...chosen].sort()).toEqual(['a', 'b', 'c']);
  });

  it('shuffles without losing anybody', () => {
    const people = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = new Chance('shuffle').shuffled(people);

    expect(shuffled).not.toEqual(people);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(people);
  });

  it('puts those of more weight further to the front, and leaves out those of weight 0', () => {
    const chance = new Chance('line');
    const weights = Array.from({ length: 300 }, (_, at) => at % 3);
    const first = chance.firstInLine(90, weights, (weight) => weight);

    expect(first).toHaveLength(90);
    expect(first).not.toContain(0);
    expect(first.filter((weight) => weight === 2).length).toBeGreaterThan(50);
    expect(chance.firstInLine(250, weights, (weight) => weight)).toHaveLength(200);
  });
});
