import { type CountTables, tellsMeasure } from '../count-tables';
import type { TiedTable, TiedTables } from './tied-tables';

/**
 * By measure and by place of a table whether what is known of the measure's counts there says anything beyond the table.
 *
 * A measure that a table does not tell could be anything there between its parts and its wholes. Where the tables that add
 * it up lie in each other, that says no more than these do already. Told along two sides of a table, though, it is limited
 * by what lies between them, in a table of which a finer one has it, it ties that one to the coarser ones, and where it is
 * known to be 0 somewhere, whatever it is a part of has to hold all of it elsewhere. What insiders know of a table is told to
 * them by it.
 */
export function measuresHeld(
  { tables, askedCount }: TiedTables,
  measures: readonly string[],
  { zeros = [], insiders }: Pick<CountTables<string>, 'zeros' | 'insiders'>,
): readonly (readonly boolean[])[] {
  const known = tables.map(({ places }) => new Set(places[0]?.keys() ?? []));
  const isSide = (one: number, of: number): boolean => one !== of && liesIn(known[one]!, known[of]!);
  const all = tables.map((_, at) => at);
  const coarser = all.map((at) => all.filter((each) => each < askedCount && isSide(each, at)));
  const finer = all.map((at) => all.filter((each) => isSide(at, each)));
  return measures.map((measure) => {
    const isKnown = insiders?.measures.includes(measure) ?? false;
    const tells = (at: number): boolean =>
      tellsMeasure(tables[at]!.subject, measure) || (isKnown && known[at]!.has(insiders!.dimension));
    const held = all.map((at) => {
      const hasZeros = zeros.some((zero) => zero.measure === measure && known[at]!.has(zero.dimension));
      if (tells(at) || hasZeros || isWindow(tables[at]!)) return true;
      const sides = coarser[at]!.filter(tells);
      return sides.some((one) =>
        sides.some((other) => !liesIn(known[one]!, known[other]!) && !liesIn(known[other]!, known[one]!)),
      );
    });
    return all.map((at) => held[at]! || finer[at]!.some((each) => held[each]!));
  });
}

/** Of a table of some categories only, nothing else says what it holds. */
function isWindow({ subject }: TiedTable): boolean {
  return subject.only !== undefined;
}

function liesIn(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((code) => other.has(code));
}
