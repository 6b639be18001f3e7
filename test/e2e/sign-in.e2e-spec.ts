import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { Client } from 'pg';
import { PageVisitor, type Visited } from '../harness/page-visitor';
import { useService } from '../harness/service';

const PAGES = 'http://pages.example';
const CLIENT = 'evenhand-pages';
const COORDINATOR = { email: 'coordinator@staff.example', email_verified: true, name: 'Ines Calloway' };
const FROM_OUR_PAGE = { origin: PAGES };

describe('Signing in to the pages', () => {
  const service = useService({
    workers: 0,
    environment: () => ({ PUBLIC_URL: PAGES, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: 'hush' }),
  });
  const somebody = () => new PageVisitor(service.address);

  /** The ID token that the provider gives for a sign-in, unless `claims` make it another. */
  const idToken = (asked: URLSearchParams, claims: JWTPayload = {}) =>
    service.provider.token('subject-of-coordinator', {
      aud: CLIENT,
      nonce: asked.get('nonce'),
      ...COORDINATOR,
      ...claims,
    });

  async function signIn(visitor: PageVisitor, claims?: JWTPayload): Promise<Visited> {
    const asked = await visitor.begin();
    const code = service.provider.codeFor(await idToken(asked, claims));
    return visitor.comeBack(code, asked.get('state')!);
  }

  async function signedIn(): Promise<PageVisitor> {
    const visitor = somebody();
    expect(await signIn(visitor)).toMatchObject({ status: 303, location: '/account' });
    return visitor;
  }

  /** Whoever has a role in every programme. */
  async function signedInAs(role: string): Promise<PageVisitor> {
    const visitor = somebody();
    const asked = await visitor.begin();
    const claims = { email: `${role}@staff.example`, email_verified: true, name: role };
    const token = await service.provider.token(`subject-of-${role}`, {
      ...{ aud: CLIENT, nonce: asked.get('nonce'), ...claims },
    });
    await visitor.comeBack(service.provider.codeFor(token), asked.get('state')!);
    return visitor;
  }

  async function sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: service.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  const sessions = async () => (await sql<{ n: number }>('select count(*)::int as n from session'))[0]!.n;
  const refusals = async () =>
    (await sql<{ payload: string }>('select payload::text from audit_event order by seq'))
      .map(({ payload }) => JSON.parse(payload) as { action: string; details?: { why?: string } })
      .flatMap(({ action, details }) => (action === 'sign-in.refused' ? [details?.why] : []));

  /** Nobody was let in, and the log says why. */
  async function isRefused(attempt: () => Promise<Visited>, status: number, why: string): Promise<void> {
    const [before, events] = [await sessions(), (await refusals()).length];
    const { status: told, headers, text } = await attempt();
    expect(told).toBe(status);
    expect(headers.getSetCookie().filter((cookie) => cookie.startsWith('evenhand='))).toEqual([]);
    expect(text).toContain('<h1>');
    expect(text).not.toMatch(/OAUTH|nonce|stack|select /i);
    expect(await sessions()).toBe(before);
    expect((await refusals()).slice(events)).toEqual([why]);
  }

  it('shows somebody everything that is held on them, and nobody who is not signed in anything', async () => {
    const { status, text, headers } = await (await signedIn()).visit('/account/data');
    expect(status).toBe(200);
    expect(text).toContain('<h1>Everything held on you</h1>');
    for (const word of [COORDINATOR.email, COORDINATOR.name, 'Roles that you were given']) {
      expect(text).toContain(word);
    }
    expect(headers.get('cache-control')).toBe('no-store');
    const unknown = await somebody().visit('/account/data');
    expect(unknown.status).not.toBe(200);
    expect(unknown.text).not.toContain('Everything held on you');
  });

  it('shows equity reports that are not public to nobody but auditors and boards', async () => {
    const visitor = await signedIn();
    const addresses = [
      `/equity-reports/${randomUUID()}`,
      `/equity-snapshots/${randomUUID()}`,
      '/equity-reports',
    ];
    for (const address of addresses) {
      expect((await visitor.visit(address)).status).toBe(403);
      const unknown = await somebody().visit(address);
      expect(unknown.text).not.toContain('How to read it');
      expect(unknown.status).not.toBe(200);
    }
    expect((await visitor.visit('/account')).text).not.toContain('href="/equity-reports"');
  });

  it('leads auditors from their account to their reports, and the board to what waits for it', async () => {
    const [auditor, board] = [await signedInAs('hr_auditor'), await signedInAs('talent_board')];
    await sql(
      `insert into programme (id, name, state, version) values (gen_random_uuid(), 'Reported on', 'open', 1)`,
    );
    await sql(
      `insert into equity_report (id, programme_id, months, last_day, state, asked_by, asked_at, deliveries, progress)
      select gen_random_uuid(), programme.id, 24, now(), 'queued', account.id, now(), 0, '{}'
      from programme, account where account.email = 'hr_auditor@staff.example'`,
    );
    await sql(
      `insert into equity_snapshot (id, programme_id, report_id, state, put_forward_by, put_forward_at)
      select gen_random_uuid(), programme_id, id, 'put_forward', asked_by, now() from equity_report`,
    );
    for (const visitor of [auditor, board]) {
      expect((await visitor.visit('/account')).text).toContain('href="/equity-reports"');
    }
    const [report] = await sql<{ id: string }>('select id from equity_report');
    const [snapshot] = await sql<{ id: string }>('select id from equity_snapshot');
    const ofAuditor = (await auditor.visit('/equity-reports')).text;
    expect(ofAuditor).toContain(`href="/equity-reports/${report!.id}"`);
    expect(ofAuditor).toMatch(/Reported on, 24 months<\/a><br>Asked for on .*\. Waiting to be made\./);
    const ofBoard = (await board.visit('/equity-reports')).text;
    expect(ofBoard).toContain('Waiting for you to decide');
    expect(ofBoard).toContain(`href="/equity-snapshots/${snapshot!.id}"`);
    expect(ofBoard).not.toContain('Reports that you asked for');
  });

  it('asks the provider by the code flow with PKCE, state and nonce, each time anew', async () => {
    const [one, other] = [await somebody().begin(), await somebody().begin()];
    expect(Object.fromEntries(one)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT,
      redirect_uri: `${PAGES}/sign-in/callback`,
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(one.get(name)).not.toBe(other.get(name));
    }
    expect((await somebody().begin('/sign-in?anew=true')).get('prompt')).toBe('login');
  });

  it('leads back to where somebody came from, and nowhere else', async () => {
    const visitor = somebody();
    const sent = await visitor.visit('/account?from=here');
    expect(sent).toMatchObject({ status: 303, location: '/sign-in?to=%2Faccount%3Ffrom%3Dhere' });
    const asked = await visitor.begin(sent.location);
    const code = service.provider.codeFor(await idToken(asked));
    expect(await visitor.comeBack(code, asked.get('state')!)).toMatchObject({
      status: 303,
      location: '/account?from=here',
    });
    const misled = somebody();
    const again = await misled.begin('/sign-in?to=%2F%2Felsewhere.example%2F');
    const next = service.provider.codeFor(await idToken(again));
    expect(await misled.comeBack(next, again.get('state')!)).toMatchObject({ location: '/account' });
  });

  it('shows who somebody is, keeps no copy, and hides the session from scripts and other sites', async () => {
    const visitor = somebody();
    const { headers } = await signIn(visitor);
    const cookie = headers.getSetCookie().find((text) => text.startsWith('evenhand='));
    expect(cookie).toMatch(/^evenhand=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const account = await visitor.visit('/account');
    expect(account.status).toBe(200);
    expect(account.headers.get('cache-control')).toBe('no-store');
    expect(account.text).toContain('Ines Calloway');
    expect(account.text).toContain('In every programme, you can');
    expect(account.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${service.provider.issuer};`,
    );
    expect((await somebody().visit('/')).headers.get('content-security-policy')).toContain(
      "form-action 'self';",
    );
    for (const path of ['/', '/api/docs', '/nowhere']) {
      expect((await visitor.visit(path)).text).toContain('Ines Calloway');
    }
  });

  it('gives the programming interface to no cookie', async () => {
    const visitor = await signedIn();
    expect((await visitor.visit('/api/v1/me')).status).toBe(401);
  });

  it('refuses an answer that this browser did not ask for', async () => {
    const asked = await somebody().begin();
    const code = service.provider.codeFor(await idToken(asked));
    await isRefused(() => somebody().comeBack(code, asked.get('state')!), 401, 'unasked');
    const other = somebody();
    await other.begin();
    await isRefused(() => other.comeBack(code, asked.get('state')!), 401, 'untrue');
  });

  it('takes an answer once', async () => {
    const visitor = somebody();
    const asked = await visitor.begin();
    const code = service.provider.codeFor(await idToken(asked));
    const underWay = visitor.cookies.get('evenhand-sign-in')!;
    expect((await visitor.comeBack(code, asked.get('state')!)).status).toBe(303);
    await isRefused(() => visitor.comeBack(code, asked.get('state')!), 401, 'unasked');
    visitor.cookies.set('evenhand-sign-in', underWay);
    await isRefused(() => visitor.comeBack(code, asked.get('state')!), 401, 'untrue');
  });

  it.each<[string, JWTPayload]>([
    ['no nonce', { nonce: undefined }],
    ['another nonce', { nonce: 'another' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another audience', { aud: 'somebody-else' }],
    ['a time that is over', { exp: Math.floor(Date.now() / 1000) - 60 }],
  ])('refuses an ID token with %s', async (_, claims) => {
    const visitor = somebody();
    await isRefused(() => signIn(visitor, claims), 401, 'untrue');
  });

  it('refuses an ID token that another key signed, or none', async () => {
    const [forged, unsigned] = [somebody(), somebody()];
    const asked = await forged.begin();
    const claims = { aud: CLIENT, nonce: asked.get('nonce'), ...COORDINATOR };
    const code = service.provider.codeFor(await service.provider.forged('subject-of-coordinator', claims));
    await isRefused(() => forged.comeBack(code, asked.get('state')!), 401, 'untrue');

    const again = await unsigned.begin();
    const [, payload] = (await idToken(again)).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const bare = service.provider.codeFor(`${header}.${payload!}.`);
    await isRefused(() => unsigned.comeBack(bare, again.get('state')!), 401, 'untrue');
  });

  it('refuses who declines at the provider, and an answer in the name of another one', async () => {
    const visitor = somebody();
    const asked = await visitor.begin();
    const answer = (more: string) => visitor.visit(`/sign-in/callback?state=${asked.get('state')!}&${more}`);
    await isRefused(() => answer('error=access_denied'), 401, 'declined');
    const other = somebody();
    const again = await other.begin();
    const code = service.provider.codeFor(await idToken(again));
    const named = { iss: 'https://elsewhere.example' };
    await isRefused(() => other.comeBack(code, again.get('state')!, named), 401, 'untrue');
  });

  it('makes no account for somebody whom nobody knows, or whose address nobody verified', async () => {
    const accounts = async () => (await sql('select id from account')).length;
    const before = await accounts();
    const stranger = { sub: 'stranger', email: 'stranger@elsewhere.example' };
    await isRefused(() => signIn(somebody(), stranger), 403, 'unknown');
    const claimed = { sub: 'pretender', email: 'hr_auditor@staff.example', email_verified: false };
    await isRefused(() => signIn(somebody(), claimed), 403, 'unknown');
    expect(await accounts()).toBe(before);
  });

  it('says that the provider is away, and works again by itself', async () => {
    const visitor = somebody();
    const asked = await visitor.begin();
    const code = service.provider.codeFor(await idToken(asked));
    service.provider.away = true;
    const { status, headers, text } = await visitor.comeBack(code, asked.get('state')!);
    service.provider.away = false;
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(text).toContain('You cannot sign in at the moment');
    expect((await visitor.comeBack(code, asked.get('state')!)).status).toBe(303);
  });

  it('never takes a session that the client thought up, and gives a new one at each sign-in', async () => {
    const visitor = somebody();
    const thoughtUp = 'A'.repeat(43);
    visitor.cookies.set('evenhand', thoughtUp);
    expect(await visitor.visit('/account')).toMatchObject({ status: 303 });
    await signIn(visitor);
    const first = visitor.cookies.get('evenhand')!;
    expect(first).not.toBe(thoughtUp);
    await signIn(visitor);
    expect(visitor.cookies.get('evenhand')).not.toBe(first);
    const old = somebody();
    for (const id of [first, thoughtUp]) {
      old.cookies.set('evenhand', id);
      expect(await old.visit('/account')).toMatchObject({ status: 303 });
    }
  });

  it.each([
    ['without a page for half an hour', "last_seen_at = last_seen_at - interval '30 minutes'"],
    ['in for twelve hours', "signed_in_at = signed_in_at - interval '12 hours'"],
  ])('signs out who was %s', async (_, change) => {
    const visitor = await signedIn();
    expect((await visitor.visit('/account')).status).toBe(200);
    await sql(`update session set ${change}`);
    expect(await visitor.visit('/account')).toMatchObject({ status: 303 });
  });

  it('signs out with the next request who was disabled, and shows roles as they are', async () => {
    const visitor = await signedIn();
    const coordinator =
      "where account_id = (select id from account where email = 'coordinator@staff.example')";
    await sql(`update role_grant set role = 'talent_board' ${coordinator}`);
    const { text } = await visitor.visit('/account');
    expect([text.includes('Coordinator'), text.includes('talent board')]).toEqual([false, true]);
    await sql(`update role_grant set role = 'coordinator' ${coordinator}`);
    await sql("update account set state = 'disabled' where email = 'coordinator@staff.example'");
    expect(await visitor.visit('/account')).toMatchObject({ status: 303 });
    await isRefused(() => signIn(somebody()), 403, 'disabled');
    await sql("update account set state = 'active' where email = 'coordinator@staff.example'");
    expect(await visitor.visit('/account')).toMatchObject({ status: 303 });
  });

  it('signs out here and at the provider, by a form of ours alone', async () => {
    const visitor = await signedIn();
    const id = visitor.cookies.get('evenhand')!;
    const token = await visitor.formToken();
    const out = (headers: Record<string, string>, form: Record<string, string>) =>
      visitor.visit('/sign-out', { method: 'POST', headers, form });
    const foreign = [
      await out({}, { formToken: token }),
      await out({ origin: 'https://elsewhere.example' }, { formToken: token }),
      await out({ ...FROM_OUR_PAGE, 'sec-fetch-site': 'cross-site' }, { formToken: token }),
      await out(FROM_OUR_PAGE, {}),
      await out(FROM_OUR_PAGE, { formToken: `${token.slice(0, -1)}_` }),
      await out(FROM_OUR_PAGE, { formToken: await (await signedIn()).formToken() }),
    ];
    expect(foreign.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(foreign[0]!.text).toContain('That was not done');
    expect((await visitor.visit('/account')).status).toBe(200);

    const { status, location } = await out(FROM_OUR_PAGE, { formToken: token });
    expect(status).toBe(303);
    expect(location.startsWith(`${service.provider.issuer}/end?id_token_hint=`)).toBe(true);
    expect(new URL(location).searchParams.get('post_logout_redirect_uri')).toBe(`${PAGES}/`);
    expect(visitor.cookies.has('evenhand')).toBe(false);
    visitor.cookies.set('evenhand', id);
    expect(await visitor.visit('/account')).toMatchObject({ status: 303 });
  });
});

describe('Pages of a service that people reach encrypted', () => {
  const service = useService({
    workers: 0,
    environment: () => ({
      ...{ PUBLIC_URL: 'https://pages.example', OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: 'hush' },
      REFUSALS_PER_ADDRESS: '5',
    }),
  });

  it('set cookies that no neighbour can set, and no network reads along', async () => {
    const { headers } = await new PageVisitor(service.address).visit('/sign-in');
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-evenhand-sign-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
  });

  it('are not tried a thousand times', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      const visitor = new PageVisitor(service.address);
      statuses.push((await visitor.visit('/sign-in/callback?code=a&state=b')).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await refusals()).toBe(5);
  });

  it('are not tried by whoever really went to the provider, so that the log fills up', async () => {
    for (let tries = 0; tries < 7; tries++) {
      const visitor = new PageVisitor(service.address);
      const state = (await visitor.begin()).get('state')!;
      const answer = `/sign-in/callback?error=access_denied&state=${state}`;
      expect((await visitor.visit(answer)).status).toBe(429);
    }
    expect(await refusals()).toBe(5);
  });

  async function refusals(): Promise<number> {
    const client = new Client({ connectionString: service.databaseUrl });
    await client.connect();
    const refused = client.query(`select from audit_event where payload::text like '%"sign-in.refused"%'`);
    return (await refused.finally(() => client.end())).rowCount!;
  }
});

describe('Pages of a service that was told of no provider for them', () => {
  const service = useService({ workers: 0 });

  it('say so, and show what is open to everyone', async () => {
    const visitor = new PageVisitor(service.address);
    const { status, text } = await visitor.visit('/sign-in');
    expect(status).toBe(503);
    expect(text).toContain('Nobody can sign in here');
    expect((await visitor.visit('/')).status).toBe(200);
    expect(await visitor.visit('/account')).toMatchObject({
      status: 303,
      location: '/sign-in?to=%2Faccount',
    });
  });
});
