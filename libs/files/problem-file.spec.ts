import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProblemDocument, readProblemFile, readResultDocument } from './problem-file';

const CASES = join(__dirname, '../../test/vectors/allocation');

describe('reading a problem file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
  const path = join(folder, 'problem.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  function reading(text: string): () => unknown {
    writeFileSync(path, text);
    return () => readProblemFile(path);
  }

  it('gives the problem', () => {
    const problem = readProblemFile(join(CASES, 'deep-prior.problem.json'));
    expect([problem.mentees.length, problem.mentors.length, problem.pairs.count]).toEqual([120, 34, 564]);
    expect(problem.equity.prior['ahp']).toEqual({ asked: 34, matched: 5 });
  });

  it('refuses NaN, which is not JSON, with line and column', () => {
    expect(reading('{"format":"evenhand.problem/1",\n "seed":"s","edges":[[0,0,NaN]]}')).toThrow(
      `${path}: line 2, column 27: it is not JSON from here on: "NaN]]}"`,
    );
  });

  it('refuses a number beyond all bounds, which JSON reads as infinite', () => {
    expect(
      reading(
        '{"format":"evenhand.problem/1","seed":"s","mentees":[{"id":"m","group":["g"]}],' +
          '"mentors":[{"id":"x","capacity":1}],"edges":[[0,0,1e999]]}',
      ),
    ).toThrow(`${path}: edges[0]: score Infinity is not a whole number from 0 to 10000`);
  });

  it.each([
    ['a problem', readProblemFile],
    ['a problem as it stands', readProblemDocument],
    ['a result', readResultDocument],
  ])('refuses a member that is given twice, with its place, when it reads %s', (_, read) => {
    writeFileSync(path, '{"format":"evenhand.problem/1",\n "seed":"s","seed":"t"}');
    expect(() => read(path)).toThrow(
      `${path}: line 2, column 13: "seed" stands there for the second time in one object`,
    );
  });

  it('refuses a file that does not hold a problem, naming the file', () => {
    expect(reading('[]')).toThrow(`${path}: a problem is an object, not a list`);
  });

  it('refuses a file that is not there', () => {
    expect(() => readProblemFile(join(folder, 'other.json'))).toThrow('there is no such file');
  });
});
