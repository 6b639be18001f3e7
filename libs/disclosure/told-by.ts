import { type DisclosurePolicy, isSamePolicy } from './disclosure-policy';

/** By which policy a publication tells its figures: what stands as it was told before may be told by another one. */
export interface ToldBy<Figure extends string> {
  /** By which everything is told or withheld but for the figures below. */
  readonly policy: DisclosurePolicy;
  /** Figures that stand as they were told by another policy, each with that one; absent where there are none. */
  readonly earlier?: Readonly<Partial<Record<Figure, DisclosurePolicy>>>;
}

/**
 * By which a publication tells that is made now.
 *
 * @param standing the figures that stand as they were told, each with the policy that it was told by
 */
export function toldBy<Figure extends string>(
  policy: DisclosurePolicy,
  standing: Readonly<Partial<Record<Figure, DisclosurePolicy>>>,
): ToldBy<Figure> {
  const others = Object.entries<DisclosurePolicy>(
    standing as Readonly<Record<Figure, DisclosurePolicy>>,
  ).filter(([, other]) => !isSamePolicy(other, policy));
  if (others.length === 0) return { policy };
  return { policy, earlier: Object.fromEntries(others) as Partial<Record<Figure, DisclosurePolicy>> };
}

/** By which policy a figure is told. */
export function policyOf<Figure extends string>(
  { policy, earlier }: ToldBy<Figure>,
  figure: Figure,
): DisclosurePolicy {
  return earlier?.[figure] ?? policy;
}
