import { ProgressLine } from './progress-line';

/** A stream that keeps what is written; `seen` is what stands on the terminal's line afterwards. */
function aStream(isTTY: boolean) {
  const written: string[] = [];
  return {
    written,
    isTTY,
    write: (text: string) => written.push(text) > 0,
    seen: () => written.join('').split('\r\u001b[K').at(-1),
  };
}

describe('the line of progress', () => {
  it('is written over, stage after stage', () => {
    const terminal = aStream(true);
    const line = new ProgressLine(terminal);
    line.report('reading');
    line.report('coverage');
    expect(terminal.written).toEqual([
      '\r\u001b[KReading who takes part …',
      '\r\u001b[KMatching as many as possible, evenly over groups …',
    ]);
  });

  it.each([
    ['reading', 'Reading who takes part …'],
    ['pairs', 'Judging every pair …'],
    ['coverage', 'Matching as many as possible, evenly over groups …'],
    ['exchange', 'Balancing professions, the longest waits first …'],
    ['equity', 'Balancing groups and professions …'],
    ['priority', 'Putting the longest waits first …'],
    ['score', 'Finding the best fit …'],
    ['tie', 'Breaking ties by the seed …'],
    ['writing', 'Writing the outcome …'],
  ] as const)('calls the stage %s by what it does', (stage, title) => {
    const terminal = aStream(true);
    new ProgressLine(terminal).report(stage);
    expect(terminal.seen()).toBe(title);
  });

  it.each([
    [0, 3, ' 0%'],
    [1, 3, ' 33%'],
    [2, 3, ' 66%'],
    [2999, 3000, ' 99%'],
    [3, 3, ' 100%'],
    [0, 1, ''],
    [1, 1, ''],
    [0, 0, ''],
  ])('says of %i of %i steps%s', (done, total, share) => {
    const terminal = aStream(true);
    new ProgressLine(terminal).report('pairs', done, total);
    expect(terminal.seen()).toBe(`Judging every pair …${share}`);
  });

  it('is written only when it changes, however often it is told', () => {
    const terminal = aStream(true);
    const line = new ProgressLine(terminal);
    for (let done = 0; done <= 100_000; done++) {
      line.report('pairs', done, 100_000);
    }
    expect(terminal.written).toHaveLength(101);
  });

  it('is gone once it is cleared, and clearing twice writes nothing', () => {
    const terminal = aStream(true);
    const line = new ProgressLine(terminal);
    line.clear();
    expect(terminal.written).toEqual([]);
    line.report('writing');
    line.clear();
    line.clear();
    expect(terminal.written).toHaveLength(2);
    expect(terminal.seen()).toBe('');
  });

  it('says nothing where nobody watches', () => {
    const file = aStream(false);
    const line = new ProgressLine(file);
    line.report('reading');
    line.report('pairs', 1, 2);
    line.clear();
    expect(file.written).toEqual([]);
  });
});
