import { type DisclosurePolicy, isSamePolicy, roundingInWords, type ToldBy } from '@evenhand/disclosure';

/** How coarse some counts are. */
interface Coarseness {
  /** `rounded to the nearest 5` */
  readonly rounded: string;
  readonly smallest: number;
}

/** How coarse the counts of a page are, and which of them stand as they were told by another policy. */
export interface ToldByInWords extends Coarseness {
  readonly earlier: readonly (Coarseness & { readonly figures: string })[];
}

/** @param titles what a page calls the figures */
export function toldByInWords<Figure extends string>(
  { policy, earlier }: ToldBy<Figure>,
  titles: Readonly<Record<Figure, string>>,
): ToldByInWords {
  const figures = Object.entries((earlier ?? {}) as Readonly<Record<string, DisclosurePolicy>>);
  const others = figures
    .map(([, other]) => other)
    .filter((one, at, all) => all.findIndex((other) => isSamePolicy(one, other)) === at);
  return {
    ...coarseness(policy),
    earlier: others.map((other) => ({
      ...coarseness(other),
      figures: figures
        .filter(([, each]) => isSamePolicy(each, other))
        .map(([figure]) => titles[figure as Figure])
        .join('; '),
    })),
  };
}

function coarseness(policy: DisclosurePolicy): Coarseness {
  return { rounded: roundingInWords(policy), smallest: policy.smallest };
}
