import { isIdentifier } from '@evenhand/kernel';
import type { CatalogueContent, CatalogueList, Entry } from './catalogue';
import { labelKey, labelsOf } from './labels';

/** What one entry of each list is called when somebody has to be told about it. */
const NAMES: Readonly<Record<CatalogueList, string>> = {
  sources: 'source',
  professionalGroups: 'professional group',
  professions: 'profession',
  staffGroups: 'staff group',
  grades: 'grade',
  stages: 'stage',
  areas: 'competency area',
  standards: 'competency standard',
  competencies: 'competency',
  transitions: 'transition',
  experiences: 'experience',
  streams: 'development stream',
  codeValues: 'code value',
  behaviourGroups: 'behaviour group',
  careerPhases: 'career phase',
  opportunityKinds: 'opportunity kind',
  barrierThemes: 'barrier theme',
  barriers: 'barrier',
  barrierQuestions: 'barrier question',
  readinessStatements: 'statement on readiness',
  planChapters: 'chapter of a plan',
  planBehaviours: 'behaviour of a plan',
  escalationLevels: 'level of escalation',
  regions: 'region',
  horizons: 'horizon',
};

const LISTS = Object.keys(NAMES) as CatalogueList[];

/** Nobody can be described without an entry of these. */
const NEEDED: readonly CatalogueList[] = ['professionalGroups', 'professions', 'stages', 'regions'];

/** Lists in which files name entries by label. */
const LABELLED: readonly CatalogueList[] = [
  'professionalGroups',
  'professions',
  'staffGroups',
  'grades',
  'stages',
  'regions',
];

/** A member that holds a code, several codes, or something by code, and the list that the codes are of. */
interface Reference {
  readonly list: CatalogueList;
  readonly member: string;
  readonly to: CatalogueList;
}

const REFERENCES: readonly Reference[] = [
  reference('professionalGroups', 'source', 'sources'),
  reference('professions', 'group', 'professionalGroups'),
  reference('staffGroups', 'source', 'sources'),
  reference('grades', 'equivalent', 'grades'),
  reference('stages', 'source', 'sources'),
  reference('areas', 'source', 'sources'),
  reference('standards', 'area', 'areas'),
  reference('competencies', 'standard', 'standards'),
  reference('competencies', 'descriptors', 'stages'),
  reference('transitions', 'toStage', 'stages'),
  reference('transitions', 'presumes', 'transitions'),
  reference('transitions', 'source', 'sources'),
  reference('experiences', 'transition', 'transitions'),
  reference('streams', 'transition', 'transitions'),
  reference('streams', 'grades', 'grades'),
  reference('streams', 'source', 'sources'),
  reference('codeValues', 'source', 'sources'),
  reference('behaviourGroups', 'source', 'sources'),
  reference('careerPhases', 'source', 'sources'),
  reference('opportunityKinds', 'examples', 'careerPhases'),
  reference('opportunityKinds', 'source', 'sources'),
  reference('barrierThemes', 'source', 'sources'),
  reference('barriers', 'theme', 'barrierThemes'),
  reference('barrierQuestions', 'theme', 'barrierThemes'),
  reference('readinessStatements', 'source', 'sources'),
  reference('planChapters', 'source', 'sources'),
  reference('planBehaviours', 'source', 'sources'),
  reference('escalationLevels', 'source', 'sources'),
  reference('horizons', 'source', 'sources'),
];

function reference<List extends CatalogueList>(
  list: List,
  member: keyof CatalogueContent[List][number] & string,
  to: CatalogueList,
): Reference {
  return { list, member, to };
}

/**
 * Everything in a catalogue that contradicts itself, one line each: `professions[3].group: "nurs" is no professional
 * group`. Empty for a catalogue that can be used.
 */
export function inconsistencies(content: CatalogueContent): string[] {
  return [
    ...headFaults(content),
    ...LISTS.flatMap((list) => entryFaults(content[list], list)),
    ...LABELLED.flatMap((list) => labelFaults(content, list)),
    ...missing(content),
    ...REFERENCES.flatMap((each) => referenceFaults(content, each)),
    ...topicFaults(content),
    ...transitionFaults(content),
    ...horizonFaults(content),
  ];
}

function headFaults(content: CatalogueContent): string[] {
  return [
    ...codeFaults('code', content.code),
    ...titleFaults('title', content.title),
    ...codeFaults('version', content.version),
  ];
}

