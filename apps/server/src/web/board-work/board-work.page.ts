import type { WebPage } from '@evenhand/pages';
import type { BoardComposition, BoardFinding, BoardKind, PlanSnapshot } from '@evenhand/talent';
import { inBritain } from '../in-britain';
import {
  addressOf as planAddressOf,
  decisionAddressOf,
  OWN_PLAN,
} from '../leadership-plan/plan-snapshots.page';

/** A board held against the law, and whose it is. */
export interface BoardShown {
  /** The organisation's name. */
  readonly organisation: string;
  readonly kind: BoardKind;
  readonly composition: BoardComposition;
}

/** What the page of a programme's boards is made of. */
export interface BoardWork {
  readonly programme: string;
  readonly boards: readonly BoardShown[];
  /** Whether there are more boards than these. */
  readonly areMore: boolean;
  /** The snapshot of the leadership plan that was put forward and that nobody has decided about. */
  readonly waiting?: PlanSnapshot;
  /** Whether whoever reads is of the board that decides about it. */
  readonly decides: boolean;
  /** Whether they put it forward themselves. */
  readonly isOwn: boolean;
  /** Whether whoever reads may see the equity reports in the making. */
  readonly seesReports: boolean;
  /** Titles by code of the catalogue. */
  readonly groups: ReadonlyMap<string, string>;
  readonly professions: ReadonlyMap<string, string>;
}

const KINDS: Readonly<Record<BoardKind, string>> = {
  nhs_trust: 'An NHS trust',
  foundation_trust: 'An NHS foundation trust',
  other: 'Neither an NHS trust under the general rule nor a foundation trust',
};
const FORCES: Readonly<Record<BoardFinding['force'], string>> = {
  law: 'Law',
  code: 'Code of governance',
  advice: 'Advice',
};
const OUTCOMES: Readonly<Record<BoardFinding['outcome'], string>> = {
  kept: 'Kept',
  broken: 'Not kept',
  not_decided: 'Not decided here',
};

/** What waits for a programme's board, and how the boards of its organisations are made up. */
export function boardWorkPage({
  programme,
  boards,
  waiting,
  decides,
  isOwn,
  groups,
  professions,
  ...others
}: BoardWork): WebPage {
  return {
    title: `For the board: ${programme}`,
    template: 'board-work.njk',
    view: {
      ...others,
      waiting: waiting && {
        ...{ title: waiting.outline.title, address: planAddressOf(waiting) },
        text: `Counts taken on ${inBritain(waiting.countedAt)}.${decides && isOwn ? ` ${OWN_PLAN}` : ''}`,
        decision: decides && !isOwn ? decisionAddressOf(waiting) : undefined,
      },
      boards: boards.map(({ organisation, kind, composition }, at) => ({
        ...{ id: `board-${at + 1}`, organisation, kind: KINDS[kind] },
        findings: composition.findings.map(({ words, outcome, force, source }) => ({
          ...{ words, source, outcome: OUTCOMES[outcome], force: FORCES[force] },
        })),
        openSeats: openSeatsInWords(composition),
        absentGroups: titled(composition.absentGroups, groups),
        absentProfessions: titled(composition.absentProfessions, professions),
      })),
    },
  };
}

/** What is open, a sentence each; none where nothing is, as far as that is decided here. */
function openSeatsInWords({ openSeats }: BoardComposition): readonly string[] {
  const { vacant, executivesToAdd, nonExecutivesToAdd, executivesOfAnyBackground } = openSeats;
  const more = (count: number | null, what: string): readonly string[] =>
    count === null || count === 0 ? [] : [`The law allows ${count} more ${what}.`];
  return [
    ...vacant.map((title) => `Nobody holds the seat “${title}”.`),
    ...more(executivesToAdd, executivesToAdd === 1 ? 'executive director' : 'executive directors'),
    ...more(
      nonExecutivesToAdd,
      nonExecutivesToAdd === 1 ? 'non-executive director' : 'non-executive directors',
    ),
    ...(executivesOfAnyBackground === null || executivesOfAnyBackground === 0
      ? []
      : [
          `Beyond those whom the law names, ${executivesOfAnyBackground} executive ` +
            `${executivesOfAnyBackground === 1 ? 'seat' : 'seats'} can be held by somebody of any profession.`,
        ]),
  ];
}

function titled(codes: readonly string[], titles: ReadonlyMap<string, string>): readonly string[] {
  return codes.map((code) => titles.get(code) ?? code);
}
