import { Suggestions } from './suggestions';

const entry = (title: string, ...aliases: string[]) => ({ code: title.toLowerCase(), title, aliases });

const crafts = new Suggestions([
  entry('Bakers', 'Bread and cake', 'Chief baker'),
  entry('Carpenters', 'Joiner', 'Chief carpenter'),
  entry('Cake decorators', 'Chief decorator'),
  entry('Glaziers', 'Chief glazier', 'Window fitter'),
  entry('Plumbers', 'Pipe fitter', 'Chief plumber'),
  entry('Thatchers', 'Chief thatcher', 'Straw roofer'),
  entry('Chief of works'),
]);

describe('suggestions for a label', () => {
  it.each([
    ['title', 'decorator', ['Cake decorators']],
    ['alias', 'Straw', ['Thatchers']],
    ['alias, in any order', 'roofers - STRAW', ['Thatchers']],
  ])('are entries with all its words in a %s', (_, label, titles) => {
    expect(crafts.of(label)).toEqual(titles);
  });

  it('have titles before aliases', () => {
    expect(crafts.of('cake')).toEqual(['Cake decorators', 'Bakers']);
  });

  it('have entries with all its words before those that share one', () => {
    expect(crafts.of('window fitter')).toEqual(['Glaziers', 'Plumbers']);
  });

  it('are entries that share a word with it, in their order', () => {
    expect(crafts.of('Kitchen fitter')).toEqual(['Glaziers', 'Plumbers']);
  });

  it('pass over a word of under four letters that is shared by chance', () => {
    expect(crafts.of('Poets and dancers')).toEqual([]);
  });

  it('take a word that most entries bear for no hint, except in a title', () => {
    expect(crafts.of('Chief brewer')).toEqual(['Chief of works']);
    expect(crafts.of('chief')).toEqual(['Chief of works']);
  });

  it.each([
    ['a letter replaced', 'Carpentar', ['Carpenters']],
    ['a letter missing', 'glazir', ['Glaziers']],
    ['a letter too many', 'Glazziers', ['Glaziers']],
    ['letters missing at the end', 'Thatch', ['Thatchers']],
    ['two letters swapped', 'Plubmer', ['Plumbers']],
    ['a space inside', 'That cher', ['Thatchers']],
    ['other words beside it', 'Retired thacher', ['Thatchers']],
  ])('are entries that it misspells with %s', (_, label, titles) => {
    expect(crafts.of(label)).toEqual(titles);
  });

  it('are none where three letters or half of them are wrong', () => {
    expect(crafts.of('Carbandar')).toEqual([]);
    expect(new Suggestions([entry('OT')]).of('GP')).toEqual([]);
  });

  it('do not take a word that is known for a misspelling of another', () => {
    expect(new Suggestions([entry('North'), entry('South')]).of('north')).toEqual(['North']);
  });

  it('are at most five', () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((number) => `Ward ${number}`);
    const wards = new Suggestions(titles.map((title) => ({ code: title, title })));
    expect(wards.of('ward')).toEqual(titles.slice(0, 5));
  });

  it('are none for a label without a letter or digit', () => {
    expect(crafts.of('')).toEqual([]);
    expect(crafts.of(' -/ ')).toEqual([]);
  });
});
