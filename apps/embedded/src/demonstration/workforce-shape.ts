import type { Weights } from './chance';
import type { OrganisationKind } from './invented-names';

/** One profession's part in an invented programme. */
export interface ProfessionShape {
  /** Code of a profession. */
  readonly profession: string;
  /** Code of its professional group. */
  readonly group: string;
  /** People in scope among 1,200. */
  readonly share: number;
  /** How readily people ask for a mentor, beside those of other professions. */
  readonly asks: number;
  /** Where people of the profession work. */
  readonly kinds: readonly OrganisationKind[];
  /** What its people want to learn, where that is not what everybody wants. */
  readonly wants?: Weights<string>;
}

const EVERYWHERE: readonly OrganisationKind[] = [
  'hospital',
  'mental_health',
  'community',
  'ambulance',
  'primary_care',
];
const HOSPITAL: readonly OrganisationKind[] = ['hospital'];
const MENTAL_HEALTH: readonly OrganisationKind[] = ['mental_health'];
const COMMUNITY: readonly OrganisationKind[] = ['community'];
const PRIMARY_CARE: readonly OrganisationKind[] = ['primary_care'];
const BODY: readonly OrganisationKind[] = ['hospital', 'community'];
const MIND: readonly OrganisationKind[] = ['mental_health', 'community'];

/**
 * What people of the smallest services want: to bring new techniques in, to learn from the few elsewhere who do the same
 * work, and to keep well where nobody can stand in for them. Hardly any mentor has practised it, so they are hard to
 * serve.
 */
const OF_SMALL_SERVICES: Weights<string> = [
  ['DA-2.2', 3],
  ['DA-3.3', 2],
  ['SE-1.2', 1],
];

type Row = readonly [
  profession: string,
  share: number,
  asks: number,
  kinds: readonly OrganisationKind[],
  wants?: Weights<string>,
];

