/** What each stage is called while somebody waits for it; a stage that has no words of its own is "Working". */
const STAGE_TITLES: ReadonlyMap<string, string> = new Map([
  ['database', 'Starting the database'],
  ['starting', 'Starting the server and the worker'],
  ['importing', 'Importing the people'],
  ['waiting', 'Waiting for a worker'],
  ['reading', 'Reading who takes part'],
  ['pairs', 'Judging every pair'],
  ['coverage', 'Matching as many as possible, evenly over groups'],
  ['exchange', 'Balancing professions, the longest waits first'],
  ['equity', 'Balancing groups and professions'],
  ['priority', 'Putting the longest waits first'],
  ['score', 'Finding the best fit'],
  ['tie', 'Breaking ties by the seed'],
  ['recruiting', 'Computing what recruiting would change'],
  ['writing', 'Writing the outcome'],
  ['publishing', 'Offering the matches'],
]);

/** One line on a terminal that says how far the work has come. Where nobody watches it says nothing. */
export class ProgressLine {
  #shown = '';

  constructor(private readonly terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {}

  /** `done` of `total` steps of a stage: a stage of the solver, or of what goes before and after it. */
  report(stage: string, done = 0, total = 0): void {
    const share = total > 1 ? ` ${Math.floor((100 * done) / total)}%` : '';
    this.#show(`${STAGE_TITLES.get(stage) ?? 'Working'} …${share}`);
  }

  /** Takes the line away, so that what follows starts on an empty one. */
  clear(): void {
    this.#show('');
  }

  #show(text: string): void {
    if (this.terminal.isTTY && text !== this.#shown) {
      this.terminal.write(`\r\u001b[K${text}`);
      this.#shown = text;
    }
  }
}
