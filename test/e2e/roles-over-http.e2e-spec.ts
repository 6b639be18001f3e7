import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Api, useService } from '../harness/service';
import { aMenteeRow, csv } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf } from './round-over-http';

const service = useService({ workers: 0 });
const admins = {} as { one: Api; other: Api; oneId: string; otherId: string };

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;
const accountOf = async (api: Api) =>
  ((await api.get('me').expect(200)).body as { accountId: string }).accountId;
const codes = ({ status, code }: { status: number; code: string }) => [status, code];

beforeAll(async () => {
  service.command(['grant', '--role', 'platform_admin', '--email', 'second@staff.example']);
  const one = service.as('platform_admin');
  const other = await service.asHolderOf('second@staff.example');
  Object.assign(admins, { one, other, oneId: await accountOf(one), otherId: await accountOf(other) });
});

describe('A role', () => {
  it('holds once a second admin has confirmed it, within the programme it was given for', async () => {
    const programmes = [];
    for (const name of ['Mine', 'Another']) {
      programmes.push(idOf(await service.as('coordinator').post('programmes', { name }).expect(201)));
    }
    const grant = await admins.one
      .post('role-grants', { email: 'new@staff.example', role: 'coordinator', programmeId: programmes[0]! })
      .expect(201);
    expect(grant.body).toMatchObject({ state: 'asked', askedBy: admins.oneId });
    const fresh = await service.asHolderOf('new@staff.example');
    expect(refusalOf(await fresh.get('programmes')).status).toBe(403);

    const confirmed = await admins.other.post(`role-grants/${idOf(grant)}/confirm`).expect(200);
    expect(confirmed.body).toMatchObject({ state: 'held', confirmedBy: admins.otherId });
    await fresh.get('programmes').expect(200);
    expect((await fresh.get('me')).body).toMatchObject({
      roles: [{ role: 'coordinator', programmeId: programmes[0]! }],
    });

    await admins.one.post(`role-grants/${idOf(grant)}/end`).expect(200);
    expect(refusalOf(await fresh.get('programmes')).status).toBe(403);
  });

  it('is not confirmed by whoever asked for it', async () => {
    const grant = await admins.one
      .post('role-grants', { email: 'friend@staff.example', role: 'hr_auditor' })
      .expect(201);
    const refused = refusalOf(await admins.one.post(`role-grants/${idOf(grant)}/confirm`));
    expect(codes(refused)).toEqual([409, 'role-grant.same-admin']);
  });

  it('is given by nobody to themselves', async () => {
    const asked = { accountId: admins.oneId, role: 'hr_auditor' };
    expect(codes(refusalOf(await admins.one.post('role-grants', asked)))).toEqual([403, 'access.forbidden']);
    const byOther = await admins.other.post('role-grants', asked).expect(201);
    const refused = refusalOf(await admins.one.post(`role-grants/${idOf(byOther)}/confirm`));
    expect(codes(refused)).toEqual([403, 'access.forbidden']);
  });

  it('is not given twice, nor for a programme that is not there, nor to nobody', async () => {
    const asked = { email: 'twice@staff.example', role: 'talent_board' };
    await admins.one.post('role-grants', asked).expect(201);
    const refusals = [
      refusalOf(await admins.one.post('role-grants', asked)),
      refusalOf(await admins.one.post('role-grants', { ...asked, programmeId: randomUUID() })),
      refusalOf(await admins.one.post('role-grants', { accountId: randomUUID(), role: 'talent_board' })),
      refusalOf(await admins.one.post('role-grants', { role: 'talent_board' })),
      refusalOf(await admins.one.post('role-grants', { ...asked, role: 'mentor' })),
    ];
    expect(refusals.map(codes)).toEqual([
      [409, 'role-grant.exists'],
      [404, 'programme.not-found'],
      [404, 'account.not-found'],
      [422, 'input.refused'],
      [400, 'request.invalid'],
    ]);
  });

  it('of an HR auditor names the organisation whose own auditor that is, one of the programme', async () => {
    const [programmeId, elsewhere] = await Promise.all(
      ['Audited', 'Elsewhere'].map(async (name) =>
        idOf(await service.as('coordinator').post('programmes', { name }).expect(201)),
      ),
    );
    const organisation = async (programme: string, name: string) => {
      const posted = service.as('coordinator').post('organisations', { programmeId: programme, name });
      return idOf(await posted.expect(201));
    };
    const [trust, foreign] = [
      await organisation(programmeId!, 'Trust'),
      await organisation(elsewhere!, 'Trust'),
    ];
    const asked = { email: 'own-auditor@staff.example', role: 'hr_auditor', programmeId: programmeId! };
    const refusals = [
      refusalOf(await admins.one.post('role-grants', { ...asked, organisationId: foreign })),
      refusalOf(await admins.one.post('role-grants', { ...asked, organisationId: randomUUID() })),
      refusalOf(
        await admins.one.post('role-grants', { ...asked, role: 'coordinator', organisationId: trust }),
      ),
      refusalOf(
        await admins.one.post('role-grants', { email: asked.email, role: asked.role, organisationId: trust }),
      ),
    ];
    expect(refusals.map(codes)).toEqual([
      [404, 'organisation.not-found'],
      [404, 'organisation.not-found'],
      [422, 'input.refused'],
      [422, 'input.refused'],
    ]);

    const grant = await admins.one.post('role-grants', { ...asked, organisationId: trust }).expect(201);
    expect(refusalOf(await admins.one.post('role-grants', { ...asked, organisationId: trust })).code).toBe(
      'role-grant.exists',
    );
    await admins.other.post(`role-grants/${idOf(grant)}/confirm`).expect(200);
    const auditor = await service.asHolderOf(asked.email);
    const { accountId, ...me } = (await bodyOf(auditor.get('me').expect(200))) as { accountId: string };
    expect(me).toMatchObject({ roles: [{ role: 'hr_auditor', programmeId, organisationId: trust }] });
    const listed = await bodyOf(admins.one.get(`role-grants?account=${accountId}`).expect(200));
    expect(listed).toMatchObject({ items: [{ state: 'held', organisationId: trust }] });
    await admins.one.post(`role-grants/${idOf(grant)}/end`).expect(200);
    expect(refusalOf(await auditor.get('programmes')).status).toBe(403);
  });

  it('of an organisation’s own auditor is given from the command line, too', async () => {
    const programmeId = idOf(
      await service.as('coordinator').post('programmes', { name: 'By command' }).expect(201),
    );
    const body = { programmeId, name: 'Harbour Trust' };
    const organisationId = idOf(await service.as('coordinator').post('organisations', body).expect(201));
    const words = (...more: readonly string[]) => ['grant', '--role', 'hr_auditor', ...more];
    const programme = ['--programme', 'By command'];
    const [byName, byId] = ['by-name@staff.example', 'by-id@staff.example'];
    const said = service.command(words('--email', byName, ...programme, '--organisation', 'Harbour Trust'));
    expect(said).toBe(`${byName} is hr_auditor of Harbour Trust in By command from now on.\n`);
    service.command(words('--email', byId, ...programme, '--organisation', organisationId));
    for (const email of [byName, byId]) {
      const me = await bodyOf((await service.asHolderOf(email)).get('me').expect(200));
      expect(me).toMatchObject({ roles: [{ role: 'hr_auditor', programmeId, organisationId }] });
    }
    const refused = words('--email', 'no@staff.example', '--organisation', 'Harbour Trust');
    expect(() => service.command(refused)).toThrow('--organisation: give the --programme');
    expect(() => service.command([...refused.slice(0, -1), 'Nowhere', ...programme])).toThrow(
      '--organisation: there is no organisation "Nowhere" in that programme',
    );
  });

  it('of the last two admins does not end, nor are their accounts disabled', async () => {
    const body = await bodyOf(admins.one.get('role-grants?state=held').expect(200));
    const held = (body as { items: { id: string; role: string; accountId: string }[] }).items;
    const other = held.find(
      ({ role, accountId }) => role === 'platform_admin' && accountId === admins.otherId,
    )!;
    const refusals = [
      refusalOf(await admins.one.post(`role-grants/${other.id}/end`)),
      refusalOf(await admins.one.post(`accounts/${admins.otherId}/disable`)),
      refusalOf(await admins.one.post(`accounts/${admins.oneId}/disable`)),
    ];
    expect(refusals.map(codes)).toEqual([
      [409, 'role-grant.last-admins'],
      [409, 'role-grant.last-admins'],
      [409, 'account.is-own'],
    ]);
    await admins.other.get('accounts').expect(200);
  });
});

