import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { readCatalogueFile } from './catalogue-file';

const head = { format: 'evenhand.catalogue/1', code: 'schools', title: 'Schools', version: '2026' };
const group = { code: 'teacher', title: 'Teachers', clinical: false, source: 'esr' };

let folder: string;
let path: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  path = join(folder, 'schools.json');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The lines, without the file's name that each begins with, that reading a file of this content ends in. */
function refusal(content: unknown): string[] {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    readCatalogueFile(path);
  } catch (error) {
    expect(error).toBeInstanceOf(InputRefused);
    return (error as InputRefused).problems.map((problem) => {
      expect(problem.startsWith(`${path}: `)).toBe(true);
      return problem.slice(path.length + 2);
    });
  }
  return [];
}

describe('a catalogue file', () => {
  it('brings what it gives and inherits the rest', () => {
    const professions = [{ code: 'maths', title: 'Maths teachers', group: 'teacher' }];
    expect(refusal({ ...head, professionalGroups: [group], professions })).toEqual([]);
    const { content } = readCatalogueFile(path);
    expect(content).toEqual({
      ...healthAndCare.content,
      code: 'schools',
      title: 'Schools',
      version: '2026',
      professionalGroups: [group],
      professions: [{ code: 'maths', title: 'Maths teachers', group: 'teacher', aliases: [] }],
    });
  });

  it('can hold everything that the built-in catalogue holds', () => {
    expect(refusal({ ...healthAndCare.content, format: head.format })).toEqual([]);
    expect(readCatalogueFile(path).content).toEqual(healthAndCare.content);
  });

  it.each([
    [
      'another format',
      { ...head, format: 'evenhand.catalogue/2' },
      ['format: expected "evenhand.catalogue/1"'],
    ],
    ['no version', { ...head, version: undefined }, ['version: it is missing']],
    ['a member that nobody knows', { ...head, gradez: [] }, ['the file: "gradez" is no member of it']],
    [
      'a member of an entry that nobody knows',
      { ...head, regions: [{ code: 'uk', title: 'UK', capital: 'London' }] },
      ['regions[0]: "capital" is no member of it'],
    ],
    [
      'values of the wrong kind, all of them',
      { ...head, regions: [{ code: 1, title: 'UK' }, 'uk'], horizons: {} },
      [
        'regions[0].code: expected a text, found a number',
        'regions[1]: expected an object, found a text',
        'horizons: expected a list, found an object',
      ],
    ],
    ['a list instead of an object', [], ['the file: expected an object, found a list']],
  ])('is refused for %s', (_, content, lines) => {
    expect(refusal(content)).toEqual(lines);
  });

  it('is refused where it is not JSON, by line and column', () => {
    expect(refusal('{\n  "format": evenhand\n}')).toEqual([
      'line 2, column 13: it is not JSON from here on: "evenhand"',
    ]);
  });

  it('is refused for what contradicts itself in it, all of it', () => {
    const professions = [
      { code: 'maths', title: 'Maths teachers', group: 'teachers' },
      { code: 'maths', title: 'Physics teachers', group: 'teacher' },
    ];
    expect(refusal({ ...head, professionalGroups: [group], professions })).toEqual([
      'professions[1].code: "maths" is already the code of professions[0]',
      'professions[0].group: "teachers" is no professional group',
    ]);
  });

  it('is refused for professions without professional groups', () => {
    expect(refusal({ ...head, professions: [] })).toEqual([
      'professionalGroups: it is missing; a catalogue that gives professions gives professionalGroups too',
    ]);
  });

  it('is refused where there is none', () => {
    const absent = join(folder, 'absent.json');
    expect(() => readCatalogueFile(absent)).toThrow(`${absent}: it cannot be read: there is no such file`);
  });
});

describe('the example of the Civil Service', () => {
  const catalogue = readCatalogueFile(join(__dirname, '../../docs/examples/civil-service-catalogue.json'));

  it.each(['DDaT', 'HR', 'Operations', 'Policy', 'Security'])('knows the profession %s', (label) => {
    expect(catalogue.profession(label)).toBeDefined();
  });

  it('has eleven grades, each of them a stage too, in rising order', () => {
    const labels = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];
    const codes = ['aa', 'ao', 'eo', 'heo', 'seo', 'g7', 'g6', 'scs1', 'scs2', 'scs3', 'scs4'];
    expect(labels.map((label) => catalogue.grade(label)?.code)).toEqual(codes);
    expect(labels.map((label) => catalogue.stage(label)?.code)).toEqual(codes);
    expect(catalogue.content.stages.map(({ code }) => code)).toEqual(codes);
    expect(catalogue.content.grades.map(({ code }) => code)).toEqual(codes);
  });

  it('has one topic and one region, and no staff groups of the health service', () => {
    expect(catalogue.topics.map(({ code }) => code)).toEqual(['NEXT-1.1']);
    expect(catalogue.content.regions.map(({ code }) => code)).toEqual(['uk']);
    expect(catalogue.content.staffGroups).toEqual([]);
  });
});
