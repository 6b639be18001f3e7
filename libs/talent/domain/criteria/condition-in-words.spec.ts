import { healthAndCare } from '@evenhand/taxonomy';
import { CONDITION_KINDS, type Condition } from './condition';
import { conditionInWords } from './condition-in-words';

const WORDS: readonly (readonly [Condition, string])[] = [
  [{ asks: 'stage', stage: '3' }, 'holds a post at stage 3 (Senior managers and leaders) or above'],
  [{ asks: 'region', regions: ['london', 'midlands'] }, 'holds a post in London or Midlands'],
  [{ asks: 'organisation', organisationIds: ['a'] }, 'holds a post in the organisation that the pool is for'],
  [
    { asks: 'organisation', organisationIds: ['a', 'b'] },
    'holds a post in one of the 2 organisations that the pool is for',
  ],
  [{ asks: 'in_post', months: 1 }, 'has held a present post for 1 month'],
  [{ asks: 'in_post', months: 12 }, 'has held a present post for 12 months'],
  [
    { asks: 'practised', topic: 'SE-1.1', stage: '2' },
    `has practised “${healthAndCare.topics[0]!.title}” at stage 2 or above`,
  ],
  [{ asks: 'readiness', horizon: '1-3' }, 'was found ready by “1-3 years” or sooner'],
  [
    { asks: 'assessment', dimension: 'potential', level: 3 },
    'was found at level 3 of 4 or above in potential',
  ],
];

describe('a condition in words', () => {
  it.each(WORDS)('%j', (condition, words) => {
    expect(conditionInWords(condition, healthAndCare)).toBe(words);
  });

  it('is there for every kind', () => {
    expect([...new Set(WORDS.map(([{ asks }]) => asks))]).toEqual(CONDITION_KINDS);
  });
});
