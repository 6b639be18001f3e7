import { Conflict, InputRefused, NotFound } from '@evenhand/kernel';
import { refusalOf, shownFaults } from './form-faults';

describe('What a use case has against a form', () => {
  it('is told at the field that it names, and else at the first', () => {
    const refused = new InputRefused(['months: it must be one of 12, 24', 'nobody is there']);
    expect(refusalOf(refused, ['programme', 'months'])).toEqual([
      { field: 'months', text: 'It must be one of 12, 24' },
      { field: 'programme', text: 'Nobody is there' },
    ]);
    const conflict = new Conflict('report.too-many', 'Two are under way.');
    expect(refusalOf(conflict, ['programme'])).toEqual([{ field: 'programme', text: 'Two are under way.' }]);
  });

  it('is not told in the form where nobody can mend it there', () => {
    for (const error of [new NotFound('programme', 'one'), new Error('broken')]) {
      expect(() => refusalOf(error, ['programme'])).toThrow(error);
    }
  });

  it('leads from a list to each field, which tells the first of its faults', () => {
    const faults = [
      { field: 'reason', text: 'Say why' },
      { field: 'reason', text: 'Say it shorter' },
    ];
    expect(shownFaults(faults)).toEqual({
      faults: [
        { text: 'Say why', href: '#reason' },
        { text: 'Say it shorter', href: '#reason' },
      ],
      faultOf: { reason: { text: 'Say why' } },
    });
  });
});
