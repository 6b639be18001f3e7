import type { BoardSeat } from './board';
import { seatFaults } from './board';
import { type Backgrounds, checkComposition } from './composition-check';

const BACKGROUNDS: Backgrounds = {
  groups: [
    { code: 'ahp', clinical: true },
    { code: 'doctor', clinical: true },
    { code: 'midwife', clinical: true },
    { code: 'nurse', clinical: true },
    { code: 'manager', clinical: false },
  ],
  professions: [
    { code: 'paramedic', group: 'ahp' },
    { code: 'dietitian', group: 'ahp' },
    { code: 'dentist', group: 'doctor' },
    { code: 'midwife', group: 'midwife' },
    { code: 'adult_nurse', group: 'nurse' },
    { code: 'finance', group: 'manager' },
  ],
};

const seat = (role: BoardSeat['role'], profession?: string, more: Partial<BoardSeat> = {}): BoardSeat => ({
  role,
  title: role,
  ...(profession === undefined ? {} : { heldBy: { profession, registration: 'registered' as const } }),
  ...more,
});
const NAMED = [
  seat('chair', 'finance'),
  seat('chief_executive', 'finance'),
  seat('finance_director', 'finance'),
  seat('executive', 'dentist'),
  seat('executive', 'midwife'),
];
const nonExecutives = (count: number, more: Partial<BoardSeat> = {}) =>
  Array.from({ length: count }, () => seat('non_executive', 'finance', more));

const outcomes = (kind: 'nhs_trust' | 'foundation_trust' | 'other', seats: readonly BoardSeat[]) =>
  Object.fromEntries(
    checkComposition({ kind, seats }, BACKGROUNDS).findings.map(({ rule, outcome }) => [rule, outcome]),
  );

describe('The board of an NHS trust', () => {
  it('keeps every rule with 12 directors beside the chair, five of them executive', () => {
    const seats = [...NAMED, seat('executive', 'paramedic'), ...nonExecutives(7)];
    expect(outcomes('nhs_trust', seats)).toEqual({
      ...{ most_directors: 'kept', most_non_executives: 'kept', most_executives: 'kept' },
      ...{ chief_executive: 'kept', finance_director: 'kept' },
      ...{ doctor_or_dentist: 'kept', nurse_or_midwife: 'kept' },
    });
  });

  it('breaks the numbers with a thirteenth director, an eighth non-executive or a sixth executive', () => {
    expect(outcomes('nhs_trust', [...NAMED, ...nonExecutives(8)])).toMatchObject({
      ...{ most_directors: 'kept', most_non_executives: 'broken', most_executives: 'kept' },
    });
    const six = [...NAMED, seat('executive', 'paramedic'), seat('executive')];
    expect(outcomes('nhs_trust', [...six, ...nonExecutives(7)])).toMatchObject({
      ...{ most_directors: 'broken', most_non_executives: 'kept', most_executives: 'broken' },
    });
  });

  it('keeps the rule of a role of which one seat of two is held', () => {
    const seats = [seat('finance_director'), ...NAMED];
    expect(outcomes('nhs_trust', seats)).toMatchObject({ finance_director: 'kept' });
  });

  it('breaks a rule where nobody has the role or the registration', () => {
    const seats = [
      seat('chief_executive'),
      seat('executive', 'dentist', {
        heldBy: { profession: 'dentist', registration: 'not_registered' },
      }),
      seat('executive', 'adult_nurse', {
        heldBy: { profession: 'adult_nurse', registration: 'registered_not_practising' },
      }),
      seat('non_executive', 'dentist'),
    ];
    expect(outcomes('nhs_trust', seats)).toMatchObject({
      ...{ chief_executive: 'broken', finance_director: 'broken' },
      ...{ doctor_or_dentist: 'broken', nurse_or_midwife: 'kept' },
    });
  });

  it('does not decide whether a chief executive counts as the doctor too', () => {
    const seats = [seat('chief_executive', 'dentist'), seat('finance_director', 'finance')];
    expect(outcomes('nhs_trust', seats)['doctor_or_dentist']).toBe('not_decided');
  });

  it('tells which seats are open, and for whom', () => {
    const seats = [...NAMED, seat('non_executive', undefined, { title: 'A seat for a therapist' })];
    expect(checkComposition({ kind: 'nhs_trust', seats }, BACKGROUNDS).openSeats).toEqual({
      vacant: ['A seat for a therapist'],
      executivesToAdd: 1,
      nonExecutivesToAdd: 6,
      executivesOfAnyBackground: 1,
    });
  });

  it.each([
    ['nobody is beyond the four', [], 1],
    ['the fifth seat is there, and vacant', [seat('executive')], 1],
    ['a therapist has it', [seat('executive', 'paramedic')], 0],
    ['a second doctor has it', [seat('executive', 'dentist')], 0],
    ['there are more than the law allows', [seat('executive', 'dentist'), seat('executive', 'finance')], 0],
  ])('leaves an executive of any background only where none is there: %s', (_, more, left) => {
    const { openSeats } = checkComposition({ kind: 'nhs_trust', seats: [...NAMED, ...more] }, BACKGROUNDS);
    expect(openSeats.executivesOfAnyBackground).toBe(left);
  });
});

