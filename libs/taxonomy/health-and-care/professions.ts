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

/** Staff records put these behind the name of a profession, with a space, a hyphen or a comma. */
const JOB_ROLES = ['Consultant', 'Manager', 'Specialist practitioner', 'Advanced practitioner'];

/** Each name alone, and with each job role: `Radiographer - Diagnostic`, `Radiographer - Diagnostic, Manager`. */
function inJobRoles(...names: readonly string[]): string[] {
  return names.flatMap((name) => [name, ...JOB_ROLES.map((role) => `${name}, ${role}`)]);
}

/** The 14 of the allied health professions guide. */
const alliedHealth: readonly Profession[] = [
  {
    code: 'art_therapist',
    group: 'ahp',
    title: 'Art therapists',
    aliases: [...inJobRoles('Art therapist', 'Art psychotherapist'), 'Art therapy'],
  },
  {
    code: 'drama_therapist',
    group: 'ahp',
    title: 'Drama therapists',
    aliases: [...inJobRoles('Drama therapist', 'Drama psychotherapist'), 'Drama therapy'],
  },
  {
    code: 'music_therapist',
    group: 'ahp',
    title: 'Music therapists',
    aliases: [...inJobRoles('Music therapist', 'Music psychotherapist'), 'Music therapy'],
  },
  {
    code: 'podiatrist',
    group: 'ahp',
    title: 'Podiatrists (chiropodists)',
    aliases: [
      ...inJobRoles('Podiatrist', 'Chiropodist', 'Chiropodist/Podiatrist', 'Podiatrist/Chiropodist'),
      'Podiatric surgeon',
      'Chiropody/Podiatry',
      'Chiropody',
      'Podiatry',
    ],
  },
  {
    code: 'dietitian',
    group: 'ahp',
    title: 'Dietitians',
    aliases: [...inJobRoles('Dietitian', 'Dietician'), 'Registered dietitian', 'Dietetics'],
  },
  {
    code: 'occupational_therapist',
    group: 'ahp',
    title: 'Occupational therapists',
    aliases: [...inJobRoles('Occupational therapist'), 'OT', 'Occupational therapy'],
  },
  {
    code: 'operating_department_practitioner',
    group: 'ahp',
    title: 'Operating department practitioners',
    aliases: [
      ...inJobRoles('Operating department practitioner', 'Operating theatre practitioner'),
      'ODP',
      'Operating department practice',
    ],
  },
  {
    code: 'orthoptist',
    group: 'ahp',
    title: 'Orthoptists',
    aliases: [...inJobRoles('Orthoptist'), 'Orthoptics'],
  },
  {
    code: 'osteopath',
    group: 'ahp',
    title: 'Osteopaths',
    aliases: [...inJobRoles('Osteopath'), 'Osteopathy'],
  },
  {
    code: 'paramedic',
    group: 'ahp',
    title: 'Paramedics',
    aliases: [
      ...inJobRoles('Paramedic'),
      'Advanced paramedic',
      'Specialist paramedic',
      'Ambulance paramedic',
      'Paramedicine',
    ],
  },
  {
    code: 'physiotherapist',
    group: 'ahp',
    title: 'Physiotherapists',
    aliases: [...inJobRoles('Physiotherapist'), 'Physio', 'Physiotherapy', 'Chartered physiotherapist'],
  },
  {
    code: 'prosthetist_orthotist',
    group: 'ahp',
    title: 'Prosthetists and orthotists',
    aliases: [
      ...inJobRoles('Prosthetist and orthotist', 'Prosthetist/Orthotist', 'Prosthetist', 'Orthotist'),
      'Prosthetics and orthotics',
      'Prosthetics',
      'Orthotics',
    ],
  },
  {
    code: 'radiographer',
    group: 'ahp',
    title: 'Radiographers',
    aliases: [
      ...inJobRoles(
        'Radiographer',
        'Radiographer - Diagnostic',
        'Radiographer - Therapeutic',
        'Diagnostic radiographer',
        'Therapeutic radiographer',
      ),
      'Reporting radiographer',
      'Radiography',
      'Diagnostic radiography',
      'Therapeutic radiography',
    ],
  },
  {
    code: 'speech_language_therapist',
    group: 'ahp',
    title: 'Speech and language therapists',
    aliases: [
      ...inJobRoles('Speech and language therapist', 'Speech therapist'),
      'SLT',
      'SaLT',
      'Speech and language therapy',
    ],
  },
];

