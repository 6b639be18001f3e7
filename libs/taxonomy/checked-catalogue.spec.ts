import { Catalogue, healthAndCare } from './index';

describe('a label is looked up', () => {
  it.each([
    ['physiotherapist', 'physiotherapist'],
    ['Physiotherapists', 'physiotherapist'],
    ['CHIROPODIST', 'podiatrist'],
    ['Chiropodist/Podiatrist', 'podiatrist'],
    ['ODP', 'operating_department_practitioner'],
    ['SLT', 'speech_language_therapist'],
    ['Speech & Language Therapist', 'speech_language_therapist'],
    ['OT', 'occupational_therapist'],
    ['Dramatherapist', 'drama_therapist'],
    ['Orthotists', 'prosthetist_orthotist'],
    ['RMN', 'mental_health_nurse'],
    ['childrens nurse', 'childrens_nurse'],
    ['GPs', 'general_practitioner'],
    ['Consultant physician', 'physician'],
    ['O&G', 'obstetrician_gynaecologist'],
    ['Midwife', 'midwife'],
    ['Midwives', 'midwife'],
    ['HR', 'people_manager'],
    ['Other', 'other_profession'],
  ])('among professions: %s is %s', (label, code) => {
    expect(healthAndCare.profession(label)?.code).toBe(code);
  });

  it.each(['Nurse', 'Registered nurse', 'Therapist', 'Doctor', '', '-'])(
    'among professions: "%s" is none, for it could be several',
    (label) => {
      expect(healthAndCare.profession(label)).toBeUndefined();
    },
  );

  it.each([
    ['Band 8a', 'afc_8a'],
    ['8A', 'afc_8a'],
    ['AfC 8a', 'afc_8a'],
    ['Band 8 - Range D', 'afc_8d'],
    ['6', 'afc_6'],
    ['Agenda for Change Band 9', 'afc_9'],
    ['Consultants', 'consultant'],
    ['VSM', 'very_senior_manager'],
    ['FY2', 'foundation_doctor'],
    ['SpR', 'specialty_registrar'],
  ])('among grades: %s is %s', (label, code) => {
    expect(healthAndCare.grade(label)?.code).toBe(code);
  });

  it.each([
    ['North East & Yorkshire', 'north_east_and_yorkshire'],
    ['EoE', 'east_of_england'],
    ['LONDON COMMISSIONING REGION', 'london'],
    ['South-West', 'south_west'],
  ])('among regions: %s is %s', (label, code) => {
    expect(healthAndCare.region(label)?.code).toBe(code);
  });

  it.each([
    ['Add Prof Scientific and Technic', 'additional_professional_scientific_and_technical'],
    ['Nursing & Midwifery Registered', 'nursing_and_midwifery_registered'],
    ['Medical & Dental', 'medical_and_dental'],
  ])('among staff groups: %s is %s', (label, code) => {
    expect(healthAndCare.staffGroup(label)?.code).toBe(code);
  });

  it.each([
    ['AHP', 'ahp'],
    ['Allied Health Professionals', 'ahp'],
    ['nurses', 'nurse'],
  ])('among professional groups: %s is %s', (label, code) => {
    expect(healthAndCare.professionalGroup(label)?.code).toBe(code);
  });

  it.each([
    ['f', 'F'],
    ['Fundamental stage', 'F'],
    ['2', '2'],
    ['Stage 2', '2'],
    ['Executive managers & leaders', '4'],
  ])('among stages: %s is %s', (label, code) => {
    expect(healthAndCare.stage(label)?.code).toBe(code);
  });

  it('by every code, title and alias, and leads back to the entry that bears it', () => {
    for (const profession of healthAndCare.content.professions) {
      for (const label of [profession.code, profession.title, ...profession.aliases]) {
        expect(healthAndCare.profession(label)).toBe(profession);
      }
    }
    for (const grade of healthAndCare.content.grades) {
      for (const label of [grade.code, grade.title, ...grade.aliases]) {
        expect(healthAndCare.grade(label)).toBe(grade);
      }
    }
  });
});

describe('stages', () => {
  it('rank from the lowest to the highest', () => {
    expect(['F', '1', '2', '3', '4'].map((code) => healthAndCare.stageRank(code))).toEqual([0, 1, 2, 3, 4]);
    expect(healthAndCare.topStage).toBe('4');
  });

  it('follow one another, and nothing follows the highest but itself', () => {
    expect(['F', '1', '2', '3', '4'].map((code) => healthAndCare.stageAfter(code))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '4',
    ]);
  });

  it('that do not exist have no rank and no successor', () => {
    expect(() => healthAndCare.stageRank('5')).toThrow(new RangeError('"5" is no stage of this catalogue'));
    expect(() => healthAndCare.stageAfter('f')).toThrow(RangeError);
  });
});

describe('topics', () => {
  it('are the competencies and then the experiences', () => {
    expect(healthAndCare.topics.map(({ code }) => code)).toEqual([
      ...healthAndCare.content.competencies.map(({ code }) => code),
      ...healthAndCare.content.experiences.map(({ code }) => code),
    ]);
  });

  it('are found by their exact code, so that equal topics are always spelt alike', () => {
    expect(healthAndCare.topic('SE-1.1')).toEqual({
      code: 'SE-1.1',
      title: 'Prioritise for productivity',
      kind: 'competency',
    });
    expect(healthAndCare.topic('T2.9')?.kind).toBe('experience');
    expect(healthAndCare.topic('se-1.1')).toBeUndefined();
    expect(healthAndCare.topic('SE-9.9')).toBeUndefined();
  });

  it('rank by their position', () => {
    expect(healthAndCare.topics.map(({ code }) => healthAndCare.topicRank(code))).toEqual(
      healthAndCare.topics.map((_, index) => index),
    );
    expect(() => healthAndCare.topicRank('SE-9.9')).toThrow(
      new RangeError('"SE-9.9" is no competency or experience of this catalogue'),
    );
  });
});

describe('transitions', () => {
  it('are found by the stage that they lead to', () => {
    expect(healthAndCare.transitionTo('2')?.code).toBe('T1');
    expect(healthAndCare.transitionTo('3')?.code).toBe('T2');
    expect(healthAndCare.transitionTo('4')).toBeUndefined();
  });

  it('have experiences that prepare for them', () => {
    expect(healthAndCare.experiencesOf('T1')).toHaveLength(7);
    expect(healthAndCare.experiencesOf('T2').at(-1)?.code).toBe('T2.9');
    expect(healthAndCare.experiencesOf('T3')).toEqual([]);
  });
});

describe('a catalogue', () => {
  it('that contradicts itself is refused with everything that is wrong in it', () => {
    const content = {
      ...healthAndCare.content,
      stages: [],
      regions: [],
      competencies: [],
      transitions: [],
      experiences: [],
      streams: [],
    };
    expect(() => new Catalogue(content)).toThrow(
      expect.objectContaining({
        code: 'input.refused',
        problems: [
          'stages: there must be at least one stage',
          'regions: there must be at least one region',
          'competencies: there must be at least one competency or experience',
        ],
      }) as Error,
    );
  });
});
