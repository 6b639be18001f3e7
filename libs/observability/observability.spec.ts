import { createLogger } from './logger';
import { Metrics } from './metrics';
import { NestLogger } from './nest-logger';
import { currentRequestId, requestIdFrom, withRequestId } from './request-id';

interface Line {
  readonly level: string;
  readonly message: string;
  readonly requestId?: string;
  readonly error?: { readonly message: string; readonly frames: readonly string[] };
}

/** A logger, and the lines that it has written. */
function recorded(level = 'info') {
  const written: string[] = [];
  const logger = createLogger(level, { write: (line) => void written.push(line) });
  return {
    logger,
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as Line),
  };
}

describe('The log', () => {
  it('is lines of JSON from its level on', () => {
    const { logger, lines } = recorded('warn');
    logger.info('not this');
    logger.warn({ round: 'r1' }, 'but this');
    expect(lines()).toMatchObject([{ level: 'warn', message: 'but this', round: 'r1' }]);
  });

  it('carries the id of the request, across everything that waits', async () => {
    const { logger, lines } = recorded();
    await withRequestId('abc', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      logger.info('within');
    });
    logger.info('without');
    expect(lines().map(({ requestId }) => requestId)).toEqual(['abc', undefined]);
    expect(currentRequestId()).toBeUndefined();
  });

  it('blots out secrets, should somebody log a whole request', () => {
    const { logger, text } = recorded();
    const headers = { authorization: 'Bearer hush', cookie: 'session=hush', 'set-cookie': 'hush' };
    logger.info({ headers, req: { headers }, token: 'hush' }, 'oh');
    expect(text()).toContain('[redacted]');
    expect(text()).not.toContain('hush');
  });

  it('tells an error without the values that a database or a reader puts into it', () => {
    const { logger, text, lines } = recorded();
    const error = Object.assign(
      new Error('duplicate key violates "person_email"\nDETAIL: maria@nhs.example'),
      {
        code: '23505',
        constraint: 'person_email',
        parameters: ['maria@nhs.example'],
        query: "INSERT … 'maria@nhs.example'",
        driverError: { detail: 'Key (email)=(maria@nhs.example)' },
      },
    );
    logger.error({ error }, 'failed');
    logger.error({ err: new SyntaxError('Unexpected token M, "Maria" is not valid JSON') }, 'failed');
    expect(lines()[0]).toMatchObject({
      error: { code: '23505', constraint: 'person_email', message: 'duplicate key violates "…"' },
    });
    expect(lines()[0]!.error!.frames.length).toBeGreaterThan(0);
    expect(text()).not.toMatch(/maria/i);
  });

  it('takes what Nest says, and leaves out its stacks and objects', () => {
    const { logger, lines, text } = recorded();
    const nest = new NestLogger(logger);
    nest.log('started', 'Server');
    nest.error('failed', 'Error: Maria\n    at there', 'Server');
    nest.warn({ name: 'Maria' });
    nest.error(new Error('oh'), 'Server');
    expect(lines()).toMatchObject([
      { level: 'info', message: 'started', context: 'Server' },
      { level: 'error', message: 'failed', context: 'Server' },
      { level: 'warn', message: 'a message that is no text' },
      { level: 'error', message: 'Error', error: { message: 'oh' } },
    ]);
    expect(text()).not.toContain('Maria');
  });
});

describe('The id of a request', () => {
  it.each(['abc', 'A-1_2.3', 'x'.repeat(64)])('is the one it brings: %s', (id) => {
    expect(requestIdFrom(id)).toBe(id);
  });

  it.each([undefined, '', 'x'.repeat(65), 'a b', 'a\nb', '"', ['a', 'b']])('is a new one for %p', (id) => {
    expect(requestIdFrom(id)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('The metrics', () => {
  it('count requests by the pattern of their route', async () => {
    const metrics = new Metrics();
    metrics.observeRequest('/api/v1/things/:id', 'GET', 200, 0.02);
    expect(await metrics.text()).toContain(
      'evenhand_http_request_seconds_count{route="/api/v1/things/:id",method="GET",status="200"} 1',
    );
  });

  it('ask for a gauge when they are fetched, and count what is counted', async () => {
    const metrics = new Metrics();
    let waiting = 1;
    metrics.gauge('evenhand_jobs_waiting', 'Jobs.', () => Promise.resolve(waiting));
    metrics.counter('evenhand_rounds', 'Rounds.', ['outcome']).inc({ outcome: 'matched' });
    waiting = 7;
    const text = await metrics.text();
    expect(text).toContain('evenhand_jobs_waiting 7');
    expect(text).toContain('evenhand_rounds{outcome="matched"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    expect(metrics.contentType).toContain('text/plain');
  });

  it('leave a gauge out while it cannot be told, and hand out the others', async () => {
    const metrics = new Metrics();
    let read = () => Promise.resolve(3);
    metrics.gauge('evenhand_jobs_waiting', 'Jobs.', () => read());
    metrics.gauge('evenhand_other', 'Others.', () => 1);
    const samples = async () => (await metrics.text()).match(/^evenhand_(?:jobs_waiting|other) .*$/gm);
    expect(await samples()).toEqual(['evenhand_jobs_waiting 3', 'evenhand_other 1']);
    read = () => Promise.reject(new Error('the queue is away'));
    expect(await samples()).toEqual(['evenhand_other 1']);
    read = () => Promise.resolve(4);
    expect(await samples()).toEqual(['evenhand_jobs_waiting 4', 'evenhand_other 1']);
  });
});
