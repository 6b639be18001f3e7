import type { CatalogueContent, CatalogueList, Entry } from './catalogue';
import { healthAndCare } from './health-and-care';
import { inconsistencies } from './inconsistencies';

const { content } = healthAndCare;

/** The built-in catalogue with members of one entry changed. */
function changed<List extends CatalogueList>(
  list: List,
  index: number,
  members: Partial<CatalogueContent[List][number]>,
): CatalogueContent {
  const entries: readonly Entry[] = content[list];
  return { ...content, [list]: entries.with(index, { ...entries[index]!, ...members }) };
}

const indexOf = (list: CatalogueList, code: string): number =>
  content[list].findIndex((entry) => entry.code === code);

describe('inconsistencies of a catalogue', () => {
  it('are none in the built-in one', () => {
    expect(inconsistencies(content)).toEqual([]);
  });

  it.each<[string, CatalogueContent, string]>([
    [
      'source of a group',
      changed('professionalGroups', 0, { source: 'x' }),
      'professionalGroups[0].source: "x" is no source',
    ],
    [
      'group of a profession',
      changed('professions', 3, { group: 'nurs' }),
      'professions[3].group: "nurs" is no professional group',
    ],
    [
      'source of a staff group',
      changed('staffGroups', 9, { source: 'x' }),
      'staffGroups[9].source: "x" is no source',
    ],
    [
      'equivalent of a grade',
      changed('grades', 12, { equivalent: '6' }),
      'grades[12].equivalent: "6" is no grade',
    ],
    ['source of a stage', changed('stages', 0, { source: 'x' }), 'stages[0].source: "x" is no source'],
    ['source of an area', changed('areas', 2, { source: 'x' }), 'areas[2].source: "x" is no source'],
    [
      'area of a standard',
      changed('standards', 8, { area: 'XX' }),
      'standards[8].area: "XX" is no competency area',
    ],
    [
      'standard of a competency',
      changed('competencies', 4, { standard: 'SE-9' }),
      'competencies[4].standard: "SE-9" is no competency standard',
    ],
    [
      'stage of a descriptor',
      changed('competencies', 4, { descriptors: { '1': 'I do.', '5': 'I do.' } }),
      'competencies[4].descriptors: "5" is no stage',
    ],
    [
      'stage of a transition',
      changed('transitions', 1, { toStage: '9' }),
      'transitions[1].toStage: "9" is no stage',
    ],
    [
      'presumed transition',
      changed('transitions', 1, { presumes: ['T1', 'T0'] }),
      'transitions[1].presumes[1]: "T0" is no transition',
    ],
    [
      'source of a transition',
      changed('transitions', 0, { source: 'x' }),
      'transitions[0].source: "x" is no source',
    ],
    [
      'transition of an experience',
      changed('experiences', 7, { transition: 'T3' }),
      'experiences[7].transition: "T3" is no transition',
    ],
    [
      'transition of a stream',
      changed('streams', 0, { transition: 'T3' }),
      'streams[0].transition: "T3" is no transition',
    ],
    [
      'grade of a stream',
      changed('streams', 0, { grades: ['afc_8a', '8b'] }),
      'streams[0].grades[1]: "8b" is no grade',
    ],
    ['source of a stream', changed('streams', 0, { source: 'x' }), 'streams[0].source: "x" is no source'],
    [
      'source of a value',
      changed('codeValues', 0, { source: 'x' }),
      'codeValues[0].source: "x" is no source',
    ],
    [
      'source of a behaviour group',
      changed('behaviourGroups', 3, { source: 'x' }),
      'behaviourGroups[3].source: "x" is no source',
    ],
    [
      'source of a phase',
      changed('careerPhases', 0, { source: 'x' }),
      'careerPhases[0].source: "x" is no source',
    ],
    [
      'phase of an example',
      changed('opportunityKinds', 1, { examples: { late: ['One'] } }),
      'opportunityKinds[1].examples: "late" is no career phase',
    ],
    [
      'source of an opportunity kind',
      changed('opportunityKinds', 1, { source: 'x' }),
      'opportunityKinds[1].source: "x" is no source',
    ],
    [
      'source of a barrier theme',
      changed('barrierThemes', 0, { source: 'x' }),
      'barrierThemes[0].source: "x" is no source',
    ],
    [
      'theme of a barrier',
      changed('barriers', 11, { theme: 'x' }),
      'barriers[11].theme: "x" is no barrier theme',
    ],
    [
      'theme of a question',
      changed('barrierQuestions', 16, { theme: 'x' }),
      'barrierQuestions[16].theme: "x" is no barrier theme',
    ],
    [
      'source of a statement on readiness',
      changed('readinessStatements', 11, { source: 'x' }),
      'readinessStatements[11].source: "x" is no source',
    ],
    [
      'source of a chapter',
      changed('planChapters', 5, { source: 'x' }),
      'planChapters[5].source: "x" is no source',
    ],
    [
      'source of a behaviour of a plan',
      changed('planBehaviours', 4, { source: 'x' }),
      'planBehaviours[4].source: "x" is no source',
    ],
    [
      'source of a level of escalation',
      changed('escalationLevels', 2, { source: 'x' }),
      'escalationLevels[2].source: "x" is no source',
    ],
    ['source of a horizon', changed('horizons', 0, { source: 'x' }), 'horizons[0].source: "x" is no source'],
  ])('name an unknown %s', (_, faulty, line) => {
    expect(inconsistencies(faulty)).toEqual([line]);
  });

  it.each<CatalogueList>([
    'sources',
    'professionalGroups',
    'professions',
    'staffGroups',
    'grades',
    'stages',
    'areas',
    'standards',
    'competencies',
    'transitions',
    'experiences',
    'streams',
    'codeValues',
    'behaviourGroups',
    'careerPhases',
    'opportunityKinds',
    'barrierThemes',
    'barriers',
    'barrierQuestions',
    'readinessStatements',
    'planChapters',
    'planBehaviours',
    'escalationLevels',
    'regions',
    'horizons',
  ])('name a code that stands twice in %s', (list) => {
    const entries: readonly Entry[] = content[list];
    const { code } = entries[0]!;
    const faulty = { ...content, [list]: [...entries, { ...entries[0] }] };
    expect(inconsistencies(faulty)).toContain(
      `${list}[${entries.length}].code: "${code}" is already the code of ${list}[0]`,
    );
  });

  it('name a code that is both a competency and an experience', () => {
    expect(inconsistencies(changed('experiences', 1, { code: 'SE-1.2' }))).toEqual([
      'experiences[1].code: "SE-1.2" is already the code of competencies[1]',
    ]);
  });

  it('name a code that could not stand in a cell or a path', () => {
    expect(inconsistencies(changed('competencies', 0, { code: 'SE@1' }))).toEqual([
      'competencies[0].code: "SE@1" is not 1 to 64 letters, digits, dots, underscores or hyphens',
    ]);
    expect(inconsistencies({ ...content, code: '', title: ' ', version: 'draft 1' })).toEqual([
      'code: "" is not 1 to 64 letters, digits, dots, underscores or hyphens',
      'title: " " has no letter or digit',
      'version: "draft 1" is not 1 to 64 letters, digits, dots, underscores or hyphens',
    ]);
  });

  it('name a title that says nothing', () => {
    expect(inconsistencies(changed('barriers', 0, { title: '—' }))).toEqual([
      'barriers[0].title: "—" has no letter or digit',
    ]);
  });

  it('name an alias that two entries share, or that is another entry', () => {
    const dentist = indexOf('professions', 'dentist');
    expect(
      inconsistencies(changed('professions', dentist, { aliases: ['Tooth doctor', 'g.p.s', 'Surgeons'] })),
    ).toEqual([
      `professions[${dentist}].aliases[1]: "g.p.s" already names "general_practitioner"`,
      `professions[${dentist}].aliases[2]: "Surgeons" already names "surgeon"`,
    ]);
  });

  it('name a title or code that reads like another entry', () => {
    expect(inconsistencies(changed('regions', 6, { title: 'LONDON' }))).toEqual([
      'regions[6].title: "LONDON" already names "london"',
    ]);
    expect(inconsistencies(changed('staffGroups', 9, { code: 'student' }))).toEqual([
      'staffGroups[9].code: "student" already names "students"',
    ]);
  });

  it('name an alias that no file could hold', () => {
    expect(inconsistencies(changed('regions', 6, { aliases: ['—'] }))).toEqual([
      'regions[6].aliases[0]: "—" has no letter or digit',
    ]);
  });

  it('let one entry bear the same label twice', () => {
    expect(inconsistencies(changed('regions', 1, { aliases: ['London', 'LONDON', 'londons'] }))).toEqual([]);
  });

  it('name the lists without which nobody can be described', () => {
    const bare = { ...content, professionalGroups: [], professions: [], regions: [] };
    expect(inconsistencies(bare)).toEqual([
      'professionalGroups: there must be at least one professional group',
      'professions: there must be at least one profession',
      'regions: there must be at least one region',
    ]);
    const stageless = {
      ...content,
      stages: [],
      competencies: [],
      transitions: [],
      experiences: [],
      streams: [],
    };
    expect(inconsistencies(stageless)).toEqual([
      'stages: there must be at least one stage',
      'competencies: there must be at least one competency or experience',
    ]);
  });

  it('name a second transition to the same stage', () => {
    expect(inconsistencies(changed('transitions', 1, { toStage: '2', presumes: [] }))).toEqual([
      'transitions[1].toStage: transitions[0] leads to "2" too',
    ]);
  });

  it('name a transition that presumes itself or a higher one', () => {
    expect(inconsistencies(changed('transitions', 0, { presumes: ['T1', 'T2'] }))).toEqual([
      'transitions[0].presumes[0]: "T1" leads to no lower stage than "2"',
      'transitions[0].presumes[1]: "T2" leads to no lower stage than "2"',
    ]);
  });

  it('name a dimension that stands twice in a transition', () => {
    const [first] = content.transitions[0]!.dimensions;
    expect(inconsistencies(changed('transitions', 0, { dimensions: [first!, first!] }))).toEqual([
      'transitions[0].dimensions[1].code: "leading_people" is already the code of transitions[0].dimensions[0]',
    ]);
  });

  it('name a horizon that ends before it begins or lies in the past', () => {
    expect(inconsistencies(changed('horizons', 1, { fromMonths: 12, toMonths: 0 }))).toEqual([
      'horizons[1]: 12 to 0 months is no span of time from now on',
    ]);
    expect(inconsistencies(changed('horizons', 1, { fromMonths: -1 }))).toEqual([
      'horizons[1]: -1 to 12 months is no span of time from now on',
    ]);
  });

  it('come all at once', () => {
    const faulty: CatalogueContent = {
      ...changed('professions', 0, { group: 'nurs' }),
      regions: [content.regions[0]!, content.regions[0]!],
      horizons: changed('horizons', 0, { source: 'x' }).horizons,
    };
    expect(inconsistencies(faulty)).toEqual([
      'regions[1].code: "east_of_england" is already the code of regions[0]',
      'professions[0].group: "nurs" is no professional group',
      'horizons[0].source: "x" is no source',
    ]);
  });
});
