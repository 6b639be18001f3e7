/** Every e-mail address of an invented person ends so: `.test` is kept from real use for good (RFC 6761). */
export const INVENTED_DOMAIN = 'example.nhs.test';

/** Names as people who work in England have them. A first and a family name are put together by chance alone. */
export const GIVEN_NAMES: readonly string[] = (
  'Aaliyah Abena Adaeze Agnieszka Aisha Alasdair Amara Amina Anil Anjali Ayesha Beatriz Benedict Bethan Blessing ' +
  'Bronwen Callum Carmen Chidi Chloé Claire Daniel Delroy Dimitra Ebony Edwin Eilidh Emeka Esther Ewa Faisal ' +
  'Farah Femi Fergus Fiona Gareth Gemma Grace Gurpreet Hannah Harpreet Hassan Helen Hui Ibrahim Imogen Ines Iqra ' +
  'Jamal Jia Joanna José Joyce Kamal Karolina Kavita Keisha Kofi Kwame Laila Leanne Leon Lorna Lucy Magda ' +
  'Malachi Manjit Marek Marcia Mei Michael Mohammed Nadia Naomi Neha Niamh Nikolai Noor Olu Oscar Owen Patience ' +
  'Peter Pilar Priya Rachel Rahul Renée Rhys Rohan Rosa Ruth Sadia Samir Sanjay Sarah Shanice Siân Simone Sofia ' +
  'Stefan Sunita Tariq Tendai Thandiwe Thomas Tomasz Tracey Usha Victor Wanjiru Wei William Xin Yasmin Yetunde ' +
  'Yusuf Zainab Zara Zoë Zofia'
).split(' ');

export const FAMILY_NAMES: readonly string[] = (
  'Abara Achebe Adeyemi Ahmed Akhtar Amoah Anand Appleby Aziz Baptiste Barker Begum Bello Bhatt Bianchi Boateng ' +
  'Bradshaw Campbell Castillo Chan Chowdhury Clarke Cooper Costa Dalton Danjuma Davies Desai Dhillon Dixon Doyle ' +
  'Edwards Eze Farrow Fashola Fernandes Fielding Fletcher Flores Gallagher Ghosh Gill Gordon Grewal Haddad ' +
  'Hargreaves Hassan Hughes Hussain Ibáñez Iqbal Islam Jankowski Jarvis Joseph Kapoor Kaur Kelly Khalil Khan ' +
  'Kowalska Kumar Lam Lawal Lewandowski Lim Lloyd Malik Marsden Mbeki Mehta Mensah Mistry Moyo Müller Murphy ' +
  'Nair Nguyen Nkosi Novak Nowak Okafor Okoye Osei Owusu Palmer Parekh Parry Patel Pereira Petrov Pillai Popescu ' +
  'Pritchard Qureshi Rahman Rashid Reddy Reyes Roberts Rowe Santos Schofield Shah Sharma Siddiqui Simmons Singh ' +
  'Sithole Sutton Tanaka Thapa Turner Uddin Varghese Wade Walsh Wang Whitaker Williams Wong Yeboah Zhou'
).split(' ');

/** What an organisation does, which decides who works there. */
export type OrganisationKind = 'hospital' | 'mental_health' | 'community' | 'ambulance' | 'primary_care';

export interface InventedOrganisation {
  readonly name: string;
  /** Code of a region. */
  readonly region: string;
  readonly kind: OrganisationKind;
}

/** Made up, places and all. Every region has at least one. */
const TWELVE: readonly InventedOrganisation[] = [
  { name: 'Wexmoor Hospitals NHS Foundation Trust', region: 'north_east_and_yorkshire', kind: 'hospital' },
  { name: 'Caldrick Ambulance Service NHS Trust', region: 'north_east_and_yorkshire', kind: 'ambulance' },
  { name: 'Harrowmere University Hospitals NHS Trust', region: 'north_west', kind: 'hospital' },
  { name: 'Pellbrook Mental Health NHS Trust', region: 'north_west', kind: 'mental_health' },
  { name: 'Tamberley Hospitals NHS Trust', region: 'midlands', kind: 'hospital' },
  { name: 'Ferrowdale Community Health NHS Trust', region: 'midlands', kind: 'community' },
  { name: 'Fenholt Hospital NHS Foundation Trust', region: 'east_of_england', kind: 'hospital' },
  { name: 'Eastlantern Hospitals NHS Trust', region: 'london', kind: 'hospital' },
  { name: 'Quillgate Mental Health NHS Foundation Trust', region: 'london', kind: 'mental_health' },
  { name: 'Chalkenmere Primary Care Alliance', region: 'south_east', kind: 'primary_care' },
  { name: 'Oakenhollow Community Care NHS Trust', region: 'south_east', kind: 'community' },
  { name: 'Torrbridge Primary Care Partnership', region: 'south_west', kind: 'primary_care' },
];

/** As many organisations as asked for; beyond the twelve they are told apart by a number. */
export function inventOrganisations(count: number): InventedOrganisation[] {
  return Array.from({ length: count }, (_, at) => {
    const organisation = TWELVE[at % TWELVE.length]!;
    const lap = Math.floor(at / TWELVE.length) + 1;
    return lap === 1 ? organisation : { ...organisation, name: `${organisation.name} ${lap}` };
  });
}
