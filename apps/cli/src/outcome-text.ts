import type { AccessRow, MatchOutcome, Share } from '@evenhand/matching';

/** What is told beside the outcome itself. */
export interface Told {
  readonly notices: readonly string[];
  readonly files: readonly string[];
}

/** So many gaps that nobody offers are named; `gaps.csv` holds all of them. */
const MOST_GAPS_NAMED = 5;

/** An outcome as a person reads it on a terminal: totals, access by professional group, what is missing. */
export function outcomeText(
  { totals, access, gapsNobodyOffers }: MatchOutcome,
  { notices, files }: Told,
): string {
  const { asked, matched, mentors, places } = totals;
  const lines = [
    `${asked === 1 ? '1 person' : `${asked} people`} asked for a mentor: ${matched} matched. ` +
      `${count(mentors, 'mentor', 'mentors')} offered ${count(places, 'place', 'places')}: ${places - matched} free.`,
    '',
    ...table(access.groups),
    '',
    'Ask rate: asked of those in scope. Access rate: matched of those who asked. Reach: matched of those in scope.',
  ];
  const leftBehind = access.professions.filter(({ asked, matched }) => asked > 0 && matched === 0);
  if (leftBehind.length > 0) {
    lines.push(
      '',
      'Professions without a single match:',
      ...leftBehind.map(
        ({ title, asked, noEligibleMentor }) =>
          `  ${title}: ${asked} asked, ${noEligibleMentor} without an eligible mentor`,
      ),
    );
  }
  if (gapsNobodyOffers.length > 0) {
    const most = [...gapsNobodyOffers].sort((a, b) => b.mentees - a.mentees).slice(0, MOST_GAPS_NAMED);
    lines.push(
      '',
      `Nobody offers help with ${count(gapsNobodyOffers.length, 'gap', 'gaps')} at the stage asked for; the most wanted:`,
      ...most.map(
        ({ topic, title, stage, mentees }) => `  ${topic} ${title} at stage ${stage}: ${mentees} asked`,
      ),
    );
  }
  if (notices.length > 0) {
    lines.push('', ...notices.map((notice) => `Note: ${notice}`));
  }
  return [...lines, '', 'Written:', ...files.map((file) => `  ${file}`), ''].join('\n');
}

const HEADINGS = ['Professional group', 'Places', 'Asked', 'Matched', 'Ask rate', 'Access rate', 'Reach'];

function table(rows: readonly AccessRow[]): string[] {
  const cells = rows.map((row) => [
    row.title,
    String(row.places),
    String(row.asked),
    String(row.matched),
    percent(row.askRate),
    percent(row.accessRate),
    percent(row.reach),
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return [line(HEADINGS), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)];
}

/** A whole percentage, rounded half up; a dash where it would be a share of nobody or of an unknown number. */
function percent(share: Share | undefined): string {
  if (share === undefined) {
    return '–';
  }
  const [part, of] = share;
  const doubled = 200 * part + of;
  return `${(doubled - (doubled % (2 * of))) / (2 * of)}%`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
