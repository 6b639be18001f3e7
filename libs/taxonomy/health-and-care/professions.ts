import type { Profession, ProfessionalGroup } from '../catalogue';

const clinicalLeadership = 'clinical-leadership-2019';

/**
 * Eight groups are those of the 2019 clinical leadership guide. It says itself that its list is not exhaustive, hence
 * `other`; and managers without a clinical background take part in the same programmes, hence `manager`.
 */
export const professionalGroups: readonly ProfessionalGroup[] = [
  { code: 'ahp', title: 'Allied health professionals', clinical: true, source: clinicalLeadership },
  { code: 'doctor', title: 'Doctors and dentists', clinical: true, source: clinicalLeadership },
  { code: 'hcs', title: 'Healthcare scientists', clinical: true, source: clinicalLeadership },
  { code: 'midwife', title: 'Midwives', clinical: true, source: clinicalLeadership },
  { code: 'nurse', title: 'Nurses', clinical: true, source: clinicalLeadership },
  { code: 'pharmacist', title: 'Pharmacists', clinical: true, source: clinicalLeadership },
  { code: 'psychologist', title: 'Psychologists', clinical: true, source: clinicalLeadership },
  { code: 'social_worker', title: 'Social workers', clinical: true, source: clinicalLeadership },
  {
    code: 'manager',
    title: 'Managers without a clinical background',
    clinical: false,
    source: 'high-potential-scheme',
  },
  {
    code: 'other',
    title: 'Other health and care professions',
    clinical: true,
    source: clinicalLeadership,
  },
];

/** The 14 of the allied health professions guide. */
const alliedHealth: readonly Profession[] = [
  { code: 'art_therapist', group: 'ahp', title: 'Art therapists', aliases: ['Art psychotherapist'] },
  {
    code: 'drama_therapist',
    group: 'ahp',
    title: 'Drama therapists',
    aliases: ['Dramatherapist', 'Drama psychotherapist'],
  },
  { code: 'music_therapist', group: 'ahp', title: 'Music therapists', aliases: ['Music psychotherapist'] },
  {
    code: 'podiatrist',
    group: 'ahp',
    title: 'Podiatrists (chiropodists)',
    aliases: [
      'Podiatrist',
      'Chiropodist',
      'Chiropodist/Podiatrist',
      'Podiatrist/Chiropodist',
      'Podiatric surgeon',
      'Chiropody/Podiatry',
      'Podiatry',
    ],
  },
  {
    code: 'dietitian',
    group: 'ahp',
    title: 'Dietitians',
    aliases: ['Dietician', 'Registered dietitian', 'Dietetics'],
  },
  {
    code: 'occupational_therapist',
    group: 'ahp',
    title: 'Occupational therapists',
    aliases: ['OT', 'Occupational therapy'],
  },
  {
    code: 'operating_department_practitioner',
    group: 'ahp',
    title: 'Operating department practitioners',
    aliases: ['ODP', 'Operating theatre practitioner', 'Operating department practice'],
  },
  { code: 'orthoptist', group: 'ahp', title: 'Orthoptists', aliases: ['Orthoptics'] },
  { code: 'osteopath', group: 'ahp', title: 'Osteopaths', aliases: ['Osteopathy'] },
  {
    code: 'paramedic',
    group: 'ahp',
    title: 'Paramedics',
    aliases: ['Advanced paramedic', 'Specialist paramedic', 'Ambulance paramedic'],
  },
  {
    code: 'physiotherapist',
    group: 'ahp',
    title: 'Physiotherapists',
    aliases: ['Physio', 'Physiotherapy', 'Chartered physiotherapist'],
  },
  {
    code: 'prosthetist_orthotist',
    group: 'ahp',
    title: 'Prosthetists and orthotists',
    aliases: [
      'Prosthetist',
      'Orthotist',
      'Prosthetist and orthotist',
      'Prosthetist/Orthotist',
      'Prosthetics and orthotics',
    ],
  },
  {
    code: 'radiographer',
    group: 'ahp',
    title: 'Radiographers',
    aliases: [
      'Diagnostic radiographer',
      'Therapeutic radiographer',
      'Radiographer - Diagnostic',
      'Radiographer - Therapeutic',
      'Reporting radiographer',
      'Radiography',
    ],
  },
  {
    code: 'speech_language_therapist',
    group: 'ahp',
    title: 'Speech and language therapists',
    aliases: ['SLT', 'SaLT', 'Speech therapist', 'Speech and language therapy'],
  },
];