/** Codes end up in paths of groups and in cells such as `code@stage;…`, so they are as plain as ids. */
function codeFaults(where: string, code: string): string[] {
  return isIdentifier(code)
    ? []
    : [`${where}: "${code}" is not 1 to 64 letters, digits, dots, underscores or hyphens`];
}

function titleFaults(where: string, title: string): string[] {
  return labelKey(title) === '' ? [`${where}: "${title}" has no letter or digit`] : [];
}

function entryFaults(entries: readonly Entry[], path: string): string[] {
  const firsts = new Map<string, number>();
  return entries.flatMap(({ code, title }, index) => {
    const first = firsts.get(code);
    if (first === undefined) {
      firsts.set(code, index);
    }
    return [
      ...codeFaults(`${path}[${index}].code`, code),
      ...titleFaults(`${path}[${index}].title`, title),
      ...(first === undefined
        ? []
        : [`${path}[${index}].code: "${code}" is already the code of ${path}[${first}]`]),
    ];
  });
}

function labelFaults(content: CatalogueContent, list: CatalogueList): string[] {
  const found: string[] = [];
  const named = new Map<string, string>();
  content[list].forEach((entry, index) => {
    for (const { member, text } of labelsOf(entry)) {
      const where = `${list}[${index}].${member}`;
      const key = labelKey(text);
      const other = named.get(key);
      if (other !== undefined && other !== entry.code) {
        found.push(`${where}: "${text}" already names "${other}"`);
      } else if (key !== '') {
        named.set(key, entry.code);
      } else if (member !== 'title') {
        found.push(`${where}: "${text}" has no letter or digit`);
      }
    }
  });
  return found;
}

function missing(content: CatalogueContent): string[] {
  const empty = NEEDED.filter((list) => content[list].length === 0).map(
    (list) => `${list}: there must be at least one ${NAMES[list]}`,
  );
  return content.competencies.length + content.experiences.length > 0
    ? empty
    : [...empty, 'competencies: there must be at least one competency or experience'];
}

function referenceFaults(content: CatalogueContent, { list, member, to }: Reference): string[] {
  const known = new Set(content[to].map(({ code }) => code));
  return content[list].flatMap((entry, index) => {
    const value: unknown = (entry as unknown as Readonly<Record<string, unknown>>)[member];
    return codesIn(`${list}[${index}].${member}`, value)
      .filter(({ code }) => !known.has(code))
      .map(({ where, code }) => `${where}: "${code}" is no ${NAMES[to]}`);
  });
}

/** A member holds one code, a list of them, or something under each code. */
function codesIn(where: string, value: unknown): { where: string; code: string }[] {
  if (typeof value === 'string') {
    return [{ where, code: value }];
  }
  if (Array.isArray(value)) {
    return (value as string[]).map((code, index) => ({ where: `${where}[${index}]`, code }));
  }
  return Object.keys(value ?? {}).map((code) => ({ where, code }));
}

/** Gaps and strengths name competencies and experiences side by side. */
function topicFaults({ competencies, experiences }: CatalogueContent): string[] {
  const taken = new Map(competencies.map(({ code }, index) => [code, index]));
  return experiences.flatMap(({ code }, index) => {
    const other = taken.get(code);
    return other === undefined
      ? []
      : [`experiences[${index}].code: "${code}" is already the code of competencies[${other}]`];
  });
}

function transitionFaults({ stages, transitions }: CatalogueContent): string[] {
  const rank = new Map(stages.map(({ code }, index) => [code, index]));
  const rankOf = new Map(transitions.map(({ code, toStage }) => [code, rank.get(toStage)]));
  return transitions.flatMap(({ toStage, presumes, dimensions }, index) => {
    const first = transitions.findIndex((transition) => transition.toStage === toStage);
    const twice =
      first === index
        ? []
        : [`transitions[${index}].toStage: transitions[${first}] leads to "${toStage}" too`];
    const own = rank.get(toStage);
    const upwards = presumes.flatMap((code, at) => {
      const before = rankOf.get(code);
      return own === undefined || before === undefined || before < own
        ? []
        : [`transitions[${index}].presumes[${at}]: "${code}" leads to no lower stage than "${toStage}"`];
    });
    return [...twice, ...upwards, ...entryFaults(dimensions, `transitions[${index}].dimensions`)];
  });
}

function horizonFaults({ horizons }: CatalogueContent): string[] {
  return horizons.flatMap(({ fromMonths, toMonths }, index) =>
    fromMonths >= 0 && fromMonths <= toMonths
      ? []
      : [`horizons[${index}]: ${fromMonths} to ${toMonths} months is no span of time from now on`],
  );
}
