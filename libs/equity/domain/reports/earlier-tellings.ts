import {
  type CountTable,
  type CountTables,
  type DisclosurePolicy,
  isSamePolicy,
  leastChanged,
} from '@evenhand/disclosure';
import { COUNTED_OF, type CountedOf, type CountedReport, tableKey, type TrueCounts } from './true-counts';

/** What a report does with a table: tell it anew, repeat what an earlier one told, or leave it out. */
export type Telling = 'anew' | 'repeated' | 'left out';

type Tables = CountTables<string>;

/**
 * Which tables of a report cannot be told anew, found by looking at the reports made before, one after another.
 *
 * A table is told anew only where at least as many people changed as the smallest count that is told (now or then, whichever
 * is more, where the policy was changed), since each time that it was told before, of these months or of others: whoever has both would otherwise know something of the few who came or
 * went. What is not told anew is repeated from one report, the newest of the same months, so that what is repeated was
 * told and proved together; where there is none, from the newest of other months, as far as that says the same but for a
 * few people. What neither holds for is left out.
 */
export class EarlierTellings {
  readonly #tooClose = new Set<string>();
  #source: CountedReport | undefined;
  #closeToSource: ReadonlySet<string> = new Set();

  /** @param counts as they truly are now */
  constructor(
    private readonly counts: TrueCounts,
    private readonly months: number,
    private readonly policy: DisclosurePolicy,
  ) {}

  /** Looks at a report that was made before. To be called with the newest first. */
  compare(earlier: CountedReport): void {
    const close = new Set(
      COUNTED_OF.flatMap((of) =>
        tablesOf(this.counts, of)
          .filter((table) => this.#isTooClose(table, of, earlier))
          .map((table) => keyOf(of, table)),
      ),
    );
    close.forEach((key) => this.#tooClose.add(key));
    const isNearer = this.#source?.months !== this.months && earlier.months === this.months;
    if (this.#source === undefined || isNearer) {
      this.#source = earlier;
      this.#closeToSource = close;
    }
  }

  /** The report that is repeated from; undefined where none was made before. */
  get source(): CountedReport | undefined {
    return this.#source;
  }

  /** Whether the whole report would be the one that is repeated from, table by table. */
  get isAllRepeated(): boolean {
    const source = this.#source;
    return (
      source?.months === this.months &&
      COUNTED_OF.every((of) => {
        const [now, before] = [tablesOf(this.counts, of), tablesOf(source.counts, of)];
        const keys = new Set(before.map(tableKey));
        return (
          now.length === before.length &&
          now.every((table) => keys.has(tableKey(table)) && this.#tooClose.has(keyOf(of, table)))
        );
      })
    );
  }

  telling(of: CountedOf, table: { readonly dimensions: readonly string[] }): Telling {
    const key = keyOf(of, table);
    if (!this.#tooClose.has(key)) return 'anew';
    const source = this.#source!;
    const isThere = tablesOf(source.counts, of).some((each) => tableKey(each) === tableKey(table));
    const saysTheSame = source.months === this.months || this.#closeToSource.has(key);
    // What was rounded otherwise cannot be proved together with what is told now.
    return isThere && saysTheSame && isSamePolicy(source.policy, this.policy) ? 'repeated' : 'left out';
  }

  /** Whoever read the earlier one was promised that so many people change before anything is told anew, as readers of now are. */
  #isTooClose(later: CountTable<string>, of: CountedOf, { counts, policy }: CountedReport): boolean {
    const smallest = Math.max(policy.smallest, this.policy.smallest);
    const earlier = tablesOf(counts, of).find((each) => tableKey(each) === tableKey(later));
    if (earlier === undefined) return false;
    const measures = measuresOf(later, this.counts, of).filter((measure) =>
      measuresOf(earlier, counts, of).includes(measure),
    );
    return leastChanged(earlier.rows, later.rows, measures) < smallest;
  }
}

function tablesOf(counts: TrueCounts, of: CountedOf): Tables['tables'] {
  return (counts[of] as Tables | undefined)?.tables ?? [];
}

function measuresOf({ tells }: CountTable<string>, counts: TrueCounts, of: CountedOf): readonly string[] {
  return tells ?? (counts[of] as Tables).measures;
}

function keyOf(of: CountedOf, table: { readonly dimensions: readonly string[] }): string {
  return `${of} ${tableKey(table)}`;
}
