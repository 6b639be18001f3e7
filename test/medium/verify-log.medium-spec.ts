import { readKeyFiles } from '@evenhand/config';
import { AuditHeadsFolder } from '@evenhand/files';
import { AuditLogRepository, KeepAuditHead, LogPseudonyms, ReadAuditHead } from '@evenhand/governance';
import { AuditTrail, Clock, InputRefused } from '@evenhand/kernel';
import { EVERYWHERE } from '@evenhand/testing';
import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyLogCommand, type VerifyLogCommandOptions } from '../../apps/cli/src/verify-log.command';
import { SERVER_START_MILLISECONDS, usePostgres } from '../harness/postgres';
import { MatchingDatabase, MIGRATED } from './matching-database';

const postgres = usePostgres();
const folder = mkdtempSync(join(tmpdir(), 'evenhand-heads-'));
const keyPair = generateKeyPairSync('ed25519');
const signingKeyFile = join(folder, 'signing-key.pem');
writeFileSync(signingKeyFile, keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
const publicKeyFile = join(folder, 'public-key.pem');
writeFileSync(publicKeyFile, keyPair.publicKey.export({ type: 'spki', format: 'pem' }));
const environment = { ...process.env };

class SettableClock extends Clock {
  time = new Date('2026-12-01T09:00:00Z');

  override now(): Date {
    return this.time;
  }
}

/** A log of six events about six people, with the heads of two days: after the third and after the last. */
class KeptLog extends MatchingDatabase {
  readonly heads = mkdtempSync(join(folder, 'heads-'));
  readonly clock = new SettableClock();
  personIds: readonly string[] = [];
  private files: ReadonlyMap<string, string> = new Map();

  async begin(): Promise<void> {
    await this.open(await postgres.createDatabase({ template: MIGRATED }));
    this.personIds = await this.people(6);
    for (const [at, personId] of this.personIds.entries()) {
      await this.get(AuditTrail).record({
        kind: 'read',
        action: 'person.read',
        authority: EVERYWHERE,
        programmeId: this.programmeId,
        personIds: [personId],
      });
      if (at === 2 || at === 5) await this.keepHead();
    }
    await this.superuser.query('create table as_it_was as table audit_event');
    this.files = new Map(
      readdirSync(this.heads).map((name) => [name, readFileSync(join(this.heads, name), 'utf8')]),
    );
  }

  /** Log and heads as they were when it began. */
  async putBack(): Promise<void> {
    await this.tamper('truncate audit_event', 'insert into audit_event table as_it_was');
    rmSync(this.heads, { recursive: true, force: true });
    mkdirSync(this.heads);
    for (const [name, text] of this.files) writeFileSync(join(this.heads, name), text);
  }

  /** That of the next day. */
  async keepHead(): Promise<number | undefined> {
    const kept = await this.keeping().run();
    this.clock.time = new Date(this.clock.time.getTime() + 86_400_000);
    return kept;
  }

  keeping(): KeepAuditHead {
    const log = this.get(AuditLogRepository);
    const reading = new ReadAuditHead(log, readKeyFiles({ signingKeyFile }), this.clock);
    return new KeepAuditHead(reading, log, new AuditHeadsFolder(this.heads), this.clock);
  }

  /** What the command says, and whether its answer is yes. */
  async verify(options: VerifyLogCommandOptions = {}): Promise<string> {
    let said = '';
    process.env['DATABASE_URL'] = this.url;
    const out = { write: (text: string) => ((said += text), true) };
    const whole = await verifyLogCommand(
      { heads: this.heads, ...options },
      { out, progress: { ...out, isTTY: false } },
    );
    expect(whole).toBe(said.startsWith('whole: ') || said.startsWith('{"whole":true'));
    return said;
  }

  /** As somebody who may do anything to the database, and takes away first what keeps the log. */
  async tamper(...statements: readonly string[]): Promise<void> {
    await this.superuser.query('alter table audit_event disable trigger all');
    for (const statement of statements) await this.superuser.query(statement);
    await this.superuser.query('alter table audit_event enable trigger all');
  }

  writeHead(name: string, change: (head: Record<string, unknown>) => object): void {
    const text = readFileSync(join(this.heads, '2026-12-02.json'), 'utf8');
    writeFileSync(
      join(this.heads, name),
      JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)),
    );
  }
}

/** Gives every event from one on the hashes that belong to it as it is now. */
const forgeAnew = (from: number) => `
  do $$ declare one record; begin
    for one in select seq from audit_event where seq >= ${from} order by seq loop
      update audit_event e set previous_sha256 = coalesce(
        (select b.sha256 from audit_event b where b.seq = e.seq - 1), repeat('0', 64)) where e.seq = one.seq;
      update audit_event e set sha256 = audit_event_hash(e.seq, e.at, e.previous_sha256, e.payload) where e.seq = one.seq;
    end loop;
  end $$`;