/** A doctor by person and by specialty, and as a consultant of either. */
function inMedicalRoles(specialties: Readonly<Record<string, string>>): string[] {
  return Object.entries(specialties).flatMap(([person, specialty]) => [
    person,
    specialty,
    `Consultant ${person}`,
    `Consultant in ${specialty}`,
    `${specialty} consultant`,
  ]);
}

/**
 * By specialty group, as medical workforce statistics count them. A level of training is a grade, not a profession, and
 * a bare "oncologist" could be of two groups.
 */
const doctors: readonly Profession[] = [
  {
    code: 'physician',
    group: 'doctor',
    title: 'Physicians (medical specialties)',
    aliases: [
      ...inMedicalRoles({
        Physician: 'Internal medicine',
        'General physician': 'General medicine',
        'Acute physician': 'Acute medicine',
        Allergist: 'Allergy',
        'Audiovestibular physician': 'Audiovestibular medicine',
        Cardiologist: 'Cardiology',
        'Clinical geneticist': 'Clinical genetics',
        'Clinical neurophysiologist': 'Clinical neurophysiology',
        'Clinical pharmacologist': 'Clinical pharmacology',
        Dermatologist: 'Dermatology',
        Diabetologist: 'Diabetes and endocrinology',
        Endocrinologist: 'Endocrinology',
        Gastroenterologist: 'Gastroenterology',
        'Genitourinary physician': 'Genitourinary medicine',
        Geriatrician: 'Geriatric medicine',
        Hepatologist: 'Hepatology',
        'Infectious diseases physician': 'Infectious diseases',
        'Medical oncologist': 'Medical oncology',
        Nephrologist: 'Nephrology',
        Neurologist: 'Neurology',
        'Palliative care physician': 'Palliative medicine',
        'Rehabilitation physician': 'Rehabilitation medicine',
        'Renal physician': 'Renal medicine',
        'Respiratory physician': 'Respiratory medicine',
        Rheumatologist: 'Rheumatology',
        'Sport and exercise physician': 'Sport and exercise medicine',
        'Stroke physician': 'Stroke medicine',
      }),
      'General medicine group',
      'General internal medicine',
      'Acute internal medicine',
      'Endocrinology and diabetes',
      'Elderly care physician',
    ],
  },
  {
    code: 'surgeon',
    group: 'doctor',
    title: 'Surgeons',
    aliases: [
      ...inMedicalRoles({
        Surgeon: 'Surgery',
        'Breast surgeon': 'Breast surgery',
        'Cardiac surgeon': 'Cardiac surgery',
        'Cardiothoracic surgeon': 'Cardiothoracic surgery',
        'Colorectal surgeon': 'Colorectal surgery',
        'Ear, nose and throat surgeon': 'Ear, nose and throat',
        'ENT surgeon': 'ENT',
        'General surgeon': 'General surgery',
        'Maxillofacial surgeon': 'Maxillofacial surgery',
        Neurosurgeon: 'Neurosurgery',
        'Oral and maxillofacial surgeon': 'Oral and maxillofacial surgery',
        'Orthopaedic surgeon': 'Orthopaedics',
        Otolaryngologist: 'Otolaryngology',
        'Paediatric surgeon': 'Paediatric surgery',
        'Plastic surgeon': 'Plastic surgery',
        'Thoracic surgeon': 'Thoracic surgery',
        'Transplant surgeon': 'Transplant surgery',
        'Trauma and orthopaedic surgeon': 'Trauma and orthopaedics',
        'Upper GI surgeon': 'Upper GI surgery',
        'Urological surgeon': 'Urological surgery',
        Urologist: 'Urology',
        'Vascular surgeon': 'Vascular surgery',
      }),
      'Surgical group',
      'ENT surgery',
      'Orthopaedic surgery',
      'Trauma and orthopaedic surgery',
      'T&O',
    ],
  },
  {
    code: 'anaesthetist',
    group: 'doctor',
    title: 'Anaesthetists and intensivists',
    aliases: [
      ...inMedicalRoles({ Anaesthetist: 'Anaesthetics', Intensivist: 'Intensive care medicine' }),
      'Anaesthesia',
      'Anaesthesia and intensive care',
      'Critical care medicine',
      'Intensive care physician',
    ],
  },
  {
    code: 'emergency_physician',
    group: 'doctor',
    title: 'Emergency physicians',
    aliases: [
      ...inMedicalRoles({ 'Emergency physician': 'Emergency medicine' }),
      'Accident and emergency doctor',
      'Emergency doctor',
      'A&E doctor',
    ],
  },
  {
    code: 'obstetrician_gynaecologist',
    group: 'doctor',
    title: 'Obstetricians and gynaecologists',
    aliases: [
      ...inMedicalRoles({
        Obstetrician: 'Obstetrics',
        Gynaecologist: 'Gynaecology',
        'Obstetrician and gynaecologist': 'Obstetrics and gynaecology',
      }),
      'O&G',
    ],
  },
  {
    code: 'paediatrician',
    group: 'doctor',
    title: 'Paediatricians',
    aliases: [
      ...inMedicalRoles({
        Paediatrician: 'Paediatrics',
        'Community paediatrician': 'Community paediatrics',
        Neonatologist: 'Neonatology',
      }),
      'Paediatric group',
      'Neonatal medicine',
      'Community child health',
    ],
  },
  {
    code: 'psychiatrist',
    group: 'doctor',
    title: 'Psychiatrists',
    aliases: [
      ...inMedicalRoles({
        Psychiatrist: 'Psychiatry',
        'Child and adolescent psychiatrist': 'Child and adolescent psychiatry',
        'Forensic psychiatrist': 'Forensic psychiatry',
        'General adult psychiatrist': 'General adult psychiatry',
        'General psychiatrist': 'General psychiatry',
        'Learning disability psychiatrist': 'Psychiatry of learning disability',
        'Liaison psychiatrist': 'Liaison psychiatry',
        'Medical psychotherapist': 'Medical psychotherapy',
        'Old age psychiatrist': 'Old age psychiatry',
      }),
      'Psychiatry group',
    ],
  },
  {
    code: 'pathologist',
    group: 'doctor',
    title: 'Pathologists',
    aliases: [
      ...inMedicalRoles({
        Pathologist: 'Pathology',
        'Chemical pathologist': 'Chemical pathology',
        Haematologist: 'Haematology',
        Histopathologist: 'Histopathology',
        Immunologist: 'Immunology',
        'Medical microbiologist': 'Medical microbiology',
        'Medical virologist': 'Medical virology',
      }),
      'Pathology group',
    ],
  },
  {
    code: 'radiologist',
    group: 'doctor',
    title: 'Radiologists',
    aliases: [
      ...inMedicalRoles({
        Radiologist: 'Radiology',
        'Clinical radiologist': 'Clinical radiology',
        'Interventional radiologist': 'Interventional radiology',
        'Nuclear medicine physician': 'Nuclear medicine',
      }),
      'Radiology group',
    ],
  },
  {
    code: 'clinical_oncologist',
    group: 'doctor',
    title: 'Clinical oncologists',
    aliases: inMedicalRoles({ 'Clinical oncologist': 'Clinical oncology' }),
  },
  {
    code: 'ophthalmologist',
    group: 'doctor',
    title: 'Ophthalmologists',
    aliases: [
      ...inMedicalRoles({
        Ophthalmologist: 'Ophthalmology',
        'Medical ophthalmologist': 'Medical ophthalmology',
      }),
      'Ophthalmic surgeon',
      'Eye surgeon',
    ],
  },
  {
    code: 'occupational_physician',
    group: 'doctor',
    title: 'Occupational physicians',
    aliases: [
      ...inMedicalRoles({ 'Occupational physician': 'Occupational medicine' }),
      'Occupational health physician',
    ],
  },
  {
    code: 'public_health_doctor',
    group: 'doctor',
    title: 'Public health doctors',
    aliases: [
      ...inMedicalRoles({ 'Public health physician': 'Public health medicine' }),
      'Public health doctor',
    ],
  },
  {
    code: 'general_practitioner',
    group: 'doctor',
    title: 'General practitioners',
    aliases: [
      'GP',
      'GP partner',
      'Salaried GP',
      'Salaried general practitioner',
      'Locum GP',
      'General medical practitioner',
      'General practice',
      'Family doctor',
    ],
  },
  {
    code: 'dentist',
    group: 'doctor',
    title: 'Dentists',
    aliases: [
      ...inMedicalRoles({
        Dentist: 'Dentistry',
        'Oral surgeon': 'Oral surgery',
        Orthodontist: 'Orthodontics',
        'Paediatric dentist': 'Paediatric dentistry',
        'Restorative dentist': 'Restorative dentistry',
        'Special care dentist': 'Special care dentistry',
      }),
      'General dental practitioner',
      'GDP',
      'Dental surgeon',
      'Dental officer',
      'Dental practitioner',
      'Dental group',
    ],
  },
];

