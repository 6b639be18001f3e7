import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee } from '@evenhand/testing';
import { inWordsBy } from '../reason-in-round-numbers';
import { recruitmentEffect, type RecruitmentEffect } from './recruitment-effect';

const inWords = inWordsBy(DEFAULT_DISCLOSURE_POLICY);

const mentees = [
  ...['a', 'b', 'c'].map((id) => aMentee({ id })),
  ...['d', 'e'].map((id) => aMentee({ id, background: 'ahp/dietitian' })),
  ...['f', 'g'].map((id) => aMentee({ id, background: 'ahp/radiographer' })),
];

function effect(mentors: number, before: number[], after: number[], asking = mentees): RecruitmentEffect {
  return recruitmentEffect(mentors, asking, Int32Array.from(before), Int32Array.from(after), healthAndCare);
}

describe('What recruited mentors would change', () => {
  it('is counted by group and profession, where anything changes', () => {
    expect(effect(2, [0, -1, -1, 0, 0, -1, -1], [3, 0, 3, 0, -1, -1, 2])).toMatchObject({
      ...{ mentors: 2, more: 2 },
      groups: [{ path: 'nurse', title: 'Nurses', asked: 3, before: 1, after: 3 }],
      professions: [
        { path: 'ahp/dietitian', asked: 2, before: 2, after: 1 },
        { path: 'ahp/radiographer', asked: 2, before: 0, after: 1 },
        { path: 'nurse/adult_nurse', asked: 3, before: 1, after: 3 },
      ],
    });
  });

  it('is told with those that gain most and everybody who loses', () => {
    expect(effect(2, [0, -1, -1, 0, 0, -1, -1], [3, 0, 3, 0, -1, -1, 2]).sentence).toBe(
      '2 mentors like this let 2 more people be matched, raise Nurses from 33% to 100%, and cost no professional group ' +
        'a match. By profession, more are matched of Adult nurses from 33% to 100% and Radiographers from 0% to 50%. ' +
        'Fewer are matched of Dietitians from 100% to 50%.',
    );
    expect(effect(1, [0, -1, -1, 0, 0, -1, -1], [0, 1, 1, 0, -1, -1, -1]).sentence).toBe(
      '1 mentor like this lets 1 more person be matched, raises Nurses from 33% to 100%; it costs Allied health ' +
        'professionals from 50% to 25%. By profession, more are matched of Adult nurses from 33% to 100%. Fewer are ' +
        'matched of Dietitians from 100% to 50%.',
    );
  });

  it('is told in counts where percentages would hide it', () => {
    const many = Array.from({ length: 300 }, (_, at) => aMentee({ id: `m${at}` }));
    const before = many.map((_, at) => (at < 150 ? 0 : -1));
    const after = many.map((_, at) => (at < 151 ? 0 : -1));
    expect(effect(1, before, after, many).sentence).toContain(
      'raises Nurses from 150 to 151 of 300, and costs',
    );
  });

  it('is told without a small count, or a share of few people', () => {
    const sentenceOf = (asking: typeof mentees, before: number[], after: number[]): string => {
      const [then, now] = [Int32Array.from(before), Int32Array.from(after)];
      return recruitmentEffect(1, asking, then, now, healthAndCare, inWords).sentence;
    };
    expect(sentenceOf(mentees, [0, -1, -1, 0, 0, -1, -1], [0, 1, 1, 0, -1, -1, -1])).toBe(
      '1 mentor like this lets fewer than 10 more people be matched, raises Nurses (fewer than 10 asked); it costs Allied ' +
        'health professionals (fewer than 10 asked). By profession, more are matched of Adult nurses (fewer than 10 ' +
        'asked). Fewer are matched of Dietitians (fewer than 10 asked).',
    );
    const many = Array.from({ length: 300 }, (_, at) => aMentee({ id: `m${at}` }));
    const matchedUpTo = (end: number): number[] => many.map((_, at) => (at < end ? 0 : -1));
    expect(sentenceOf(many, matchedUpTo(150), matchedUpTo(151))).toContain(
      'raises Nurses by fewer than 10 of about 300, and',
    );
    expect(sentenceOf(many, matchedUpTo(150), matchedUpTo(180))).toContain('raises Nurses from 50% to 60%');
  });

  it('says so where nothing changes', () => {
    expect(effect(3, [0, -1, -1, -1, -1, -1, -1], [0, -1, -1, -1, -1, -1, -1]).sentence).toBe(
      '3 mentors like this let nobody more be matched, and cost no professional group a match. No profession loses a match.',
    );
  });
});
