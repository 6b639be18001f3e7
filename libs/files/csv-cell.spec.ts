import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { safeCell, writeCsv } from './csv-cell';

const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

const hostile = fc.oneof(
  fc.tuple(fc.constantFrom(...FORMULA_STARTS), fc.string({ unit: 'binary' })).map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r', ';', "'", ' ', '=', '\u2028', 'x'))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

function readBack(text: string): string[][] {
  return parse(text, { record_delimiter: ['\r\n', '\n', '\r'] });
}

describe('a table written as CSV', () => {
  it('has a heading row and a line feed after every row', () => {
    expect(writeCsv(['id', 'name'], [['m1', 'Zoë']])).toBe('id,name\nm1,Zoë\n');
  });

  it('puts quotation marks around what needs them', () => {
    expect(writeCsv(['a', 'b', 'c'], [['x,y', 'say "hello"', 'two\nlines']])).toBe(
      'a,b,c\n"x,y","say ""hello""","two\nlines"\n',
    );
  });

  it.each(FORMULA_STARTS)('puts an apostrophe before a cell that starts with %j', (start) => {
    expect(safeCell(`${start}1`)).toBe(`'${start}1`);
  });

  it('leaves every other cell as it is', () => {
    expect(['', 'a=1', '1-2', "'x", 'é', ' =1'].map(safeCell)).toEqual(['', 'a=1', '1-2', "'x", 'é', ' =1']);
  });

  it('gives the same cells back to who reads it, none of them a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 8 }), (rows) => {
        const [headings, ...cells] = readBack(writeCsv(['first', 'second'], rows));
        expect(headings).toEqual(['first', 'second']);
        expect(cells).toEqual(rows.map((row) => row.map(safeCell)));
        for (const cell of cells.flat()) {
          expect(FORMULA_STARTS).not.toContain(cell.charAt(0));
        }
      }),
    );
  });

  it('loses at most the apostrophe that it added', () => {
    fc.assert(
      fc.property(hostile, (cell) => {
        expect([cell, `'${cell}`]).toContain(readBack(writeCsv(['only', 'two'], [[cell, 'x']]))[1]![0]);
      }),
    );
  });
});
