import { Catalogue, healthAndCare, type SuggestedKind } from './index';

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
    ['Radiographer - Diagnostic', 'radiographer'],
    ['Radiographer - Therapeutic, Manager', 'radiographer'],
    ['Radiographer - Diagnostic, Specialist Practitioner', 'radiographer'],
    ['Chiropodist/Podiatrist Specialist Practitioner', 'podiatrist'],
    ['Prosthetist and Orthotist Consultant', 'prosthetist_orthotist'],
    ['Speech & Language Therapist Manager', 'speech_language_therapist'],
    ['Midwife - Consultant', 'midwife'],
    ['Midwife - Manager', 'midwife'],
    ['Midwife - Specialist Practitioner', 'midwife'],
    ['Applied Psychologist - Clinical', 'clinical_psychologist'],
    ['Applied Psychologist - Counselling', 'counselling_psychologist'],
    ['Applied Psychologist - Health', 'health_psychologist'],
    ['Applied Psychologist - Forensic, Manager', 'forensic_psychologist'],
    ['Clinical Psychologist', 'clinical_psychologist'],
    ['Audiologist', 'healthcare_science_practitioner'],
    ['Healthcare Science Practitioner', 'healthcare_science_practitioner'],
    ['Biomedical Scientist', 'biomedical_scientist'],
    ['Clinical Scientist', 'clinical_scientist'],
    ['Cardiology', 'physician'],
    ['Consultant Cardiologist', 'physician'],
    ['Medical oncology', 'physician'],
    ['Consultant in Geriatric Medicine', 'physician'],
    ['ENT surgeon', 'surgeon'],
    ['Otolaryngology', 'surgeon'],
    ['General Surgery Consultant', 'surgeon'],
    ['Orthopaedics', 'surgeon'],
    ['Ophthalmology', 'ophthalmologist'],
    ['Haematology', 'pathologist'],
    ['Old age psychiatry', 'psychiatrist'],
    ['General Dental Practitioner', 'dentist'],
    ['Dental surgeon', 'dentist'],
    ['Registered Nurse - Mental Health', 'mental_health_nurse'],
    ['Staff Nurse (Adult)', 'adult_nurse'],
    ['Paediatric Nursing', 'childrens_nurse'],
    ['Health Visitor', 'health_visitor'],
    ['Pharmacist Manager', 'pharmacist'],
    ['Pharmacy Technician', 'pharmacy_technician'],
    ['Social Worker - Senior', 'social_worker'],
    ['Service manager', 'operations_manager'],
    ['Operations manager', 'operations_manager'],
    ['General manager', 'operations_manager'],
    ['Chief operating officer', 'operations_manager'],
    ['Finance manager', 'finance_manager'],
    ['HR business partner', 'people_manager'],
    ['Workforce manager', 'people_manager'],
    ['IT manager', 'digital_manager'],
    ['Digital lead', 'digital_manager'],
    ['Deputy Director of Estates', 'estates_manager'],
    ['Estates manager', 'estates_manager'],
    ['Governance manager', 'governance_manager'],
  ])('among professions: %s is %s', (label, code) => {
    expect(healthAndCare.profession(label)?.code).toBe(code);
  });

  it.each([
    'Nurse',
    'Registered nurse',
    'Staff Nurse',
    'Therapist',
    'Doctor',
    'Healthcare Scientist',
    'Oncologist',
    'Manager',
    '',
    '-',
  ])('among professions: "%s" is none, for it could be several', (label) => {
    expect(healthAndCare.profession(label)).toBeUndefined();
  });

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
    ['ST1', 'specialty_registrar'],
    ['ST8', 'specialty_registrar'],
    ['SAS', 'specialty_doctor'],
    ['Band 8A', 'afc_8a'],
    ['Review Body Band 8 - Range B', 'afc_8b'],
    ['Non Review Body Band 6', 'afc_6'],
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

  it('are found by their code in any case, and lead to its one spelling', () => {
    expect(healthAndCare.topic('SE-1.1')).toEqual({
      code: 'SE-1.1',
      title: 'Prioritise for productivity',
      kind: 'competency',
    });
    expect(healthAndCare.topic('T2.9')?.kind).toBe('experience');
    expect(healthAndCare.topic('se-1.1')?.code).toBe('SE-1.1');
    expect(healthAndCare.topic(' t2.9 ')?.code).toBe('T2.9');
    expect(healthAndCare.topic('SE-9.9')).toBeUndefined();
    expect(healthAndCare.topic('')).toBeUndefined();
  });

  it('are found by a title that no other topic bears', () => {
    expect(healthAndCare.topic('prioritise for productivity')?.code).toBe('SE-1.1');
    expect(healthAndCare.topic('Technical Leadership')?.code).toBe('T1.2');
  });

  it.each(['Resource management', 'Building a more inclusive and compassionate culture'])(
    'that share the title "%s" are not found by it',
    (title) => {
      expect(healthAndCare.content.experiences.filter((topic) => topic.title === title)).toHaveLength(2);
      expect(healthAndCare.topic(title)).toBeUndefined();
    },
  );

  it('whose codes differ only in punctuation are found by exact codes alone', () => {
    const [first, ...rest] = healthAndCare.content.experiences;
    const experiences = [{ ...first!, code: 'T1.11' }, { ...rest[0]!, code: 'T11.1' }, ...rest.slice(1)];
    const catalogue = new Catalogue({ ...healthAndCare.content, experiences });
    expect(catalogue.topic('T1.11')?.title).toBe(first!.title);
    expect(catalogue.topic('T11.1')?.title).toBe(rest[0]!.title);
    expect(catalogue.topic('t111')).toBeUndefined();
  });

  it('rank by their position', () => {
    expect(healthAndCare.topics.map(({ code }) => healthAndCare.topicRank(code))).toEqual(
      healthAndCare.topics.map((_, index) => index),
    );
    expect(() => healthAndCare.topicRank('se-1.1')).toThrow(RangeError);
    expect(() => healthAndCare.topicRank('SE-9.9')).toThrow(
      new RangeError('"SE-9.9" is no competency or experience of this catalogue'),
    );
  });
});

describe('suggestions', () => {
  it.each<[SuggestedKind, string, string[]]>([
    ['profession', 'Therapeutic', ['Radiographers']],
    ['grade', 'Band 8', ['8a', '8b', '8c', '8d'].map((band) => `Agenda for Change band ${band}`)],
    ['region', 'Yorkshire', ['North East and Yorkshire']],
    ['stage', 'Senior', ['Senior managers and leaders']],
  ])('for a %s called "%s" begin with %j', (kind, label, titles) => {
    expect(healthAndCare.suggestions(kind, label).slice(0, titles.length)).toEqual(titles);
  });

  it.each(['Nurse', 'Staff Nurse', 'Nurse manager', 'District nurses', 'Nurce'])(
    'for "%s" are the five professions of nurses',
    (label) => {
      expect(healthAndCare.suggestions('profession', label)).toEqual(
        healthAndCare.content.professions.filter(({ group }) => group === 'nurse').map(({ title }) => title),
      );
    },
  );

  it('are none for an empty label', () => {
    expect(healthAndCare.suggestions('profession', ' - ')).toEqual([]);
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
