import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTextFile } from './text-file';

const folder = mkdtempSync(join(tmpdir(), 'text-file-'));
const path = join(folder, 'text');

afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Buffer, limit = 1000): string {
  writeFileSync(path, content);
  return readTextFile(path, limit);
}

describe('a text file', () => {
  it('is read as UTF-8, with or without a byte order mark', () => {
    expect(read('Zoë, 30 €')).toBe('Zoë, 30 €');
    expect(read('\uFEFFZoë')).toBe('Zoë');
    expect(read('')).toBe('');
  });

  it('may be as large as the limit, and no larger', () => {
    expect(read('x'.repeat(1000))).toHaveLength(1000);
    expect(() => read('x'.repeat(1001))).toThrow(`${path}: it is 0.1 MB; the limit is 0.1 MB`);
    expect(() => read('x'.repeat(2_500_001), 2_500_000)).toThrow('it is 2.6 MB; the limit is 2.5 MB');
  });

  it.each([
    ['little-endian', Buffer.from('\uFEFFid,name', 'utf16le')],
    ['big-endian', Buffer.from('\uFEFFid,name', 'utf16le').swap16()],
    ['without a mark', Buffer.from('id,name', 'utf16le')],
    ['of a script without a zero byte', Buffer.from('\uFEFF漢字', 'utf16le')],
  ])('is refused in UTF-16: %s', (_, bytes) => {
    expect(() => read(bytes)).toThrow('it is not UTF-8 (it looks like UTF-16); save it as UTF-8');
  });

  it.each([
    ['the first line', 'Zo\xEB\nAna\n', 1],
    ['a line in the middle', 'Ana\nZo\xEB\nBen\n', 2],
    ['the last line, without a line end', 'Ana\r\n\r\nZo\xEB', 3],
  ])('is refused in Windows-1252, naming %s', (_, text, line) => {
    expect(() => read(Buffer.from(text, 'latin1'))).toThrow(
      `${path}: line ${line}: it is not UTF-8 (it looks like Windows-1252)`,
    );
  });

  it('is refused in plain words where it is missing or no file', () => {
    expect(() => readTextFile(join(folder, 'nothing'), 10)).toThrow(
      'it cannot be read: there is no such file',
    );
    expect(() => readTextFile(folder, 10)).toThrow('it cannot be read: it is a folder, not a file');
  });

  it('can be a device that never ends, which is read up to the limit', () => {
    expect(() => readTextFile('/dev/zero', 100_000)).toThrow(
      '/dev/zero: it is more than the limit of 0.1 MB',
    );
  });

  it('can be a pipe that fills slowly', () => {
    const fifo = join(folder, 'pipe');
    execFileSync('mkfifo', [fifo]);
    const script = '(sleep 0.1; printf one; sleep 0.2; printf two) > "$0"';
    spawn('sh', ['-c', script, fifo], { stdio: 'ignore' }).unref();
    expect(readTextFile(fifo, 1000)).toBe('onetwo');
  });
});
