import type { Mentee, Mentor } from '@evenhand/people';
import { catalogueForSector, healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { explainPair } from './explanation';
import { PairJudge } from './pair-judge';
import { type Criterion, DEFAULT_RULES } from './rules';

const { weights } = DEFAULT_RULES;

/** Points of an eligible pair in one criterion; the floor is out of the way. */
function points(criterion: Criterion, mentee: Mentee, mentor: Mentor, catalogue = healthAndCare): number {
  const judge = new PairJudge({ mentees: [mentee], mentors: [mentor], catalogue }, { weights, floor: 0 });
  const explanation = explainPair(judge, 0, 0);
  if (!explanation.eligible) {
    throw new Error(explanation.sentence);
  }
  return explanation.points.find((each) => each.criterion === criterion)!.points;
}

describe('gap_cover', () => {
  const mentee = aMentee({ gaps: ['SE-1.1:4', 'MP-1.1:2', 'DA-1.1:1'] });
  // 4 × 5 + 2 × 4 + 1 × 3
  const all = 31;
  const cover = (...strengths: string[]): number => points('gap_cover', mentee, aMentor({ strengths }));

  it('is whole when every gap is covered', () => {
    expect(cover('SE-1.1@2', 'MP-1.1@3', 'DA-1.1@4')).toBe(weights.gap_cover);
  });

  it('counts each gap by its size and by its rank, rounded down', () => {
    expect(cover('SE-1.1@2')).toBe(Math.floor((weights.gap_cover * 20) / all));
    expect(cover('MP-1.1@2')).toBe(Math.floor((weights.gap_cover * 8) / all));
    expect(cover('DA-1.1@2')).toBe(Math.floor((weights.gap_cover * 3) / all));
  });

  it('counts a gap half that was practised one stage below the target, and not at all below that', () => {
    expect(cover('SE-1.1@1', 'DA-1.1@2')).toBe(Math.floor((weights.gap_cover * (10 + 3)) / all));
    expect(cover('SE-1.1@F', 'DA-1.1@2')).toBe(Math.floor((weights.gap_cover * 3) / all));
  });

  it('counts a topic that was never practised as nothing, even below the lowest stage', () => {
    const beginner = aMentee({ stage: 'F', targetStage: 'F', gaps: ['SE-1.1', 'MP-1.1'] });
    expect(points('gap_cover', beginner, aMentor({ stage: '1', strengths: ['SE-1.1@F'] }))).toBe(
      Math.floor((weights.gap_cover * 5) / 9),
    );
  });
});

describe('strength_level', () => {
  const level = (mentee: Mentee, ...strengths: string[]): number =>
    points('strength_level', mentee, aMentor({ stage: '4', strengths }));

  it('is a good part for a gap practised at the target, and whole above it', () => {
    expect(level(aMentee(), 'SE-1.1@2')).toBe(Math.floor((weights.strength_level * 2) / 3));
    expect(level(aMentee(), 'SE-1.1@3')).toBe(weights.strength_level);
    expect(level(aMentee(), 'SE-1.1@4')).toBe(weights.strength_level);
  });

  it('is whole at the top stage, above which there is nothing', () => {
    expect(level(aMentee({ stage: '3', targetStage: '4' }), 'SE-1.1@4')).toBe(weights.strength_level);
  });

  it('counts over all gaps, so that covering one more never costs a point', () => {
    const mentee = aMentee({ gaps: ['SE-1.1:1', 'MP-1.1:1'] });
    expect(level(mentee, 'SE-1.1@3')).toBe(Math.floor((weights.strength_level * 5) / 9));
    expect(level(mentee, 'SE-1.1@3', 'MP-1.1@2')).toBe(
      Math.floor((weights.strength_level * (5 * 12 + 4 * 8)) / (9 * 12)),
    );
  });
});

describe('stage_step', () => {
  it.each([
    ['F', '1', weights.stage_step],
    ['F', '2', weights.stage_step],
    ['F', '3', Math.floor((weights.stage_step * 2) / 3)],
    ['F', '4', Math.floor(weights.stage_step / 3)],
    ['3', '4', weights.stage_step],
    ['4', '4', weights.stage_step],
  ])('of a mentee at %s and a mentor at %s is worth %i', (present, stage, worth) => {
    const mentee = aMentee({ stage: present, targetStage: present === 'F' ? '1' : '4' });
    expect(points('stage_step', mentee, aMentor({ stage, strengths: ['SE-1.1@4'] }))).toBe(worth);
  });

  it('is whole between peers who both want to be', () => {
    const peer = aMentor({ stage: '1', peer: true, strengths: ['SE-1.1@2'] });
    expect(points('stage_step', aMentee({ peer: true }), peer)).toBe(weights.stage_step);
  });
});

describe('transition', () => {
  const towards = (targetStage: string, mentor: Mentor): number =>
    points('transition', aMentee({ targetStage, stage: '1' }), mentor);

  it('is whole for an experience of the transition that the mentee is making', () => {
    expect(towards('2', aMentor({ strengths: ['SE-1.1@3', 'T1.4@2'] }))).toBe(weights.transition);
    expect(towards('3', aMentor({ strengths: ['SE-1.1@3', 'T2.5@3'] }))).toBe(weights.transition);
  });

  it('is half where the stage alone says that the mentor has made it', () => {
    expect(towards('2', aMentor({ strengths: ['SE-1.1@3', 'T2.5@3'] }))).toBe(weights.transition / 2);
  });

  it('is nothing for a peer who has yet to make it', () => {
    const peer = aMentor({ stage: '1', peer: true, strengths: ['SE-1.1@2'] });
    expect(points('transition', aMentee({ peer: true }), peer)).toBe(0);
  });

  it('is whole by stage alone where no transition leads to the stage', () => {
    expect(towards('4', aMentor({ stage: '4', strengths: ['SE-1.1@4'] }))).toBe(weights.transition);
  });
});

describe('profession', () => {
  const early = { background: 'ahp/physiotherapist' };
  const later = { ...early, stage: '2', targetStage: '3' };
  const [same, group, other] = ['ahp/physiotherapist', 'ahp/dietitian', 'doctor/surgeon'];
  const twelfth = weights.profession / 12;

  it.each([
    ['same profession preferred', { ...early, preferProfession: 'same' }, [12, 6, 0]],
    ['another profession preferred', { ...early, preferProfession: 'different' }, [0, 12, 12]],
    ['no preference, early in mid-career', early, [6, 5, 4]],
    ['no preference, later in mid-career', later, [5, 6, 6]],
    ['same profession preferred, later in mid-career', { ...later, preferProfession: 'same' }, [12, 6, 0]],
  ] as const)('%s', (_, mentee, twelfths) => {
    const worth = [same, group, other].map((background) =>
      points('profession', aMentee(mentee), aMentor({ background })),
    );
    expect(worth).toEqual(twelfths.map((count) => count * twelfth));
  });

  it('goes by the early rule throughout where the catalogue describes no transition', () => {
    const catalogue = catalogueForSector({ code: 'own', title: 'Own', version: '1', transitions: [] });
    const mentee = aMentee({ ...later, targetStage: '4' });
    const mentor = aMentor({ stage: '4', strengths: ['SE-1.1@4'], background: other });
    expect(points('profession', mentee, mentor, catalogue)).toBe(4 * twelfth);
  });
});

describe('organisation', () => {
  it.each([
    ['same', [400, 0]],
    ['different', [0, 400]],
    ['any', [333, 400]],
  ] as const)('with %s preferred', (preferOrganisation, worth) => {
    const mentee = aMentee({ preferOrganisation, organisation: 'Northfield' });
    expect(
      ['Northfield', 'Southfield'].map((organisation) =>
        points('organisation', mentee, aMentor({ organisation })),
      ),
    ).toEqual(worth);
  });

  it('is the same one where any two of their posts meet', () => {
    const mentee = aMentee({ preferOrganisation: 'same' });
    const otherPosts = [{ organisation: 'Northfield', region: 'midlands', stage: '3' }];
    expect(points('organisation', mentee, aMentor({ otherPosts }))).toBe(weights.organisation);
  });

  it.each(['NORTHFIELD  Trust', ' Northfield Trust ', 'northfield\ttrust'])(
    'is the same one in another spelling of case and white space: %j',
    (organisation) => {
      const mentee = aMentee({ preferOrganisation: 'same', organisation: 'Northfield Trust' });
      expect(points('organisation', mentee, aMentor({ organisation }))).toBe(weights.organisation);
      expect(points('organisation', mentee, aMentor({ organisation: 'NorthfieldTrust' }))).toBe(0);
    },
  );
});

describe('place', () => {
  it.each([
    ['in one region', { mode: 'in_person' }, {}, weights.place],
    [
      'in two regions, both able to meet remotely',
      {},
      { mode: 'remote', region: 'midlands' },
      (weights.place * 3) / 4,
    ],
    ['in two regions, the mentee in person only', { mode: 'in_person' }, { region: 'midlands' }, 0],
    ['in two regions, the mentor in person only', {}, { mode: 'in_person', region: 'midlands' }, 0],
  ] as const)('%s', (_, mentee, mentor, worth) => {
    expect(points('place', aMentee(mentee), aMentor(mentor))).toBe(worth);
  });
});

describe('languages', () => {
  it('are worth all where the preferred one is shared, and half where only another is', () => {
    const mentee = aMentee({ languages: ['cy', 'en'] });
    expect(points('languages', mentee, aMentor({ languages: ['en', 'cy'] }))).toBe(weights.languages);
    expect(points('languages', mentee, aMentor({ languages: ['en'] }))).toBe(weights.languages / 2);
  });
});

describe('availability', () => {
  it.each([
    ['two hours for each place', { protectedHours: 4, capacity: 2 }, 400],
    ['more than that', { protectedHours: 9, capacity: 2 }, 400],
    ['an hour and a half for one place', { protectedHours: 1.5 }, 300],
    ['nothing agreed', {}, 133],
    ['less than nothing agreed would count', { protectedHours: 1, capacity: 4 }, 133],
    ['two hours and no place', { protectedHours: 2, capacity: 0 }, 400],
  ])('%s', (_, mentor, worth) => {
    expect(points('availability', aMentee(), aMentor(mentor))).toBe(worth);
  });
});
