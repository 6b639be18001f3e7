import { RememberedArtifacts } from './remembered-artifacts';

describe('what the provider remembers', () => {
  const BEGUN = Date.parse('2026-11-20T09:00:00Z');
  beforeEach(() => jest.useFakeTimers({ now: BEGUN }));
  afterEach(() => jest.useRealTimers());

  it('is there until its time is over, each kind by itself', async () => {
    const { of } = new RememberedArtifacts();
    const codes = of('AuthorizationCode');
    await codes.upsert('one', { grantId: 'g' }, 60);
    expect(await codes.find('one')).toEqual({ grantId: 'g' });
    expect(await of('AuthorizationCode').find('one')).toEqual({ grantId: 'g' });
    expect(await of('Session').find('one')).toBeUndefined();
    jest.setSystemTime(BEGUN + 60_000);
    expect(await codes.find('one')).toBeUndefined();
  });

  it('says of a code that it was used', async () => {
    const codes = new RememberedArtifacts().of('AuthorizationCode');
    await codes.upsert('one', {}, 60);
    await codes.consume('one');
    expect(await codes.find('one')).toEqual({ consumed: BEGUN / 1000 });
  });

  it('lets go of what is destroyed, and of all that belongs to a grant that is taken back', async () => {
    const codes = new RememberedArtifacts().of('AuthorizationCode');
    for (const [id, grantId] of [
      ['a', 'g'],
      ['b', 'g'],
      ['c', 'h'],
      ['d', 'h'],
    ] as const) {
      await codes.upsert(id, { grantId }, 60);
    }
    await codes.revokeByGrantId('g');
    await codes.destroy('c');
    const found = await Promise.all(['a', 'b', 'c', 'd'].map((id) => codes.find(id)));
    expect(found).toEqual([undefined, undefined, undefined, { grantId: 'h' }]);
  });

  it('finds a session by the name that the provider has for it', async () => {
    const sessions = new RememberedArtifacts().of('Session');
    await sessions.upsert('id', { uid: 'u' }, 60);
    expect(await sessions.findByUid('u')).toEqual({ uid: 'u' });
    expect(await sessions.findByUid('v')).toBeUndefined();
  });
});
