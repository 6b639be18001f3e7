import { ConfigurationRefused, readConfiguration } from './configuration';
import { CONFIGURATION_VARIABLES, READERS } from './variables';

const DATABASE_URL = 'postgres://evenhand:hush@db:5432/evenhand';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfiguration(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationRefused) return error.problems;
    throw error;
  }
}

describe('The configuration', () => {
  it('needs nothing but a database', () => {
    expect(readConfiguration({ DATABASE_URL })).toEqual({
      environment: 'production',
      host: '127.0.0.1',
      port: 3000,
      trustProxy: 0,
      requestLimits: { perAddress: 6000, perAccount: 1200, refusedPerAddress: 60 },
      openId: { audience: 'evenhand-api' },
      databaseUrl: DATABASE_URL,
      databasePool: 10,
      queueUrl: DATABASE_URL,
      sessionIdleMinutes: 30,
      sessionHours: 12,
      workerConcurrency: 1,
      proposalDays: 14,
      enquiryDays: 30,
      closedRecordDays: 730,
      disclosure: { base: 5, smallest: 10, smallestForExtremes: 20 },
      shutdownSeconds: 8,
      logLevel: 'info',
    });
  });

  it('cannot be changed once it is read', () => {
    expect(Object.isFrozen(readConfiguration({ DATABASE_URL }))).toBe(true);
  });

  it('takes what is set, as the kind it is', () => {
    const env = {
      DATABASE_URL,
      AUDITOR_DATABASE_URL: 'postgres://counts:hush@db:5432/evenhand',
      PORT: '0',
      QUEUE_URL: 'rediss://queue:6380',
      TRUST_PROXY: '2',
      PUBLIC_URL: 'https://evenhand.example',
      HOST: '::',
      HEARTBEAT_FILE: '/run/heartbeat',
    };
    expect(readConfiguration(env)).toMatchObject({
      auditorDatabaseUrl: 'postgres://counts:hush@db:5432/evenhand',
      port: 0,
      queueUrl: 'rediss://queue:6380',
      trustProxy: 2,
      publicUrl: 'https://evenhand.example',
      host: '::',
      heartbeatFile: '/run/heartbeat',
    });
  });

  it('treats a variable set to nothing as not set', () => {
    expect(readConfiguration({ DATABASE_URL, PORT: '', QUEUE_URL: '', PUBLIC_URL: '' })).toMatchObject({
      port: 3000,
      queueUrl: DATABASE_URL,
    });
  });

  it('names every fault at once, with what is expected', () => {
    expect(problemsOf({ PORT: '70000', TRUST_PROXY: 'true', LOG_LEVEL: 'loud' })).toEqual([
      'DATABASE_URL is not set: expected postgres://user:password@host:port/database',
      'PORT cannot be used: expected a whole number from 0 to 65535',
      'TRUST_PROXY cannot be used: expected a whole number from 0 to 10',
      'LOG_LEVEL cannot be used: expected one of fatal, error, warn, info, debug, trace, silent',
    ]);
  });

  it.each(Object.keys(READERS))('never prints the value of %s', (name) => {
    // No variable can hold this, and no message could hold it by accident.
    const secret = ' q7x#secret ';
    const problems = problemsOf({ DATABASE_URL, [name]: secret });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).not.toContain('q7x');
  });

  it.each(['3000.5', '-1', '3e3', '0x10', ' 3000'])('does not take %p for a port', (PORT) => {
    expect(problemsOf({ DATABASE_URL, PORT })).toHaveLength(1);
  });

  it('wants all of what people need to sign in, or nothing', () => {
    expect(problemsOf({ DATABASE_URL, OIDC_ISSUER: 'https://id.example' })).toEqual([]);
    expect(
      problemsOf({ DATABASE_URL, OIDC_CLIENT_ID: 'evenhand' }).map((line) => line.split(' ')[0]),
    ).toEqual([...['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_SECRET']]);
  });

  it('takes how coarse counts are told, and nothing that would tell a count as none', () => {
    const env = { DATABASE_URL, DISCLOSURE_BASE: '10', DISCLOSURE_SMALLEST: '5' };
    expect(readConfiguration({ ...env, DISCLOSURE_SMALLEST_FOR_EXTREMES: '30' })).toMatchObject({
      disclosure: { base: 10, smallest: 5, smallestForExtremes: 30 },
    });
    expect(problemsOf({ ...env, DISCLOSURE_BASE: '11' })).toEqual([
      'DISCLOSURE_BASE cannot be used: expected a whole number from 1 to 1000, at most twice DISCLOSURE_SMALLEST',
    ]);
    expect(problemsOf({ ...env, DISCLOSURE_SMALLEST: '0' })).toHaveLength(1);
  });

  it('explains every variable that it reads, and no other', () => {
    expect(CONFIGURATION_VARIABLES.map(({ name }) => name).sort()).toEqual(Object.keys(READERS).sort());
  });

  it('does not take what pages are told of who signed in for a token of the interface', () => {
    const env = {
      ...{ DATABASE_URL, PUBLIC_URL: 'https://evenhand.example', OIDC_ISSUER: 'https://provider.example' },
      ...{ OIDC_CLIENT_ID: 'evenhand', OIDC_CLIENT_SECRET: 'hush' },
    };
    expect(problemsOf(env)).toEqual([]);
    expect(problemsOf({ ...env, OIDC_AUDIENCE: 'evenhand' })).toEqual([
      'OIDC_AUDIENCE cannot be used: expected another name than OIDC_CLIENT_ID',
    ]);
  });
});
