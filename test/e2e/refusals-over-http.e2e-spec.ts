import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import type { Response } from 'supertest';
import { type Api, useService } from '../harness/service';
import { KeptRows } from './kept-rows';
import { aMenteeRow, aMentorRow, csv, type Row } from './people-rows';
import { type Refusal, refusalOf } from './refusal';
import { publishedRound, solvedRound, untilRound } from './round-over-http';

const service = useService();
const coordinator = (): Api => service.as('coordinator');
const idOf = ({ body }: Response) => (body as { id: string }).id;

let kept: KeptRows;
let programmes = 0;

beforeAll(async () => {
  kept = await KeptRows.of(service.databaseUrl);
});
afterAll(() => kept.close());

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
  return idOf(await coordinator().post('programmes', { name: `Refusals ${++programmes}` }).expect(201));
}

const importing = (programmeId: string, mentees: readonly Row[], mentors: readonly Row[]) =>
  coordinator().post('imports', {
    programmeId,
    mentees: csv(mentees, aMenteeRow()),
    mentors: csv(mentors, aMentorRow()),
  });

/** People of a programme by their reference. */
async function peopleOf(programmeId: string): Promise<Readonly<Record<string, Person>>> {
  const { body } = await coordinator().get(`people?programme=${programmeId}&limit=200`).expect(200);
  return Object.fromEntries((body as { items: Person[] }).items.map((person) => [person.reference, person]));
}

interface Person {
  readonly id: string;
  readonly reference: string;
  readonly programmeId: string;
  readonly version: number;
}

/** A programme of a few people who ask and offer. */
async function smallProgramme(): Promise<string> {
  const programmeId = await newProgramme();
  const mentees = [aMenteeRow(), aMenteeRow({ id: 'bea' }), aMenteeRow({ id: 'cis' })];
  await importing(programmeId, mentees, [aMentorRow(), aMentorRow({ id: 'nia' })]).expect(201);
  return programmeId;
}

/** All that a person is said to be, to be put back with a difference. */
const saidAnew = ({ id: _, programmeId: __, version: ___, ...said }: Person, other: object): object => ({
  ...said,
  ...other,
});

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
    ['repeated ids', [aMenteeRow({ id: 'dan' }), aMenteeRow({ id: 'dan', email: '' })], [], /mentees: row 3.*"dan"/],
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
      /mentees: row 2, column email/,
    ],
  ])('for %s', async (_, mentees, mentors, what) => {
    const refusal = await refused(() => importing(programmeId, mentees, mentors));
    expect(refusal).toMatchObject({ status: 422, code: 'input.refused' });
    expect(refusal.problems.map((problem) => problem.what).join('\n')).toMatch(what);
  });

  it.each<[string, string, string]>([
    ['without a column', 'id,organisation,region,profession,stage\n', 'mentees: the column gaps is missing'],
    ['with semicolons', 'id;organisation\nm;x\n', 'mentees: row 1: semicolons stand between the headings'],
    ['with a heading twice', 'id,name,ID\n', 'mentees: row 1: columns 1 and 3 have the same heading'],
    ['with a mark that is never closed', 'id,name\n"m,x\n', 'mentees: row 2: a quotation mark opens here'],
    ['with a row that is too long', 'id,name\na,b,c\n', 'mentees: row 2: it has 3 cells; there are 2 headings'],
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
    expect(refusal.problems.length).toBeLessThanOrEqual(1001);
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
    ['with text that is too long', JSON.stringify({ name: 'x'.repeat(201) }), ['400 request.invalid', 'body.name']],
  ])('%s', async (_, body, expected) => {
    const [first, ...places] = told(await refused(() => posting(body)));
    expect([first, ...(expected.length > 1 ? places : [])]).toEqual(expected);
  });

  it('that is not there', async () => {
    const refusal = await refused(() => coordinator().send('post', 'programmes'));
    expect(refusal).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it.each(['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'of type %s',
    async (type) => {
      expect(told(await refused(() => posting('{"name":"x"}', type)))).toEqual(['415 body.wrong-type']);
    },
  );

  it('that is compressed', async () => {
    const sent = () => posting('{"name":"x"}').set('Content-Encoding', 'gzip');
    expect(told(await refused(sent))).toEqual(['415 body.compressed']);
  });

  it('that is not UTF-8', async () => {
    const before = await kept.digest();
    const answer = await onOneConnection([Buffer.from('{"name":"Zo\xeb"}', 'latin1')]);
    expect(answer).toEqual([{ status: 400, code: 'body.not-utf-8', connection: 1 }]);
    expect(await kept.digest()).toEqual(before);
  });

  it.each([
    ['programmes', 10_000_000],
    ['imports', 10_000_000],
  ])('at /%s of 10 MB, after which the same connection still serves', async (path, bytes) => {
    const before = await kept.digest();
    const large = Buffer.from(JSON.stringify({ name: 'x'.repeat(bytes) }));
    const answers = await onOneConnection([large, Buffer.from('{"nickname":1}')], path);
    expect(answers).toEqual([
      { status: 413, code: 'body.too-large', connection: 1 },
      { status: 400, code: 'request.invalid', connection: 1 },
    ]);
    expect(await kept.digest()).toEqual(before);
    await service.as('public').get('/health/live').expect(200);
  });

  /** Sends bodies one after the other and tells which connection each went over. */
  async function onOneConnection(bodies: readonly Buffer[], path = 'programmes') {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const connections: unknown[] = [];
    const answers: { status: number | undefined; code: string; connection: number }[] = [];
    const { Authorization } = bearer();
    for (const body of bodies) {
      answers.push(
        await new Promise((resolve, reject) => {
          const sent = httpRequest(`${service.address}/api/v1/${path}`, {
            agent,
            method: 'POST',
            headers: { Authorization, 'Content-Type': 'application/json', 'Content-Length': body.length },
          });
          sent.on('socket', (socket) => {
            if (!connections.includes(socket)) connections.push(socket);
          });
          sent.on('response', (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => (text += part));
            response.on('end', () => {
              const { code } = JSON.parse(text) as { code: string };
              resolve({ status: response.statusCode, code, connection: connections.length });
            });
          });
          sent.on('error', reject);
          sent.end(body);
        }),
      );
    }
    agent.destroy();
    return answers;
  }

  function bearer(): { Authorization: string } {
    const header = coordinator().get('me').get('Authorization') as unknown as string;
    return { Authorization: header };
  }
});
