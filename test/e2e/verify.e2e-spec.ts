import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkingFolder } from './working-folder';

const VECTORS = join(__dirname, '..', 'vectors');
const VALID = 'valid: the pairs are possible, their figures are right, and no other matching is better\n';

interface Result {
  assignments: [string, string][];
  summary: { matched: number };
  certificate?: unknown;
}

function problemText(name: string): string {
  return readFileSync(join(VECTORS, 'allocation', `${name}.problem.json`), 'utf8');
}

function resultText(name: string): string {
  return readFileSync(join(VECTORS, 'certificates', `${name}.result.json`), 'utf8');
}

function hashIn(name: string): string {
  return (JSON.parse(resultText(name)) as { problemSha256: string }).problemSha256;
}

/** The result of the smallest case after a change. */
function changed(change: (result: Result) => void): string {
  const result = JSON.parse(resultText('tiny')) as Result;
  change(result);
  return JSON.stringify(result);
}

let folder: WorkingFolder;
beforeEach(() => {
  folder = new WorkingFolder();
  folder.write({ 'problem.json': problemText('tiny'), 'result.json': resultText('tiny') });
});
afterEach(() => folder.remove());

describe('evenhand verify', () => {
  it.each(['tiny', 'small', 'score-only'])('finds a certified result valid: %s', async (name) => {
    folder.write({ 'problem.json': problemText(name), 'result.json': resultText(name) });
    const before = folder.contents();
    expect(await folder.runHere(['verify', 'problem.json', 'result.json'])).toEqual({
      code: 0,
      out: VALID,
      err: '',
    });
    expect(folder.contents()).toEqual(before);
  });

  it('says it for machines', async () => {
    const { code, out } = await folder.runHere(['verify', 'problem.json', 'result.json', '--json']);
    expect({ code, verdict: JSON.parse(out) as unknown }).toEqual({ code: 0, verdict: { valid: true } });
  });

  it('takes one of the two from standard input', () => {
    expect(folder.run(['verify', 'problem.json', '-'], resultText('tiny'))).toMatchObject({ code: 0 });
    expect(folder.run(['verify', '-', 'result.json'], problemText('tiny'))).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'counts too many',
      changed(({ summary }) => summary.matched++),
      'counts',
      'summary.matched is 5, but by the pairs it is 4',
    ],
    [
      'proves nothing',
      changed((result) => delete result.certificate),
      'certificate',
      'the result has no certificate, so nothing shows that no matching is better',
    ],
    ['is another thing', '[]', 'shape', 'the result is a list, not an object'],
    [
      'answers another problem',
      resultText('small'),
      'problem',
      `the result answers the problem ${hashIn('small')}; this one is ${hashIn('tiny')}`,
    ],
  ])('says no to a result that %s, and why', async (_, text, claim, sentence) => {
    folder.write({ 'result.json': text });
    const { code, out, err } = await folder.runHere(['verify', 'problem.json', 'result.json']);
    expect({ code, out: out.replace(/^not valid: |\n$/g, ''), err }).toEqual({
      code: 1,
      out: sentence,
      err: '',
    });
    const machines = await folder.runHere(['verify', 'problem.json', 'result.json', '--json']);
    expect(machines).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(machines.out)).toEqual({ valid: false, claim, sentence });
  });

  it('ends with exit code 1 where the answer is no, as a process of its own', async () => {
    folder.write({ 'result.json': '[]' });
    const words = ['verify', 'problem.json', 'result.json'];
    const no = folder.run(words);
    expect(no).toEqual({ code: 1, out: 'not valid: the result is a list, not an object\n', err: '' });
    expect(await folder.runHere(words)).toEqual(no);
  });

  it.each([
    [
      'a result that is not there',
      ['problem.json', 'nowhere.json'],
      'nowhere.json: it cannot be read: there is no such file',
    ],
    [
      'a result that is not JSON',
      ['problem.json', 'broken.json'],
      'broken.json: line 1, column 1: it is not JSON from here on: "matched"',
    ],
    [
      'a problem that is none',
      ['broken.json', 'result.json'],
      'broken.json: line 1, column 1: it is not JSON from here on: "matched"',
    ],
    [
      'a problem that is a list',
      ['list.json', 'result.json'],
      'list.json: a problem is an object, not a list',
    ],
    [
      'a result that says a thing twice',
      ['problem.json', 'twice.json'],
      'twice.json: line 1, column 16: "engine" stands there for the second time in one object',
    ],
    [
      'a problem that says a thing twice',
      ['twice.json', 'result.json'],
      'twice.json: line 1, column 16: "engine" stands there for the second time in one object',
    ],
    ['no result', ['problem.json'], "error: missing required argument 'result'"],
  ])('refuses %s', async (_, args, line) => {
    folder.write({
      'broken.json': 'matched',
      'list.json': '[]',
      'twice.json': '{"engine":"a", "engine":"b"}',
    });
    expect(await folder.runHere(['verify', ...args])).toEqual({ code: 2, out: '', err: `${line}\n` });
  });
});
