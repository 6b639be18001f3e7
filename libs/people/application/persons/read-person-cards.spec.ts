import { healthAndCare } from '@evenhand/taxonomy';
import { PeopleInMemory } from '@evenhand/testing';
import type { RegisteredPerson } from '../../domain/registered-person';
import { ReadPersonCards } from './read-person-cards';

const aPerson = (id: string, programmeId: string, organisationId: string): RegisteredPerson => ({
  ...{ id, programmeId, reference: id, name: `Name of ${id}`, email: `${id}@example.org` },
  background: { profession: 'dietitian', group: 'ahp', registration: 'registered' },
  posts: [
    { organisationId, region: 'london', stage: '2' },
    { organisationId, region: 'wales', stage: '3' },
  ],
  ...{ languages: ['en'], mode: 'either', exclude: ['somebody'], consent: true, active: true, version: 1 },
});

describe('A card', () => {
  let read: ReadPersonCards;

  beforeAll(async () => {
    const { persons, organisations } = await PeopleInMemory.open();
    read = new ReadPersonCards(persons, organisations, healthAndCare);
    await organisations.add([
      { id: 'one', programmeId: 'north', name: 'Northfield', version: 1 },
      { id: 'other', programmeId: 'south', name: 'Southfield', version: 1 },
    ]);
    const { name, ...nameless } = aPerson('bo', 'south', 'other');
    await persons.add([aPerson('ada', 'north', 'one'), nameless]);
  });

  it('is name, main post and background in words, and nothing else', async () => {
    expect((await read.run(['ada'])).get('ada')).toEqual({
      ...{ personId: 'ada', name: 'Name of ada', organisation: 'Northfield' },
      ...{ professionalGroup: 'Allied health professionals', profession: 'Dietitians' },
      stage: 'Mid-level managers and leaders',
    });
  });

  it('is read for people of several programmes at once, each once, and for nobody who is not kept', async () => {
    const cards = await read.run(['bo', 'ada', 'bo', 'nobody']);
    expect([...cards.keys()].sort()).toEqual(['ada', 'bo']);
    expect(cards.get('bo')).toMatchObject({ organisation: 'Southfield' });
    expect(cards.get('bo')).not.toHaveProperty('name');
    expect(await read.run([])).toEqual(new Map());
  });
});
