import type { Grade } from '../catalogue';

const agendaForChange = 'Agenda for Change';
const medicalAndDental = 'Medical and dental';

const bands = ['1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'] as const;

/**
 * A grade outside Agenda for Change equals the band within whose pay it begins on the national scales of 2025/26, the
 * highest band where it begins above all of them. It serves to compare salaries, never to place somebody: the High
 * Potential Scheme sets consultants beside 8a and 8b by responsibility, and lead consultants beside 8c and 8d.
 */
export const grades: readonly Grade[] = [
  ...bands.map((band): Grade => ({
    code: `afc_${band}`,
    title: `Agenda for Change band ${band}`,
    scale: agendaForChange,
    aliases: [
      band,
      `B${band}`,
      `AfC ${band}`,
      ...formsOf(band).flatMap((form) => [
        form,
        `AfC ${form}`,
        `Review Body ${form}`,
        `Non Review Body ${form}`,
      ]),
    ],
  })),
  {
    code: 'foundation_doctor',
    title: 'Foundation doctor',
    scale: medicalAndDental,
    equivalent: 'afc_6',
    aliases: [
      'FY1',
      'FY2',
      'F1',
      'F2',
      'Foundation year 1',
      'Foundation year 2',
      'Foundation doctor year 1',
      'Foundation doctor year 2',
    ],
  },
  {
    code: 'core_trainee',
    title: 'Core trainee',
    scale: medicalAndDental,
    equivalent: 'afc_7',
    aliases: ['Core training', 'CT1', 'CT2', 'CT3', 'Dental core trainee'],
  },
  {
    code: 'specialty_registrar',
    title: 'Specialty registrar',
    scale: medicalAndDental,
    equivalent: 'afc_8b',
    aliases: [
      'StR',
      'SpR',
      ...['ST1', 'ST2', 'ST3', 'ST4', 'ST5', 'ST6', 'ST7', 'ST8'],
      'Specialist registrar',
      'Specialty trainee',
      'Registrar',
      'GP registrar',
    ],
  },
  {
    code: 'specialty_doctor',
    title: 'Specialty doctor',
    scale: medicalAndDental,
    equivalent: 'afc_8a',
    aliases: ['SAS', 'SAS doctor', 'Specialty dentist', 'Staff grade', 'Staff grade practitioner'],
  },
  {
    code: 'specialist_doctor',
    title: 'Specialist doctor',
    scale: medicalAndDental,
    equivalent: 'afc_8d',
    aliases: ['Specialist', 'Specialist grade', 'Specialist dentist'],
  },
  {
    code: 'associate_specialist',
    title: 'Associate specialist',
    scale: medicalAndDental,
    equivalent: 'afc_8b',
    aliases: ['Associate specialist doctor'],
  },
  {
    code: 'consultant',
    title: 'Consultant',
    scale: medicalAndDental,
    equivalent: 'afc_9',
    aliases: ['Medical consultant', 'Dental consultant', 'Locum consultant'],
  },
  {
    code: 'lead_consultant',
    title: 'Lead consultant',
    scale: medicalAndDental,
    equivalent: 'afc_9',
    aliases: ['Consultant lead', 'Lead medical consultant'],
  },
  {
    code: 'general_practitioner',
    title: 'General practitioner',
    scale: 'General practice',
    equivalent: 'afc_8c',
    aliases: ['GP', 'Salaried GP', 'GP partner', 'GP principal'],
  },
  {
    code: 'very_senior_manager',
    title: 'Very senior manager',
    scale: 'Very senior managers',
    equivalent: 'afc_9',
    aliases: ['VSM', 'Very senior management'],
  },
  {
    code: 'other_grade',
    title: 'Other grade',
    scale: 'Other',
    aliases: ['Other', 'Local pay', 'Local pay scale'],
  },
];

/** Staff records write the parts of band 8 as ranges. */
function formsOf(band: (typeof bands)[number]): string[] {
  const range = /^8([a-d])$/.exec(band)?.[1];
  return [`Band ${band}`, ...(range === undefined ? [] : [`Band 8 - Range ${range.toUpperCase()}`])];
}
