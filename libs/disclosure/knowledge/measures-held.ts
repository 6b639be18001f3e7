import { type CountTables, tellsMeasure } from '../count-tables';
import type { TiedTable, TiedTables } from './tied-tables';

/**
 * By measure and by place of a table whether what is known of the measure's counts there says anything beyond the table.
 *
 * A measure that a table does not tell could be anything there between its parts and its wholes. Where the tables that add
 * it up lie in each other, that says no more than these do already. Known along two sides of a table, though, it is limited
 * by what lies between them, in a table of which a finer one has it, it ties that one to the coarser ones, and where it is
 * known to be 0 somewhere, whatever it is a part of has to hold all of it elsewhere. What insiders know of a table is told to
 * them by it.
 *
 * A side knows a measure that it tells, and one that a finer table tells, of which it is a sum. Where one side knows a measure
 * and another one a part or whole of it, and the table tells neither, what is said of the two meets between them as well.
 */
export function measuresHeld(
  { tables, askedCount }: TiedTables,
  measures: readonly string[],
  { parts, zeros = [], insiders }: Pick<CountTables<string>, 'parts' | 'zeros' | 'insiders'>,
): readonly (readonly boolean[])[] {
  const known = tables.map(({ places }) => new Set(places[0]?.keys() ?? []));
  const isSide = (one: number, of: number): boolean => one !== of && liesIn(known[one]!, known[of]!);
  const all = tables.map((_, at) => at);
  const coarser = all.map((at) => all.filter((each) => isSide(each, at)));
  const finer = all.map((at) => all.filter((each) => isSide(at, each)));
  const told = measures.map((measure) => {
    const isKnown = insiders?.measures.includes(measure) ?? false;
    return all.map(
      (at) => tellsMeasure(tables[at]!.subject, measure) || (isKnown && known[at]!.has(insiders!.dimension)),
    );
  });
  const knows = told.map((tells) => {
    const isTold = (at: number): boolean => at < askedCount && tells[at]!;
    return all.map((at) => isTold(at) || finer[at]!.some(isTold));
  });
  const heldByItself = measures.map((measure, of) =>
    all.map(
      (at) =>
        told[of]![at]! ||
        zeros.some((zero) => zero.measure === measure && known[at]!.has(zero.dimension)) ||
        isWindow(tables[at]!),
    ),
  );
  const held = measures.map((_, of) =>
    all.map((at) => {
      if (heldByItself[of]![at]!) return true;
      const linked = linkedTo(of, measures, parts, (each) => !heldByItself[each]![at]!);
      const own = coarser[at]!.filter((side) => knows[of]![side]!);
      const others = coarser[at]!.filter((side) => linked.some((each) => knows[each]![side]!));
      return own.some((one) =>
        others.some((other) => !liesIn(known[one]!, known[other]!) && !liesIn(known[other]!, known[one]!)),
      );
    }),
  );
  return held.map((of) => all.map((at) => of[at]! || finer[at]!.some((each) => of[each]!)));
}

/** A measure with its parts and wholes, theirs, and so on, as far as they are some of those that are not told. */
function linkedTo(
  measure: number,
  measures: readonly string[],
  parts: readonly (readonly [string, string])[],
  isUntold: (measure: number) => boolean,
): readonly number[] {
  const linked = new Set([measure]);
  // A set goes on to what is added while it is read.
  for (const each of linked) {
    for (const [part, whole] of parts) {
      const [one, other] = [measures.indexOf(part), measures.indexOf(whole)];
      for (const next of each === one ? [other] : each === other ? [one] : []) {
        if (next >= 0 && isUntold(next)) linked.add(next);
      }
    }
  }
  return [...linked];
}

/** Of a table of some categories only, nothing else says what it holds. */
function isWindow({ subject }: TiedTable): boolean {
  return subject.only !== undefined;
}

function liesIn(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((code) => other.has(code));
}
