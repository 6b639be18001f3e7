import { BrokenClaim, listOf, membersOf, shown } from './claims';
import type { ProblemToVerify } from './matching-claims';
import { type Changes, EVERYBODY, firstChange, type Network } from './network';

/** How many numbers a price has. The first stands for a vector; of the others, each is as it is. */
export const PARTS = 7;

/** Three numbers up to here, and a cost, add up exactly. */
const LARGEST = 2 ** 51;

const CLAIM = 'certificate';

/** A certificate that could be read. Prices of node n start at index {@link PARTS} × n. */
export interface Certificate {
  /** The vectors that the first numbers of prices stand for, ascending. */
  readonly levels: readonly Changes[];
  /** Prices of the hubs of a network, of the mentors in the problem's order, and room for one more. */
  readonly prices: Float64Array;
  readonly tightSets: unknown;
}

/** Reads a certificate: a price for each hub of the network and for each mentor, and for nobody else. */
export function readCertificate(
  network: Network,
  mentors: ProblemToVerify['mentors'],
  value: unknown,
): Certificate {
  const names = ['levels', 'groups', 'professions', 'mentors', 'tightSets'];
  const members = membersOf(CLAIM, CLAIM, value, names);
  const levels = readLevels(members.get('levels'), network.rungs.size);
  const prices = new Float64Array(PARTS * (network.hubs.length + mentors.length + 1));
  prices[EVERYBODY] = levels.findIndex(({ length }) => length === 0);

  const used = new Set([prices[EVERYBODY]]);
  const readPrice = (what: string, price: unknown, node: number): void => {
    listOf(CLAIM, what, price, PARTS).forEach((number, part) => {
      const [least, most] = part === 0 ? [0, levels.length - 1] : [-LARGEST, LARGEST];
      prices[PARTS * node + part] = wholeNumber(`${what}[${part}]`, number, least, most);
    });
    used.add(prices[PARTS * node]!);
  };
  const keys = network.hubs.slice(1).map(({ key }) => key);
  const [groups, professions] = [false, true].map((slash) =>
    keys.filter((key) => key.includes('/') === slash),
  );
  const groupPrices = membersOf(CLAIM, 'certificate.groups', members.get('groups'), groups!);
  const professionPrices = membersOf(
    CLAIM,
    'certificate.professions',
    members.get('professions'),
    professions!,
  );
  keys.forEach((key, place) =>
    readPrice(`the price of ${shown(key)}`, groupPrices.get(key) ?? professionPrices.get(key), place + 1),
  );
  const mentorPrices = listOf(CLAIM, 'certificate.mentors', members.get('mentors'), mentors.length);
  const sorted = [...mentors.entries()].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  sorted.forEach(([mentor, { id }], place) =>
    readPrice(`the price of mentor ${id}`, mentorPrices[place], network.hubs.length + mentor),
  );
  if (used.size < levels.length) {
    throw new BrokenClaim(CLAIM, 'certificate.levels has one that is the level price of nobody');
  }
  return { levels, prices, tightSets: members.get('tightSets') };
}

/** Level prices: sparse vectors, ascending, with that of everybody among them, which is empty. */
function readLevels(value: unknown, rungCount: number): readonly Changes[] {
  const levels = listOf(CLAIM, 'certificate.levels', value).map((level, place) => {
    const what = `certificate.levels[${place}]`;
    const changes: number[] = [];
    for (const [at, number] of listOf(CLAIM, what, level).entries()) {
      const [least, most] = at % 2 === 1 ? [-LARGEST, LARGEST] : [(changes[at - 2] ?? -1) + 1, rungCount - 1];
      changes.push(wholeNumber(`${what}[${at}]`, number, least, most));
    }
    if (changes.length % 2 === 1 || changes.some((change, at) => at % 2 === 1 && change === 0)) {
      throw new BrokenClaim(
        CLAIM,
        `${what} is not rung, change, rung, change, and so on, without changes of 0`,
      );
    }
    return changes;
  });
  const outOfOrder = levels.findIndex(
    (level, place) => place > 0 && !((firstChange([1, level], [-1, levels[place - 1]!])?.[1] ?? 0) > 0),
  );
  if (outOfOrder !== -1 || !levels.some(({ length }) => length === 0)) {
    const fault = outOfOrder === -1 ? ' lacks []' : `[${outOfOrder}] does not come after the one before it`;
    throw new BrokenClaim(CLAIM, `certificate.levels${fault}`);
  }
  return levels;
}

function wholeNumber(what: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new BrokenClaim(CLAIM, `${what} is ${shown(value)}, not a whole number from ${least} to ${most}`);
  }
  return value;
}
