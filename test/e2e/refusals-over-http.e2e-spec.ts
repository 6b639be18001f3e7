import { canonicalJson, sha256 } from '@evenhand/kernel';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import type { Response } from 'supertest';
import { type Api, useService } from '../harness/service';
import { KeptRows } from './kept-rows';
import { aMenteeRow, aMentorRow, csv, type Row } from './people-rows';
import { type Refusal, refusalOf } from './refusal';
import { bodyOf, publishedRound, solvedRound, untilRound } from './round-over-http';

const service = useService();
const coordinator = (): Api => service.as('coordinator');
const idOf = ({ body }: Response) => (body as { id: string }).id;

const kept = new KeptRows(service);
let programmes = 0;

/** What a request was refused with, after which everything is as it was. */
async function refused(send: () => PromiseLike<Response>): Promise<Refusal> {
  const before = await kept.digest();
  const refusal = refusalOf(await send());
  expect(await kept.digest()).toEqual(before);
  return refusal;
}

/** Status and code, and where each fault is; without a place, what it is. */
const told = ({ status, code, problems }: Refusal) => [
  `${status} ${code}`,
  ...problems.map(({ where, what }) => where ?? what).sort(),
];

async function newProgramme(): Promise<string> {
  return idOf(
    await coordinator()
      .post('programmes', { name: `Refusals ${++programmes}` })
      .expect(201),
  );
}

const importing = (programmeId: string, mentees: readonly Row[], mentors: readonly Row[]) =>
  coordinator().post('imports', {
    programmeId,
    mentees: csv(mentees, aMenteeRow()),
    mentors: csv(mentors, aMentorRow()),
  });

/** People of a programme by their reference. */
async function peopleOf(programmeId: string): Promise<Readonly<Record<string, Person>>> {
  const body = await bodyOf(coordinator().get(`people?programme=${programmeId}&limit=200`).expect(200));
  return Object.fromEntries((body as { items: Person[] }).items.map((person) => [person.reference, person]));
}

interface Person {
  readonly id: string;
  readonly reference: string;
  readonly email: string;
  readonly programmeId: string;
  readonly version: number;
  readonly background: { readonly profession: string };
  readonly posts: readonly [object];
}

/** A programme of a few people who ask and offer. */
async function smallProgramme(): Promise<string> {
  const programmeId = await newProgramme();
  const mentees = [aMenteeRow(), aMenteeRow({ id: 'bea' }), aMenteeRow({ id: 'cis' })];
  await importing(programmeId, mentees, [aMentorRow(), aMentorRow({ id: 'nia' })]).expect(201);
  return programmeId;
}

/** All that a person is said to be, to be put back with a difference. */
/** The API as a person uses it themselves, who has signed in already: that is what makes their account. */
const holderOf = async ({ email }: Person): Promise<Api> => {
  const api = await service.asHolderOf(email);
  await api.get('me').expect(200);
  return api;
};

function saidAnew(person: Person, other: object): object {
  const { id: _, programmeId: __, version: ___, background, ...said } = person;
  return { ...said, background: { profession: background.profession }, ...other };
}

