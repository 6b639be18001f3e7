/**
 * Protected characteristics (Equality Act 2010, part 2, chapter 1) in the words of a criterion. A pool may ask what
 * somebody has done and can do; it may not ask who they are.
 *
 * Words are compared whole, without case, accents or punctuation, so that "stage" holds no "age" and "Women's" is
 * "women". In health and care the same words name services and patients ("a maternity unit") and work on equality itself
 * ("race equality"), and some stand in idioms: such phrases are taken out first, each as it is listed here. The list finds
 * what is said plainly. It cannot find what is meant and not said: people who set criteria still have to ask themselves
 * whom each keeps out.
 */
export const PROTECTED_CHARACTERISTICS = [
  'age',
  'disability',
  'gender_reassignment',
  'marriage_and_civil_partnership',
  'pregnancy_and_maternity',
  'race',
  'religion_or_belief',
  'sex',
  'sexual_orientation',
] as const;
/** The code of one of them. */
export type ProtectedCharacteristic = (typeof PROTECTED_CHARACTERISTICS)[number];

/** A word or phrase that names a protected characteristic. */
export interface NamedCharacteristic {
  readonly characteristic: ProtectedCharacteristic;
  /** As it was compared: in lower case, without punctuation, letters that look like others as those. */
  readonly word: string;
}

/** A phrase that names one is listed before words in it that name another: what is found is taken out. */
const WORDS: readonly (readonly [ProtectedCharacteristic, string])[] = [
  ['gender_reassignment', 'gender reassignment, gender identity, transgender, trans, transsexual, cisgender'],
  ['gender_reassignment', 'non binary, nonbinary'],
  ['sexual_orientation', 'sexual orientation, sexuality, gay, lesbian, lesbians, bisexual, heterosexual'],
  ['sexual_orientation', 'homosexual, queer, lgb, lgbt, lgbtq, lgbtqi, lgbtqia'],
  [
    'religion_or_belief',
    'religion, religions, religious, philosophical belief, faith, christian, christians',
  ],
  ['religion_or_belief', 'muslim, muslims, islam, islamic, jew, jews, jewish, hindu, hindus, sikh, sikhs'],
  ['religion_or_belief', 'buddhist, buddhists, catholic, protestant, anglican, atheist, churchgoer'],
  [
    'race',
    'race, racial, ethnic, ethnicity, ethnicities, bame, bme, global majority, skin colour, colour of skin',
  ],
  ['race', 'white, black, asian, caucasian, african, caribbean, gypsy, roma, nationality, national origin'],
  [
    'race',
    'british citizen, british citizens, british national, british nationals, native english, native speaker, people of colour, person of colour',
  ],
  [
    'pregnancy_and_maternity',
    'pregnant, pregnancy, maternity, breastfeeding, childbearing, mother, mothers, mum, mums',
  ],
  [
    'marriage_and_civil_partnership',
    'marital status, marriage, married, unmarried, civil partner, civil partners',
  ],
  [
    'marriage_and_civil_partnership',
    'civil partnership, spouse, wife, wives, husband, husbands, divorced, widowed',
  ],
  [
    'disability',
    'disability, disabilities, disabled, able bodied, handicapped, impairment, impairments, wheelchair',
  ],
  [
    'disability',
    'deaf, blind, autistic, autism, neurodivergent, mental illness, physically fit, fit and healthy',
  ],
  [
    'age',
    'age, aged, ages, years of age, years old, year old, year olds, young, younger, youngest, older, oldest',
  ],
  [
    'age',
    'elderly, millennial, millennials, school leaver, school leavers, date of birth, born after, born before',
  ],
  [
    'sex',
    'sex, gender, male, males, female, females, man, men, woman, women, lady, ladies, gentleman, gentlemen',
  ],
];

/** What comes before one of `SERVICES` to name what somebody has led, and for whom. */
const CARED_FOR =
  "learning disability, learning disabilities, maternity, women's, women's health, men's health, gender identity, " +
  "older people's, older person's, older adult, older adults', young people's, young person's, early pregnancy, deaf, " +
  'autism, aged';
const SERVICES =
  'service, services, care, unit, units, ward, wards, team, teams, clinic, clinics, pathway, pathways, department, ' +
  'directorate, nursing';

/** What comes before one of `EQUALITY` to name work on equality. */
const UNEQUAL =
  'age, disability, disabled, ethnicity, gender, race, racial, religious, sex, sexual orientation';
const EQUALITY = 'equality, inequality, inequalities, discrimination, pay gap, pay gaps';

const PHRASES =
  'children and young people, care of older people, care for older people, services for older people, services for ' +
  'young people, services for disabled people, services for people with a learning disability, people of all ages, all ' +
  'ages, age appropriate, age friendly, digital age, good faith, faith leaders, faith communities, race against, black ' +
  'belt, black box, white paper, white papers, blind spot, blind spots, double blind, blind shortlisting, blind ' +
  'recruitment, disability confident, man hours';

const listed = (words: string): string[] => words.split(', ').map(comparable);
const beside = (before: string, after: string): string[] =>
  listed(before).flatMap((first) => listed(after).map((second) => `${first} ${second}`));

