import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputRefused } from '@evenhand/kernel';
import { type FileContent, NO_FILE, writeFolder, writeSingleFile } from './output-folder';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'evenhand-out-'));
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

function at(...path: string[]): string {
  return join(home, ...path);
}

function text(...path: string[]): string {
  return readFileSync(at(...path), 'utf8');
}

function files(...entries: [string, FileContent][]): ReadonlyMap<string, FileContent> {
  return new Map(entries);
}

function refusal(action: () => void): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.message.replace(`${home}/`, '');
    }
    throw error;
  }
  return undefined;
}

function* breakingOff(): Generator<string> {
  yield 'x'.repeat(200_000);
  throw new Error('the report broke off');
}

describe('a folder of results', () => {
  it('is made where it is missing, with every file in it and nothing else', () => {
    writeFolder(at('deep', 'out'), files(['matches.csv', 'a,b\n'], ['report.html', '<p>é</p>']));
    expect(readdirSync(at('deep', 'out')).sort()).toEqual(['matches.csv', 'report.html']);
    expect(text('deep', 'out', 'matches.csv')).toBe('a,b\n');
    expect(text('deep', 'out', 'report.html')).toBe('<p>é</p>');
  });

  it('keeps what else is in it and replaces files of the same name', () => {
    writeFileSync(at('matches.csv'), 'old and longer');
    writeFileSync(at('notes.txt'), 'mine');
    writeFolder(home, files(['matches.csv', 'new']));
    expect(readdirSync(home).sort()).toEqual(['matches.csv', 'notes.txt']);
    expect(text('matches.csv')).toBe('new');
  });

  it('takes long files piece by piece', () => {
    const pieces = Array.from({ length: 5000 }, (_, index) => `${index},é\n`.repeat(10));
    writeFolder(at('out'), files(['problem.json', pieces.values()], ['empty.txt', [].values()]));
    expect(text('out', 'problem.json')).toBe(pieces.join(''));
    expect(text('out', 'empty.txt')).toBe('');
  });

  it('cannot lie below a plain file', () => {
    writeFileSync(at('plain'), '');
    const told = 'it cannot be written: a part of its path is a file, not a folder';
    expect(refusal(() => writeFolder(at('plain', 'out'), files(['a', ''])))).toBe(`plain/out: ${told}`);
    expect(refusal(() => writeFolder(at('plain', 'out', 'deeper'), files(['a', ''])))).toBe(
      `plain/out/deeper: ${told}`,
    );
    expect(readdirSync(home)).toEqual(['plain']);
  });

  it('has no file of an earlier time left that it says must not be there, unless writing fails', () => {
    writeFolder(at('out'), files(['a', 'old'], ['b', 'old']));
    expect(
      refusal(() =>
        writeFolder(
          at('out'),
          new Map<string, FileContent | typeof NO_FILE>([
            ['b', NO_FILE],
            ['c/d', ''],
          ]),
        ),
      ),
    ).toMatch(/it cannot be written/);
    expect(text('out', 'b')).toBe('old');
    writeFolder(
      at('out'),
      new Map<string, FileContent | typeof NO_FILE>([
        ['a', 'new'],
        ['b', NO_FILE],
      ]),
    );
    expect(readdirSync(at('out'))).toEqual(['a']);
  });

  it('cannot be a plain file', () => {
    writeFileSync(at('plain'), 'kept');
    expect(refusal(() => writeFolder(at('plain'), files(['a', ''])))).toBe(
      'plain: it cannot be written: there is a file of that name, not a folder',
    );
    expect(text('plain')).toBe('kept');
  });

  it('leaves no folder behind when a deeper one cannot be made', () => {
    expect(refusal(() => writeFolder(at('new', 'n'.repeat(300)), files(['a', ''])))).toMatch(
      /: it cannot be written: its name is too long$/,
    );
    expect(readdirSync(home)).toEqual([]);
  });

  it('is as it was when the making of one file breaks off half-way', () => {
    writeFileSync(at('a.csv'), 'old');
    expect(() => writeFolder(home, files(['a.csv', 'new'], ['b.csv', breakingOff()]))).toThrow(
      'the report broke off',
    );
    expect(readdirSync(home)).toEqual(['a.csv']);
    expect(text('a.csv')).toBe('old');
  });

  it('is not made at all when the making of one file breaks off half-way', () => {
    expect(() => writeFolder(at('x', 'y'), files(['a.csv', 'new'], ['b.csv', breakingOff()]))).toThrow();
    expect(readdirSync(home)).toEqual([]);
  });

  it('is as it was when one name is taken by a folder', () => {
    mkdirSync(at('b.csv'));
    writeFileSync(at('a.csv'), 'old');
    expect(refusal(() => writeFolder(home, files(['a.csv', 'new'], ['b.csv', 'new'])))).toBe(
      'b.csv: it cannot be written: there is a folder of that name, not a file',
    );
    expect(readdirSync(home).sort()).toEqual(['a.csv', 'b.csv']);
    expect(text('a.csv')).toBe('old');
  });

  it('gets its old files back when a file cannot take its name after others have', () => {
    writeFileSync(at('a.csv'), 'old');
    function* losingAnother(): Generator<string> {
      yield 'new';
      rmSync(at(readdirSync(home).find((name) => name.startsWith('.b.csv'))!));
    }
    const content = files(['a.csv', 'new'], ['b.csv', 'new'], ['c.csv', losingAnother()]);
    expect(refusal(() => writeFolder(home, content))).toMatch(/^.*: it cannot be written: /);
    expect(readdirSync(home)).toEqual(['a.csv']);
    expect(text('a.csv')).toBe('old');
  });
});

describe('a single file of results', () => {
  it('is written whole', () => {
    writeSingleFile(at('result.json'), ['{', '}'].values());
    expect(readdirSync(home)).toEqual(['result.json']);
    expect(text('result.json')).toBe('{}');
  });

  it('is as it was when its making breaks off', () => {
    writeFileSync(at('result.json'), 'old');
    expect(() => writeSingleFile(at('result.json'), breakingOff())).toThrow('the report broke off');
    expect(readdirSync(home)).toEqual(['result.json']);
    expect(text('result.json')).toBe('old');
  });

  it('needs a folder that is there', () => {
    expect(refusal(() => writeSingleFile(at('no', 'result.json'), ''))).toBe(
      'no/result.json: it cannot be written: a folder of its path does not exist',
    );
  });

  it('never takes the place of a folder or a pipe', () => {
    expect(refusal(() => writeSingleFile(home, ''))).toMatch(
      /: it cannot be written: there is a folder of that name/,
    );
    execFileSync('mkfifo', [at('pipe')]);
    expect(refusal(() => writeSingleFile(at('pipe'), ''))).toBe(
      'pipe: it cannot be written: what has that name is no plain file',
    );
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  it('goes where a link points to, and the link stays', () => {
    mkdirSync(at('elsewhere'));
    writeFileSync(at('elsewhere', 'real.json'), 'old');
    symlinkSync(at('elsewhere', 'real.json'), at('link.json'));
    writeSingleFile(at('link.json'), 'new');
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(text('elsewhere', 'real.json')).toBe('new');
  });
});