describe('an import is refused, and nobody of it is kept', () => {
  let programmeId: string;
  beforeAll(async () => {
    programmeId = await smallProgramme();
  });

  it.each<[string, Row, string]>([
    ['a profession that is none', { profession: 'alchemist' }, 'profession: "alchemist" is no profession'],
    ['a region that is none', { region: 'Atlantis' }, 'region: "Atlantis" is no region'],
    ['a gap that is no competency', { gaps: 'XX-9' }, 'gaps: "XX-9" is no competency or experience'],
    ['no stage', { stage: '' }, 'stage: it is empty'],
    ['a stage that is none', { stage: '9' }, 'stage: "9" is no stage'],
    ['an id with a space', { id: 'd 1' }, 'id: "d 1" is no id'],
    ['an id that a spreadsheet would calculate', { id: '=1+1' }, 'id: "=1+1" is no id'],
    ['an e-mail address that is none', { email: '@SUM(A1)' }, 'email: "@SUM(A1)" is no e-mail address'],
    ['themselves as line manager', { line_manager: 'dan' }, 'line_manager: it names the person themselves'],
    ['a day that is none', { waiting_since: '2026-02-30' }, 'waiting_since: "2026-02-30" is no day'],
  ])('for a mentee with %s', async (_, cells, what) => {
    const row = { ...aMenteeRow({ id: 'dan' }), line_manager: '', waiting_since: '', ...cells };
    const refusal = await refused(() => importing(programmeId, [row], []));
    expect([refusal.status, refusal.code, refusal.problems.length]).toEqual([422, 'input.refused', 1]);
    expect(refusal.problems[0]!.what).toContain(`mentees: row 2, column ${what}`);
  });

  it.each<[string, Row, string]>([
    ['a capacity of -1', { capacity: '-1' }, 'capacity: "-1" is no whole number from 0 to 50'],
    ['a capacity of 1.5', { capacity: '1.5' }, 'capacity: "1.5" is no whole number from 0 to 50'],
    ['a capacity that is no number', { capacity: 'NaN' }, 'capacity: "NaN" is no whole number'],
    ['a strength at no stage', { strengths: 'SE-1.1' }, 'strengths: "SE-1.1" does not say at which stage'],
  ])('for a mentor with %s', async (_, cells, what) => {
    const refusal = await refused(() => importing(programmeId, [], [aMentorRow({ id: 'ned', ...cells })]));
    expect(refusal).toMatchObject({ status: 422, code: 'input.refused' });
    expect(refusal.problems[0]!.what).toContain(`mentors: row 2, column ${what}`);
  });

  it.each<[string, readonly Row[], readonly Row[], RegExp]>([
    [
      'repeated ids',
      [aMenteeRow({ id: 'dan' }), aMenteeRow({ id: 'dan', email: '' })],
      [],
      /mentees: row 3.*"dan"/,
    ],
    [
      'one e-mail address of two',
      [aMenteeRow({ id: 'dan', email: 'a@example.org' }), aMenteeRow({ id: 'eve', email: 'A@example.org' })],
      [],
      /mentees: row 3, column email/,
    ],
    [
      'a circle of line managers across both files',
      [{ ...aMenteeRow({ id: 'dan' }), line_manager: 'ned' }],
      [{ ...aMentorRow({ id: 'ned' }), line_manager: 'dan' }],
      /manage one another.*dan.*ned|manage one another.*ned.*dan/,
    ],
    [
      'an e-mail address of somebody who is registered already',
      [aMenteeRow({ id: 'dan', email: 'ana@example.org' })],
      [],
      /"ana@example.org" would be the e-mail address of ana and of dan/,
    ],
  ])('for %s', async (_, mentees, mentors, what) => {
    const refusal = await refused(() => importing(programmeId, mentees, mentors));
    expect(refusal).toMatchObject({ status: 422, code: 'input.refused' });
    expect(refusal.problems.map((problem) => problem.what).join('\n')).toMatch(what);
  });

  it.each<[string, string, string]>([
    ['without a column', 'id,organisation,region,profession,stage\n', 'mentees: column gaps is missing'],
    ['with semicolons', 'id;organisation\nm;x\n', 'mentees: row 1: semicolons stand between the headings'],
    ['with a heading twice', 'id,name,ID\n', 'mentees: row 1: columns 1 and 3 have the same heading'],
    ['with a mark that is never closed', 'id,name\n"m,x\n', 'mentees: row 2: a quotation mark opens here'],
    [
      'with a row that is too long',
      'id,name\na,b,c\n',
      'mentees: row 2: it has 3 cells; there are 2 headings',
    ],
    ['that is blank above', '\nid,name\n', 'mentees: row 1 is blank'],
  ])('for a file %s', async (_, mentees, what) => {
    const body = { programmeId, mentees, mentors: csv([], aMentorRow()) };
    const refusal = await refused(() => coordinator().post('imports', body));
    expect(refusal).toMatchObject({ status: 422, code: 'input.refused' });
    expect(refusal.problems.map((problem) => problem.what).join('\n')).toContain(what);
  });

  it('for everything that is wrong in both files and the headcounts, all at once', async () => {
    const body = {
      programmeId,
      mentees: csv([aMenteeRow({ id: 'dan', stage: '' }), aMenteeRow({ id: 'eve', gaps: '' })]),
      mentors: csv([aMentorRow({ id: 'ned', capacity: '' })]),
      workforce: 'profession,headcount\nalchemist,3\n',
    };
    const { problems } = await refused(() => coordinator().post('imports', body));
    expect(problems.map(({ what }) => what.split(':').slice(0, 2).join(':'))).toEqual([
      'mentees: row 2, column stage',
      'mentees: row 3, column gaps',
      'mentors: row 2, column capacity',
      'workforce: row 2, column profession',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['UTF-16 that was taken for text', { mentees: '\ufeffi\0d\0' }, ['400 request.invalid', 'body.mentees']],
    ['half a character', { mentees: 'id\n\ud800' }, ['400 request.invalid', 'body.mentees']],
    ['nothing as a file', { mentors: '' }, ['400 request.invalid', 'body.mentors']],
    ['a number as a file', { mentors: 7 }, ['400 request.invalid', 'body.mentors']],
    ['a map that is none', { map: [] }, ['400 request.invalid', 'body.map']],
    ['an unknown key', { sheet: 'id' }, ['400 request.invalid', 'body.sheet']],
    ['a programme that is no id', { programmeId: 'mine' }, ['400 request.invalid', 'body.programmeId']],
    ['a programme that is not there', { programmeId: randomUUID() }, ['404 programme.not-found']],
  ])('for %s', async (_, other, expected) => {
    const body = { programmeId, mentees: csv([aMenteeRow()]), mentors: csv([aMentorRow()]), ...other };
    expect(told(await refused(() => coordinator().post('imports', body)))).toEqual(expected);
  });

  it('with an answer that can be read, where every row of thousands is wrong', async () => {
    const mentees = csv(
      Array.from({ length: 5000 }, (_, at) => aMenteeRow({ id: `m ${at}`, stage: '', gaps: 'none' })),
    );
    const body = { programmeId, mentees, mentors: csv([], aMentorRow()) };
    const refusal = await refused(() => coordinator().post('imports', body));
    expect(refusal.status).toBe(422);
    expect(refusal.problems).toHaveLength(1001);
    expect(refusal.problems.at(-1)).toEqual({ what: 'and 19,000 more' });
  });

  it('save for what only looks wrong: a byte order mark, and names that a spreadsheet would calculate', async () => {
    const other = await newProgramme();
    const row = aMenteeRow({ id: 'dan', name: '=HYPERLINK("http://example.org")' });
    const body = {
      programmeId: other,
      mentees: `\ufeff${csv([row])}`,
      mentors: `\ufeff${csv([aMentorRow()])}`,
    };
    await coordinator().post('imports', body).expect(201);
    expect((await peopleOf(other))['dan']).toMatchObject({ name: row['name'] });
  });
});

describe('a body is refused', () => {
  const nested = (levels: number) => '{"name":'.repeat(levels) + '1' + '}'.repeat(levels);
  const posting = (body: string, type = 'application/json') =>
    coordinator().send('post', 'programmes').set('Content-Type', type).send(body);

  it.each<[string, string, string[]]>([
    ['of 20 levels', nested(20), ['400 body.too-deep']],
    ['that is cut off', '{"name":"x', ['400 body.not-json']],
    ['that is no JSON', '{name:1}', ['400 body.not-json']],
    ['with NaN', '{"name":NaN}', ['400 body.not-json']],
    ['with a __proto__ key', '{"name":"x","__proto__":{"role":"coordinator"}}', ['400 body.forbidden-key']],
    ['with a hidden __proto__ key', '{"name":"x","__pro\\u0074o__":1}', ['400 body.forbidden-key']],
    ['with a key twice', '{"name":"x","name":"y"}', ['400 body.key-twice']],
    ['with an unknown key', '{"name":"x","state":"closed"}', ['400 request.invalid', 'body.state']],
    ['that is a list', '[]', ['400 request.invalid']],
    ['that is null', 'null', ['400 request.invalid']],
    ['that is a number', '5', ['400 request.invalid']],
    ['without what it needs', '{}', ['400 request.invalid', 'body.name']],
    ['with a number for text', '{"name":5}', ['400 request.invalid', 'body.name']],
    ['with null for text', '{"name":null}', ['400 request.invalid', 'body.name']],
    ['with blanks for text', '{"name":"  "}', ['400 request.invalid', 'body.name']],
    ['with NUL in text', '{"name":"a\\u0000b"}', ['400 request.invalid', 'body.name']],
    ['with half a character', '{"name":"\\ud800"}', ['400 request.invalid', 'body.name']],
    [
      'with text that is too long',
      JSON.stringify({ name: 'x'.repeat(201) }),
      ['400 request.invalid', 'body.name'],
    ],
  ])('%s', async (_, body, expected) => {
    const [first, ...places] = told(await refused(() => posting(body)));
    expect([first, ...(expected.length > 1 ? places : [])]).toEqual(expected);
  });

  it('that is not there', async () => {
    const refusal = await refused(() => coordinator().send('post', 'programmes'));
    expect(refusal).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it.each([
    'text/plain',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
  ])('of type %s', async (type) => {
    expect(told(await refused(() => posting('{"name":"x"}', type)))).toEqual(['415 body.wrong-type']);
  });

  it('that is compressed', async () => {
    const sent = () => posting('{"name":"x"}').set('Content-Encoding', 'gzip');
    expect(told(await refused(sent))).toEqual(['415 body.compressed']);
  });

  it('that is not UTF-8', async () => {
    const sent = () => {
      const test = coordinator().send('post', 'programmes').set('Content-Type', 'application/json');
      test.write(Buffer.from('{"name":"Zo\xeb"}', 'latin1'));
      return test;
    };
    expect(told(await refused(sent))).toEqual(['400 body.not-utf-8']);
  });

  it.each(['programmes', 'imports'])('at /%s of 10 MB, and the connection serves on', async (path) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const freed: unknown[] = [];
    agent.on('free', (socket) => freed.push(socket));
    const sent = (body: object) => () => coordinator().send('post', path).agent(agent).send(body);
    expect(told(await refused(sent({ name: 'x'.repeat(10_000_000) })))).toEqual(['413 body.too-large']);
    expect((await refused(sent({ nickname: 1 }))).code).toBe('request.invalid');
    expect(freed).toHaveLength(2);
    expect(freed[0]).toBe(freed[1]);
    agent.destroy();
  });
});

describe('a change is refused', () => {
  const editable = {} as Record<
    'programmes' | 'organisations' | 'people' | 'mentoring-requests' | 'matching-rounds' | 'talent-pools',
    string
  >;
  let ana: Api;
  const as = (kind: string) => {
    if (kind === 'mentoring-requests') return ana;
    return kind === 'talent-pools' ? service.as('talent_board') : coordinator();
  };
  const change = (kind: keyof typeof editable, version?: string) => {
    const bodies: Record<typeof kind, object> = {
      programmes: { name: 'Changed' },
      organisations: { name: 'Changed' },
      people: person,
      'mentoring-requests': { welcomedAgain: [] },
      'matching-rounds': { name: 'Changed' },
      'talent-pools': { title: 'Changed' },
    };
    const sent = as(kind).send(kind === 'people' ? 'put' : 'patch', `${kind}/${editable[kind]}`);
    return (version === undefined ? sent : sent.set('If-Match', version)).send(bodies[kind]);
  };
  const kinds: (keyof typeof editable)[] = [
    'programmes',
    'organisations',
    'people',
    'mentoring-requests',
    'matching-rounds',
    'talent-pools',
  ];
  let person: object;

  beforeAll(async () => {
    const programmeId = await smallProgramme();
    const { ana: themselves } = await peopleOf(programmeId);
    person = saidAnew(themselves!, {});
    ana = await holderOf(themselves!);
    const firstOf = async (path: string) =>
      ((await coordinator().get(path).expect(200)).body as { items: { id: string }[] }).items[0]!.id;
    const pool = { programmeId, title: 'Heads', purpose: 'To lead.', waysIn: ['applied'] };
    Object.assign(editable, {
      programmes: programmeId,
      organisations: await firstOf(`organisations?programme=${programmeId}`),
      people: themselves!.id,
      'mentoring-requests': await firstOf(
        `mentoring-requests?programme=${programmeId}&person=${themselves!.id}`,
      ),
      'matching-rounds': idOf(
        await coordinator().post('matching-rounds', { programmeId, name: 'A' }).expect(201),
      ),
      'talent-pools': idOf(await service.as('talent_board').post('talent-pools', pool).expect(201)),
    });
  });

  it.each(kinds)(
    'at /%s without the version that was read, or with one that is not the latest',
    async (kind) => {
      expect(told(await refused(() => change(kind)))).toEqual(['428 version.required']);
      for (const version of ['v1', '*', '"v1", "v2"', '"1"', '"v-1"', '"v99999999999"']) {
        expect(told(await refused(() => change(kind, version)))).toEqual(['400 version.malformed']);
      }
      const { version } = (await as(kind).get(`${kind}/${editable[kind]}`).expect(200)).body as {
        version: number;
      };
      for (const other of [version + 1, 0]) {
        const { status, code } = await refused(() => change(kind, `"v${other}"`));
        expect([status, code]).toEqual([412, 'version.stale']);
      }
      await change(kind, `"v${version}"`).expect(200);
      expect((await refused(() => change(kind, `"v${version}"`))).status).toBe(412);
    },
  );

  it('where one of ten who change the same at once was first', async () => {
    const { version } = (await coordinator().get(`programmes/${editable.programmes}`)).body as {
      version: number;
    };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        coordinator().patch(`programmes/${editable.programmes}`, { name: `Changed by ${at}` }, version),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });
});

describe('a key that makes a request take effect once', () => {
  const posting = (key: string, body: object, caller: Api = coordinator()) =>
    caller.post('programmes', body).set('Idempotency-Key', key);

  it('gives the same answer again, and makes one thing', async () => {
    const [key, body] = [randomUUID(), { name: `Once ${randomUUID()}` }];
    const first = await posting(key, body).expect(201);
    const before = await kept.digest();
    const again = await posting(key, body).expect(201);
    expect(await kept.digest()).toEqual(before);
    expect([again.text, again.headers['location'], again.headers['etag']]).toEqual([
      first.text,
      first.headers['location'],
      first.headers['etag'],
    ]);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is refused with another body', async () => {
    const key = randomUUID();
    await posting(key, { name: `First ${key}` }).expect(201);
    const other = await refused(() => posting(key, { name: `Second ${key}` }));
    expect(told(other)).toEqual(['422 idempotency.other-body']);
  });

  it('makes one thing of ten requests at once, on two servers', async () => {
    const { address } = await service.startServer();
    const [key, body] = [randomUUID(), { name: `Ten ${randomUUID()}` }];
    const before = await kept.count('programme');
    const callers = [coordinator(), coordinator().at(address)];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => posting(key, body, callers[at % 2])),
    );
    expect(await kept.count('programme')).toBe(before + 1);
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(idOf)).size).toBe(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(told(refusalOf(answer))).toEqual(['409 idempotency.in-progress']);
      expect(answer.headers['retry-after']).toBe('1');
    }
    expect((await posting(key, body).expect(201)).headers['idempotency-replayed']).toBe('true');
  });

  it('gives a refusal again, even when what was in the way is gone', async () => {
    const [key, name] = [randomUUID(), `Taken ${randomUUID()}`];
    const programmeId = idOf(await coordinator().post('programmes', { name }).expect(201));
    expect(told(await refused(() => posting(key, { name })))).toEqual(['409 programme.name-taken']);
    await coordinator()
      .patch(`programmes/${programmeId}`, { name: `${name}, renamed` }, 1)
      .expect(200);
    expect(told(await refused(() => posting(key, { name })))).toEqual(['409 programme.name-taken']);
    await posting(randomUUID(), { name }).expect(201);
  });

  it('belongs to who made it up', async () => {
    const [key, body] = [randomUUID(), { name: `Mine ${randomUUID()}` }];
    await posting(key, body).expect(201);
    const admin = service.as('platform_admin');
    // Somebody's first request is remembered with their account; the refusal is not to be.
    await admin.get('me').expect(200);
    const other = await refused(() => posting(key, body, admin));
    expect(told(other)).toEqual(['409 programme.name-taken']);
  });

  it.each(['', 'with a space', 'x'.repeat(201), 'caf\u00e9'])('cannot be %j', async (key) => {
    expect(told(await refused(() => posting(key, { name: 'Never' })))).toEqual(['400 idempotency.malformed']);
  });

  it('is free again after a request that was never understood', async () => {
    const key = randomUUID();
    expect((await refused(() => posting(key, { nickname: 1 }))).status).toBe(400);
    await posting(key, { name: `Understood ${key}` }).expect(201);
  });
});

