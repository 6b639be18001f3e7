import { labelKey, labelsOf, wordsOf } from './labels';

describe('a label', () => {
  it.each([
    ['Speech and Language Therapists', 'speech & language therapist'],
    ['Band 8a', ' BAND-8A '],
    ["Children's nurses", 'childrens nurse'],
    ['Children’s nurse', "Children's nurse"],
    ['GPs', 'GP'],
    ['Ｂａｎｄ ７', 'band 7'],
  ])('%s is the same as %s', (one, other) => {
    expect(labelKey(one)).toBe(labelKey(other));
  });

  it.each([
    ['Band 8a', 'Band 8b'],
    ['Radiologist', 'Radiographer'],
    ['business', 'busines'],
    ['S', ''],
    ['as', 'a'],
  ])('%s is not the same as %s', (one, other) => {
    expect(labelKey(one)).not.toBe(labelKey(other));
  });

  it('has words without case, plural and apostrophe', () => {
    expect(wordsOf("Registered Nurses - Children's (O&G)")).toEqual([
      'registered',
      'nurse',
      'children',
      'o',
      'and',
      'g',
    ]);
    expect(wordsOf(' -/’ ')).toEqual([]);
  });

  it('without a letter or digit leaves nothing', () => {
    expect(labelKey(' -/’ ')).toBe('');
  });

  it('is a code, a title or an alias', () => {
    expect(labelsOf({ code: 'gp', title: 'General practitioners', aliases: ['Family doctor'] })).toEqual([
      { member: 'code', text: 'gp' },
      { member: 'title', text: 'General practitioners' },
      { member: 'aliases[0]', text: 'Family doctor' },
    ]);
    expect(labelsOf({ code: '1', title: 'First' })).toHaveLength(2);
  });
});
