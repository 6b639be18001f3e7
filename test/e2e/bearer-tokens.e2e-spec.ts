import type { JWTPayload } from 'jose';
import { AUDIENCE } from '../harness/openid-provider';
import { Api, useService } from '../harness/service';
import { refusalOf } from './refusal';
import { bodyOf } from './round-over-http';

const service = useService({ workers: 0 });

const bearing = (token: string) => new Api(service.address, token);
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const ofCoordinator: JWTPayload = { email: 'coordinator@staff.example', email_verified: true };
const token = (claims: JWTPayload = {}) =>
  service.provider.token('coordinator', { ...ofCoordinator, ...claims });

/** A token of three parts that says of itself how it is signed. */
function unsigned(header: object, claims: object, signature = ''): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

const claims = () => ({
  iss: service.provider.issuer,
  aud: AUDIENCE,
  sub: 'coordinator',
  exp: inSeconds(3600),
  ...ofCoordinator,
});

describe('A bearer token', () => {
  it('of the provider, for this service, opens what its account may do', async () => {
    const body = await bodyOf(
      bearing(await token())
        .get('me')
        .expect(200),
    );
    expect(body).toMatchObject({ roles: [{ role: 'coordinator' }], people: [] });
  });

  it.each<[string, () => string | Promise<string>]>([
    ['signed with nothing', () => unsigned({ alg: 'none' }, claims())],
    [
      'that says it is signed with a shared secret',
      () => unsigned({ alg: 'HS256', kid: 'own' }, claims(), 'AAAA'),
    ],
    ['signed with another key', () => service.provider.forged('coordinator', ofCoordinator)],
    ['of another issuer', () => token({ iss: 'https://elsewhere.example' })],
    ['for another audience', () => token({ aud: 'somebody-else' })],
    ['for no audience', () => token({ aud: [] })],
    ['that has expired', () => token({ exp: inSeconds(-60) })],
    ['that never expires', () => token({ exp: undefined } as unknown as JWTPayload)],
    ['that is not good yet', () => token({ nbf: inSeconds(600) })],
    ['without a subject', () => token({ sub: undefined } as unknown as JWTPayload)],
    ['that is no token', () => 'nonsense'],
    ['altered on the way', async () => (await token()).replace(/\.[^.]+\./, `.${unsignedPart()}.`)],
  ])('%s is not known', async (_, made) => {
    const refused = refusalOf(await bearing(await made()).get('programmes'));
    expect([refused.status, refused.code]).toEqual([401, 'access.unknown-token']);
  });

  it('that is refused is in the log, without anything of what it said', async () => {
    const security = async () =>
      (await bodyOf(
        service.as('platform_admin').get('audit-events?kind=security&limit=200').expect(200),
      )) as {
        items: { action: string; details?: unknown }[];
      };
    const before = (await security()).items.length;
    await bearing(await service.provider.forged('coordinator', ofCoordinator))
      .get('me')
      .expect(401);
    const { items } = await security();
    expect(items.length).toBe(before + 1);
    expect(items.filter(({ action }) => action === 'sign-in.refused').length).toBeGreaterThan(12);
    expect(JSON.stringify(items)).not.toContain('@');
  });

  it('of somebody who is in no programme and has no role is not known, and makes no account', async () => {
    const before = await service.as('platform_admin').get('accounts').expect(200);
    const stranger = await service.asHolderOf('stranger@elsewhere.example');
    expect(refusalOf(await stranger.get('me')).code).toBe('access.unknown-token');
    const after = await service.as('platform_admin').get('accounts').expect(200);
    expect(after.body).toEqual(before.body);
  });

  it('with an address that the provider has not verified is nobody’s of that address', async () => {
    const claimed = await service.provider.token('mallory', { email: 'coordinator@staff.example' });
    expect((await bearing(claimed).get('me')).status).toBe(401);
  });

  it('with a verified address is not another’s who signed in with it before', async () => {
    await bearing(await token())
      .get('me')
      .expect(200);
    const other = await service.provider.token('mallory', ofCoordinator);
    expect((await bearing(other).get('me')).status).toBe(401);
  });

  it('has no role but those given here, whatever the provider says', async () => {
    const self = await service.provider.token('hr_auditor', {
      email: 'hr_auditor@staff.example',
      email_verified: true,
      role: 'platform_admin',
      roles: ['platform_admin'],
      groups: ['platform_admin'],
    });
    expect((await bearing(self).get('me').expect(200)).body).toMatchObject({
      roles: [{ role: 'hr_auditor' }],
    });
    expect((await bearing(self).get('accounts')).status).toBe(403);
  });

  it('opens nothing any more from the moment its account is disabled, and does again', async () => {
    const admin = service.as('platform_admin');
    const board = service.as('talent_board');
    const { accountId } = (await bodyOf(board.get('me').expect(200))) as { accountId: string };
    await admin.post(`accounts/${accountId}/disable`).expect(200);
    expect(refusalOf(await board.get('me')).status).toBe(401);
    await admin.post(`accounts/${accountId}/enable`).expect(200);
    await board.get('me').expect(200);
  });
});

function unsignedPart(): string {
  return Buffer.from(JSON.stringify({ ...claims(), sub: 'platform_admin' })).toString('base64url');
}