describe('A record that is none of an admin’s business', () => {
  it('is open to the admin who asked once another agrees, for an hour, and the person is told', async () => {
    const coordinator = service.as('coordinator');
    const programmeId = idOf(await coordinator.post('programmes', { name: 'Behind glass' }).expect(201));
    const mentees = csv([aMenteeRow({ id: 'ana' }), aMenteeRow({ id: 'bea' })]);
    await coordinator.post('imports', { programmeId, mentees }).expect(201);
    const listed = await bodyOf(coordinator.get(`people?programme=${programmeId}`).expect(200));
    const [ana, bea] = (listed as { items: { id: string }[] }).items.map(({ id }) => id) as [string, string];
    const { one, other } = admins;
    const statusOf = async (api: Api, personId: string) => (await api.get(`people/${personId}`)).status;
    expect(await statusOf(one, ana)).toBe(403);

    const asked = idOf(await one.post('break-glass', { personId: ana, reason: 'A court asks.' }).expect(201));
    expect(await statusOf(one, ana)).toBe(403);
    expect(codes(refusalOf(await one.post(`break-glass/${asked}/approve`)))).toEqual([
      403,
      'access.forbidden',
    ]);
    await other.post(`break-glass/${asked}/approve`).expect(200);
    expect([await statusOf(one, ana), await statusOf(one, bea), await statusOf(other, ana)]).toEqual([
      200, 404, 403,
    ]);
    expect((await one.get(`mentee-profiles/${ana}`)).status).toBe(200);
    expect((await one.put(`people/${ana}`, {}, 1)).status).toBe(403);

    const person = await service.asHolderOf('ana@example.org');
    expect(await bodyOf(person.get('me/opened-records').expect(200))).toMatchObject({
      items: [{ personId: ana, reason: 'A court asks.' }],
    });
    expect(JSON.stringify(await bodyOf(person.get('me/audit-events').expect(200)))).toContain('person.read');

    await setBack(
      `update break_glass set approved_at = approved_at - interval '61 minutes', ends_at = ends_at - interval '61 minutes'`,
    );
    expect(await statusOf(one, ana)).toBe(403);
    const nobody = { personId: randomUUID(), reason: 'Why not?' };
    expect(codes(refusalOf(await one.post('break-glass', nobody)))).toEqual([404, 'person.not-found']);
  });
});

/** What only time does. */
async function setBack(statement: string): Promise<void> {
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
