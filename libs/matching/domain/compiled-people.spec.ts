import { catalogueForSector } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { PairJudge } from './pair-judge';
import { DEFAULT_RULES } from './rules';

describe('people as numbers', () => {
  it('keep stages apart in a sector that has hundreds of them', () => {
    const catalogue = catalogueForSector({
      ...{ code: 'ladder', title: 'A long ladder', version: '1' },
      sources: [{ code: 'own', title: 'Own', publisher: 'Nobody', published: '2026' }],
      stages: Array.from({ length: 200 }, (_, nth) => ({
        ...{ code: `s${nth}`, title: `Rung number ${nth}.`, description: 'A rung.', source: 'own' },
      })),
      areas: [{ code: 'A', title: 'Area', description: 'All of it.', source: 'own' }],
      standards: [{ code: 'A-1', title: 'Standard', area: 'A' }],
      competencies: [{ code: 'A-1.1', title: 'Climbing', standard: 'A-1', descriptors: {} }],
    });
    const mentee = aMentee({ stage: 's148', targetStage: 's149', gaps: ['A-1.1'] });
    const judged = [130, 148, 149, 150].map((stage) => {
      const mentor = aMentor({ stage: `s${stage}`, strengths: [`A-1.1@s${stage}`] });
      const judge = new PairJudge({ mentees: [mentee], mentors: [mentor], catalogue }, DEFAULT_RULES);
      return judge.judge(0, 0, new Int32Array(9)) > 0;
    });
    expect(judged).toEqual([false, false, true, true]);
  });
});