/** A bare "healthcare scientist" is the group: which of its professions is meant cannot be guessed. */
const scientists: readonly Profession[] = [
  {
    code: 'biomedical_scientist',
    group: 'hcs',
    title: 'Biomedical scientists',
    aliases: [
      ...inJobRoles('Biomedical scientist'),
      'Consultant biomedical scientist',
      'Specialist biomedical scientist',
      'BMS',
      'Biomedical science',
      'Medical laboratory scientific officer',
      'MLSO',
    ],
  },
  {
    code: 'clinical_scientist',
    group: 'hcs',
    title: 'Clinical scientists',
    aliases: [
      ...inJobRoles('Clinical scientist'),
      'Consultant clinical scientist',
      'Principal clinical scientist',
      'Medical physicist',
      'Clinical biochemist',
      'Embryologist',
      'Clinical embryologist',
    ],
  },
  {
    code: 'healthcare_science_practitioner',
    group: 'hcs',
    title: 'Healthcare science practitioners and technologists',
    aliases: [
      ...inJobRoles('Healthcare science practitioner', 'Audiologist'),
      'Specialist healthcare science practitioner',
      'Healthcare science technologist',
      'Clinical technologist',
      'Clinical physiologist',
      'Cardiac physiologist',
      'Respiratory physiologist',
      'Audiology',
      'Perfusionist',
    ],
  },
];