/** Small professions ask less readily: the product is there to show that, and to change it. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  nurse: [
    ['adult_nurse', 330, 46, ['hospital', 'hospital', 'community', 'primary_care']],
    ['mental_health_nurse', 95, 44, MENTAL_HEALTH],
    ['childrens_nurse', 50, 42, BODY],
    ['health_visitor', 40, 32, COMMUNITY],
    ['learning_disability_nurse', 25, 30, MIND],
  ],
  ahp: [
    ['physiotherapist', 36, 48, ['hospital', 'community', 'primary_care']],
    ['occupational_therapist', 29, 44, ['hospital', 'mental_health', 'community']],
    ['radiographer', 26, 36, HOSPITAL],
    ['paramedic', 24, 38, ['ambulance', 'ambulance', 'primary_care']],
    ['speech_language_therapist', 14, 36, BODY],
    ['operating_department_practitioner', 10, 26, HOSPITAL],
    ['dietitian', 8, 34, BODY],
    ['orthoptist', 8, 36, HOSPITAL, OF_SMALL_SERVICES],
    ['prosthetist_orthotist', 7, 36, HOSPITAL, OF_SMALL_SERVICES],
    ['podiatrist', 6, 28, COMMUNITY],
    ['art_therapist', 4, 24, MENTAL_HEALTH, OF_SMALL_SERVICES],
    ['music_therapist', 3, 24, MENTAL_HEALTH, OF_SMALL_SERVICES],
    ['drama_therapist', 3, 24, MENTAL_HEALTH],
    ['osteopath', 2, 20, PRIMARY_CARE],
  ],
  doctor: [
    ['physician', 48, 48, HOSPITAL],
    ['surgeon', 26, 44, HOSPITAL],
    ['anaesthetist', 20, 46, HOSPITAL],
    ['psychiatrist', 16, 42, MENTAL_HEALTH],
    ['general_practitioner', 15, 30, PRIMARY_CARE],
    ['paediatrician', 12, 44, BODY],
    ['emergency_physician', 10, 44, ['hospital', 'ambulance']],
    ['obstetrician_gynaecologist', 9, 42, HOSPITAL],
    ['radiologist', 8, 34, HOSPITAL],
    ['pathologist', 6, 32, HOSPITAL],
    ['ophthalmologist', 3, 34, HOSPITAL],
    ['dentist', 3, 24, COMMUNITY],
    ['clinical_oncologist', 2, 34, HOSPITAL],
    ['public_health_doctor', 1, 34, PRIMARY_CARE],
    ['occupational_physician', 1, 24, HOSPITAL],
  ],
  hcs: [
    ['biomedical_scientist', 32, 28, HOSPITAL],
    ['healthcare_science_practitioner', 24, 24, HOSPITAL],
    ['clinical_scientist', 16, 34, HOSPITAL],
  ],
  midwife: [['midwife', 36, 38, BODY]],
  pharmacist: [
    ['pharmacist', 24, 40, ['hospital', 'mental_health', 'primary_care']],
    ['pharmacy_technician', 12, 22, HOSPITAL],
  ],
  psychologist: [
    ['clinical_psychologist', 24, 42, MIND],
    ['counselling_psychologist', 6, 32, MIND],
    ['health_psychologist', 3, 30, HOSPITAL],
    ['forensic_psychologist', 3, 30, MENTAL_HEALTH],
  ],
  social_worker: [['social_worker', 24, 26, MIND]],
  manager: [
    ['operations_manager', 38, 60, EVERYWHERE],
    ['finance_manager', 16, 52, EVERYWHERE],
    ['people_manager', 16, 56, EVERYWHERE],
    ['digital_manager', 12, 48, EVERYWHERE],
    ['governance_manager', 8, 50, EVERYWHERE],
    ['estates_manager', 6, 34, HOSPITAL],
  ],
};

/** The professions of a programme. Nurses are 45 in a hundred, managers 8. */
export const PROFESSIONS: readonly ProfessionShape[] = Object.entries(ROWS).flatMap(([group, rows]) =>
  rows.map(([profession, share, asks, kinds, wants]) => ({
    profession,
    group,
    share,
    asks,
    kinds,
    ...(wants === undefined ? {} : { wants }),
  })),
);

/** Codes of stages, lowest first: people below speak of them by their rank in this list. */
export const STAGES = ['F', '1', '2', '3', '4'] as const;
export const TOP_RANK = STAGES.length - 1;

const USUAL_RANKS: Weights<number> = [
  [0, 18],
  [1, 37],
  [2, 28],
  [3, 12],
  [4, 5],
];
const RANKS_BY_GROUP: Readonly<Record<string, Weights<number>>> = {
  doctor: [
    [0, 12],
    [1, 27],
    [2, 34],
    [3, 19],
    [4, 8],
  ],
  manager: [
    [0, 8],
    [1, 26],
    [2, 31],
    [3, 22],
    [4, 13],
  ],
};

/** How people of a professional group spread over the stages: doctors and managers stand higher. */
export function ranksOf(group: string): Weights<number> {
  return RANKS_BY_GROUP[group] ?? USUAL_RANKS;
}

/** How readily people ask by the rank of their stage: most of all those in their first posts and the middle. */
export const ASKS_BY_RANK = [7, 8, 7, 4, 0];

/** How readily people offer to be a mentor, beside those of other groups: in most programmes doctors and managers lead. */
const OFFERS_BY_GROUP: Readonly<Record<string, number>> = { doctor: 5, manager: 6, psychologist: 2 };
/** Nobody below the middle of an organisation offers; the higher the readier. */
const OFFERS_BY_RANK = [0, 0, 2, 7, 12];

export function offers(group: string, rank: number): number {
  return (OFFERS_BY_GROUP[group] ?? 1) * OFFERS_BY_RANK[rank]!;
}

