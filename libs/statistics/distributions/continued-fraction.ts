const TINY = 1e-300;
const ENOUGH = 1e-16;

/** A step of a continued fraction: what is divided, and what is added to what divides. */
export type FractionTerm = (step: number) => readonly [numerator: number, denominator: number];

/**
 * 1 ÷ (d₀ + n₁ ÷ (d₁ + n₂ ÷ (d₂ + …))) by the modified method of Lentz.
 *
 * Source: Thompson and Barnett, "Coulomb and Bessel functions of complex arguments and order" (1986).
 *
 * @param first d₀
 * @param term nᵢ and dᵢ for i = 1, 2, …
 */
export function continuedFraction(first: number, term: FractionTerm): number {
  let value = first === 0 ? TINY : first;
  let c = value;
  let d = 0;
  for (let step = 1; ; step++) {
    const [numerator, denominator] = term(step);
    d = 1 / nonZero(denominator + numerator * d);
    c = nonZero(denominator + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) <= ENOUGH || step > 1_000_000) return 1 / value;
  }
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