/** Every field of nursing is named in front, behind, or as a subject. */
function inNursingForms(...fields: readonly string[]): string[] {
  return fields.flatMap((field) => [
    ...inJobRoles(`${field} nurse`),
    `${field} nursing`,
    `${field} staff nurse`,
    `Nurse (${field})`,
    `Registered nurse - ${field}`,
    `Registered ${field} nurse`,
    `Staff nurse - ${field}`,
  ]);
}

/** A bare "nurse" names no profession: which part of the register it means cannot be guessed. */
const nurses: readonly Profession[] = [
  {
    code: 'adult_nurse',
    group: 'nurse',
    title: 'Adult nurses',
    aliases: [...inNursingForms('Adult'), 'Registered general nurse', 'RGN', 'RNA'],
  },
  {
    code: 'childrens_nurse',
    group: 'nurse',
    title: "Children's nurses",
    aliases: [
      ...inNursingForms("Children's", 'Paediatric'),
      'Children nurse',
      'Child nurse',
      "Registered sick children's nurse",
      'RSCN',
      'RNC',
    ],
  },
  {
    code: 'learning_disability_nurse',
    group: 'nurse',
    title: 'Learning disability nurses',
    aliases: [...inNursingForms('Learning disability', 'Learning disabilities'), 'RNLD'],
  },
  {
    code: 'mental_health_nurse',
    group: 'nurse',
    title: 'Mental health nurses',
    aliases: [
      ...inNursingForms('Mental health', 'Psychiatric', 'Community psychiatric', 'Community mental health'),
      'Registered mental nurse',
      'RMN',
      'RNMH',
      'CPN',
    ],
  },
  {
    code: 'health_visitor',
    group: 'nurse',
    title: 'Health visitors',
    aliases: [
      ...inJobRoles('Health visitor'),
      'HV',
      'Health visiting',
      'Specialist community public health nurse - Health visiting',
    ],
  },
];

