import { InputRefused } from '@evenhand/kernel';
import { latticeOf, refuseOffLattice } from './lattice';

const LATTICE = latticeOf([
  ['group', 'stage'],
  ['group', 'sex'],
]);

describe('a lattice of dimensions', () => {
  it('has all that its largest sets contain, once, down to the total', () => {
    expect(LATTICE.sets).toEqual([[], ['group'], ['stage'], ['sex'], ['group', 'stage'], ['group', 'sex']]);
  });

  it('answers a question on it whatever the order', () => {
    expect(refuseOffLattice(LATTICE, ['stage', 'group'])).toEqual(['group', 'stage']);
    expect(refuseOffLattice(LATTICE, [])).toEqual([]);
  });

  it.each([[['group', 'stage', 'sex']], [['stage', 'sex']], [['group', 'group']], [['name']]])(
    'refuses %p, and lists what may be asked',
    (asked) => {
      expect(() => refuseOffLattice(LATTICE, asked)).toThrow(InputRefused);
      expect(() => refuseOffLattice(LATTICE, asked)).toThrow(
        'what may be asked is none (the total); group; stage; sex; group × stage; group × sex',
      );
    },
  );
});