describe('a place in a list is refused', () => {
  const lines = (...values: string[]) => Buffer.from(values.join('\n')).toString('base64url');
  /** Positions that look as if they had been given out, more and more so. */
  const FORGED = [
    ...['', "'", lines(''), lines("' or 1=1", randomUUID()), lines('\ud800'), lines('9'.repeat(400))],
    ...['0000-01-01T00:00:00.000Z', '9999-99-99T00:00:00.000Z', '2026-02-30T00:00:00.000Z'].map((moment) =>
      lines(moment, randomUUID()),
    ),
    ...['0000-01-01', '2026-02-30', '-infinity', 'NaN'].map((day) => lines(day, randomUUID())),
  ];
  let programmeId: string;
  let cursor: string;
  beforeAll(async () => {
    programmeId = await smallProgramme();
    const body = await bodyOf(coordinator().get(`people?programme=${programmeId}&limit=1`).expect(200));
    cursor = (body as { nextCursor: string }).nextCursor;
  });
  const page = (path: string) => refused(() => coordinator().get(path));

  it('in another list, under another filter, and where it was never given out', async () => {
    await coordinator().get(`people?programme=${programmeId}&limit=2&cursor=${cursor}`).expect(200);
    for (const other of [`people?programme=${randomUUID()}`, `mentee-profiles?programme=${programmeId}`]) {
      expect(told(await page(`${other}&cursor=${cursor}`))).toEqual(['400 cursor.other-query']);
    }
    for (const malformed of ['x', 'W10', Buffer.from('{"a":1}').toString('base64url'), '%00', '..%2f']) {
      expect(told(await page(`people?programme=${programmeId}&cursor=${malformed}`))).toEqual([
        '400 cursor.malformed',
      ]);
    }
  });

  it('with a position that somebody wrote themselves, in every list', async () => {
    const lists = [
      ...[
        'people',
        'organisations',
        'imports',
        'mentee-profiles',
        'mentor-profiles',
        'mentoring-requests',
      ].map((list) => `${list}?programme=${programmeId}`),
      ...['programmes?', 'matching-rounds?', 'proposals?', 'talent-pools?'],
      ...['transparency/rounds?', 'transparency/talent-pools?'],
    ];
    for (const path of lists) {
      const [list, query = ''] = path.split('?');
      const filter = Object.fromEntries(new URLSearchParams(query));
      const name = sha256(canonicalJson([`/api/v1/${list!}`, filter])).slice(0, 16);
      for (const position of FORGED) {
        const forged = Buffer.from(JSON.stringify([position, name])).toString('base64url');
        const answer = await coordinator().get(`${path}&cursor=${forged}`);
        if (answer.status !== 200) {
          expect([path, position, ...told(refusalOf(answer))]).toEqual([
            path,
            position,
            '400 cursor.malformed',
          ]);
        }
      }
    }
  });

  it.each(['0', '201', '-1', '1.5', 'many', '1e2', ''])('with a limit of %j', async (limit) => {
    expect(told(await page(`people?programme=${programmeId}&limit=${limit}`))).toEqual([
      '400 request.invalid',
      'query.limit',
    ]);
  });

  it.each([
    ['without the programme', 'people', 'query.programme'],
    ['with an unknown part', 'programmes?order=name', 'query.order'],
    ['with a part twice', 'programmes?limit=1&limit=2', 'query.limit'],
    ['with a state that is none', 'matching-rounds?state=gone', 'query.state[0]'],
    ['with __proto__', 'programmes?__proto__=1', 'query.__proto__'],
    ['with constructor', 'programmes?constructor=1', 'query.constructor'],
  ])('in a query %s', async (_, path, where) => {
    expect(told(await page(path))).toEqual(['400 request.invalid', where]);
  });
});

