import type { MatchOutcome, RoundExplanation } from '@evenhand/matching';
import { accessTable } from '@evenhand/terminal';

/** What is told beside the outcome itself. */
export interface Told {
  readonly notices: readonly string[];
  readonly files: readonly string[];
}

/** Nothing is written that the verifier has not accepted. */
const CERTIFIED = 'certificate valid: by these rules no better matching is possible';

/** So many gaps that nobody offers are named; `gaps.csv` holds all of them. */
const MOST_GAPS_NAMED = 5;
/** So many bottlenecks, and proposals whom to recruit, are named; `report.html` holds the others. */
const MOST_EXPLAINED = 3;

/** An outcome as a person reads it on a terminal: totals, access by professional group, what is missing, whom to recruit. */
export function outcomeText(
  { totals, access, gapsNobodyOffers }: MatchOutcome,
  explanation: RoundExplanation,
  { notices, files }: Told,
): string {
  const { asked, matched, mentors, places } = totals;
  const lines = [
    `${asked === 1 ? '1 person' : `${asked} people`} asked for a mentor: ${matched} matched. ` +
      `${count(mentors, 'mentor', 'mentors')} offered ${count(places, 'place', 'places')}: ${places - matched} free.`,
    '',
    ...accessTable(access.groups),
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
  lines.push(...whyAndWhatNext(explanation));
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
  return [...lines, '', CERTIFIED, '', 'Written:', ...files.map((file) => `  ${file}`), ''].join('\n');
}

function whyAndWhatNext({ bottlenecks, targets }: RoundExplanation): string[] {
  const computed = targets.filter(({ effects }) => effects.length > 0).slice(0, MOST_EXPLAINED);
  return [
    ...(bottlenecks.length === 0
      ? []
      : [
          '',
          'Bottlenecks, those with most people without a match first:',
          ...bottlenecks.slice(0, MOST_EXPLAINED).map(({ sentences }) => `  ${sentences[0]!}`),
        ]),
    ...(computed.length === 0
      ? []
      : [
          '',
          'Whom to recruit, and what it would change (the profiles are in report.html):',
          ...computed.map(
            ({ profile: { stage, topics }, effects }) =>
              `  Stage ${stage.code}, ${topics.map(({ code }) => code).join(', ')}: ${effects.at(-1)!.sentence}`,
          ),
        ]),
  ];
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
