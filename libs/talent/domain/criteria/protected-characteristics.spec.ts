import fc from 'fast-check';
import {
  foreignLetter,
  namedCharacteristics,
  PROTECTED_CHARACTERISTICS,
  type ProtectedCharacteristic,
} from './protected-characteristics';

const of = (text: string) => namedCharacteristics(text).map(({ characteristic }) => characteristic);

const NAMED: readonly (readonly [ProtectedCharacteristic, string])[] = [
  ['age', 'Is under 35.'],
  ['age', 'Open to over 50s.'],
  ['age', 'Aged 30 to 45.'],
  ['age', 'A young leader.'],
  ['age', 'Is no more than 45 years.'],
  ['age', 'No more than 45 years of age.'],
  ['age', 'Is over 50 and wants to lead.'],
  ['disability', 'Is not disabled.'],
  ['disability', 'Is able-bodied.'],
  ['gender_reassignment', 'Is transgender.'],
  ['marriage_and_civil_partnership', 'Is married or in a civil partnership.'],
  ['pregnancy_and_maternity', 'Has not been on maternity leave.'],
  ['race', 'Is from a minority ethnic background.'],
  ['race', 'Is a black ward manager.'],
  ['race', 'One of our people of colour.'],
  ['race', 'A native-English speaker.'],
  ['religion_or_belief', 'Has no religion.'],
  ['religion_or_belief', 'Is of Christian faith.'],
  ['sex', 'WOMEN who lead'],
  ['pregnancy_and_maternity', 'A mum who returns to work.'],
  ['sex', 'Women’s careers come first.'],
  ['sex', 'Any ｆｅｍａｌｅ nurse.'],
  ['sex', 'wo\u200Bmen who lead'],
  ['sexual_orientation', 'Is gay, lesbian or bisexual.'],
];

describe('a protected characteristic', () => {
  it.each(NAMED)('%s is found in “%s”', (characteristic, text) => {
    expect(of(text)).toContain(characteristic);
  });

  it.each([
    'Has managed a stage of a large programme, in any language.',
    'Has led a maternity unit.',
    'Has led women’s health services.',
    'Has led learning disability services for two years.',
    'Knows the care of older people, and services for children and young people.',
    'Has put the Workforce Race Equality Standard to work, or closed a gender pay gap.',
    'Holds a Black Belt in Lean Six Sigma.',
    'Has led over 50 people, with a budget under 40 million.',
    'Leads a team that is over 50 people strong, with no more than 20 years of records.',
    'Has acted in good faith against the clock.',
    'Has a bachelor’s degree, a single point of contact and sound beliefs about quality.',
    'Runs sexual health clinics.',
  ])('is not found in “%s”', (text) => {
    expect(of(text)).toEqual([]);
  });

  it('cannot hide behind a letter of another alphabet', () => {
    expect(foreignLetter('Must be a w\u043eman.')).toBe('\u043e');
    expect(foreignLetter('Is \u0391ged.')).toBe('\u0391');
    expect(foreignLetter('Ｌeads in Ynys Môn, naïvely, with ﬁve wards and 12 µ-teams.')).toBe('μ');
    expect(foreignLetter('Leads in Ynys Môn – “naïvely”, with ﬁve wards.')).toBeUndefined();
  });

  it('is found beside a phrase that is no such thing, and says by which word', () => {
    expect(namedCharacteristics('Women who have led women’s services.')).toEqual([
      { characteristic: 'sex', word: 'women' },
    ]);
  });

  it('is found wherever it stands, however it is written', () => {
    const plain = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz]{0,6}$/);
    const between = fc.constantFrom(' ', ', ', '-', ' (', '. ');
    const written = fc.constantFrom('female', 'FEMALE', 'Female');
    fc.assert(
      fc.property(plain, between, written, between, plain, (before, one, word, other, after) => {
        expect(of(`${before}${one}${word}${other}${after}`)).toEqual(['sex']);
        expect(of(`${before}x${word}x${after}`)).toEqual([]);
      }),
    );
  });

  it('is each of the nine of the Act', () => {
    expect(PROTECTED_CHARACTERISTICS).toHaveLength(9);
    expect(new Set(NAMED.map(([characteristic]) => characteristic))).toEqual(
      new Set(PROTECTED_CHARACTERISTICS),
    );
  });
});
