import { moreNeeded } from '@evenhand/statistics';
import type { ReportCell, ReportColumn } from '../equity-report';
import type { ReleasedLook, Share } from '../released-look';
import { type ToldVerdicts, toldVerdicts } from '../told-verdicts';
import { text } from './columns';

/** A share that is judged, and the words about it. */
export class JudgedShare<Measure extends string> {
  readonly verdicts: ToldVerdicts;

  /** @param rows the categories of every group */
  constructor(
    private readonly look: ReleasedLook<Measure>,
    private readonly dimensions: readonly string[],
    rows: readonly (readonly string[])[],
    private readonly share: Share<Measure>,
  ) {
    this.verdicts = toldVerdicts(look, dimensions, rows, share);
  }

  /** The verdict, and how many more people it would take where there is not enough data. */
  columns(code: string, title: string): readonly ReportColumn[] {
    return [text(`${code}_verdict`, title), text(`${code}_needed`, `${title}: people it would take`)];
  }

  cells(...categories: readonly string[]): readonly ReportCell[] {
    const verdict = this.verdicts.of(...categories);
    const words = this.verdicts.wordsOf(...categories);
    if (verdict === undefined) return [words, words];
    return [words, verdict === 'not_enough_data' ? this.needed(categories) : NO_MORE];
  }

  /** By released counts, and as coarse: up to the next multiple of what these are rounded to. */
  private needed(categories: readonly string[]): string {
    const [part, whole] = this.share;
    const n = this.look.count(this.dimensions, categories, whole);
    const [successes, all] = [part, whole].map((measure) => this.look.count([], [], measure));
    if (n === null || successes == null || all == null || n > all) return UNKNOWN;
    // How those who succeeded are split makes no difference to how many people it would take.
    const ofGroup = Math.min(n, successes);
    const more = moreNeeded({ successes: ofGroup, n }, { successes: successes - ofGroup, n: all - n });
    if (more === null) return UNKNOWN;
    const { base } = this.look.policy;
    const coarse = (people: number): number => Math.max(1, Math.ceil(people / base)) * base;
    const inGroup = `${coarse(more.inGroup)} more in this group`;
    if (more.inRest === 0) return `About ${inGroup}`;
    return `About ${more.inGroup === 0 ? '' : `${inGroup} and `}${coarse(more.inRest)} more among everyone else`;
  }
}

const NO_MORE = 'No more';
const UNKNOWN = 'It cannot be told how many';