describe('an address is refused', () => {
  let known: Record<'programme' | 'round' | 'request' | 'person', string>;
  beforeAll(async () => {
    const programme = await smallProgramme();
    const round = await coordinator()
      .post('matching-rounds', { programmeId: programme, name: 'A' })
      .expect(201);
    const requests = await coordinator().get(`mentoring-requests?programme=${programme}`).expect(200);
    const [{ id: request, personId: person }] = (
      requests.body as { items: [{ id: string; personId: string }] }
    ).items;
    known = { programme, round: idOf(round), request, person };
  });

  const nouns: readonly [string, string][] = [
    ['programmes', 'programme'],
    ['organisations', 'organisation'],
    ['people', 'person'],
    ['mentee-profiles', 'mentee-profile'],
    ['mentor-profiles', 'mentor-profile'],
    ['imports', 'import'],
    ['mentoring-requests', 'mentoring-request'],
    ['matching-rounds', 'matching-round'],
    ['proposals', 'proposal'],
    ['talent-pools', 'talent-pool'],
    ['transparency/rounds', 'matching-round'],
    ['transparency/talent-pools', 'talent-pool'],
  ];
  it.each(nouns)('at /%s with the id of nothing, of another kind, and with none', async (path, noun) => {
    const { person, round } = known;
    for (const id of [randomUUID(), path.endsWith('rounds') ? person : round]) {
      expect(told(await refused(() => coordinator().get(`${path}/${id}`)))).toEqual([
        `404 ${noun}.not-found`,
      ]);
    }
    for (const id of ['7', 'null', person.toUpperCase(), `{${person}}`, `${person}%00`, '%27%20or%201=1']) {
      const refusal = await refused(() => coordinator().get(`${path}/${encodeURI(decodeURI(id))}`));
      expect([refusal.status, refusal.code]).toEqual([400, 'request.invalid']);
      expect(refusal.problems[0]!.where).toMatch(/^path\./);
    }
  });

  it('where what it makes a thing of is of another kind, or of another programme', async () => {
    const { programme, person, round } = known;
    const other = await newProgramme();
    const whoAsks = await bodyOf(coordinator().get(`people/${person}`).expect(200));
    const api = await holderOf(whoAsks as Person);
    const asking = (body: object) => refused(() => api.post('mentoring-requests', body));
    expect(told(await asking({ programmeId: other, personId: person }))).toEqual(['404 person.not-found']);
    expect(told(await asking({ programmeId: programme, personId: round }))).toEqual(['404 person.not-found']);
    expect(told(await asking({ programmeId: programme, personId: person.toUpperCase() }))).toEqual([
      '400 request.invalid',
      'body.personId',
    ]);
    const making = { programmeId: person, name: 'A' };
    expect(told(await refused(() => coordinator().post('matching-rounds', making)))).toEqual([
      '404 programme.not-found',
    ]);
  });

  it('that nothing stands at, or not for that method, or that is none', async () => {
    const { programme } = known;
    const to = (method: 'get' | 'put' | 'delete', path: string) =>
      refused(() => coordinator().send(method, path));
    expect(told(await to('get', 'nowhere'))).toEqual(['404 route.not-found']);
    expect(told(await to('delete', `programmes/${programme}`))).toEqual(['405 route.wrong-method']);
    expect(told(await to('put', `programmes/${programme}`))).toEqual(['405 route.wrong-method']);
    expect((await to('get', 'programmes/%E0%A4%A')).status).toBe(400);
  });
});

