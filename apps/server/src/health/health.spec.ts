import { Callers } from '@evenhand/identity';
import { Clock } from '@evenhand/kernel';
import { createLogger, Metrics } from '@evenhand/observability';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { configureServer } from '../http/configure-server';
import { IdempotencyStore } from '../http/idempotency-store';
import { RequestCounter } from '../http/throttling/request-counter';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { Readiness, type ReadinessCheck } from './readiness';

const ready = (name: string): ReadinessCheck => ({ name, check: () => Promise.resolve() });
const failing = (name: string): ReadinessCheck => ({
  name,
  check: () => Promise.reject(new Error('postgres://evenhand:hush@db')),
});
const silent = (name: string): ReadinessCheck => ({ name, check: () => new Promise(() => undefined) });

let app: NestExpressApplication;

async function serverWith(...checks: ReadinessCheck[]) {
  const metrics = new Metrics();

  @Module({
    controllers: [HealthController, MetricsController],
    providers: [
      { provide: Readiness, useValue: new Readiness(checks, 50) },
      { provide: Metrics, useValue: metrics },
      // Nothing here asks for any of these.
      ...[Callers, Clock, IdempotencyStore, RequestCounter].map((provide) => ({ provide, useValue: {} })),
    ],
  })
  class TestModule {}

  const options = { bodyParser: false, logger: false as const };
  app = await NestFactory.create<NestExpressApplication>(TestModule, options);
  await configureServer(
    app,
    { trustProxy: 0, requestLimits: { perAddress: 1000, perAccount: 1000, refusedPerAddress: 1000 } },
    { logger: createLogger('silent'), metrics },
  );
  return request(app.getHttpServer());
}

afterEach(() => app.close());

describe('A server', () => {
  it('lives, whatever becomes of everything else', async () => {
    const response = await (await serverWith(failing('database'))).get('/health/live');
    expect({ status: response.status, body: response.body as unknown }).toEqual({
      status: 200,
      body: { status: 'live' },
    });
  });

  it('is ready when everything is', async () => {
    const response = await (await serverWith(ready('database'), ready('queue'))).get('/health/ready');
    expect({ status: response.status, body: response.body as unknown }).toEqual({
      status: 200,
      body: { status: 'ready' },
    });
  });

  it('is not ready when something fails or is silent, and says what, but not why', async () => {
    const server = await serverWith(failing('database'), ready('queue'), silent('migrations'));
    const response = await server.get('/health/ready');
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.body).toMatchObject({
      code: 'server.not-ready',
      detail: 'Not ready: database, migrations.',
    });
    expect(response.text).not.toContain('hush');
  });

  it('does not ask again for everybody who asks', async () => {
    let asked = 0;
    const server = await serverWith({ name: 'database', check: () => Promise.resolve((asked += 1)) });
    await Promise.all([1, 2, 3].map(() => server.get('/health/ready')));
    expect(asked).toBe(1);
  });

  it('hands out what it measures', async () => {
    const server = await serverWith();
    await server.get('/health/live');
    const response = await server.get('/metrics');
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.text).toContain('evenhand_http_request_seconds_count{route="/health/live"');
  });
});