describe('The board of a foundation trust', () => {
  it('has numbers of its own, and four roles', () => {
    expect(outcomes('foundation_trust', [...NAMED, ...nonExecutives(20, { independent: true })])).toEqual({
      ...{ chief_executive: 'kept', finance_director: 'kept' },
      ...{ doctor_or_dentist: 'kept', nurse_or_midwife: 'kept' },
      ...{ half_independent: 'kept', clinical_non_executive: 'broken' },
    });
  });

  it.each([
    [2, 2, 0, 'kept'],
    [1, 2, 0, 'broken'],
    [1, 1, 1, 'not_decided'],
    [0, 2, 1, 'broken'],
    [0, 0, 0, 'not_decided'],
  ])('with %d independent non-executives, %d who are not and %d unknown: %s', (yes, no, unknown, outcome) => {
    const seats = [
      ...nonExecutives(yes, { independent: true }),
      ...nonExecutives(no, { independent: false }),
      ...nonExecutives(unknown),
    ];
    expect(outcomes('foundation_trust', seats)['half_independent']).toBe(outcome);
  });

  it('is advised, and not obliged, to have a clinician among its non-executives', () => {
    const seats = [seat('non_executive', 'paramedic')];
    const { findings, openSeats } = checkComposition({ kind: 'foundation_trust', seats }, BACKGROUNDS);
    const advice = findings.find(({ rule }) => rule === 'clinical_non_executive');
    expect([advice?.force, advice?.outcome]).toEqual(['advice', 'kept']);
    expect(openSeats.executivesToAdd).toBeNull();
  });
});

describe('A board outside of the rule', () => {
  it('is not decided here', () => {
    expect(outcomes('other', NAMED)).toEqual({ other_board: 'not_decided' });
  });
});

describe('Whoever is missing from a board', () => {
  it('is named by group and by profession, the chair counting as present', () => {
    const { absentGroups, absentProfessions } = checkComposition(
      { kind: 'other', seats: [seat('chair', 'paramedic'), seat('executive')] },
      BACKGROUNDS,
    );
    expect(absentGroups).toEqual(['doctor', 'midwife', 'nurse', 'manager']);
    expect(absentProfessions).toEqual(['dietitian', 'dentist', 'midwife', 'adult_nurse', 'finance']);
  });
});

describe('Seats', () => {
  const professions = BACKGROUNDS.professions.map(({ code }) => code);

  it('are right with one chair and known professions', () => {
    expect(seatFaults([...NAMED, ...nonExecutives(1, { independent: false })], professions)).toEqual([]);
  });

  it('are refused with two chairs, an unknown profession, or an executive said to be independent', () => {
    expect(
      seatFaults(
        [
          seat('chair'),
          seat('chair'),
          seat('executive', 'x'),
          seat('executive', 'finance', { independent: true }),
        ],
        professions,
      ),
    ).toEqual([
      'seats: there is more than one chair',
      'seats[2].heldBy.profession: "x" is no profession',
      'seats[3].independent: only a non-executive is said to be independent or not',
    ]);
  });
});