/** By specialty group, as medical workforce statistics count them. A level of training is a grade, not a profession. */
const doctors: readonly Profession[] = [
  {
    code: 'physician',
    group: 'doctor',
    title: 'Physicians (medical specialties)',
    aliases: [
      'Physician',
      'Consultant physician',
      'General medicine',
      'General medicine group',
      'Acute medicine',
      'Internal medicine',
      'Cardiologist',
      'Geriatrician',
      'Gastroenterologist',
      'Respiratory physician',
      'Dermatologist',
      'Rheumatologist',
      'Neurologist',
      'Endocrinologist',
      'Palliative medicine',
    ],
  },
  {
    code: 'surgeon',
    group: 'doctor',
    title: 'Surgeons',
    aliases: [
      'Surgery',
      'Surgical group',
      'Consultant surgeon',
      'General surgeon',
      'Orthopaedic surgeon',
      'Neurosurgeon',
      'Cardiothoracic surgeon',
      'Vascular surgeon',
      'Urologist',
    ],
  },
  {
    code: 'anaesthetist',
    group: 'doctor',
    title: 'Anaesthetists and intensivists',
    aliases: [
      'Anaesthetist',
      'Intensivist',
      'Consultant anaesthetist',
      'Anaesthetics',
      'Anaesthesia',
      'Anaesthesia and intensive care',
      'Intensive care medicine',
    ],
  },
  {
    code: 'emergency_physician',
    group: 'doctor',
    title: 'Emergency physicians',
    aliases: ['Emergency medicine', 'Emergency medicine consultant', 'Accident and emergency doctor'],
  },
  {
    code: 'obstetrician_gynaecologist',
    group: 'doctor',
    title: 'Obstetricians and gynaecologists',
    aliases: [
      'Obstetrician',
      'Gynaecologist',
      'Obstetrician and gynaecologist',
      'Obstetrics and gynaecology',
      'O&G',
    ],
  },
  {
    code: 'paediatrician',
    group: 'doctor',
    title: 'Paediatricians',
    aliases: ['Paediatrics', 'Paediatric group', 'Consultant paediatrician', 'Neonatologist'],
  },
  {
    code: 'psychiatrist',
    group: 'doctor',
    title: 'Psychiatrists',
    aliases: ['Psychiatry', 'Psychiatry group', 'Consultant psychiatrist', 'Forensic psychiatrist'],
  },
  {
    code: 'pathologist',
    group: 'doctor',
    title: 'Pathologists',
    aliases: [
      'Pathology group',
      'Consultant pathologist',
      'Histopathologist',
      'Chemical pathologist',
      'Haematologist',
      'Medical microbiologist',
    ],
  },
  {
    code: 'radiologist',
    group: 'doctor',
    title: 'Radiologists',
    aliases: ['Radiology', 'Radiology group', 'Clinical radiology', 'Consultant radiologist'],
  },
  {
    code: 'clinical_oncologist',
    group: 'doctor',
    title: 'Clinical oncologists',
    aliases: ['Clinical oncology', 'Consultant clinical oncologist'],
  },
  {
    code: 'ophthalmologist',
    group: 'doctor',
    title: 'Ophthalmologists',
    aliases: ['Ophthalmology', 'Consultant ophthalmologist', 'Ophthalmic surgeon'],
  },
  {
    code: 'occupational_physician',
    group: 'doctor',
    title: 'Occupational physicians',
    aliases: ['Occupational medicine', 'Occupational health physician'],
  },
  {
    code: 'public_health_doctor',
    group: 'doctor',
    title: 'Public health doctors',
    aliases: ['Public health medicine', 'Consultant in public health medicine'],
  },
  {
    code: 'general_practitioner',
    group: 'doctor',
    title: 'General practitioners',
    aliases: ['GP', 'GP partner', 'Salaried GP', 'General practice', 'Family doctor'],
  },
  {
    code: 'dentist',
    group: 'doctor',
    title: 'Dentists',
    aliases: [
      'Dental surgeon',
      'Dental officer',
      'Dental practitioner',
      'Dental group',
      'Dentistry',
      'Orthodontist',
    ],
  },
];

const scientists: readonly Profession[] = [
  {
    code: 'biomedical_scientist',
    group: 'hcs',
    title: 'Biomedical scientists',
    aliases: ['BMS', 'Biomedical science', 'Medical laboratory scientific officer', 'MLSO'],
  },
  {
    code: 'clinical_scientist',
    group: 'hcs',
    title: 'Clinical scientists',
    aliases: ['Consultant clinical scientist', 'Medical physicist', 'Clinical biochemist', 'Embryologist'],
  },
  {
    code: 'healthcare_science_practitioner',
    group: 'hcs',
    title: 'Healthcare science practitioners and technologists',
    aliases: [
      'Healthcare science practitioner',
      'Healthcare science technologist',
      'Clinical technologist',
      'Clinical physiologist',
      'Cardiac physiologist',
      'Perfusionist',
    ],
  },
];

