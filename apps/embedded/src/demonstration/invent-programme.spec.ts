import { DEFAULT_RULES, PairJudge } from '@evenhand/matching';
import { type People, readPeople, type Table } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { type InventedProgramme, inventProgramme, type ProgrammeSize } from './invent-programme';

const SIZE: ProgrammeSize = {
  seed: 'a spec',
  mentees: 1000,
  mentors: 400,
  places: 770,
  people: 2400,
  organisations: 24,
};

const table = (name: string, [columns = [], ...rows]: string[][]): Table => ({ name, columns, rows });

const read = ({ mentees, mentors }: InventedProgramme): People =>
  readPeople({
    mentees: table('mentees.csv', mentees),
    mentors: table('mentors.csv', mentors),
    catalogue: healthAndCare,
    onDate: '2026-11-01',
  });

const rankOf = (stage: string): number => healthAndCare.stageRank(stage);

describe('An invented programme', () => {
  const programme = inventProgramme(SIZE);
  const { mentees, mentors } = read(programme);
  const mentorsById = new Map(mentors.map((mentor) => [mentor.id, mentor]));

  it('has as many people and places as asked for', () => {
    expect(mentees).toHaveLength(1000);
    expect(mentors).toHaveLength(400);
    expect(mentors.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(770);
    expect(programme.workforce.slice(1).reduce((sum, [, count]) => sum + Number(count), 0)).toBe(2400);
    expect(new Set([...mentees, ...mentors].map(({ posts }) => posts[0].organisation)).size).toBe(24);
  });

  it('is the same again for the same seed, and another one for another seed', () => {
    expect(inventProgramme(SIZE)).toEqual(programme);
    expect(inventProgramme({ ...SIZE, seed: 'another spec' })).not.toEqual(programme);
  });

  it('counts everybody who asks or offers among those in scope', () => {
    const headcount = new Map(
      programme.workforce.slice(1).map(([profession, count]) => [profession, Number(count)]),
    );
    const everybody = new Map(
      [...mentees, ...mentors].map((person) => [person.id, person.background.profession]),
    );
    for (const profession of new Set(everybody.values())) {
      const members = [...everybody.values()].filter((one) => one === profession);
      expect(members.length).toBeLessThanOrEqual(headcount.get(profession)!);
    }
  });

  it('has people who both ask and offer, with one profile', () => {
    const both = mentees.filter(({ id }) => mentorsById.has(id));
    expect(both.length).toBeGreaterThan(10);
    for (const { id, name, email, background, posts } of both) {
      expect(mentorsById.get(id)).toMatchObject({ name, email, background, posts });
    }
  });

  it('lets people aim above their stage, mostly by one, or for a peer', () => {
    const steps = mentees.map(({ posts, targetStage }) => rankOf(targetStage) - rankOf(posts[0].stage));
    mentees.forEach(({ peer }, at) => expect(steps.at(at) === 0).toBe(peer));
    expect(steps.filter((step) => step === 1).length).toBeGreaterThan(850);
    expect(new Set(steps)).toEqual(new Set([0, 1, 2]));
  });

  it('gives mentees three to five gaps, with experiences of the step ahead among them', () => {
    expect(new Set(mentees.map(({ gaps }) => gaps.length))).toEqual(new Set([3, 4, 5]));
    for (const { gaps, targetStage } of mentees) {
      const experiences = gaps
        .filter(({ topic }) => topic.startsWith('T'))
        .map(({ topic }) => topic.slice(0, 2));
      const transition = healthAndCare.transitionTo(targetStage)?.code;
      experiences.forEach((code) => expect(code).toBe(transition));
    }
    expect(mentees.some(({ gaps }) => gaps.some(({ topic }) => topic.startsWith('T2')))).toBe(true);
  });

  it('gives mentors at stages 2 to 4 five to eight strengths, none above their own stage', () => {
    expect(new Set(mentors.map(({ posts }) => posts[0].stage))).toEqual(new Set(['2', '3', '4']));
    expect(new Set(mentors.map(({ strengths }) => strengths.length))).toEqual(new Set([5, 6, 7, 8]));
    for (const { strengths, posts } of mentors) {
      const lower = strengths.map(({ stage }) => rankOf(posts[0].stage) - rankOf(stage));
      lower.forEach((stages) => expect([0, 1]).toContain(stages));
    }
  });

  it('has everybody report to somebody of their own organisation at a higher stage', () => {
    const everybody = new Map([...mentees, ...mentors].map((person) => [person.id, person]));
    let known = 0;
    for (const { posts } of everybody.values()) {
      const manager = everybody.get(posts[0].lineManager ?? '')?.posts[0];
      if (manager !== undefined) {
        known++;
        expect(manager.organisation).toBe(posts[0].organisation);
        expect(rankOf(manager.stage)).toBeGreaterThan(rankOf(posts[0].stage));
      }
    }
    expect(known).toBeGreaterThan(300);
    expect(mentees.some(({ posts }) => mentorsById.has(posts[0].lineManager ?? ''))).toBe(true);
  });

  it('gives doctors medical grades, managers no registration, and both their skew among mentors', () => {
    for (const { background, posts } of [...mentees, ...mentors]) {
      const afc = posts[0].grade!.startsWith('afc_');
      expect(background.group === 'doctor' && afc).toBe(false);
      expect(background.group === 'manager').toBe(background.registration === 'not_registered');
    }
    const share = (people: People['mentees'] | People['mentors'], groups: readonly string[]): number =>
      people.filter(({ background }) => groups.includes(background.group)).length / people.length;
    expect(share(mentees, ['doctor', 'manager'])).toBeLessThan(0.3);
    expect(share(mentors, ['doctor', 'manager'])).toBeGreaterThan(0.45);
    expect(share(mentees, ['nurse'])).toBeGreaterThan(0.42);
  });

  it('lets about half of all pairs be matched by the usual rules', () => {
    const judge = new PairJudge({ mentees, mentors, catalogue: healthAndCare }, DEFAULT_RULES);
    const row = new Int32Array(mentors.length);
    const scores = new Int32Array(mentors.length);
    const eligible = mentees.reduce((sum, _, at) => sum + judge.row(at, row, scores), 0);
    const share = eligible / (mentees.length * mentors.length);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.6);
  });

  it('can be as large as the bench needs', () => {
    const large = inventProgramme({
      seed: 'bench',
      mentees: 5000,
      mentors: 2000,
      places: 3850,
      people: 12_000,
      organisations: 60,
    });
    const people = read(large);
    expect([people.mentees.length, people.mentors.length]).toEqual([5000, 2000]);
  });

  it('needs ten organisations to employ every profession', () => {
    expect(() => inventProgramme({ ...SIZE, organisations: 10 })).not.toThrow();
    expect(() => inventProgramme({ ...SIZE, organisations: 9 })).toThrow(RangeError);
  });

  it('refuses numbers that cannot be met', () => {
    expect(() => inventProgramme({ ...SIZE, places: 1601 })).toThrow(
      '400 mentors cannot offer 1601 places: each offers 1 to 4',
    );
    expect(() => inventProgramme({ ...SIZE, mentees: 2400 })).toThrow(
      /^among 2400 people there are \d+ who could be mentees, not 2400$/,
    );
    expect(() => inventProgramme({ ...SIZE, mentors: 1500, places: 1500 })).toThrow(
      /^among 2400 people there are \d+ who could be mentors, not 1500$/,
    );
    expect(() => inventProgramme({ ...SIZE, organisations: 1 })).toThrow(
      'none of the organisations (1) employs a mental_health_nurse',
    );
  });
});
