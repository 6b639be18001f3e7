import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvTable } from '@evenhand/files';
import { DEFAULT_RULES, PairJudge } from '@evenhand/matching';
import { readHeadcounts, readPeople, type Table } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { DEMONSTRATION_DAY, demonstrationFiles } from './demonstration-files';
import { FAMILY_NAMES, GIVEN_NAMES, INVENTED_DOMAIN } from './invented-names';

const FOLDER = join(__dirname, '..', '..', 'demonstration');

describe('The demonstration programme', () => {
  const { mentees, mentors, notices } = readPeople({
    mentees: readCsvTable(join(FOLDER, 'mentees.csv')),
    mentors: readCsvTable(join(FOLDER, 'mentors.csv')),
    catalogue: healthAndCare,
    onDate: DEMONSTRATION_DAY,
  });
  const headcounts = readHeadcounts(readCsvTable(join(FOLDER, 'workforce.csv')), healthAndCare);
  const everybody = [...mentees, ...mentors];

  it('is kept exactly as its seed gives it', () => {
    const files = demonstrationFiles();
    expect(readdirSync(FOLDER).sort()).toEqual([...files.keys()].sort());
    files.forEach((text, name) => expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text));
  });

  it('is read without an error and without a column left over; some line managers take no part', () => {
    expect(notices).toEqual([
      '130 of 407 line managers are in neither file: who manages them, and so the second level of the line, is not known.',
    ]);
  });

  it('has 520 who ask, 210 who offer 400 places, and 1,200 in scope', () => {
    expect(mentees).toHaveLength(520);
    expect(mentors).toHaveLength(210);
    expect(mentors.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(400);
    expect([...headcounts.values()].reduce((sum, count) => sum + count, 0)).toBe(1200);
  });

  it('knows everybody else in scope, and counts all of them by what a baseline is made of', () => {
    const { columns, rows } = readCsvTable(join(FOLDER, 'colleagues.csv'));
    const column = (name: string): string[] => rows.map((row) => row[columns.indexOf(name)]!);
    const takingPart = new Set(everybody.map(({ id }) => id));
    expect(new Set([...takingPart, ...column('id')]).size).toBe(takingPart.size + rows.length);
    expect(takingPart.size + rows.length).toBe(1200);
    expect(new Set(column('organisation')).size).toBe(12);

    const [workforce, characteristics] = ['baseline.csv', 'characteristics.csv'].map((name) =>
      readCsvTable(join(FOLDER, name)),
    ) as [Table, Table];
    const counted = (table: Table, isMeant: (row: readonly string[]) => boolean): number =>
      table.rows.filter(isMeant).reduce((sum, row) => sum + Number(row.at(-1)), 0);
    for (const [profession, headcount] of headcounts) {
      expect(counted(workforce, (row) => row[1] === profession)).toBe(headcount);
    }
    for (const question of new Set(characteristics.rows.map(([code]) => code))) {
      expect(counted(characteristics, (row) => row[0] === question)).toBe(1200);
    }
  });

  it('covers 12 organisations, all 7 regions and 9 professional groups', () => {
    const different = (values: string[]): number => new Set(values).size;
    expect(different(everybody.map(({ posts }) => posts[0].organisation))).toBe(12);
    expect(different(everybody.map(({ posts }) => posts[0].region))).toBe(7);
    expect(different(mentees.map(({ background }) => background.group))).toBe(9);
  });

  it('has people who wait, need something to meet, speak more than English, or take no part', () => {
    const waiting = mentees.map(({ waitingSince }) => waitingSince!).sort();
    expect(waiting[0]! >= '2025-10-01' && waiting.at(-1)! <= '2026-10-31').toBe(true);
    expect(mentees.some(({ accessibility }) => accessibility.length > 0)).toBe(true);
    expect(mentees.some(({ exclude }) => exclude.length > 0)).toBe(true);
    expect(everybody.some(({ languages }) => languages[0] !== 'en')).toBe(true);
    expect(mentees.some(({ active }) => !active)).toBe(true);
    expect(mentees.some(({ consent }) => !consent)).toBe(true);
  });

  it('names nobody who exists: every name is put together, every address undeliverable', () => {
    const given = new Set(GIVEN_NAMES);
    const family = new Set(FAMILY_NAMES);
    const { columns, rows } = readCsvTable(join(FOLDER, 'colleagues.csv'));
    const [nameAt, emailAt] = [columns.indexOf('name'), columns.indexOf('email')];
    const colleagues = rows.map((row) => ({ name: row[nameAt]!, email: row[emailAt]! }));
    expect(
      new Set([...colleagues.map(({ email }) => email), ...everybody.map(({ email }) => email)]).size,
    ).toBe(1200);
    for (const { name = '', email = '' } of [...everybody, ...colleagues]) {
      const [first = '', last = '', ...rest] = name.split(' ');
      expect([given.has(first), family.has(last), rest.length]).toEqual([true, true, 0]);
      expect(email).toMatch(/^[a-z]+\.[a-z]+\d*@[a-z.]+$/);
      expect(email.split('@')[1]).toBe(INVENTED_DOMAIN);
    }
    expect(INVENTED_DOMAIN).toMatch(/\.test$/);
  });

  it('has small professions ask less than large ones', () => {
    const askRate = (isMeant: (headcount: number) => boolean): number => {
      const meant = [...headcounts].filter(([, count]) => isMeant(count));
      const professions = new Set(meant.map(([profession]) => profession));
      const asked = mentees.filter(({ background }) => professions.has(background.profession)).length;
      return asked / meant.reduce((sum, [, count]) => sum + count, 0);
    };
    expect(askRate((headcount) => headcount <= 12)).toBeLessThan(0.37);
    expect(askRate((headcount) => headcount > 30)).toBeGreaterThan(0.43);
  });

  it('has orthoptists and prosthetists who are hard to serve', () => {
    const judge = new PairJudge({ mentees, mentors, catalogue: healthAndCare }, DEFAULT_RULES);
    const row = new Int32Array(mentors.length);
    const scores = new Int32Array(mentors.length);
    const eligible = mentees.map((_, at) => judge.row(at, row, scores));
    const average = eligible.reduce((sum, count) => sum + count, 0) / mentees.length;
    const few = ['orthoptist', 'prosthetist_orthotist'];
    const theirs = eligible.filter((_, at) => few.includes(mentees[at]!.background.profession));
    expect(theirs).toHaveLength(6);
    theirs.forEach((count) => expect(count).toBeLessThan(average / 10));
  });
});