/** Codes of the grades usual at each stage. */
const AGENDA_FOR_CHANGE = [
  ['afc_5', 'afc_6'],
  ['afc_6', 'afc_7'],
  ['afc_8a', 'afc_8b'],
  ['afc_8c', 'afc_8d'],
  ['afc_9', 'very_senior_manager'],
];
const MEDICAL = [
  ['foundation_doctor', 'core_trainee'],
  ['specialty_registrar', 'specialty_doctor'],
  ['consultant', 'specialist_doctor'],
  ['consultant', 'lead_consultant'],
  ['lead_consultant', 'very_senior_manager'],
];

export function gradesOf({ profession, group }: ProfessionShape, rank: number): readonly string[] {
  if (profession === 'general_practitioner') {
    return ['general_practitioner'];
  }
  return (group === 'doctor' ? MEDICAL : AGENDA_FOR_CHANGE)[rank]!;
}

/** What people want to learn: influence, money, hard conversations and change come up most. */
export const GAPS_WANTED: Weights<string> = [
  ['SE-1.1', 3],
  ['SE-1.2', 2],
  ['SE-1.3', 1],
  ['SE-2.1', 3],
  ['SE-2.2', 3],
  ['SE-2.3', 14],
  ['SE-3.1', 1],
  ['SE-3.2', 2],
  ['SE-3.3', 1],
  ['MP-1.1', 3],
  ['MP-1.2', 2],
  ['MP-1.3', 8],
  ['MP-2.1', 9],
  ['MP-2.2', 5],
  ['MP-2.3', 13],
  ['MP-3.1', 6],
  ['MP-3.2', 9],
  ['MP-3.3', 3],
  ['DA-1.1', 1],
  ['DA-1.2', 1],
  ['DA-1.3', 3],
  ['DA-2.1', 8],
  ['DA-2.2', 1],
  ['DA-2.3', 11],
  ['DA-3.1', 6],
  ['DA-3.2', 4],
  ['DA-3.3', 1],
];

/** What mentors have practised. Hardly anybody offers what the smallest services want. */
export const STRENGTHS_OFFERED: Weights<string> = [
  ['SE-1.1', 40],
  ['SE-1.2', 1],
  ['SE-1.3', 30],
  ['SE-2.1', 60],
  ['SE-2.2', 50],
  ['SE-2.3', 180],
  ['SE-3.1', 30],
  ['SE-3.2', 30],
  ['SE-3.3', 30],
  ['MP-1.1', 50],
  ['MP-1.2', 30],
  ['MP-1.3', 110],
  ['MP-2.1', 130],
  ['MP-2.2', 70],
  ['MP-2.3', 150],
  ['MP-3.1', 80],
  ['MP-3.2', 90],
  ['MP-3.3', 40],
  ['DA-1.1', 40],
  ['DA-1.2', 40],
  ['DA-1.3', 60],
  ['DA-2.1', 120],
  ['DA-2.2', 1],
  ['DA-2.3', 150],
  ['DA-3.1', 90],
  ['DA-3.2', 70],
  ['DA-3.3', 1],
];

/** Codes of the experiences that prepare for the step to a stage, by its rank. */
export const EXPERIENCES: Readonly<Record<number, Weights<string>>> = {
  2: [1, 2, 3, 4, 5, 6, 7].map((number) => [`T1.${number}`, 1] as const),
  3: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [`T2.${number}`, 1] as const),
};

/** Languages spoken beside English, as ISO 639 codes; `bfi` is British Sign Language. */
export const OTHER_LANGUAGES: Weights<string> = [
  ['pl', 8],
  ['ur', 8],
  ['pa', 7],
  ['bn', 6],
  ['gu', 5],
  ['ro', 4],
  ['ar', 4],
  ['cy', 4],
  ['pt', 3],
  ['fr', 3],
  ['so', 2],
  ['bfi', 2],
];

/** What some people need in order to meet, and how many mentors of a hundred can offer it. */
export const ACCESS_NEEDS: Weights<string> = [
  ['step_free', 70],
  ['captions', 50],
  ['quiet_room', 50],
  ['hearing_loop', 25],
  ['bsl_interpreter', 6],
];
