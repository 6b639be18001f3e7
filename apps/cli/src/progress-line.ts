import type { SolveProgress } from '@evenhand/allocation';

/** What each stage is called while somebody waits for it. */
const STAGE_TITLES: Readonly<Record<SolveProgress['stage'] | 'reading' | 'writing', string>> = {
  reading: 'Reading the files',
  pairs: 'Judging every pair',
  coverage: 'Matching as many as possible, evenly over groups',
  equity: 'Balancing professions',
  priority: 'Putting the longest waits first',
  score: 'Finding the best fit',
  tie: 'Breaking ties by the seed',
  writing: 'Writing the outcome',
};

/** One line on a terminal that says how far the work has come. Where nobody watches it says nothing. */
export class ProgressLine {
  #shown = '';

  constructor(private readonly terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {}

  report(stage: keyof typeof STAGE_TITLES, done = 0, total = 0): void {
    const share = total > 1 ? ` ${Math.floor((100 * done) / total)}%` : '';
    this.#show(`${STAGE_TITLES[stage]} …${share}`);
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