const ALTER_3 = `update audit_event set payload = replace(payload, 'person.read', 'person.seen'), action = 'person.seen' where seq = 3`;

const log = new KeptLog();
beforeAll(async () => {
  Object.assign(process.env, { SIGNING_KEY_FILE: signingKeyFile });
  await log.begin();
}, SERVER_START_MILLISECONDS);
afterEach(() => log.putBack());
afterAll(async () => {
  await log.close();
  process.env = environment;
  rmSync(folder, { recursive: true });
});

describe('evenhand verify-log', () => {
  it('finds a log whole that nobody touched, whoever was forgotten in it', async () => {
    const whole = 'whole: 6 events, each as it was written; as 2 heads have seen it\n';
    expect(await log.verify()).toBe(whole);
    await log.get(LogPseudonyms).forget(log.personIds);
    expect(await log.verify()).toBe(whole);
  });

  it('says it for machines', async () => {
    expect(JSON.parse(await log.verify({ json: true }))).toEqual({ whole: true, events: 6, heads: 2 });
    await log.tamper('delete from audit_event where seq = 4');
    expect(JSON.parse(await log.verify({ json: true }))).toEqual({
      ...{ whole: false, events: 3, heads: 2 },
      fault: 'Event 4 is missing: after event 3 comes event 5.',
    });
  });

  it('goes through more events than are read at once', async () => {
    await log.superuser.query(
      `select append_audit_events(array_fill(payload, array[2500])) from audit_event where seq = 1`,
    );
    expect(await log.verify()).toContain('whole: 2506 events');
    await log.tamper(`update audit_event set at = at + interval '1 ms' where seq = 2400`);
    expect(await log.verify()).toContain('not whole: Event 2400 was altered');
  });

  it.each<[string, readonly string[], string]>([
    ['an edit', [ALTER_3], 'Event 3 was altered: its hash is not that of what it says.'],
    [
      'an edit with its hash',
      [
        ALTER_3.replace('seq = 3', 'seq = 4'),
        `update audit_event set sha256 = audit_event_hash(seq, at, previous_sha256, payload) where seq = 4`,
      ],
      'Event 5 does not follow event 4 as it is now: one of them was exchanged, moved or altered.',
    ],
    [
      'an edit with every hash',
      [ALTER_3, forgeAnew(3)],
      'Event 3 is not the one that 2026-12-01.json has seen: the log was written anew up to there.',
    ],
    [
      'an edit of a time',
      [`update audit_event set at = at - interval '1 hour' where seq = 2`],
      'Event 2 was altered',
    ],
    [
      'an edit of a time to never',
      [`update audit_event set at = 'infinity' where seq = 2`],
      'Event 2 was altered',
    ],
    [
      'a deletion',
      ['delete from audit_event where seq = 3'],
      'Event 3 is missing: after event 2 comes event 4.',
    ],
    [
      'a deletion of the first',
      ['delete from audit_event where seq = 1'],
      'Event 1 is missing: the log begins with event 2.',
    ],
    [
      'a deletion that closes the gap',
      ['delete from audit_event where seq = 3', 'update audit_event set seq = seq - 1 where seq > 3'],
      'Event 3 does not follow event 2 as it is now',
    ],
    [
      'a deletion with every hash',
      [
        'delete from audit_event where seq = 2',
        'update audit_event set seq = seq - 1 where seq > 2',
        forgeAnew(2),
      ],
      'Event 3 is not the one that 2026-12-01.json has seen',
    ],
    [
      'a reordering',
      [
        'update audit_event set seq = 99 where seq = 4',
        'update audit_event set seq = 4 where seq = 5',
        'update audit_event set seq = 5 where seq = 99',
      ],
      'Event 4 does not follow event 3 as it is now',
    ],
    [
      'an insertion',
      [
        'update audit_event set seq = seq + 1000 where seq > 2',
        'insert into audit_event select 3, at, payload, previous_sha256, sha256, kind, action, programme_id, actor_role, actor, subjects from audit_event where seq = 2',
        'update audit_event set seq = seq - 999 where seq > 1000',
      ],
      'Event 3 does not follow event 2 as it is now',
    ],
    [
      'a cut tail',
      ['delete from audit_event where seq > 5'],
      'The log ends with event 5, but 2026-12-02.json has seen event 6: its end was cut off.',
    ],
    [
      'an emptied log',
      ['truncate audit_event'],
      'The log ends with event 0, but 2026-12-02.json has seen event 6',
    ],
    [
      'an event hidden from whom it is about',
      [`update audit_event set subjects = '{}' where seq = 5`],
      'Event 5 would be found wrongly: the column for its subjects is not what it says.',
    ],
    [
      'an event hidden from those who watch',
      [`update audit_event set programme_id = null where seq = 5`],
      'Event 5 would be found wrongly: the column for its programme is not what it says.',
    ],
  ])('finds %s', async (_, statements, fault) => {
    await log.tamper(...statements);
    expect(await log.verify()).toContain(`not whole: ${fault}`);
  });

  it('says that without heads nothing shows a cut tail', async () => {
    await log.tamper('delete from audit_event where seq > 5');
    const none = join(log.heads, 'none');
    mkdirSync(none);
    expect(await log.verify({ heads: none })).toBe(
      'whole: 5 events, each as it was written; compared with no head, so that nothing shows whether its end was cut off\n',
    );
  });

  it.each<[string, (head: Record<string, unknown>) => object, string]>([
    [
      'whose hash was exchanged',
      (head) => ({ ...head, sha256: '0'.repeat(64) }),
      'saved.json is forged: its signature is not that of what it says.',
    ],
    ['that was dated back', (head) => ({ ...head, at: '2026-11-01T09:00:00.000Z' }), 'saved.json is forged'],
    ['with another signature', (head) => ({ ...head, signature: 'AAAA' }), 'saved.json is forged'],
    [
      'of another key',
      (head) => ({ ...head, keyId: 'ab'.repeat(32) }),
      'saved.json is signed by a key that is not known here.',
    ],
    ['that is none', () => ({ seq: 6 }), 'saved.json holds no head of an audit log.'],
  ])('finds a head %s', async (_, change, fault) => {
    log.writeHead('saved.json', (head) => head);
    expect(await log.verify()).toContain('as 3 heads have seen it');
    log.writeHead('saved.json', change);
    expect(await log.verify()).toContain(`not whole: ${fault}`);
  });

  it('needs no more than the public key to check heads', async () => {
    process.env['SIGNING_KEY_FILE'] = '';
    try {
      expect(await log.verify({ keys: publicKeyFile })).toContain('as 2 heads have seen it');
      await expect(log.verify()).rejects.toThrow(InputRefused);
      await expect(log.verify({ keys: join(folder, 'no-such.pem') })).rejects.toThrow(
        'no Ed25519 public key',
      );
    } finally {
      process.env['SIGNING_KEY_FILE'] = signingKeyFile;
    }
  });

  it('refuses a folder that is not there', async () => {
    await expect(log.verify({ heads: join(folder, 'nowhere') })).rejects.toThrow('is no folder');
  });
});

