import type { RegisteredPost } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import type { Condition } from './condition';
import type { Criteria } from './criterion';
import { altogether, type Finding, findingsOn, type KnownOfPerson } from './criterion-finding';

const post = (parts: Partial<RegisteredPost> = {}): RegisteredPost => ({
  organisationId: 'north-trust',
  region: 'london',
  stage: '2',
  from: '2025-10-01',
  ...parts,
});

const known = (parts: Partial<KnownOfPerson> = {}): KnownOfPerson => ({
  posts: [post()],
  strengths: [{ topic: 'SE-1.1', stage: '2' }],
  assessment: { horizon: '1-3', dimensions: [{ dimension: 'potential', level: 3, evidence: 'Grew.' }] },
  today: '2026-10-01',
  ...parts,
});

function found(rule: readonly [Condition, ...Condition[]], person: KnownOfPerson = known()) {
  const [finding] = findingsOn([{ code: 'c', sentence: 'C.', rule }], person, healthAndCare);
  return finding!;
}

describe('what is found about a criterion', () => {
  it.each<[Finding, Condition, Partial<KnownOfPerson>, string]>([
    ['met', { asks: 'stage', stage: '2' }, {}, 'Holds a post at stage 2; 2 or above is asked.'],
    ['not_met', { asks: 'stage', stage: '3' }, {}, 'Holds a post at stage 2; 3 or above is asked.'],
    [
      'met',
      { asks: 'stage', stage: '3' },
      { posts: [post(), post({ stage: '4' })] },
      'Holds a post at stage 4; 3 or above is asked.',
    ],
    [
      'not_known',
      { asks: 'stage', stage: '1' },
      { posts: [post({ to: '2026-09-30' })] },
      'No present post is on record.',
    ],
    ['met', { asks: 'region', regions: ['midlands', 'london'] }, {}, 'Holds a post in London or Midlands.'],
    ['not_met', { asks: 'region', regions: ['midlands'] }, {}, 'Holds no post in Midlands.'],
    [
      'not_met',
      { asks: 'organisation', organisationIds: ['south-trust'] },
      {},
      'Holds no post in an organisation that is in scope.',
    ],
    [
      'met',
      { asks: 'in_post', months: 12 },
      {},
      'Has held a present post for 12 whole months; 12 months are asked.',
    ],
    [
      'not_met',
      { asks: 'in_post', months: 12 },
      { today: '2026-09-30' },
      'Has held a present post for 11 whole months; 12 months are asked.',
    ],
    [
      'not_known',
      { asks: 'in_post', months: 12 },
      { posts: [{ organisationId: 'north-trust', region: 'london', stage: '2' }] },
      'Since when a present post is held is not on record; 12 months are asked.',
    ],
    [
      'met',
      { asks: 'practised', topic: 'SE-1.1', stage: '1' },
      {},
      `Offers “${healthAndCare.topics[0]!.title}” as practised at stage 2; 1 is asked.`,
    ],
    [
      'not_known',
      { asks: 'practised', topic: 'SE-1.1', stage: '3' },
      {},
      `Nothing on record shows “${healthAndCare.topics[0]!.title}” at stage 3 or above.`,
    ],
    ['met', { asks: 'readiness', horizon: '3-5' }, {}, 'Was found ready for 1-3; 3-5 or sooner is asked.'],
    [
      'not_met',
      { asks: 'readiness', horizon: '0-1' },
      {},
      'Was found ready for 1-3; 0-1 or sooner is asked.',
    ],
    [
      'met',
      { asks: 'assessment', dimension: 'potential', level: 3 },
      {},
      'The potential was found at level 3; 3 or above is asked.',
    ],
    [
      'not_met',
      { asks: 'assessment', dimension: 'potential', level: 4 },
      {},
      'The potential was found at level 3; 4 or above is asked.',
    ],
    [
      'not_known',
      { asks: 'assessment', dimension: 'resilience', level: 1 },
      {},
      'The resilience is not assessed yet.',
    ],
  ])('is %s where it is %j', (finding, condition, parts, because) => {
    expect(found([condition], known(parts))).toEqual({
      code: 'c',
      sentence: 'C.',
      finding,
      because: [because],
    });
  });

  it('is not known before anybody was assessed', () => {
    const { assessment: _, ...unassessed } = known();
    expect(found([{ asks: 'readiness', horizon: 'now' }], unassessed).finding).toBe('not_known');
    expect(found([{ asks: 'assessment', dimension: 'potential', level: 0 }], unassessed).finding).toBe(
      'not_known',
    );
  });

  it('is what the best condition says, and what is not known is not held against anybody', () => {
    const [meets, fails] = [
      { asks: 'stage', stage: '2' },
      { asks: 'stage', stage: '4' },
    ] as const;
    const unknown = { asks: 'practised', topic: 'SE-1.1', stage: '4' } as const;
    expect(found([fails, unknown, meets])).toMatchObject({ finding: 'met', because: { length: 3 } });
    expect(found([fails, unknown]).finding).toBe('not_known');
    expect(found([fails, fails]).finding).toBe('not_met');
  });

  it('is for people to say where there is no rule', () => {
    expect(findingsOn([{ code: 'c', sentence: 'C.' }], known(), healthAndCare)).toEqual([
      { code: 'c', sentence: 'C.', finding: 'not_known', because: ['It has no rule: people judge it.'] },
    ]);
  });
});

describe('findings altogether', () => {
  const criterion = (code: string, stage?: string): Criteria[number] => ({
    ...{ code, sentence: `${code}.` },
    ...(stage === undefined ? {} : { rule: [{ asks: 'stage', stage }] }),
  });
  const come = (...criteria: [Criteria[number], ...Criteria[number][]]) => {
    const post = { organisationId: 'trust', region: 'london', stage: '2' };
    return altogether(
      findingsOn(criteria, { posts: [post], strengths: [], today: '2026-10-01' }, healthAndCare),
    );
  };

  it('are met where every rule is, whatever people are to judge', () => {
    expect(come(criterion('a', '2'), criterion('b'))).toBe('met');
    expect(come(criterion('a', '2'), criterion('b', '3'))).toBe('not_met');
    expect(come(criterion('b'))).toBe('not_known');
    expect(altogether([])).toBe('not_known');
  });
});
