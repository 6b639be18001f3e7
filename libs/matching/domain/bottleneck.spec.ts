import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { type Bottleneck, rankBottlenecks } from './bottleneck';
import { PairJudge } from './pair-judge';
import { inWordsBy } from './reason-in-round-numbers';
import { DEFAULT_RULES } from './rules';
import { Shortages } from './shortage';
import type { TellCount } from './told-count';

const inWords = inWordsBy(DEFAULT_DISCLOSURE_POLICY);

const dietitian = {
  background: 'ahp/dietitian',
  gaps: ['MP-1.1'],
  region: 'midlands',
  languages: ['en', 'cy'],
};

const mentees = [
  aMentee({ id: 'a', gaps: ['SE-1.1'] }),
  aMentee({ id: 'b', gaps: ['SE-1.1', 'DA-1.1'] }),
  aMentee({ id: 'c', ...dietitian, targetStage: '3' }),
  aMentee({ id: 'd', ...dietitian }),
  aMentee({ id: 'e', ...dietitian }),
  aMentee({ id: 'f', ...dietitian, background: 'ahp/radiographer', gaps: ['MP-1.1', 'SE-1.1'] }),
];
const mentors = [
  aMentor({ id: 'x', strengths: ['MP-1.1@3', 'DA-3.3@3'], region: 'midlands', languages: ['cy', 'en'] }),
  aMentor({ id: 'y', strengths: ['SE-1.1@3'], stage: '4', capacity: 2 }),
];
const people = { mentees, mentors, catalogue: healthAndCare };

function bottlenecksWhere(mentorOf: readonly number[], tell?: TellCount): readonly Bottleneck[] {
  const judge = new PairJudge(people, DEFAULT_RULES);
  const capacity = Int32Array.from(mentors, (mentor) => mentor.capacity);
  const shared = new Shortages(judge, Int32Array.from(mentorOf), capacity).all();
  return rankBottlenecks(shared, people, tell).bottlenecks;
}

describe('Bottlenecks', () => {
  // f, matched with x, could be helped by y too: whoever waits for x waits for y's places as well.
  const nested = bottlenecksWhere([1, 1, -1, -1, -1, 0]);

  it('are ranked by those without a match, one within another said to be so', () => {
    const alone = bottlenecksWhere([1, -1, 0, -1, -1, 1]);
    expect(alone.map(({ people, places, without, within }) => [people, places, without, within])).toEqual([
      [6, 3, 3, undefined],
      [3, 1, 2, 0],
    ]);
    expect(alone[1]!.sentences).toContain('They are all among the people of bottleneck 1.');
    expect(nested).toHaveLength(1);
  });

  it('name the professional groups and professions in them, those with most people without a match first', () => {
    expect(nested[0]!.groups).toEqual([
      { path: 'ahp', title: 'Allied health professionals', people: 4, without: 3 },
      { path: 'nurse', title: 'Nurses', people: 2, without: 0 },
    ]);
    expect(nested[0]!.professions).toEqual([
      { path: 'ahp/dietitian', title: 'Dietitians', people: 3, without: 3 },
      { path: 'nurse/adult_nurse', title: 'Adult nurses', people: 2, without: 0 },
      { path: 'ahp/radiographer', title: 'Radiographers', people: 1, without: 0 },
    ]);
  });

  it('say what those without a match ask for, and what the mentors have in common', () => {
    expect(nested[0]).toMatchObject({
      asked: {
        stages: [
          { code: '2', people: 2 },
          { code: '3', people: 1 },
        ],
        topics: [{ code: 'MP-1.1', people: 3 }],
        regions: [{ code: 'midlands', people: 3 }],
        languages: [
          { code: 'cy', people: 3 },
          { code: 'en', people: 3 },
        ],
      },
      mentorsInCommon: { stages: [], topics: [], regions: [], languages: [{ code: 'en', people: 2 }] },
    });
    const ofOneMentor = bottlenecksWhere([1, -1, 0, -1, -1, 1])[1]!;
    expect(ofOneMentor.mentorsInCommon).toMatchObject({
      stages: [{ code: '3' }],
      topics: [{ code: 'MP-1.1' }],
      regions: [{ code: 'midlands' }],
    });
  });

  it('are told in plain words', () => {
    expect(nested[0]!.sentences).toEqual([
      '6 people share 3 places with 2 mentors: 3 are without a match, and no other place can help them.',
      'Without a match: Allied health professionals, 3 of 4.',
      'They aim for stage 2 (2), stage 3 (1) and ask most about MP-1.1 Create a sense of engagement (3).',
      'They work in Midlands (3) and at least half of them can meet in: cy, en.',
      'Both mentors there have in common: the language en.',
    ]);
  });

  it('are told without a single small count or what few people have, and counted all the same', () => {
    const [told] = bottlenecksWhere([1, 1, -1, -1, -1, 0], inWords);
    expect(told!.sentences).toEqual([
      'Fewer than 10 people share fewer than 10 places with fewer than 10 mentors: fewer than 10 are without a match, ' +
        'and no other place can help them.',
      'Without a match: Allied health professionals, fewer than 10 of fewer than 10.',
      'They aim for stage 2 (fewer than 10), stage 3 (fewer than 10) and ask most about MP-1.1 Create a sense of ' +
        'engagement (fewer than 10).',
    ]);
    expect({ ...told, sentences: [] }).toEqual({ ...nested[0], sentences: [] });
  });

  it('name what enough people have where few have something else', () => {
    const region = (at: number): string => (at < 22 ? 'midlands' : 'london');
    const crowd = Array.from({ length: 23 }, (_, at) => aMentee({ id: `m${at}`, region: region(at) }));
    const many = Array.from({ length: 10 }, (_, at) => aMentor({ id: `x${at}` }));
    const mentorOf = Int32Array.from(crowd, (_, at) => (at < 10 ? at : -1));
    const places = Int32Array.from(many, () => 1);
    const round = { mentees: crowd, mentors: many, catalogue: healthAndCare };
    const shared = new Shortages(new PairJudge(round, DEFAULT_RULES), mentorOf, places).all();
    const sentences = rankBottlenecks(shared, round, inWords).bottlenecks[0]!.sentences;
    expect(sentences).toContain(
      'They work in Midlands (about 10) and elsewhere and at least half of them can meet in: en.',
    );
    expect(sentences.at(-1)).toMatch(/^All mentors there have in common: stage 3; practice in /);
  });

  it('name no language in words that few of them share', () => {
    const asking = [
      aMentee({ id: 'a' }),
      aMentee({ id: 'b' }),
      aMentee({ id: 'c', languages: ['en', 'cy'] }),
    ];
    const one = {
      mentees: [...asking, aMentee({ id: 'd' })],
      mentors: [aMentor()],
      catalogue: healthAndCare,
    };
    const shortages = new Shortages(
      new PairJudge(one, DEFAULT_RULES),
      Int32Array.of(-1, -1, -1, 0),
      Int32Array.of(1),
    );
    const [bottleneck] = rankBottlenecks(shortages.all(), one).bottlenecks;
    expect(bottleneck!.asked.languages).toHaveLength(2);
    expect(bottleneck!.sentences.join(' ')).toContain(
      'They work in London (3) and at least half of them can meet in: en.',
    );
  });

  it('are none where everybody has a place', () => {
    expect(bottlenecksWhere([1, 1, 0, 0, 0, 0]).length).toBe(0);
  });
});