describe('what a person says is refused', () => {
  let programmeId: string;
  let people: Readonly<Record<string, Person>>;
  beforeAll(async () => {
    programmeId = await smallProgramme();
    people = await peopleOf(programmeId);
  });

  it('with every code that the catalogue lacks, by its place', async () => {
    const { ana } = people;
    const said = saidAnew(ana!, {
      background: { profession: 'alchemist' },
      posts: [{ ...ana!.posts[0], region: 'Atlantis', stage: '9', lineManager: 'ana' }],
      languages: ['xx1'],
    });
    const refusal = await refused(() => coordinator().put(`people/${ana!.id}`, said, 1));
    expect(refusal).toMatchObject({ status: 422, code: 'input.refused' });
    const places = refusal.problems.map(({ what }) => what.split(':')[0]).sort();
    expect(places).toEqual(
      expect.arrayContaining(['background.profession', 'posts[0].region', 'posts[0].stage']),
    );
  });

  it('where people would manage one another', async () => {
    const { ana, bea } = people;
    const managed = (person: Person, lineManager: string) => {
      const said = saidAnew(person, { posts: [{ ...person.posts[0], lineManager }] });
      return coordinator().put(`people/${person.id}`, said, 1);
    };
    await managed(ana!, 'bea').expect(200);
    const { status, problems } = await refused(() => managed(bea!, 'ana'));
    expect(status).toBe(422);
    expect(problems[0]!.what).toMatch(
      /^posts\[0\]\.lineManager: these people manage one another: bea -> ana -> bea/,
    );
  });

  it('with a reference or an e-mail address of somebody else', async () => {
    const { cis } = people;
    const put = (other: object) =>
      refused(() => coordinator().put(`people/${cis!.id}`, saidAnew(cis!, other), 1));
    expect(told(await put({ reference: 'bea' }))).toEqual(['409 person.reference-taken']);
    expect(await put({ email: 'BEA@example.org' })).toMatchObject({ status: 422, code: 'input.refused' });
  });

  it('of a profile that there is, without the version that it replaces', async () => {
    const bea = await holderOf(people['bea']!);
    const put = () => bea.put(`mentee-profiles/${people['bea']!.id}`, { gaps: [{ topic: 'SE-1.1' }] });
    expect(told(await refused(put))).toEqual(['409 mentee-profile.exists']);
  });
});

