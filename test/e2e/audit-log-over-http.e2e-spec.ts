import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { SERVER_START_MILLISECONDS } from '../harness/postgres';
import { useService } from '../harness/service';
import { EVENHAND } from './evenhand-command';
import { bodyOf, publishedRound, solvedProgramme } from './round-over-http';

/** The example that the documents name. */
const CHECK_ROUND = join(__dirname, '..', '..', 'docs', 'examples', 'check-round.mjs');
const folder = mkdtempSync(join(tmpdir(), 'evenhand-audit-'));
const signingKeyFile = join(folder, 'signing-key.pem');
const formerKeysFile = join(folder, 'former-keys.pem');
const auditHeadsFolder = join(folder, 'heads');

const service = useService({
  environment: () => {
    const [present, former] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    writeFileSync(signingKeyFile, present.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(formerKeysFile, former.publicKey.export({ type: 'spki', format: 'pem' }));
    return {
      SIGNING_KEY_FILE: signingKeyFile,
      FORMER_KEYS_FILE: formerKeysFile,
      AUDIT_HEADS_FOLDER: auditHeadsFolder,
    };
  },
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Listed {
  readonly items: readonly { readonly seq: number; readonly kind: string; readonly action: string }[];
}

interface Signed {
  readonly keyId: string;
  readonly signature: string;
}

const everybody = () => service.as('public');

/** Whether a text was signed by a key that the installation publishes. */
async function isSigned(text: string, { keyId, signature }: Signed): Promise<boolean> {
  const { items } = (await bodyOf(everybody().get('transparency/signing-keys').expect(200))) as {
    items: readonly { keyId: string; pem: string; former: boolean }[];
  };
  expect(items.map(({ former }) => former)).toEqual([false, true]);
  const { pem } = items.find((key) => key.keyId === keyId)!;
  return verify(null, Buffer.from(text), createPublicKey(pem), Buffer.from(signature, 'base64'));
}

/** The command in a process of its own, whatever it answers. */
function verifyLog(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EVENHAND, 'verify-log', ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...service.environment },
  });
  return { status, stdout, stderr };
}

async function asOwner(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('the audit log', () => {
  it('tells those who watch over security what bears on it, and nobody else', async () => {
    const asked = { email: 'new.admin@trust.example', role: 'platform_admin' };
    await service.as('platform_admin').post('role-grants', asked).expect(201);
    const { items } = (await bodyOf(service.as('platform_admin').get('audit-events').expect(200))) as Listed;
    expect(items.map(({ action }) => action)).toContain('role.asked');
    expect(items.every(({ kind }) => kind === 'security')).toBe(true);
    const seen = (await bodyOf(service.as('hr_auditor').get('audit-events').expect(200))) as Listed;
    expect(seen.items.every(({ kind }) => kind === 'equity')).toBe(true);
    for (const role of ['coordinator', 'talent_board'] as const) {
      await service.as(role).get('audit-events').expect(403);
    }
    await everybody().get('audit-events').expect(401);
  });

  it('tells everybody who signed in what was done with their own record', async () => {
    for (const role of ['hr_auditor', 'coordinator', 'talent_board', 'platform_admin'] as const) {
      const { items } = (await bodyOf(service.as(role).get('me/audit-events').expect(200))) as Listed;
      expect(items).toEqual([]);
    }
    await everybody().get('me/audit-events').expect(401);
  });

  it.each(['post', 'put', 'patch', 'delete'] as const)('takes no %s from anybody', async (method) => {
    for (const path of ['audit-events', 'audit-events/1', 'me/audit-events', 'transparency/audit-head']) {
      const { status } = await service.as('platform_admin').send(method, path);
      expect([404, 405]).toContain(status);
    }
  });

  it('has a head that is signed, for everybody to keep', async () => {
    const head = (await bodyOf(everybody().get('transparency/audit-head').expect(200))) as Signed & {
      seq: number;
    };
    const { keyId, signature, ...said } = head;
    expect(said.seq).toBeGreaterThan(0);
    const text = JSON.stringify(Object.fromEntries(Object.entries(said).sort()));
    expect(await isSigned(text, { keyId, signature })).toBe(true);
    expect(await isSigned(text.replace('"seq":', '"seq":1'), { keyId, signature })).toBe(false);
  });

  it('has a head that a worker keeps outside of the database, and is verified by it', async () => {
    // A worker that starts looks at once; the one from before the first event looks again in ten minutes.
    await service.startWorker();
    const today = join(
      auditHeadsFolder,
      `${new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })}.json`,
    );
    for (const until = Date.now() + SERVER_START_MILLISECONDS; !existsSync(today) && Date.now() < until;)
      await pause(50);
    expect(JSON.parse(readFileSync(today, 'utf8'))).toMatchObject({ format: 'evenhand.audit-head/1' });
    expect(verifyLog()).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^whole: \d+ events?, .* as one head has seen it\n$/) as string,
    });
    await asOwner(
      'alter table audit_event disable trigger all',
      'create table as_it_was as table audit_event',
      `update audit_event set action = 'role.confirmed' where seq = 1`,
    );
    expect(verifyLog()).toMatchObject({
      status: 1,
      stdout: 'not whole: Event 1 would be found wrongly: the column for its action is not what it says.\n',
    });
    await asOwner('delete from audit_event');
    expect(verifyLog('--json')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('its end was cut off') as string,
    });
    expect(verifyLog('--heads', join(folder, 'nowhere'))).toMatchObject({ status: 2, stdout: '' });
    await asOwner('insert into audit_event table as_it_was', 'alter table audit_event enable trigger all');
    expect(verifyLog().status).toBe(0);
  }, 120_000);
});

describe('a published round', () => {
  it('has its verdict signed, with the hash, the rules, the seed and the engine', async () => {
    const coordinator = service.as('coordinator');
    const { programmeId, roundId } = await solvedProgramme(coordinator, 'Signed');
    const solved = await bodyOf(everybody().get(`transparency/rounds/${roundId}`).expect(200));
    expect(solved).not.toHaveProperty('signed');
    const { id } = await publishedRound(coordinator, programmeId);
    const { signed, ...round } = (await bodyOf(everybody().get(`transparency/rounds/${id}`).expect(200))) as {
      signed: Signed & { statement: string };
      rules: { seed: string };
    };
    expect(await isSigned(signed.statement, signed)).toBe(true);
    const checked = spawnSync(process.execPath, [CHECK_ROUND, service.address, id], { encoding: 'utf8' });
    expect(checked.stdout).toMatch(/^genuine .*valid: true/s);
    expect(await isSigned(signed.statement.replace('"valid":true', '"valid":false'), signed)).toBe(false);
    const { format, round: roundOf, ...stated } = JSON.parse(signed.statement) as Record<string, unknown>;
    expect({ format, roundOf }).toEqual({ format: 'evenhand.round-verdict/1', roundOf: id });
    expect(Object.keys(stated).sort()).toEqual(['catalogue', 'engine', 'rules', 'snapshotSha256', 'verdict']);
    expect(round).toMatchObject(stated);
    expect(round.rules.seed.length).toBeGreaterThan(0);
  }, 120_000);
});
