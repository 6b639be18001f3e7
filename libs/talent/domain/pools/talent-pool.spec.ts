import {
  changePool,
  closePool,
  openPool,
  POOL_STATES,
  type PoolState,
  refuseUnlessOpenTo,
  setCriteria,
  type TalentPool,
} from './talent-pool';

const NOW = new Date('2026-10-01T09:00:00Z');

const aPool = (parts: Partial<TalentPool> = {}): TalentPool => ({
  id: 'pool',
  programmeId: 'programme',
  title: 'Heads of service',
  purpose: 'People who may lead a service within three years.',
  waysIn: ['nominated', 'applied'],
  state: 'draft',
  criteriaVersion: 1,
  createdAt: NOW,
  version: 1,
  ...parts,
});

const criteria = [{ code: 'leads-across', sentence: 'Has led work across two services.' }] as const;

const MOVES: Record<string, { does: (pool: TalentPool) => unknown; from: PoolState[]; code: string }> = {
  change: {
    does: (pool) => changePool(pool, { title: 'New' }),
    from: ['draft'],
    code: 'cannot-change',
  },
  'set criteria': {
    does: (pool) => setCriteria(pool, { criteria: [...criteria], reason: 'First.' }, NOW),
    from: ['draft', 'open'],
    code: 'cannot-set-criteria',
  },
  open: { does: (pool) => openPool(pool, NOW), from: ['draft'], code: 'cannot-open' },
  close: { does: (pool) => closePool(pool, NOW), from: ['open'], code: 'cannot-close' },
  nominate: { does: (pool) => refuseUnlessOpenTo(pool, 'nominated'), from: ['open'], code: 'not-open' },
  apply: { does: (pool) => refuseUnlessOpenTo(pool, 'applied'), from: ['open'], code: 'not-open' },
};

describe('a talent pool', () => {
  const cases = Object.entries(MOVES).flatMap(([name, move]) =>
    POOL_STATES.map((state) => ({ name, state, allowed: move.from.includes(state), ...move })),
  );

  it.each(cases.filter(({ allowed }) => allowed))('lets $name while it is $state', ({ does, state }) => {
    expect(() => does(aPool({ state }))).not.toThrow();
  });

  it.each(cases.filter(({ allowed }) => !allowed))(
    'refuses to $name while it is $state',
    ({ does, state, code }) => {
      expect(() => does(aPool({ state }))).toThrow(
        expect.objectContaining({ code: `talent-pool.${code}` }) as Error,
      );
    },
  );

  it('opens and closes, and says when', () => {
    const open = openPool(aPool(), NOW);
    expect(open).toMatchObject({ state: 'open', openedAt: NOW });
    expect(closePool(open, NOW)).toMatchObject({ state: 'closed', openedAt: NOW, closedAt: NOW });
  });

  it('does not open without criteria', () => {
    expect(() => openPool(aPool({ criteriaVersion: 0 }), NOW)).toThrow(
      expect.objectContaining({ code: 'talent-pool.without-criteria' }) as Error,
    );
  });

  it('numbers each version of its criteria after the one before', () => {
    const set = setCriteria(
      aPool({ criteriaVersion: 2 }),
      { criteria: [...criteria], reason: 'Wider.' },
      NOW,
    );
    expect(set.pool.criteriaVersion).toBe(3);
    expect(set.criteriaVersion).toEqual({ number: 3, criteria, from: NOW, reason: 'Wider.' });
  });

  it('has at most a hundred versions of its criteria', () => {
    const anew = (criteriaVersion: number) =>
      setCriteria(
        aPool({ state: 'open', criteriaVersion }),
        { criteria: [...criteria], reason: 'Again.' },
        NOW,
      );
    expect(anew(99).pool.criteriaVersion).toBe(100);
    expect(() => anew(100)).toThrow(
      expect.objectContaining({
        code: 'talent-pool.too-many-criteria-versions',
        message:
          'A pool has at most 100 versions of its criteria, and this one has them all: close it and open another.',
      }) as Error,
    );
  });

  it('lets people in only by the ways that it offers', () => {
    const byApplication = aPool({ state: 'open', waysIn: ['applied'] });
    expect(() => refuseUnlessOpenTo(byApplication, 'applied')).not.toThrow();
    expect(() => refuseUnlessOpenTo(byApplication, 'nominated')).toThrow(
      expect.objectContaining({ code: 'talent-pool.way-in-not-offered' }) as Error,
    );
  });
});
