import { Controller, Get, Module, Sse } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createLogger } from '@evenhand/observability';
import { Agent, get } from 'node:http';
import { interval, map } from 'rxjs';
import { serve, stopperOf } from './serve';

let release = (): void => undefined;
let arrived = (): void => undefined;

@Controller()
class SlowController {
  @Get('slow')
  async slow() {
    arrived();
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return 'done';
  }

  @Sse('events')
  events() {
    return interval(10).pipe(map((at) => ({ data: { at } })));
  }
}

@Module({ controllers: [SlowController] })
class TestModule {}

const quiet = { logger: false as const };
const newApp = () => NestFactory.create<NestExpressApplication>(TestModule, quiet);

async function listening(milliseconds: number) {
  const app = await newApp();
  const stop = stopperOf(app, milliseconds);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { stop, url: `http://127.0.0.1:${port}` };
}

/** The text of an answer, read over a connection that is kept; or `cut`. */
function read(url: string, agent: Agent, whenData: () => void = () => undefined): Promise<string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += String(data);
        whenData();
      });
      response.on('end', () => resolve(text));
      response.on('error', () => resolve('cut'));
    }).on('error', () => resolve('cut'));
  });
}

describe('Stopping a server', () => {
  const agent = new Agent({ keepAlive: true });

  afterAll(() => agent.destroy());

  it('lets the request that runs finish, and takes no other', async () => {
    const { stop, url } = await listening(5000);
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const answer = read(`${url}/slow`, agent);
    await reached;
    const started = performance.now();
    const stopped = stop();
    expect(await read(`${url}/slow`, new Agent())).toBe('cut');
    release();
    expect(await answer).toBe('done');
    await stopped;
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('ends event streams, which would never end by themselves', async () => {
    const { stop, url } = await listening(5000);
    const started = performance.now();
    let stopped: Promise<void> | undefined;
    const text = await read(`${url}/events`, agent, () => {
      stopped ??= stop();
    });
    await stopped;
    expect(text).toContain('data: {"at":0}');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('cuts what does not finish in time', async () => {
    const { stop, url } = await listening(200);
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const answer = read(`${url}/slow`, agent);
    await reached;
    await stop();
    expect(await answer).toBe('cut');
    release();
  });
});

describe('Starting a server', () => {
  it('ends with one clear line where the port is taken', async () => {
    const { stop, url } = await listening(1000);
    const port = Number(new URL(url).port);
    const app = await newApp();
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const exited = jest.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${String(code)}`);
    });
    const told: NodeJS.EventEmitter = process;
    const reasons = ['SIGTERM', 'SIGINT', 'disconnect'];
    const before = reasons.map((reason) => told.listeners(reason));
    try {
      const configuration = { host: '127.0.0.1', port, shutdownSeconds: 1 };
      await expect(serve(app, configuration, createLogger('silent'))).rejects.toThrow('exit 2');
      expect(said.mock.calls).toEqual([
        [
          `Port ${port} on 127.0.0.1 is taken: stop what listens there, or set PORT to another one (0 takes any that is free).\n`,
        ],
      ]);
    } finally {
      said.mockRestore();
      exited.mockRestore();
      reasons.forEach((reason, at) => {
        for (const listener of told.listeners(reason)) {
          if (!before[at]!.includes(listener)) {
            told.removeListener(reason, listener as Parameters<typeof told.removeListener>[1]);
          }
        }
      });
      await app.close();
      await stop();
    }
  });
});
