import { Chance, type Weights } from './chance';

/** What somebody could answer to equality questions: code of the answer by code of the question. */
export type Characteristics = Readonly<Record<'sex' | 'ethnicity' | 'disability' | 'age_band', string>>;

/** The answer with which somebody keeps theirs to themselves. */
const KEPT = 'prefer_not_to_say';
/** Of a hundred, for each question: as many as make a count of their own that can be told. */
const KEEP_THEIRS = 4;

/** Of a hundred: most nurses, midwives and therapists are women, and of doctors and managers about half. */
const WOMEN_OF_HUNDRED: Readonly<Record<string, number>> = {
  doctor: 48,
  manager: 55,
  midwife: 99,
  nurse: 88,
};
const WOMEN_ELSEWHERE = 76;

const ETHNICITY: Weights<string> = [
  ['white', 70],
  ['asian', 13],
  ['black', 9],
  ['mixed', 4],
  ['other', 4],
];
const DISABILITY: Weights<string> = [
  ['no', 84],
  ['yes', 16],
];
/** By rank of the stage: whoever stands higher has mostly worked for longer. */
const AGE: readonly Weights<string>[] = [
  [
    ['under_25', 25],
    ['from_25_to_34', 50],
    ['from_35_to_44', 17],
    ['from_45_to_54', 8],
  ],
  [
    ['under_25', 4],
    ['from_25_to_34', 46],
    ['from_35_to_44', 30],
    ['from_45_to_54', 14],
    ['from_55_to_64', 6],
  ],
  [
    ['from_25_to_34', 18],
    ['from_35_to_44', 42],
    ['from_45_to_54', 28],
    ['from_55_to_64', 12],
  ],
  [
    ['from_35_to_44', 30],
    ['from_45_to_54', 46],
    ['from_55_to_64', 24],
  ],
  [
    ['from_35_to_44', 12],
    ['from_45_to_54', 48],
    ['from_55_to_64', 38],
    ['from_65', 2],
  ],
];

/**
 * What somebody invented would say of themselves. It depends on nothing but who they are, so that what each of them says
 * and what the workforce is counted by go together without being written down by person.
 *
 * @param id by which the programme knows them
 * @param group code of their professional group
 * @param rank of the stage of their post
 */
export function inventCharacteristics(
  seed: string,
  id: string,
  group: string,
  rank: number,
): Characteristics {
  const chance = new Chance(`${seed} characteristics ${id}`);
  const said = (answer: string): string => (chance.percent(KEEP_THEIRS) ? KEPT : answer);
  return {
    sex: said(chance.percent(WOMEN_OF_HUNDRED[group] ?? WOMEN_ELSEWHERE) ? 'female' : 'male'),
    ethnicity: said(chance.weighted(ETHNICITY)),
    disability: said(chance.weighted(DISABILITY)),
    age_band: said(chance.weighted(AGE[rank]!)),
  };
}
