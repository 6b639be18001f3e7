import type { InputRefused } from '@evenhand/kernel';
import { type CatalogueList, catalogueForSector, healthAndCare, type OwnCatalogue } from './index';

const builtIn = healthAndCare.content;
const bare: OwnCatalogue = { code: 'schools', title: 'Schools', version: '1' };
const source = { code: 'teaching-standards', title: 'Standards', publisher: 'Us', published: '2026' };
const stages = [
  { code: 'teacher', title: 'Teachers', description: 'Teaches.', source: source.code },
  { code: 'head', title: 'Heads', description: 'Leads a school.', source: source.code },
];
const experiences = [
  { code: 'E1', title: 'Leading a subject', description: 'Has led one.', transition: 'up' },
];
const transitions = [
  {
    code: 'up',
    title: 'To headship',
    description: 'From class to school.',
    toStage: 'head',
    presumes: [],
    dimensions: [],
    source: source.code,
  },
];

describe('the catalogue of another sector', () => {
  it('is the built-in one under its own name when it gives no list', () => {
    expect(catalogueForSector(bare).content).toEqual({ ...builtIn, ...bare });
  });

  it('replaces a list that it gives, and inherits the rest', () => {
    const { content } = catalogueForSector({ ...bare, regions: [{ code: 'uk', title: 'UK', aliases: [] }] });
    expect(content.regions).toEqual([{ code: 'uk', title: 'UK', aliases: [] }]);
    expect({ ...content, regions: builtIn.regions }).toEqual({ ...builtIn, ...bare });
  });

  it('with its own stages inherits nothing that speaks of others', () => {
    const catalogue = catalogueForSector({ ...bare, sources: [source], stages, transitions, experiences });
    const { content } = catalogue;
    expect(content.stages).toBe(stages);
    expect(content.transitions).toBe(transitions);
    expect([content.areas, content.standards, content.competencies, content.streams]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(content.horizons).toBe(builtIn.horizons);
    expect(content.opportunityKinds).toBe(builtIn.opportunityKinds);
    expect(catalogue.topics).toEqual([{ code: 'E1', title: 'Leading a subject', kind: 'experience' }]);
    expect(catalogue.topStage).toBe('head');
    expect(catalogue.transitionTo('head')?.code).toBe('up');
  });

  it('with its own stages needs its own competencies or experiences', () => {
    expect(() => catalogueForSector({ ...bare, sources: [source], stages })).toThrow(
      'competencies: there must be at least one competency or experience',
    );
  });

  it('may leave the descriptors of a competency empty', () => {
    const own: OwnCatalogue = {
      ...bare,
      sources: [source],
      stages,
      areas: [{ code: 'A', title: 'Area', description: 'All of it.', source: source.code }],
      standards: [{ code: 'A-1', title: 'Standard', area: 'A' }],
      competencies: [{ code: 'A-1.1', title: 'Leading', standard: 'A-1', descriptors: {} }],
    };
    expect(catalogueForSector(own).topic('A-1.1')?.title).toBe('Leading');
  });

  it('with its own grades does not inherit streams, which are for other grades', () => {
    const { content } = catalogueForSector({
      ...bare,
      grades: [{ code: 'm1', title: 'Main scale 1', scale: 'Teachers', aliases: ['M1'] }],
    });
    expect(content.streams).toEqual([]);
    expect(content.competencies).toBe(builtIn.competencies);
  });

  it('with its own phases or themes does not inherit what hangs on others', () => {
    const { content } = catalogueForSector({
      ...bare,
      sources: [source],
      careerPhases: [{ code: 'new', title: 'New', description: 'At first.', source: source.code }],
      barrierThemes: [{ code: 'time', title: 'Time', source: source.code }],
    });
    expect([content.opportunityKinds, content.barriers, content.barrierQuestions]).toEqual([[], [], []]);
  });

  it('adds its sources to those that inherited lists cite, and may restate one', () => {
    const esr = { ...source, code: 'esr' };
    const { sources } = catalogueForSector({ ...bare, sources: [source, esr] }).content;
    expect(sources.slice(0, 2)).toEqual([source, esr]);
    expect(sources).toHaveLength(builtIn.sources.length + 1);
  });

  it('is refused with professional groups alone or professions alone', () => {
    const professionalGroups = [{ code: 'teacher', title: 'Teachers', clinical: false, source: 'esr' }];
    const professions = [{ code: 'maths', title: 'Maths teachers', group: 'teacher', aliases: [] }];
    expect(() => catalogueForSector({ ...bare, professionalGroups })).toThrow(
      'professions: it is missing; a catalogue that gives professionalGroups gives professions too',
    );
    expect(() => catalogueForSector({ ...bare, professions })).toThrow(
      'professionalGroups: it is missing; a catalogue that gives professions gives professionalGroups too',
    );
    expect(
      catalogueForSector({ ...bare, professionalGroups, professions }).profession('Maths teacher')?.group,
    ).toBe('teacher');
  });

  it('is refused where it contradicts itself', () => {
    expect(() => catalogueForSector({ ...bare, stages })).toThrow(
      expect.objectContaining({
        problems: [
          'competencies: there must be at least one competency or experience',
          'stages[0].source: "teaching-standards" is no source',
          'stages[1].source: "teaching-standards" is no source',
        ],
      }) as Error,
    );
  });

  it.each(Object.keys(builtIn).filter((name) => Array.isArray(builtIn[name as CatalogueList])))(
    'with other %s inherits nothing that would miss the built-in ones',
    (list) => {
      const pair = ['professionalGroups', 'professions'];
      const replaced = (pair.includes(list) ? pair : [list]).map((name) => [name, []] as const);
      for (const problem of problemsOf({ ...bare, ...Object.fromEntries(replaced) })) {
        expect(problem).toMatch(/: there must be at least one /);
      }
    },
  );
});

function problemsOf(own: OwnCatalogue): readonly string[] {
  try {
    catalogueForSector(own);
    return [];
  } catch (error) {
    return (error as InputRefused).problems;
  }
}
