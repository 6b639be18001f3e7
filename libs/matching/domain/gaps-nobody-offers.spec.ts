import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { gapsNobodyOffers } from './gaps-nobody-offers';

describe('What nobody offers', () => {
  const mentees = [
    aMentee({ id: 'a', gaps: ['MP-1.1', 'SE-1.1'], targetStage: '2' }),
    aMentee({ id: 'b', gaps: ['MP-1.1', 'SE-1.1'], targetStage: '3' }),
    aMentee({ id: 'c', gaps: ['MP-1.1'], targetStage: '3' }),
  ];

  it('is counted by topic and target stage, in the order of the catalogue', () => {
    const mentors = [aMentor({ strengths: ['SE-1.1@2', 'MP-1.1@1'] })];
    expect(gapsNobodyOffers(mentees, mentors, healthAndCare)).toEqual([
      { topic: 'SE-1.1', title: 'Prioritise for productivity', stage: '3', mentees: 1 },
      { topic: 'MP-1.1', title: 'Create a sense of engagement', stage: '2', mentees: 1 },
      { topic: 'MP-1.1', title: 'Create a sense of engagement', stage: '3', mentees: 2 },
    ]);
  });

  it('is nothing where one mentor has practised each gap at a higher stage still', () => {
    expect(
      gapsNobodyOffers(mentees, [aMentor({ strengths: ['SE-1.1@4', 'MP-1.1@3'] })], healthAndCare),
    ).toEqual([]);
  });

  it('holds what only a mentor without a place has practised', () => {
    const mentors = [aMentor({ strengths: ['SE-1.1@4', 'MP-1.1@4'], capacity: 0 })];
    expect(gapsNobodyOffers(mentees, mentors, healthAndCare)).toHaveLength(4);
  });
});
