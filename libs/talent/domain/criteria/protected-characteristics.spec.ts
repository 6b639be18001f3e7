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
  ['age', 'Is over 40; leads.'],
  ['age', 'Is over 40, leads.'],
  ['age', 'Open to anyone over 50 and ready (in May).'],
  ['age', 'Leads well; is over 40, or has led before.'],
  ['age', 'Leads well and is under 35, with a budget over 20.'],
  ['age', 'Must not be over 60 or new to the trust.'],
  ['age', 'Somebody that is under 35 and ready.'],
  ['age', 'The nurse is under 35.'],
  ['age', 'The nurse is less than 35 years and leads.'],
  ['disability', 'Is not d\u0131sabled.'],
  ['sex', 'Is a wom\u0251n.'],
  ['sex', 'Is a W\u1d0fMAN.'],
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
    'The budget is over 20 and growing.',
    'Leads a team that is less than 20.',
    'Has kept a caseload that is more than 30 and complex.',
    'Has run a ward whose caseload is over 30, with two teams.',
    'Led a change that is over 40.5 million, which is under 60.',
    'Has acted in good faith against the clock.',
    'Has a bachelor’s degree, a single point of contact and sound beliefs about quality.',
    'Runs sexual health clinics.',
  ])('is not found in “%s”', (text) => {
    expect(of(text)).toEqual([]);
  });

  it('cannot hide behind a letter of another alphabet', () => {
    expect(foreignLetter('Must be a w\u043eman.')).toBe('\u043e');
    expect(foreignLetter('Is \u0391ged.')).toBe('\u0391');
    expect(foreignLetter('Leads in Ynys Môn – “naïvely”, with ﬁve wards.')).toBeUndefined();
    expect(foreignLetter('Ｌeads in Ynys Môn, naïvely, with ﬁve wards and µteams.')).toBe('μ');
    expect(foreignLetter('A \u03b2lack leader.')).toBe('\u03b2');
    expect(foreignLetter('A \u03b2\u200black leader.')).toBe('\u03b2');
    expect(foreignLetter('A w\u03bfman, a \u03bc\u03c5.')).toBe('\u03bf');
  });

  it('is hidden by no Greek letter that stands alone, and these may', () => {
    const alone = ['Knows β-blockers.', 'Gives 5 µg, 2 µmol or 3 μL.', 'An α = 0.05 and a β', 'Class Γ'];
    expect(alone.map(foreignLetter)).toEqual(alone.map(() => undefined));
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
