import { solve } from '@evenhand/allocation';
import { checkRules, explainRound, type MatchInput, matchPeople } from '@evenhand/matching';
import { catalogueForSector, healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { reportHtml, type ReportParts } from './report';

const RULES = checkRules({ seed: 'spring', prior: { nurse: { asked: 12, matched: 5 } } });

function partsOf(
  people: Pick<MatchInput, 'mentees' | 'mentors'>,
  { catalogue = healthAndCare, rules = RULES } = {},
): ReportParts {
  const input = { ...people, catalogue, rules, onDate: '2026-11-20', solve };
  const outcome = matchPeople(input);
  const explanation = explainRound({ outcome, problem: outcome.problem, rules, catalogue, solve });
  const engine = 'an engine';
  return { outcome, explanation, rules, catalogue, onDate: '2026-11-20', problemSha256: 'f00d', engine };
}

const PEOPLE = {
  mentees: [
    ...['ana', 'ben', 'cat'].map((id) => aMentee({ id, name: `${id} Ford`, email: `${id}@example.org` })),
    aMentee({ id: 'dev', name: 'dev Ford', background: 'ahp/dietitian', gaps: ['SE-3.3'] }),
    aMentee({ id: 'eve', consent: false }),
  ],
  mentors: [aMentor({ id: 'max', name: 'max Holt', email: 'max@example.org' })],
};

/** The words of a page, without its style. */
function wordsOf(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('A report', () => {
  const parts = partsOf(PEOPLE);
  const html = reportHtml(parts);

  it('is one page that fetches nothing and runs nothing', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<(script|link|img|iframe|object|form)|\ssrc=|url\((?!#)|@import| on\w+=/i);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('names nobody: no name, no address, no id', () => {
    expect(wordsOf(html)).not.toMatch(/\b(ana|ben|cat|dev|eve|max)\b|Ford|Holt|@|Northfield|Southfield/);
  });

  it('says of itself that it names nobody and holds true counts', () => {
    expect(wordsOf(html)).toContain('nobody’s name or id. The counts are true ones');
  });

  it('has every part under a heading of its own, and a way to each', () => {
    const headings = [...html.matchAll(/<h2 id="(\w+)">([^<]*)<\/h2>/g)].map(([, id, title]) => [id, title]);
    const links = [...html.matchAll(/<a href="#(\w+)">([^<]*)<\/a>/g)].map(([, id, title]) => [id, title]);
    expect(headings).toHaveLength(7);
    expect(links).toEqual(headings);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it('has for every picture a name, a description and a table', () => {
    const pictures = [...html.matchAll(/<svg [^>]*id="([^"]+)"/g)].map(([, id]) => id);
    expect(pictures).toEqual([
      ...['access-chart', 'quality-chart', 'bottlenecks-chart'],
      ...parts.explanation.targets.map((_, at) => `proposal-${at + 1}-chart`),
    ]);
    expect(html.match(/<desc /g)).toHaveLength(pictures.length);
    expect(html.match(/<caption>/g)!.length).toBe(html.match(/<table /g)!.length);
    expect(html).not.toMatch(/<th(?![^>]*scope=)[ >]/);
  });

  it('tells what was asked and what came of it', () => {
    expect(wordsOf(html)).toContain(
      '1 person of 4 who asked is matched, 25%. 0 places stay free. 3 people stay without a match: for 1 no mentor is ' +
        'eligible by the rules; for 2 there is one, whose places went to others or would add nothing to what the round ' +
        'optimises. 1 more entry took no part, without consent or not active.',
    );
  });

  it('tells access, bottlenecks and whom to recruit as the explanation has them', () => {
    const words = wordsOf(html);
    expect(words).toContain(
      'The lowest access rate is that of Allied health professionals, 0% (0 of 1); the highest that of Nurses, 33% (1 of 3).',
    );
    const { bottlenecks, targets } = parts.explanation;
    for (const sentence of [
      ...bottlenecks.flatMap(({ sentences }) => sentences),
      ...targets.flatMap(({ sentences, effects }) => [
        ...sentences,
        ...effects.map((effect) => effect.sentence),
      ]),
    ]) {
      expect(words).toContain(sentence);
    }
    expect(words).toContain('SE-3.3 Manage with civility and compassion');
  });

  it('tells the rules, the seed and the problem that was solved', () => {
    const words = wordsOf(html);
    expect(words).toContain('Problem (SHA-256) f00d');
    expect(words).toContain('Seed spring');
    expect(words).toContain(
      'as many people matched as possible; then access as even as possible; then the longest waits; then the best fit; ' +
        'last the draw by the seed',
    );
    expect(words).toMatch(/Access in earlier rounds that counts .* nurse Asked 12 Matched 5/);
  });

  it('counts what one more place could bring', () => {
    const placeWorth = [{ gain: 'coverage' as const, most: 0, sentence: '' }];
    const withOne = reportHtml({ ...parts, explanation: { ...parts.explanation, placeWorth } });
    expect(wordsOf(withOne)).toContain('One more person matched Mentors 1 ');
  });

  it('says that its certificate was verified', () => {
    expect(wordsOf(html)).toContain('Certificate valid: a verifier that shares nothing with the engine');
  });

  it('says so where no effect could be computed', () => {
    const targets = parts.explanation.targets.map((target) => ({ ...target, effects: [] }));
    expect(wordsOf(reportHtml({ ...parts, explanation: { ...parts.explanation, targets } }))).toContain(
      'What such mentors would change was not computed',
    );
  });

  it('is the same to the byte for the same round, in whatever order people are handed in', () => {
    const reversed = { mentees: [...PEOPLE.mentees].reverse(), mentors: [...PEOPLE.mentors].reverse() };
    expect(reportHtml(partsOf(reversed))).toBe(html);
  });

  it.each([
    ['nobody at all', { mentees: [], mentors: [] }, 'Nobody asked.'],
    [
      'nobody who offers',
      { mentees: [aMentee()], mentors: [] },
      'no mentor with a place is eligible for them',
    ],
    ['a place for everybody', { mentees: [aMentee()], mentors: [aMentor()] }, 'there is nobody to propose'],
  ])('can be made of a round with %s', (_, people, words) => {
    expect(wordsOf(reportHtml(partsOf(people)))).toContain(words);
  });

  it('holds hostile words of its files as words', () => {
    const hostile = `<script>alert("1")</script><img src=x onerror='alert(2)'>`;
    const { professions, professionalGroups, regions } = healthAndCare.content;
    const catalogue = catalogueForSector({
      ...{ code: 'hostile', title: hostile, version: '1' },
      professionalGroups: professionalGroups.map((group) => ({
        ...group,
        title: `${group.title} ${hostile}`,
      })),
      professions: professions.map((profession) => ({
        ...profession,
        title: `${profession.title} ${hostile}`,
      })),
      regions: regions.map((region) => ({ ...region, title: `${region.title} ${hostile}` })),
    });
    const rules = checkRules({ seed: hostile });
    const page = reportHtml(partsOf(PEOPLE, { catalogue, rules }));
    expect(page).not.toMatch(/<script|<img|onerror='/);
    expect(page).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;',
    );
  });
});
