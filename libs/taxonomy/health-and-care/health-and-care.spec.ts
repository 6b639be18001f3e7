import { healthAndCare } from './index';

const { content } = healthAndCare;

const professionsOf = (group: string): string[] =>
  content.professions.filter((profession) => profession.group === group).map(({ code }) => code);

describe('the health and care catalogue', () => {
  it('is of the framework draft of September 2025', () => {
    expect(content.code).toBe('health-and-care');
    expect(content.version).toBe('draft-2025-09-04');
  });

  it('has ten professional groups, of which managers alone are not clinical', () => {
    expect(content.professionalGroups.map(({ code }) => code)).toEqual([
      'ahp',
      'doctor',
      'hcs',
      'midwife',
      'nurse',
      'pharmacist',
      'psychologist',
      'social_worker',
      'manager',
      'other',
    ]);
    expect(content.professionalGroups.filter(({ clinical }) => !clinical).map(({ code }) => code)).toEqual([
      'manager',
    ]);
  });

  it('has professions in every professional group', () => {
    expect(new Set(content.professions.map(({ group }) => group)).size).toBe(10);
  });

  it('has the 14 allied health professions', () => {
    expect(professionsOf('ahp')).toEqual([
      'art_therapist',
      'drama_therapist',
      'music_therapist',
      'podiatrist',
      'dietitian',
      'occupational_therapist',
      'operating_department_practitioner',
      'orthoptist',
      'osteopath',
      'paramedic',
      'physiotherapist',
      'prosthetist_orthotist',
      'radiographer',
      'speech_language_therapist',
    ]);
  });

  it('has the professions of nurses, psychologists, pharmacists, scientists and managers', () => {
    expect(professionsOf('nurse')).toHaveLength(5);
    expect(professionsOf('psychologist')).toHaveLength(4);
    expect(professionsOf('pharmacist')).toEqual(['pharmacist', 'pharmacy_technician']);
    expect(professionsOf('hcs')).toHaveLength(3);
    expect(professionsOf('manager')).toHaveLength(6);
    expect(professionsOf('doctor')).toEqual(expect.arrayContaining(['general_practitioner', 'dentist']));
  });

  it.each(['Consultant', 'Manager', 'Specialist Practitioner', 'Advanced Practitioner'])(
    'knows every allied health profession, and each with "%s" behind it',
    (role) => {
      for (const name of [
        'Art Therapist',
        'Drama Therapist',
        'Music Therapist',
        'Chiropodist/Podiatrist',
        'Dietitian',
        'Occupational Therapist',
        'Operating Department Practitioner',
        'Orthoptist',
        'Osteopath',
        'Paramedic',
        'Physiotherapist',
        'Prosthetist and Orthotist',
        'Radiographer - Diagnostic',
        'Radiographer - Therapeutic',
        'Speech and Language Therapist',
      ]) {
        const profession = healthAndCare.profession(name);
        expect(profession?.group).toBe('ahp');
        expect(healthAndCare.profession(`${name} ${role}`)).toBe(profession);
        expect(healthAndCare.profession(`${name}, ${role}`)).toBe(profession);
      }
    },
  );

  it('has ten staff groups', () => {
    expect(content.staffGroups.map(({ title }) => title)).toEqual([
      'Medical and Dental',
      'Students',
      'Nursing and Midwifery Registered',
      'Allied Health Professionals',
      'Additional Professional Scientific and Technical',
      'Healthcare Scientists',
      'Additional Clinical Services',
      'Administrative and Clerical',
      'Estates and Ancillary',
      'Supplementary Roles',
    ]);
  });

  it('has the bands of Agenda for Change, and equals other grades only to them', () => {
    const bands = content.grades.filter(({ scale }) => scale === 'Agenda for Change').map(({ code }) => code);
    expect(bands).toEqual([
      ...['1', '2', '3', '4', '5', '6', '7'].map((band) => `afc_${band}`),
      ...['8a', '8b', '8c', '8d', '9'].map((band) => `afc_${band}`),
    ]);
    const equivalents = content.grades.flatMap(({ equivalent }) => equivalent ?? []);
    expect(equivalents.length).toBeGreaterThan(0);
    expect(bands).toEqual(expect.arrayContaining(equivalents));
  });

  it('has the grades beyond the bands', () => {
    expect(content.grades.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'consultant',
        'lead_consultant',
        'very_senior_manager',
        'general_practitioner',
        'other_grade',
      ]),
    );
  });

  it('has seven regions', () => {
    expect(content.regions.map(({ title }) => title)).toEqual([
      'East of England',
      'London',
      'Midlands',
      'North East and Yorkshire',
      'North West',
      'South East',
      'South West',
    ]);
  });

  it('has two streams, each towards its own transition, for grades that do not overlap', () => {
    expect(content.streams.map(({ transition }) => transition)).toEqual(['T1', 'T2']);
    const grades = content.streams.flatMap((stream) => stream.grades);
    expect(new Set(grades).size).toBe(grades.length);
  });

  it('has two transitions, the second on top of the first', () => {
    expect(content.transitions.map(({ code, toStage, presumes }) => [code, toStage, presumes])).toEqual([
      ['T1', '2', []],
      ['T2', '3', ['T1']],
    ]);
  });

  it('describes each transition in the same four dimensions', () => {
    for (const { dimensions } of content.transitions) {
      expect(dimensions.map(({ code }) => code)).toEqual([
        'leading_people',
        'vision_and_strategy',
        'system_working',
        'resource_management',
      ]);
    }
  });

  it('has every expectation of the scheme, by dimension', () => {
    expect(
      content.transitions.map(({ dimensions }) => dimensions.map(({ expectations }) => expectations.length)),
    ).toEqual([
      [4, 6, 2, 2],
      [4, 5, 5, 3],
    ]);
  });

  it('has seven experiences for the first transition and nine for the second, numbered in their order', () => {
    expect(content.experiences.map(({ code }) => code)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `T1.${number}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `T2.${number}`),
    ]);
    expect(content.experiences.every(({ code, transition }) => code.startsWith(`${transition}.`))).toBe(true);
  });

  it('has 27 competencies, nine standards, three areas and six values', () => {
    expect(
      [content.competencies, content.standards, content.areas, content.codeValues].map(
        ({ length }) => length,
      ),
    ).toEqual([27, 9, 3, 6]);
  });

  it('keeps at the fundamental stage what the framework asks of everyone', () => {
    const fundamental = (code: string): string | undefined =>
      content.competencies.find((competency) => competency.code === code)?.descriptors['F'];
    expect(fundamental('DA-1.2')).toMatch(/reduce health inequalities/);
    expect(fundamental('MP-2.1')).toMatch(/look ahead to what is coming/);
  });

  it('says whose own something is', () => {
    expect(JSON.stringify(content)).not.toMatch(/\bthe own\b/i);
  });

  it('has four groups of behaviours', () => {
    expect(content.behaviourGroups.map(({ code }) => code)).toEqual([
      'skilful_communicator',
      'strategic',
      'person_centred',
      'personal_qualities',
    ]);
    expect(content.behaviourGroups.every(({ behaviours }) => behaviours.length >= 7)).toBe(true);
  });

  it('has four career phases and five kinds of opportunity', () => {
    expect(content.careerPhases).toHaveLength(4);
    expect(content.opportunityKinds.map(({ code }) => code)).toEqual([
      'widening_perspectives',
      'formal_learning',
      'mentors_and_champions',
      'leaps_of_faith',
      'track_record',
    ]);
  });

  it.each(content.opportunityKinds)('gives examples, gains and needs of $title', (kind) => {
    for (const list of [
      kind.examples['early_mid_career'],
      kind.examples['later_mid_career'],
      kind.personGains,
      kind.organisationGains,
      kind.needs,
    ]) {
      expect(list?.length).toBeGreaterThan(0);
    }
  });

  it('wants a support plan for a leap of faith', () => {
    const leap = content.opportunityKinds.find(({ code }) => code === 'leaps_of_faith');
    expect(leap?.needs[0]).toMatch(/support plan/);
  });

  it('has five barrier themes with 12 barriers and 17 questions', () => {
    const count = (entries: readonly { readonly theme: string }[]): number[] =>
      content.barrierThemes.map(({ code }) => entries.filter(({ theme }) => theme === code).length);
    expect(count(content.barriers)).toEqual([2, 3, 3, 2, 2]);
    expect(count(content.barrierQuestions)).toEqual([5, 3, 3, 3, 3]);
    expect(content.barrierQuestions.every(({ examples }) => examples.length > 0)).toBe(true);
  });

  it('has seven conditions of readiness for a leadership plan and five learnings for lasting success', () => {
    const count = (purpose: string): number =>
      content.readinessStatements.filter((statement) => statement.purpose === purpose).length;
    expect([count('conditions'), count('lasting_success')]).toEqual([7, 5]);
  });

  it('has the six chapters of a leadership plan', () => {
    expect(content.planChapters.map(({ code }) => code)).toEqual([
      'vision_and_behaviour',
      'diagnosis',
      'closing_gaps',
      'pathways_and_investment',
      'system_links',
      'barriers_and_risks',
    ]);
  });

  it('has five behaviours, of which stewardship shows in people let go elsewhere', () => {
    expect(content.planBehaviours).toHaveLength(5);
    expect(
      content.planBehaviours.filter(({ showsReleases }) => showsReleases).map(({ code }) => code),
    ).toEqual(['stewards_talent']);
  });

  it('escalates from local by regional to national', () => {
    expect(content.escalationLevels.map(({ code }) => code)).toEqual(['local', 'regional', 'national']);
  });

  it('has four horizons that follow one another without a gap', () => {
    expect(content.horizons.map(({ fromMonths, toMonths }) => [fromMonths, toMonths])).toEqual([
      [0, 0],
      [0, 12],
      [12, 36],
      [36, 60],
    ]);
  });
});