/** A bare "nurse" names no profession: which part of the register it means cannot be guessed. */
const nurses: readonly Profession[] = [
  {
    code: 'adult_nurse',
    group: 'nurse',
    title: 'Adult nurses',
    aliases: ['Registered nurse - Adult', 'Registered general nurse', 'RGN', 'RNA', 'Nurse (adult)'],
  },
  {
    code: 'childrens_nurse',
    group: 'nurse',
    title: "Children's nurses",
    aliases: [
      "Registered nurse - Children's",
      'Registered nurse - Children',
      'Registered sick children’s nurse',
      'Paediatric nurse',
      'Child nurse',
      'RSCN',
      'RNC',
      "Nurse (children's)",
    ],
  },
  {
    code: 'learning_disability_nurse',
    group: 'nurse',
    title: 'Learning disability nurses',
    aliases: [
      'Learning disabilities nurse',
      'Registered nurse - Learning disabilities',
      'RNLD',
      'Nurse (learning disability)',
    ],
  },
  {
    code: 'mental_health_nurse',
    group: 'nurse',
    title: 'Mental health nurses',
    aliases: [
      'Registered nurse - Mental health',
      'Registered mental health nurse',
      'Registered mental nurse',
      'Psychiatric nurse',
      'Community psychiatric nurse',
      'RMN',
      'CPN',
      'Nurse (mental health)',
    ],
  },
  {
    code: 'health_visitor',
    group: 'nurse',
    title: 'Health visitors',
    aliases: ['HV', 'Health visiting', 'Specialist community public health nurse - Health visiting'],
  },
];

const pharmacy: readonly Profession[] = [
  {
    code: 'pharmacist',
    group: 'pharmacist',
    title: 'Pharmacists',
    aliases: ['Clinical pharmacist', 'Hospital pharmacist', 'Consultant pharmacist'],
  },
  {
    code: 'pharmacy_technician',
    group: 'pharmacist',
    title: 'Pharmacy technicians',
    aliases: ['Registered pharmacy technician', 'Medicines management technician'],
  },
];

const psychologists: readonly Profession[] = [
  {
    code: 'clinical_psychologist',
    group: 'psychologist',
    title: 'Clinical psychologists',
    aliases: ['Consultant clinical psychologist', 'Clinical psychology', 'Clinical neuropsychologist'],
  },
  {
    code: 'counselling_psychologist',
    group: 'psychologist',
    title: 'Counselling psychologists',
    aliases: ['Consultant counselling psychologist', 'Counselling psychology'],
  },
  {
    code: 'health_psychologist',
    group: 'psychologist',
    title: 'Health psychologists',
    aliases: ['Consultant health psychologist', 'Health psychology'],
  },
  {
    code: 'forensic_psychologist',
    group: 'psychologist',
    title: 'Forensic psychologists',
    aliases: ['Consultant forensic psychologist', 'Forensic psychology'],
  },
];

/** By the function that they come from; a clinician who manages keeps the profession that they trained in. */
const managers: readonly Profession[] = [
  {
    code: 'operations_manager',
    group: 'manager',
    title: 'Operations managers',
    aliases: [
      'Operations',
      'Operational manager',
      'General manager',
      'Service manager',
      'General management',
      'Operational management',
    ],
  },
  {
    code: 'finance_manager',
    group: 'manager',
    title: 'Finance managers',
    aliases: ['Finance', 'Accountant', 'Management accountant', 'Finance business partner'],
  },
  {
    code: 'people_manager',
    group: 'manager',
    title: 'People (human resources) managers',
    aliases: [
      'People',
      'Human resources',
      'HR',
      'HR manager',
      'Human resources manager',
      'People manager',
      'Workforce manager',
      'Organisational development',
      'People business partner',
    ],
  },
  {
    code: 'digital_manager',
    group: 'manager',
    title: 'Digital, data and technology managers',
    aliases: [
      'Digital',
      'Digital manager',
      'Digital, data and technology',
      'Informatics',
      'Informatics manager',
      'Information technology',
      'IT manager',
    ],
  },
  {
    code: 'estates_manager',
    group: 'manager',
    title: 'Estates and facilities managers',
    aliases: ['Estates', 'Estates manager', 'Estates and facilities', 'Facilities manager'],
  },
  {
    code: 'governance_manager',
    group: 'manager',
    title: 'Governance managers',
    aliases: [
      'Governance',
      'Corporate governance',
      'Company secretary',
      'Trust secretary',
      'Risk and governance manager',
    ],
  },
];

const others: readonly Profession[] = [
  {
    code: 'other_profession',
    group: 'other',
    title: 'Another health or care profession',
    aliases: ['Other', 'Other profession', 'Other health and care profession', 'Profession not listed'],
  },
];

export const professions: readonly Profession[] = [
  ...alliedHealth,
  ...doctors,
  ...scientists,
  { code: 'midwife', group: 'midwife', title: 'Midwives', aliases: ['Registered midwife', 'Midwifery'] },
  ...nurses,
  ...pharmacy,
  ...psychologists,
  {
    code: 'social_worker',
    group: 'social_worker',
    title: 'Social workers',
    aliases: ['Registered social worker', 'Social work'],
  },
  ...managers,
  ...others,
];
