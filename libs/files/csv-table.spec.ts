import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputRefused } from '@evenhand/kernel';
import type { Table } from '@evenhand/people';
import { type CsvLimits, csvTable, readCsvTable } from './csv-table';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-csv-'));
  file = join(folder, 'mentees.csv');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function read(content: string | Uint8Array, limits?: CsvLimits): Table {
  writeFileSync(file, content);
  return readCsvTable(file, limits);
}

/** The problems with the file's path cut to its name, as somebody sees who names it from its own folder. */
function problems(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems.map((line) => line.replace(`${folder}/`, ''));
    }
    throw error;
  }
  return [];
}

function refused(content: string | Uint8Array, limits?: CsvLimits): readonly string[] {
  return problems(() => read(content, limits));
}

describe('a CSV file', () => {
  it('gives its headings trimmed and its cells as they stand', () => {
    expect(read(' id , Name\nm1, Zoë \n')).toEqual({
      name: file,
      columns: ['id', 'Name'],
      rows: [['m1', ' Zoë ']],
    });
  });

  it('is no workbook, and says so of one, whatever its bytes read as', () => {
    const fault = 'mentees.csv: it is a workbook (XLSX); save it as CSV UTF-8 and hand in that';
    expect(refused('PK\u0003\u0004\u0014 xl/workbook.xml')).toEqual([fault]);
    expect(problems(() => csvTable('mentees.csv', 'PK\u0003\u0004'))).toEqual([fault]);
  });

  it('may start with a byte order mark', () => {
    expect(read('\uFEFFid,name\nm1,Zoë\n').columns).toEqual(['id', 'name']);
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('may end its lines with %s', (_, end) => {
    expect(read(['id,name', 'm1,a', 'm2,b'].join(end)).rows).toEqual([
      ['m1', 'a'],
      ['m2', 'b'],
    ]);
  });

  it('may end its lines now this way, now that', () => {
    expect(read('id,name\r\nm1,a\nm2,b\r\n').rows).toEqual([
      ['m1', 'a'],
      ['m2', 'b'],
    ]);
  });

  it('keeps blank rows, so that the row numbers are those of the spreadsheet', () => {
    expect(read('id,name\n\nm1,"two\nlines"\n,\n , \nm2,b\n\n').rows).toEqual([
      [],
      ['m1', 'two\nlines'],
      [],
      [],
      ['m2', 'b'],
      [],
    ]);
  });

  it('may hold headings and nobody', () => {
    expect(read('id,name').rows).toEqual([]);
  });

  it('may have one column', () => {
    expect(read('id\nm1\n')).toEqual({ name: file, columns: ['id'], rows: [['m1']] });
  });

  it('may leave out empty cells at the end of a row, as Excel does', () => {
    expect(read('id,name,gaps\nm1\nm2,b\n').rows).toEqual([
      ['m1', '', ''],
      ['m2', 'b', ''],
    ]);
  });

  it('may have empty cells after the last heading', () => {
    expect(read('id,name\nm1,a,, \n').rows).toEqual([['m1', 'a']]);
  });

  it('may have columns without heading that are empty throughout', () => {
    expect(read('id,,name,\nm1, ,a\n\nm2\n')).toEqual({
      name: file,
      columns: ['id', 'name'],
      rows: [['m1', 'a'], [], ['m2', '']],
    });
  });

  it('keeps commas, semicolons and doubled quotation marks inside quoted cells', () => {
    expect(read('id,gaps\n"a,b","SE-1.1;""x"""\n').rows).toEqual([['a,b', 'SE-1.1;"x"']]);
  });
});

describe('a CSV file is refused', () => {
  it('when it is not there', () => {
    expect(problems(() => readCsvTable(file))).toEqual([
      'mentees.csv: it cannot be read: there is no such file',
    ]);
  });

  it('when it is a folder', () => {
    expect(problems(() => readCsvTable(folder))).toEqual([
      `${folder}: it cannot be read: it is a folder, not a file`,
    ]);
  });

  it('when it is empty', () => {
    expect(refused('')).toEqual(['mentees.csv: it is empty; its first row must hold the headings']);
    expect(refused('\uFEFF')).toEqual(['mentees.csv: it is empty; its first row must hold the headings']);
  });

  it('when its first row is blank', () => {
    expect(refused('\nid,name\n')).toEqual(['mentees.csv: row 1 is blank; it must hold the headings']);
  });

  it('in UTF-16, in either order of bytes', () => {
    const told = [
      'mentees.csv: it is not UTF-8 (it looks like UTF-16); save it as UTF-8, in Excel as "CSV UTF-8"',
    ];
    const littleEndian = Buffer.from('\uFEFFid,name\n', 'utf16le');
    expect(refused(littleEndian)).toEqual(told);
    expect(refused(Buffer.from(littleEndian).swap16())).toEqual(told);
    expect(refused(Buffer.from('id,name\n', 'utf16le'))).toEqual(told);
  });

  it('in Windows-1252, naming the line', () => {
    expect(refused(Buffer.from('id,name\nm1,Zo\u00eb\n', 'latin1'))).toEqual([
      'mentees.csv: line 2: it is not UTF-8 (it looks like Windows-1252); save it as UTF-8, in Excel as "CSV UTF-8"',
    ]);
  });

  it('when it is too large, without being read', () => {
    writeFileSync(file, 'id\n');
    truncateSync(file, 65_000_000);
    expect(problems(() => readCsvTable(file))).toEqual(['mentees.csv: it is 65 MB; the limit is 64 MB']);
  });

  it('when it has too many rows', () => {
    const limits = { bytes: 1000, rows: 3 };
    expect(refused('id\na\nb\nc\n', limits)).toEqual([]);
    expect(refused('id\na\nb\nc\nd\n', limits)).toEqual([
      'mentees.csv: it has more than 3 rows, blank ones included',
    ]);
  });

  it('with semicolons or tabs between its columns', () => {
    expect(refused('id;name\nm1;a\n')).toEqual([
      'mentees.csv: row 1: semicolons stand between the headings; save it with commas',
    ]);
    expect(refused('"id";"name"\r\n')).toEqual([
      'mentees.csv: row 1: semicolons stand between the headings; save it with commas',
    ]);
    expect(refused('id\tname\n')).toEqual([
      'mentees.csv: row 1: tabs stand between the headings; save it with commas',
    ]);
  });

  it('when filling up short rows would make it too large', () => {
    const limits = { bytes: 30, rows: 20 };
    const headings = 'a,b,c,d,e,f,g\n';
    expect(refused(`${headings}1\n2\n3\n4\n\n`, limits)).toEqual([]);
    expect(refused(`${headings}1\n2\n3\n4\n5\n`, limits)).toEqual([
      'mentees.csv: it has 35 cells once short rows are filled; the limit is 30',
    ]);
  });

  it('with two headings that differ only in case, spaces, hyphens and underscores', () => {
    expect(refused('line_manager,id,Line - Manager\n')).toEqual([
      'mentees.csv: row 1: columns 1 and 3 have the same heading "Line - Manager"',
    ]);
  });

  it('with the same heading twice, whatever the case', () => {
    expect(refused('id,name, ID \n')).toEqual([
      'mentees.csv: row 1: columns 1 and 3 have the same heading "ID"',
    ]);
  });

  it('with a column that has no heading and is not empty', () => {
    expect(refused('id,,name\nm1,,a\nm2,b,c\n')).toEqual(['mentees.csv: row 1: column 2 has no heading']);
  });

  it('with rows of too many cells, every one told', () => {
    expect(refused('id,name\nm1,a,,x\n\nm2,b,c\nm3,c\n')).toEqual([
      'mentees.csv: row 2: it has 4 cells; there are 2 headings',
      'mentees.csv: row 4: it has 3 cells; there are 2 headings',
    ]);
  });

  it('with a quotation mark that is never closed, naming the row where it opens', () => {
    expect(refused('id,name\n"m\n1",a\n\nm2,"b\nm3,c\n')).toEqual([
      'mentees.csv: row 4: a quotation mark opens here and is never closed',
    ]);
  });

  it('with quotation marks in the wrong place, without a word of the cell', () => {
    expect(refused('id,name\nm1,secret"b"\n')).toEqual([
      'mentees.csv: row 2: a quotation mark stands inside a cell that does not start with one',
    ]);
    expect(refused('id,name\nm1,a\nm2,"secret"b\n')).toEqual([
      'mentees.csv: row 3: something follows a closing quotation mark; a mark inside a cell is written twice',
    ]);
  });
});

describe('A table in memory', () => {
  it('is read as a file is, with a byte order mark or without', () => {
    const table = { name: 'mentees', columns: ['id', 'name'], rows: [['m1', 'a']] };
    expect(csvTable('mentees', 'id,name\r\nm1,a\r\n')).toEqual(table);
    expect(csvTable('mentees', '\ufeffid,name\nm1,a')).toEqual(table);
  });

  it('is refused under its name, within the same limits', () => {
    expect(problems(() => csvTable('mentees', ''))).toEqual([
      'mentees: it is empty; its first row must hold the headings',
    ]);
    expect(problems(() => csvTable('mentees', 'id\n1\n2\n3\n', { bytes: 100, rows: 2 }))).toEqual([
      'mentees: it has more than 2 rows, blank ones included',
    ]);
  });
});
