import type { Likeness } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import fc from 'fast-check';
import { explainPair } from './explanation';
import { PairJudge } from './pair-judge';
import { preferencesMet } from './preferences-met';
import { DEFAULT_RULES } from './rules';

const likeness = fc.constantFrom<Likeness[]>('same', 'different', 'any');
const organisation = fc.constantFrom('Northfield', ' NORTHFIELD ', 'Southfield');

describe('Preferences that a match meets', () => {
  it('are those that its notes call met', () => {
    fc.assert(
      fc.property(
        fc.record({ preferProfession: likeness, preferOrganisation: likeness, organisation }),
        fc.record({
          organisation,
          background: fc.constantFrom('nurse/adult_nurse', 'nurse/health_visitor', 'ahp/dietitian'),
        }),
        (asking, offering) => {
          const mentee = aMentee(asking);
          const mentor = aMentor(offering);
          const judge = new PairJudge(
            { mentees: [mentee], mentors: [mentor], catalogue: healthAndCare },
            { ...DEFAULT_RULES, floor: 0 },
          );
          const explanation = explainPair(judge, 0, 0);
          const notes = explanation.eligible ? explanation.notes : [];
          const stated = notes.filter((note) => note.startsWith('Prefers'));
          expect(preferencesMet(mentee, mentor)).toEqual({
            stated: stated.length,
            met: stated.filter((note) => note.includes(': met')).length,
          });
        },
      ),
    );
  });
});
