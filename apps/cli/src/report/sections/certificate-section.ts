import type { Allocation } from '@evenhand/allocation';
import { type Markup, markup } from '../markup';
import { grouped } from '../numbers-in-words';
import { reportList } from '../report-table';

/** What the result rests on: which problem it answers, what it reaches, and that this was verified. */
export function certificateSection(
  { matched, rates, priority, score }: Allocation,
  { problemSha256, engine }: { readonly problemSha256: string; readonly engine: string },
): Markup {
  const sorted = (level: 1 | 2): string =>
    (rates?.[level] ?? []).map(([count, of]) => `${grouped(count)}/${grouped(of)}`).join(', ');
  return markup`<section aria-labelledby="certificate"><h2 id="certificate">Certificate</h2>
<p class="note">Certificate valid: a verifier that shares nothing with the engine has confirmed that the rules allow no better matching.</p>
${reportList([
  ['Problem (SHA-256)', problemSha256],
  ['Engine', engine],
  ['Matched', grouped(matched)],
  ...(rates?.[1] === undefined ? [] : [['Rates of groups, lowest first', sorted(1)] as const]),
  ...(rates?.[2] === undefined ? [] : [['Rates of professions, lowest first', sorted(2)] as const]),
  ['Days of waiting ended', grouped(priority)],
  ['Sum of scores', grouped(score)],
])}
<p>The rates count access in earlier rounds where the rules give it, as fractions in lowest terms.</p>
</section>
`;
}
