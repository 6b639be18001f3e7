import { CATALOGUE_COLUMNS, catalogueForSector, catalogueRows, healthAndCare } from './index';

const rows = catalogueRows(healthAndCare);
const rowOf = (list: string, code: string) => rows.find((row) => row[0] === list && row[1] === code);

describe('the listing of a catalogue', () => {
  it('has one row to each entry that a file can name, list by list, in the order of the catalogue', () => {
    const { content } = healthAndCare;
    expect(rows.map(([list, code, title]) => [list, code, title])).toEqual(
      (
        [
          ['professional group', content.professionalGroups],
          ['profession', content.professions],
          ['grade', content.grades],
          ['stage', content.stages],
          ['competency', content.competencies],
          ['experience', content.experiences],
          ['region', content.regions],
        ] as const
      ).flatMap(([list, entries]) => entries.map(({ code, title }) => [list, code, title])),
    );
  });

  it('fills every column', () => {
    expect(CATALOGUE_COLUMNS).toEqual(['list', 'code', 'title', 'belongs_to', 'also_known_as']);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([5]));
  });

  it.each([
    ['professional group', 'ahp', ''],
    ['profession', 'physiotherapist', 'Allied health professionals'],
    ['grade', 'afc_7', 'Agenda for Change'],
    ['stage', '2', ''],
    ['competency', 'SE-1.1', 'Balancing safety, productivity and wellbeing'],
    ['experience', 'T2.8', 'Career Transition 2'],
    ['region', 'london', ''],
  ])('says that the %s %s belongs to "%s"', (list, code, belongsTo) => {
    expect(rowOf(list, code)?.[3]).toBe(belongsTo);
  });

  it('names aliases with semicolons between them', () => {
    expect(rowOf('region', 'north_west')?.[4]).toBe(
      'NW; North West region; North West Commissioning Region; Y62',
    );
    expect(rowOf('stage', '2')?.[4]).toBe('');
  });

  it('follows the catalogue of another sector', () => {
    const regions = [{ code: 'uk', title: 'United Kingdom', aliases: ['UK', 'Britain'] }];
    const own = catalogueForSector({ code: 'schools', title: 'Schools', version: '1', regions });
    expect(catalogueRows(own).at(-1)).toEqual(['region', 'uk', 'United Kingdom', '', 'UK; Britain']);
  });
});
