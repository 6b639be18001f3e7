import type { MatchingRules, MatchOutcome, RoundExplanation } from '@evenhand/matching';
import type { Catalogue } from '@evenhand/taxonomy';
import { Markup, markup } from './markup';
import { REPORT_STYLE } from './report-style';
import { accessSection } from './sections/access-section';
import { bottlenecksSection } from './sections/bottlenecks-section';
import { certificateSection } from './sections/certificate-section';
import { outcomeSection } from './sections/outcome-section';
import { qualitySection } from './sections/quality-section';
import { recruitmentSection } from './sections/recruitment-section';
import { rulesSection } from './sections/rules-section';

/** Everything that a report is made from. */
export interface ReportParts {
  readonly outcome: MatchOutcome;
  readonly explanation: RoundExplanation;
  readonly rules: MatchingRules;
  readonly catalogue: Catalogue;
  /** The day of the round, `YYYY-MM-DD`. */
  readonly onDate: string;
  readonly problemSha256: string;
  readonly engine: string;
}

const CONTENTS: readonly (readonly [id: string, title: string])[] = [
  ['outcome', 'What was asked and what came of it'],
  ['access', 'Access by professional group'],
  ['quality', 'Quality of the matches'],
  ['bottlenecks', 'Bottlenecks'],
  ['recruitment', 'Whom to recruit'],
  ['certificate', 'Certificate'],
  ['rules', 'Rules used'],
];

/**
 * A round as one page for the coordinator: no network, no script, nothing but itself. It holds counts by group and names
 * nobody, so it can be printed and passed on within the programme. The same round gives the same bytes.
 */
export function reportHtml(parts: ReportParts): string {
  const { outcome, explanation, rules, catalogue, onDate, problemSha256, engine } = parts;
  return markup`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Matching round of ${onDate}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<header><div><h1>Matching round of ${onDate}</h1></div></header>
<main>
<p class="note">This report holds counts by professional group and profession, and nobody’s name or id. The counts are true ones,
small ones too: whoever is one of three can be recognised by them. Pass it on only to those who run or audit the programme.</p>
<p>Every match is a proposal: a person confirms it.</p>
<nav aria-label="Contents"><ul>${CONTENTS.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${outcomeSection(outcome)}${accessSection(outcome.access)}${qualitySection(explanation.quality)}${bottlenecksSection(
    explanation.bottlenecks,
  )}${recruitmentSection(explanation, outcome.gapsNobodyOffers)}${certificateSection(outcome.allocation, {
    problemSha256,
    engine,
  })}${rulesSection(rules, catalogue, onDate)}</main>
<footer><p>Made by Evenhand from the files of the round.</p></footer>
</body>
</html>
`.html;
}
