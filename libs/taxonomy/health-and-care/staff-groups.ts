import type { StaffGroup } from '../catalogue';

const source = 'esr';

/** The ten staff groups that posts are recorded under, with the labels that extracts and older reports use. */
export const staffGroups: readonly StaffGroup[] = [
  {
    code: 'medical_and_dental',
    title: 'Medical and Dental',
    aliases: ['Med & Dental', 'Medical/Dental', 'M&D', 'Medical'],
    source,
  },
  {
    code: 'students',
    title: 'Students',
    aliases: ['Student', 'Students and Trainees', 'Learners'],
    source,
  },
  {
    code: 'nursing_and_midwifery_registered',
    title: 'Nursing and Midwifery Registered',
    aliases: [
      'Nursing & Midwifery',
      'Nursing, Midwifery and Health Visiting Registered',
      'Registered Nursing and Midwifery',
      'Qualified Nursing and Midwifery',
      'N&M Registered',
    ],
    source,
  },
  {
    code: 'allied_health_professionals',
    title: 'Allied Health Professionals',
    aliases: ['AHP', 'Allied Health Professions'],
    source,
  },
  {
    code: 'additional_professional_scientific_and_technical',
    title: 'Additional Professional Scientific and Technical',
    aliases: [
      'Add Prof Scientific and Technic',
      'Add Prof Scientific and Technical',
      'Additional Professional Scientific and Technic',
      'Professional Scientific and Technical',
      'Prof Scientific & Technical',
      'APST',
    ],
    source,
  },
  {
    code: 'healthcare_scientists',
    title: 'Healthcare Scientists',
    aliases: ['HCS', 'Health Care Scientists', 'Healthcare Science'],
    source,
  },
  {
    code: 'additional_clinical_services',
    title: 'Additional Clinical Services',
    aliases: ['Add Clinical Services', 'ACS'],
    source,
  },
  {
    code: 'administrative_and_clerical',
    title: 'Administrative and Clerical',
    aliases: ['A&C', 'Admin & Clerical', 'Administration and Clerical'],
    source,
  },
  {
    code: 'estates_and_ancillary',
    title: 'Estates and Ancillary',
    aliases: ['E&A', 'Estates & Ancillary Services'],
    source,
  },
  {
    code: 'supplementary_roles',
    title: 'Supplementary Roles',
    aliases: ['Supplementary Role', 'Supplementary'],
    source,
  },
];
