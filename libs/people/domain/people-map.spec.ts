import fc from 'fast-check';
import { isIdentifier } from '@evenhand/kernel';
import { type ColumnRules, mapTable, ownColumns } from './people-map';
import type { Table } from './table';

const staff: Table = {
  name: 'staff.csv',
  columns: ['First Name', 'Surname', 'E-mail', 'Grade', 'Religion'],
  rows: [
    ['Ada', 'Hill', ' Ada.Hill@Example.org ', 'Grade 7', 'none of your business'],
    [],
    ['Bo', '', 'bo@x', 'heo', 'x'],
  ],
};

function lines(rules: ColumnRules): string[] {
  return mapTable(staff, rules).problems.map(({ line }) => line);
}

function column(rules: ColumnRules): string[] {
  return mapTable(staff, rules).table.rows.map(([cell]) => cell ?? 'blank');
}

describe('a map of columns', () => {
  it('renames a column, whatever the case of the heading, and trims its cells', () => {
    expect(mapTable(staff, { email: { from: 'e-MAIL' } }).table).toEqual({
      name: 'staff.csv',
      columns: ['email'],
      rows: [['Ada.Hill@Example.org'], [], ['bo@x']],
    });
  });

  it('finds a heading whatever its spaces, hyphens and underscores', () => {
    expect(column({ email: { from: 'E_Mail' }, name: { from: 'FIRST-NAME' } })).toEqual([
      'Ada.Hill@Example.org',
      'blank',
      'bo@x',
    ]);
  });

  it('reads days as Britain writes them', () => {
    const table: Table = {
      name: 'staff.csv',
      columns: ['Asked on'],
      rows: [['01/02/2026'], ['9/11/2025'], [' '], ['31/02/2026'], ['2026-02-01'], ['02/13/2026']],
    };
    const mapped = mapTable(table, { waiting_since: { from: 'asked on', derive: 'day' } });
    expect(mapped.table.rows.flat()).toEqual(['2026-02-01', '2025-11-09', '', '', '', '']);
    const where = 'column asked on (as waiting_since)';
    expect(mapped.problems.map(({ line }) => line)).toEqual([
      `staff.csv: row 5, ${where}: "31/02/2026" is no day written as DD/MM/YYYY`,
      `staff.csv: row 6, ${where}: "2026-02-01" is no day written as DD/MM/YYYY`,
      `staff.csv: row 7, ${where}: "02/13/2026" is no day written as DD/MM/YYYY`,
    ]);
  });

  it('joins columns, leaving out empty cells', () => {
    expect(column({ name: { from: ['first name', 'surname'], with: ' ' } })).toEqual([
      'Ada Hill',
      'blank',
      'Bo',
    ]);
  });

  it('gives everybody a constant', () => {
    expect(column({ region: { constant: 'uk' } })).toEqual(['uk', 'blank', 'uk']);
  });

  it('translates values without regard to case and outer spaces', () => {
    expect(column({ stage: { from: 'grade', values: { ' grade 7': 'g7', HEO: 'heo' } } })).toEqual([
      'g7',
      'blank',
      'heo',
    ]);
  });

  it('puts text around what there is, and none around nothing', () => {
    expect(column({ strengths: { from: 'surname', before: 'NEXT-1.1@', after: '!' } })).toEqual([
      'NEXT-1.1@Hill!',
      'blank',
      '',
    ]);
  });

  it('makes an id of an e-mail address', () => {
    expect(column({ id: { from: 'e-mail', derive: 'id' } })).toEqual([
      'ada.hill-example.org',
      'blank',
      'bo-x',
    ]);
  });

  it('tells a value that it does not list, by row and the column of the file, once', () => {
    const mapped = mapTable(staff, { stage: { from: 'grade', values: { HEO: 'heo' } } });
    expect(mapped.problems).toEqual([
      {
        row: 2,
        column: 'stage',
        line: 'staff.csv: row 2, column Grade: "Grade 7" is no value that the map lists for stage',
      },
    ]);
    expect(mapped.table.rows).toEqual([[''], [], ['heo']]);
  });

  it('leaves an empty cell empty, unless it lists one', () => {
    expect(column({ grade: { from: 'surname', values: { Hill: 'h' } } })).toEqual(['h', 'blank', '']);
    expect(column({ grade: { from: 'surname', values: { Hill: 'h', '': 'none' } } })).toEqual([
      'h',
      'blank',
      'none',
    ]);
  });

  it('tells every heading that it names and the file lacks', () => {
    expect(lines({ name: { from: ['first name', 'last name'] }, stage: { from: 'band' } })).toEqual([
      'staff.csv: there is no column "last name", from which the map takes name',
      'staff.csv: there is no column "band", from which the map takes stage',
    ]);
  });

  it('names the columns that it does not read, and keeps nothing of them', () => {
    const mapped = mapTable(staff, { id: { from: 'e-mail' }, name: { from: ['first name', 'surname'] } });
    expect(mapped.ignored).toEqual(['Grade', 'Religion']);
    expect(JSON.stringify(mapped)).not.toContain('none of your business');
  });

  it('says where each column comes from', () => {
    const rules: ColumnRules = {
      id: { from: 'e-mail', derive: 'id' },
      name: { from: ['first name', 'surname'] },
      grade: { from: 'Grade' },
      region: { constant: 'uk' },
    };
    expect(Object.fromEntries(mapTable(staff, rules).origins)).toEqual({
      id: { label: 'column e-mail (as id)', constant: false },
      name: { label: 'columns first name, surname (as name)', constant: false },
      grade: { label: 'column grade', constant: false },
      region: { label: 'column region (a constant of the map)', constant: true },
    });
  });

  it('reads a file in our own columns as it is, in our order', () => {
    const own: Table = {
      name: 'mentees.csv',
      columns: ['Stage', 'favourite colour', 'ID'],
      rows: [['3', 'red', 'm1']],
    };
    const mapped = mapTable(own, ownColumns(own, ['id', 'name', 'stage']));
    expect(mapped.table).toEqual({ name: 'mentees.csv', columns: ['id', 'stage'], rows: [['m1', '3']] });
    expect(mapped.ignored).toEqual(['favourite colour']);
  });
});

describe('whatever the cells', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 90 });
  const tables = fc
    .array(fc.tuple(cell, cell, cell), { maxLength: 6 })
    .map((rows): Table => ({ name: 't', columns: ['a', 'b', 'c'], rows }));

  it('a derived id is one, wherever there is text to make it of', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rows } = mapTable(table, { id: { from: 'a', derive: 'id' } }).table;
        rows.forEach(([id], index) => expect(isIdentifier(id!)).toBe(table.rows[index]![0]!.trim() !== ''));
      }),
    );
  });

  it('as many rows come out as go in, each as wide as the columns, made of its own row alone', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rows } = mapTable(table, { y: { from: 'c' }, x: { from: ['a', 'b'], with: '|' } }).table;
        expect(rows).toEqual(
          table.rows.map(([a, b, c]) => [
            c!.trim(),
            [a!.trim(), b!.trim()].filter((text) => text !== '').join('|'),
          ]),
        );
      }),
    );
  });

  it('each cell is either translated or told', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const listed = Object.fromEntries(table.rows.slice(1).map(([a]) => [a!, 'known']));
        const { table: mapped, problems } = mapTable(table, { x: { from: 'a', values: listed } });
        mapped.rows.forEach(([x], index) => {
          const told = problems.some(({ row }) => row === index + 2);
          expect(told || x === 'known' || table.rows[index]![0]!.trim() === '').toBe(true);
          expect(told && x === 'known').toBe(false);
        });
      }),
    );
  });
});