/** The longest first: "women's health services" before "women's health". */
const UNHARMFUL: readonly string[] = [
  ...beside(CARED_FOR, SERVICES),
  ...beside(UNEQUAL, EQUALITY),
  ...listed(PHRASES),
].sort((one, other) => other.length - one.length);

const NAMES: readonly NamedCharacteristic[] = WORDS.flatMap(([characteristic, words]) =>
  listed(words).map((word) => ({ characteristic, word })),
).sort((one, other) => other.word.length - one.word.length);

/**
 * What tells an age in a sentence: "under 35s", "under 35 years", "anyone over 50", or what is under 35 and no more is said of
 * it. "A budget that is over 20" and "has led over 50 people" are not about age.
 */
const AGES = [
  / (?:under|over) ([2-6]\ds) /u,
  / (?:anyone|people|someone|somebody) (?:no |not )?(?:more|less|under|over|below|above)(?: than)? ([2-6]\d)(?: and | or | $)/u,
  /(?<! that| which) (?:is|are|be) (?:no |not )?(?:more|less|under|over|below|above)(?: than)? ([2-6]\d) $/u,
  / (?:is|are|be|anyone|people|someone|somebody) (?:no |not )?(?:more|less|under|over|below|above)(?: than)? ([2-6]\d) years(?: and | or | $)/u,
  / (?:no|not) (?:more|less) than ([2-6]\d) years(?: of age)? (?:$|old )/u,
];

/** The same in a part of one, of a person, who may go without saying: "Is over 50 and wants to lead". */
const AGE_OF_A_PERSON =
  /(?:^| and| or| but| who| anyone| someone| somebody| people| person| candidates?| applicants?| nominees?| members?| leaders?| managers?| they| you)(?: that)?(?: must| should| shall| may| can| will| has to| have to| needs? to)?(?: not)? (?:is|are|be) (?:no |not )?(?:more|less|under|over|below|above)(?: than)? ([2-6]\d) (?:and |or |but |$)/u;

/** Where a sentence ends. A point within a number ends nothing. */
const SENTENCE_ENDS = /[.;!?]+(?!\d)|[\r\n]+/u;

/** Where a part of one does. */
const PART_ENDS = /[,:()]+(?!\d)/u;

/** A Greek letter by itself, as a word, before a hyphen or with a unit: "β-blockers", "5 µg". It stands for no Latin one. */
const GREEK_ALONE = /(?<![\p{L}\p{M}])(?:μ(?:g|l|L|m|s|mol)|\p{Script=Greek})(?![\p{L}\p{M}])/gu;

/** Letters of the Latin script that are read as others, and those others. */
const LOOK_ALIKES = new Map(
  Object.entries({
    ...{ a: 'ɑɐᴀ', b: 'ʙƀ', c: 'ᴄ', d: 'ᴅđɖ', e: 'ᴇɛə', g: 'ɡɢ', h: 'ʜħ', i: 'ıɩɪ', k: 'ᴋ', l: 'ʟłƚ' },
    ...{ m: 'ᴍ', n: 'ɴ', o: 'ᴏøɵ', p: 'ᴘ', r: 'ʀ', s: 'ꜱ', t: 'ᴛŧ', u: 'ᴜ', v: 'ᴠʋ', w: 'ᴡɯ', y: 'ʏ' },
  }).flatMap(([plain, alike]) => Array.from(alike, (letter) => [letter, plain] as const)),
);

/**
 * The first letter that is not Latin, as in "w\u043eman" with a Cyrillic o: it looks like the word and would be found as
 * none. Undefined where there is none but Greek ones that stand alone.
 */
export function foreignLetter(text: string): string | undefined {
  const letters = text
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(GREEK_ALONE, ' ');
  return /(?!\p{Script=Latin})\p{L}/u.exec(letters)?.[0];
}

/** The protected characteristics that a text names, in no order; each as often as another word names it. */
export function namedCharacteristics(text: string): readonly NamedCharacteristic[] {
  let left = ` ${comparable(text)} `;
  const take = (phrase: string): boolean => {
    const parts = left.split(` ${phrase} `);
    left = parts.join(' | ');
    return parts.length > 1;
  };
  UNHARMFUL.forEach(take);
  const ages = text.normalize('NFKD').split(SENTENCE_ENDS).flatMap(agesIn);
  return [
    ...NAMES.filter(({ word }) => take(word)),
    ...ages.map((word) => ({ characteristic: 'age' as const, word })),
  ];
}

/** An age that a sentence tells, once however many ways it does. */
function agesIn(sentence: string): readonly string[] {
  const whole = ` ${comparable(sentence)} `;
  const parts = sentence.split(PART_ENDS).map((part) => ` ${comparable(part)} `);
  const found = [
    ...AGES.map((age) => age.exec(whole)),
    ...parts.map((part) => AGE_OF_A_PERSON.exec(part)),
  ].flatMap((age) => age?.[0].trim() ?? []);
  return found.slice(0, 1);
}

/** In lower case, words alone, one space between them; an apostrophe joins no words: "women's" is "women s". */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
