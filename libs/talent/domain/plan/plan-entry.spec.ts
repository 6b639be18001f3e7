import { vacancyFaults } from './leadership-plan';
import {
  entryFaults,
  isOverdue,
  MOST_ENTRIES,
  type NameableCodes,
  type PlanAction,
  type PlanRisk,
  refuseFull,
} from './plan-entry';
import { releaseFaults } from './plan-section';

const CODES: NameableCodes = {
  chapters: ['diagnosis'],
  escalationLevels: ['local', 'regional', 'national'],
  horizons: ['now', '0-1'],
  regions: ['london'],
  professions: ['midwife'],
  organisations: ['a'],
};
const action: PlanAction = {
  ...{ chapter: 'diagnosis', title: 'Count', owner: 'Director of people' },
  ...{ dueOn: '2026-10-01', state: 'planned' },
};
const risk: PlanRisk = {
  ...{ kind: 'risk', description: 'It stops.', escalation: 'regional', likelihood: 2, impact: 4 },
  ...{ mitigation: 'Money.', owner: 'Chair', state: 'open' },
};

describe('An action', () => {
  it('is overdue once its day is over, unless it is done or dropped', () => {
    expect(isOverdue(action, '2026-10-01')).toBe(false);
    expect(isOverdue(action, '2026-10-02')).toBe(true);
    expect(isOverdue({ ...action, state: 'under_way' }, '2027-01-01')).toBe(true);
    expect(isOverdue({ ...action, state: 'done' }, '2027-01-01')).toBe(false);
    expect(isOverdue({ ...action, state: 'dropped' }, '2027-01-01')).toBe(false);
  });

  it('belongs to a chapter that there is', () => {
    expect(entryFaults('action', action, CODES)).toEqual([]);
    expect(entryFaults('action', { ...action, chapter: 'x' }, CODES)).toEqual([
      'chapter: "x" is no chapter of a plan',
    ]);
  });
});

describe('A barrier or risk', () => {
  it('is taken to a level that there is', () => {
    expect(entryFaults('risk', risk, CODES)).toEqual([]);
    expect(entryFaults('risk', { ...risk, escalation: 'x' }, CODES)).toEqual([
      'escalation: "x" is no level of escalation',
    ]);
  });

  it('is there for sure where it is a barrier', () => {
    expect(entryFaults('risk', { ...risk, kind: 'barrier', likelihood: 5 }, CODES)).toEqual([]);
    expect(entryFaults('risk', { ...risk, kind: 'barrier' }, CODES)).toEqual([
      'likelihood: a barrier is there already, so that it is 5',
    ]);
  });
});

describe('A scenario', () => {
  it('speaks of places and professions that there are', () => {
    const percent = { low: 1, likely: 2, high: 3 };
    const about = { organisationId: 'b', region: 'x', profession: 'y' };
    const assumptions = [{ kind: 'growth' as const, horizon: 'now', percent, ...about }];
    expect(entryFaults('scenario', { title: 'Growth', assumptions }, CODES)).toEqual([
      'assumptions[0].organisationId: "b" is no organisation of this programme',
      'assumptions[0].region: "x" is no region',
      'assumptions[0].profession: "y" is no profession',
    ]);
  });
});

describe('Entries of a plan', () => {
  it('are so many of a kind and no more', () => {
    refuseFull('action', MOST_ENTRIES - 1);
    expect(() => refuseFull('action', MOST_ENTRIES)).toThrow('A plan holds at most 1000 actions');
  });
});

describe('Expected vacancies', () => {
  it('stand once for each place and horizon', () => {
    const vacancy = { organisationId: 'a', region: 'london', horizon: 'now', posts: 2 };
    expect(vacancyFaults([vacancy, { ...vacancy, profession: 'midwife' }])).toEqual([]);
    expect(vacancyFaults([vacancy, { ...vacancy, posts: 3 }])).toEqual([
      'vacancies[1]: vacancies[0] says how many in this place and horizon already',
    ]);
  });
});

describe('People let go elsewhere', () => {
  const release = { fromOrganisationId: 'a', toOrganisationId: 'b', people: 3, until: '2026-10-01' };

  it('show one behaviour and no other', () => {
    expect(releaseFaults([release], true)).toEqual([]);
    expect(releaseFaults([], false)).toEqual([]);
    expect(releaseFaults([release], false)).toHaveLength(1);
  });

  it('went to another organisation', () => {
    expect(releaseFaults([{ ...release, toOrganisationId: 'a' }], true)).toEqual([
      'releases[0].toOrganisationId: a post in the same organisation is not elsewhere',
    ]);
  });
});
