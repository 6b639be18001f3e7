import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type People, readPeople } from '@evenhand/people';
import { readCatalogueFile } from './catalogue-file';
import { readCsvTable } from './csv-table';
import { readPeopleMapFile } from './people-map-file';

const REPOSITORY = join(__dirname, '..', '..');
const EXAMPLES = join(REPOSITORY, 'docs', 'examples');
/** The sample of the Civil Service's own matching program, beside the repository where somebody has put it. */
const SAMPLE = join(REPOSITORY, '..', 'shared', 'vectors', 'people', 'civil-service');

const catalogue = readCatalogueFile(join(EXAMPLES, 'civil-service-catalogue.json'));
const map = readPeopleMapFile(join(EXAMPLES, 'civil-service-map.json'));

function read(mentees: string, mentors: string): People {
  return readPeople({ mentees: readCsvTable(mentees), mentors: readCsvTable(mentors), catalogue, map });
}

function noticesFor(mentees: string, mentors: string): string[] {
  return [
    `${mentees}: ignored columns: both mentor and mentee, job title, match with similar identity, identity to match, biography`,
    `${mentors}: ignored columns: both mentor and mentee, job title, characteristics, biography`,
  ];
}

describe('the example of a file in the Civil Service’s headings', () => {
  const mentees = join(EXAMPLES, 'civil-service-mentees.csv');
  const mentors = join(EXAMPLES, 'civil-service-mentors.csv');

  it('is read whole, with its own grades as stages', () => {
    const people = read(mentees, mentors);
    expect(people.mentees).toHaveLength(12);
    expect(people.mentors).toHaveLength(10);
    expect(people.mentees[0]).toEqual({
      id: 'orla.finch-example.org',
      name: 'Orla Finch',
      email: 'orla.finch@example.org',
      background: {
        profession: catalogue.profession('Operations')!.code,
        group: catalogue.profession('Operations')!.group,
        registration: 'not_registered',
      },
      posts: [{ organisation: 'Harbours Agency', region: 'uk', grade: 'ao', stage: 'ao' }],
      targetStage: 'eo',
      gaps: [{ topic: 'NEXT-1.1', size: 2 }],
      languages: ['en'],
      mode: 'either',
      preferProfession: 'any',
      preferOrganisation: 'any',
      peer: false,
      accessibility: [],
      exclude: [],
      consent: true,
      active: true,
    });
    expect(people.mentors[3]).toMatchObject({
      id: 'gethin.moor-example.org',
      strengths: [{ topic: 'NEXT-1.1', stage: 'g7' }],
      capacity: 1,
    });
  });

  it('leaves out what it says of who people are, and names the columns left out', () => {
    const people = read(mentees, mentors);
    expect(people.notices).toEqual(noticesFor(mentees, mentors));
    expect(JSON.stringify([people.mentees, people.mentors])).not.toMatch(
      /Lesbian|Gay|Disabled|Carer|Muslim|Ethnic|harbours, "all nine|zoo/,
    );
  });
});

describe('the sample of the Civil Service’s own program', () => {
  const mentees = join(SAMPLE, 'mentees.csv');
  const mentors = join(SAMPLE, 'mentors.csv');

  if (existsSync(mentees)) {
    it('is read whole through the map of the example', () => {
      const people = read(mentees, mentors);
      expect(people.mentees).toHaveLength(50);
      expect(people.mentors).toHaveLength(50);
      expect(people.notices).toEqual(noticesFor(mentees, mentors));
      expect(JSON.stringify([people.mentees, people.mentors])).not.toMatch(/Bisexual|My name is|Some role/);
    });
  } else {
    it('does not lie beside this repository, so nothing is said of it', () => undefined);
  }
});