const pharmacy: readonly Profession[] = [
  {
    code: 'pharmacist',
    group: 'pharmacist',
    title: 'Pharmacists',
    aliases: [
      ...inJobRoles('Pharmacist'),
      'Chief pharmacist',
      'Clinical pharmacist',
      'Consultant pharmacist',
      'Hospital pharmacist',
      'Lead pharmacist',
    ],
  },
  {
    code: 'pharmacy_technician',
    group: 'pharmacist',
    title: 'Pharmacy technicians',
    aliases: [
      ...inJobRoles('Pharmacy technician'),
      'Registered pharmacy technician',
      'Medicines management technician',
    ],
  },
];

/** Staff records call them applied psychologists, with the branch behind. */
function psychologist(branch: string): Profession {
  return {
    code: `${branch.toLowerCase()}_psychologist`,
    group: 'psychologist',
    title: `${branch} psychologists`,
    aliases: [
      ...inJobRoles(`${branch} psychologist`, `Applied psychologist - ${branch}`),
      `Consultant ${branch} psychologist`,
      `Principal ${branch} psychologist`,
      `${branch} psychology`,
    ],
  };
}

const clinicalPsychologist = psychologist('Clinical');

const psychologists: readonly Profession[] = [
  { ...clinicalPsychologist, aliases: [...clinicalPsychologist.aliases, 'Clinical neuropsychologist'] },
  psychologist('Counselling'),
  psychologist('Health'),
  psychologist('Forensic'),
];

/** A function by itself, and those who run it at each level. */
function inManagerialRoles(...functions: readonly string[]): string[] {
  return functions.flatMap((name) => [
    name,
    `${name} manager`,
    `${name} lead`,
    `${name} director`,
    `${name} business partner`,
    `Head of ${name}`,
    ...['', 'Deputy ', 'Assistant ', 'Associate '].map((rank) => `${rank}Director of ${name}`),
  ]);
}

/** By the function that they come from; a clinician who manages keeps the profession that they trained in. */
const managers: readonly Profession[] = [
  {
    code: 'operations_manager',
    group: 'manager',
    title: 'Operations managers',
    aliases: [
      ...inManagerialRoles('Operations'),
      'Operational manager',
      'Operational management',
      'General manager',
      'General management',
      'Deputy general manager',
      'Service manager',
      'Assistant service manager',
      'Directorate manager',
      'Divisional manager',
      'Practice manager',
      'Chief operating officer',
      'Deputy chief operating officer',
      'COO',
    ],
  },
  {
    code: 'finance_manager',
    group: 'manager',
    title: 'Finance managers',
    aliases: [
      ...inManagerialRoles('Finance'),
      'Financial manager',
      'Accountant',
      'Financial accountant',
      'Management accountant',
      'Chief finance officer',
      'Chief financial officer',
      'CFO',
    ],
  },
  {
    code: 'people_manager',
    group: 'manager',
    title: 'People (human resources) managers',
    aliases: [
      ...inManagerialRoles('People', 'Human resources', 'HR', 'Workforce', 'Organisational development'),
      'Chief people officer',
    ],
  },
  {
    code: 'digital_manager',
    group: 'manager',
    title: 'Digital, data and technology managers',
    aliases: [
      ...inManagerialRoles('Digital', 'Informatics', 'Information', 'Information technology', 'IT'),
      'Digital, data and technology',
      'Chief digital officer',
      'Chief information officer',
      'Chief digital and information officer',
    ],
  },
  {
    code: 'estates_manager',
    group: 'manager',
    title: 'Estates and facilities managers',
    aliases: inManagerialRoles('Estates', 'Facilities', 'Estates and facilities'),
  },
  {
    code: 'governance_manager',
    group: 'manager',
    title: 'Governance managers',
    aliases: [
      ...inManagerialRoles('Governance', 'Corporate governance', 'Risk and governance'),
      'Company secretary',
      'Trust secretary',
      'Director of corporate affairs',
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
  {
    code: 'midwife',
    group: 'midwife',
    title: 'Midwives',
    aliases: [...inJobRoles('Midwife'), 'Consultant midwife', 'Registered midwife', 'Midwifery'],
  },
  ...nurses,
  ...pharmacy,
  ...psychologists,
  {
    code: 'social_worker',
    group: 'social_worker',
    title: 'Social workers',
    aliases: [
      ...inJobRoles('Social worker'),
      'Social worker - Senior',
      'Senior social worker',
      'Principal social worker',
      'Registered social worker',
      'Social work',
      'Social work manager',
    ],
  },
  ...managers,
  ...others,
];