describe('what a programme is asked for is refused', () => {
  it('where it is closed, whatever would be new in it', async () => {
    const programmeId = await smallProgramme();
    const { cis, max } = await peopleOf(programmeId);
    const round = idOf(await coordinator().post('matching-rounds', { programmeId, name: 'A' }).expect(201));
    await coordinator().patch(`programmes/${programmeId}`, { state: 'closed' }, 1).expect(200);
    const closed = ['409 programme.closed'];
    const posting = (path: string, body: object = {}) => refused(() => coordinator().post(path, body));
    const asks = await holderOf(cis!);
    const asked = { programmeId, personId: cis!.id, submit: true };
    expect(told(await refused(() => asks.post('mentoring-requests', asked)))).toEqual(closed);
    expect(told(await posting('matching-rounds', { programmeId, name: 'B' }))).toEqual(closed);
    expect(told(await posting(`matching-rounds/${round}/run`))).toEqual(closed);
    expect(told(await refused(() => importing(programmeId, [aMenteeRow()], [])))).toEqual(closed);
    const person = saidAnew(max!, { programmeId, reference: 'new', email: 'new@example.org' });
    expect(told(await posting('people', person))).toEqual(closed);
  });

  it('where somebody asks a second time, or has not said what for, or takes no part', async () => {
    const programmeId = await smallProgramme();
    const { bea, max, cis } = await peopleOf(programmeId);
    const asking = async (person: Person) => {
      const api = await holderOf(person);
      const asked = { programmeId, personId: person.id, submit: true };
      return refused(() => api.post('mentoring-requests', asked));
    };
    expect(told(await asking(bea!))).toEqual(['409 mentoring-request.already-open']);
    expect(told(await asking(max!))).toEqual(['409 mentoring-request.no-profile']);
    const body = await bodyOf(
      coordinator().get(`mentoring-requests?programme=${programmeId}&person=${cis!.id}`).expect(200),
    );
    const [{ id }] = (body as { items: [{ id: string }] }).items;
    await coordinator().post(`mentoring-requests/${id}/withdraw`).expect(200);
    const withdrawn = saidAnew(cis!, { consent: false });
    expect(told(await refused(() => coordinator().put(`people/${cis!.id}`, withdrawn, 1)))).toEqual([
      '403 access.forbidden',
    ]);
    await (await holderOf(cis!)).put(`people/${cis!.id}`, withdrawn, 1).expect(200);
    expect(told(await asking(cis!))).toEqual(['409 mentoring-request.not-taking-part']);
    expect(told(await refused(() => coordinator().post(`mentoring-requests/${id}/withdraw`)))).toEqual([
      '409 mentoring-request.cannot-withdraw',
    ]);
  });
});

