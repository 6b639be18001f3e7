import { wholePercent } from '@evenhand/kernel';
import type { MatchOutcome } from '@evenhand/matching';
import { type Markup, markup } from '../markup';
import { counted, grouped } from '../numbers-in-words';

/** What was asked, and what came of it. */
export function outcomeSection({ totals, unmatched, notTakingPart, notices }: MatchOutcome): Markup {
  const { asked, matched, mentors, places } = totals;
  const helpless = unmatched.filter(({ eligibleMentors }) => eligibleMentors === 0).length;
  const figures: readonly (readonly [number, string])[] = [
    [asked, 'asked for a mentor'],
    [matched, 'matched'],
    [mentors, mentors === 1 ? 'mentor offered' : 'mentors offered'],
    [places, places === 1 ? 'place' : 'places'],
  ];
  return markup`<section aria-labelledby="outcome"><h2 id="outcome">What was asked and what came of it</h2>
<ul class="figures">${figures.map(([figure, what]) => markup`<li><strong>${grouped(figure)}</strong> ${what}</li>`)}</ul>
<p>${counted(matched, 'person', 'people')} of ${grouped(asked)} who asked ${matched === 1 ? 'is' : 'are'} matched${
    asked === 0 ? '' : `, ${wholePercent([matched, asked])}`
  }. ${counted(places - matched, 'place')} ${places - matched === 1 ? 'stays' : 'stay'} free. ${
    unmatched.length === 0
      ? 'Nobody stays without a match.'
      : `${counted(unmatched.length, 'person', 'people')} ${unmatched.length === 1 ? 'stays' : 'stay'} without a match: ` +
        `for ${grouped(helpless)} no mentor is eligible by the rules; for ${grouped(unmatched.length - helpless)} there is one, whose places went to others or would add nothing to what the round optimises.`
  }${
    notTakingPart.length === 0
      ? ''
      : ` ${counted(notTakingPart.length, 'more entry', 'more entries')} took no part, without consent or not active.`
  }</p>
${notices.length === 0 ? '' : markup`<h3>To be noted</h3><ul>${notices.map(({ sentence }) => markup`<li>${sentence}</li>`)}</ul>`}
</section>
`;
}