describe('The head of the log', () => {
  it('is kept once a day, by whichever worker comes first, and stays', async () => {
    const before = readFileSync(join(log.heads, '2026-12-01.json'), 'utf8');
    log.clock.time = new Date('2026-12-01T21:00:00Z');
    expect(await log.keeping().run()).toBeUndefined();
    expect(readFileSync(join(log.heads, '2026-12-01.json'), 'utf8')).toBe(before);
    log.clock.time = new Date('2026-12-05T09:00:00Z');
    const kept = await Promise.all([1, 2, 3].map(() => log.keeping().run()));
    expect(kept.filter((seq) => seq === 6)).toHaveLength(1);
    expect(readdirSync(log.heads).sort()).toEqual(['2026-12-01.json', '2026-12-02.json', '2026-12-05.json']);
    expect(statSync(join(log.heads, '2026-12-05.json')).mode & 0o222).toBe(0);
  });

  it('can be checked by anybody with the public key alone', () => {
    const { signature, keyId, ...head } = JSON.parse(
      readFileSync(join(log.heads, '2026-12-02.json'), 'utf8'),
    ) as Record<string, unknown>;
    const text = JSON.stringify(Object.fromEntries(Object.entries(head).sort()));
    const pem = readFileSync(publicKeyFile, 'utf8');
    expect(keyId).toMatch(/^[0-9a-f]{64}$/);
    expect(verify(null, Buffer.from(text), pem, Buffer.from(signature as string, 'base64'))).toBe(true);
  });

  it('is not kept of a log that no longer holds what the head before has seen', async () => {
    await log.tamper(ALTER_3, forgeAnew(3));
    await expect(log.keepHead()).rejects.toThrow(
      'The audit log does not hold event 6 as 2026-12-02.json has seen it: evenhand verify-log tells more.',
    );
    expect(readdirSync(log.heads)).toHaveLength(2);
  });

  it('is not kept of a log in which there is nothing', async () => {
    await log.tamper('truncate audit_event');
    rmSync(log.heads, { recursive: true });
    expect(await log.keepHead()).toBeUndefined();
  });
});