describe('a round', () => {
  it('that ten run at once runs once', async () => {
    const programmeId = await smallProgramme();
    const id = idOf(await coordinator().post('matching-rounds', { programmeId, name: 'A' }).expect(201));
    const before = await kept.count('matching_run');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => coordinator().post(`matching-rounds/${id}/run`)),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 202)) {
      expect(told(refusalOf(answer))).toEqual(['409 matching-round.cannot-queue']);
    }
    expect(await kept.count('matching_run')).toBe(before + 1);
    await untilRound(coordinator(), id, 'solved');
  });

  it('that ten publish at once is published once', async () => {
    const id = await solvedRound(coordinator(), await smallProgramme());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => coordinator().post(`matching-rounds/${id}/publish`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(told(refusalOf(answer))).toEqual(['409 matching-round.cannot-publish']);
    }
    const body = await bodyOf(coordinator().get(`proposals?round=${id}`).expect(200));
    expect((body as { items: object[] }).items).toHaveLength(2);
  });

  it('is not published with a mentor who has withdrawn, and another one can be run without them', async () => {
    const programmeId = await smallProgramme();
    const people = await peopleOf(programmeId);
    const id = await solvedRound(coordinator(), programmeId);
    const body = await bodyOf(coordinator().get(`matching-rounds/${id}/result`).expect(200));
    const { matches } = body as { matches: { requestId: string; mentorId: string }[] };
    const lost = matches[0]!;
    const mentor = Object.values(people).find((person) => person.id === lost.mentorId)!;
    await coordinator()
      .put(`people/${mentor.id}`, saidAnew(mentor, { active: false }), mentor.version)
      .expect(200);

    const refusal = await refused(() => coordinator().post(`matching-rounds/${id}/publish`));
    expect([refusal.status, refusal.code]).toEqual([409, 'matching-round.pair-not-eligible']);
    expect(refusal.problems).toEqual([
      { what: expect.stringMatching(`^request ${lost.requestId}, mentor ${lost.mentorId}: .+`) as string },
    ]);
    expect(refusal.detail).toContain(lost.requestId);
    expect((await coordinator().get(`proposals?round=${id}`).expect(200)).body).toMatchObject({ items: [] });

    await coordinator().post(`matching-rounds/${id}/discard`).expect(200);
    const { proposals } = await publishedRound(coordinator(), programmeId);
    expect(proposals.map(({ mentorId }) => mentorId)).not.toContain(lost.mentorId);
    expect(proposals).toHaveLength(1);
  });

  it('that is published while its mentors withdraw offers nobody a mentor who has', async () => {
    const programmeId = await smallProgramme();
    const { max, nia } = await peopleOf(programmeId);
    const id = await solvedRound(coordinator(), programmeId);
    const [published, ...withdrawn] = await Promise.all([
      coordinator().post(`matching-rounds/${id}/publish`),
      ...[max!, nia!].map((mentor) =>
        coordinator().put(`people/${mentor.id}`, saidAnew(mentor, { active: false }), mentor.version),
      ),
    ]);
    expect([200, 409]).toContain(published.status);
    for (const { status } of withdrawn) expect([200, 409]).toContain(status);
    const body = await bodyOf(coordinator().get(`proposals?round=${id}`).expect(200));
    const offered = (body as { items: { mentorId: string }[] }).items;
    expect(offered).toHaveLength(published.status === 200 ? 2 : 0);
  });

  it('refuses every step that does not lead on from where it stands', async () => {
    const programmeId = await smallProgramme();
    const id = idOf(await coordinator().post('matching-rounds', { programmeId, name: 'A' }).expect(201));
    for (const [step, code] of [
      ['cancel', 'matching-round.cannot-cancel'],
      ['publish', 'matching-round.cannot-publish'],
      ['reopen', 'matching-round.cannot-reopen'],
    ] as const) {
      const refusal = await refused(() => coordinator().post(`matching-rounds/${id}/${step}`));
      expect(told(refusal)).toEqual([`409 ${code}`]);
    }
    for (const part of ['result', 'access', 'result/document', `explanations/${randomUUID()}`]) {
      const refusal = await refused(() => coordinator().get(`matching-rounds/${id}/${part}`));
      expect([part, ...told(refusal)]).toEqual([part, '409 matching-round.not-solved']);
    }
    await coordinator().post(`matching-rounds/${id}/discard`).expect(200);
    const again = await refused(() => coordinator().post(`matching-rounds/${id}/discard`));
    expect(told(again)).toEqual(['409 matching-round.cannot-discard']);
  });

  it.each<[string, object, string]>([
    ['weights that do not sum to 10,000', { weights: { gap_cover: 1 } }, '422 input.refused'],
    ['a weight of 10,001', { weights: { gap_cover: 10_001 } }, '400 request.invalid'],
    ['a floor of half a point', { floor: 0.5 }, '400 request.invalid'],
    ['an unknown rule', { greedy: true }, '400 request.invalid'],
    ['objectives out of order', { objectives: ['score', 'coverage'] }, '422 input.refused'],
    ['an objective twice', { objectives: ['score', 'score'] }, '400 request.invalid'],
    [
      'prior access of a group that is a path too long',
      { prior: { 'a/b/c': { asked: 1, matched: 0 } } },
      '400 request.invalid',
    ],
    ['more matched before than asked', { prior: { ahp: { asked: 1, matched: 2 } } }, '422 input.refused'],
  ])('is not made with %s', async (_, rules, expected) => {
    const programmeId = await newProgramme();
    const refusal = await refused(() =>
      coordinator().post('matching-rounds', { programmeId, name: 'A', rules }),
    );
    expect(told(refusal)[0]).toBe(expected);
    expect(refusal.problems.length).toBeGreaterThan(0);
  });
});

describe('the log of all this', () => {
  it('holds a line for each request, no fault of the server, and nothing about anybody', () => {
    const { output } = service.server;
    expect(output.split('\n').filter((line) => line.includes('"status":4')).length).toBeGreaterThan(100);
    expect(output).not.toMatch(/"level":(?:[56]0|"(?:error|fatal)")/);
    expect(output).not.toMatch(/example\.org| Ford| Holt|HYPERLINK|Bearer \S/);
  });
});
