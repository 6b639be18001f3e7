import type { Configuration } from '@evenhand/config';
import { type Logger, stopWhenTold } from '@evenhand/observability';
import type { INestApplication } from '@nestjs/common';
import type { Server, ServerResponse } from 'node:http';

/** How often it is looked whether the last requests are done. */
const TICK_MILLISECONDS = 50;
/** What is kept back for closing the database and the queue, once nobody is served any more. */
const CLOSING_MILLISECONDS = 1000;

/**
 * Listens until the process is told to stop; then finishes what runs and exits with 0, at the latest when
 * `shutdownSeconds` are over. Exits with 2, and one line that says why, where the port is taken.
 *
 * @returns the address people can open
 */
export async function serve(
  app: INestApplication,
  configuration: Pick<Configuration, 'host' | 'port' | 'shutdownSeconds'>,
  logger: Logger,
): Promise<string> {
  const { host, port, shutdownSeconds } = configuration;
  const milliseconds = shutdownSeconds * 1000;
  const stop = stopperOf(app, milliseconds);
  stopWhenTold(logger, milliseconds, stop);
  try {
    await app.listen(port, host);
  } catch (error) {
    process.stderr.write(`${reasonNotToListen(error, host, port)}\n`);
    process.exit(2);
  }
  const { port: taken } = (app.getHttpServer() as Server).address() as { port: number };
  const address = `http://${['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host}:${taken}`;
  logger.info({ port: taken }, 'listening');
  return address;
}

/**
 * A function that stops a server: no new connection, requests finish, event streams end (their readers connect again, to
 * another server), and what is still open shortly before the time is over is cut. Call it before the server listens.
 */
export function stopperOf(app: INestApplication, milliseconds: number): () => Promise<void> {
  const server = app.getHttpServer() as Server;
  const open = new Set<ServerResponse>();
  server.on('request', (_, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  const letGo = () => {
    for (const response of open) {
      if (String(response.getHeader('Content-Type')).startsWith('text/event-stream')) response.end();
    }
    server.closeIdleConnections();
  };
  return async () => {
    const cut = setTimeout(
      () => server.closeAllConnections(),
      Math.max(milliseconds - CLOSING_MILLISECONDS, milliseconds / 2),
    );
    const tick = setInterval(letGo, TICK_MILLISECONDS);
    // Before anything that a request needs is taken away: Nest would close its modules first.
    await new Promise((resolve) => server.close(resolve));
    clearInterval(tick);
    clearTimeout(cut);
    await app.close();
  };
}

function reasonNotToListen(error: unknown, host: string, port: number): string {
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken: stop what listens there, or set PORT to another one (0 takes any that is free).`;
  }
  if (code === 'EACCES') {
    return `Port ${port} on ${host} may not be used by this user: set PORT to 1024 or more.`;
  }
  return `The server cannot listen on ${host}, port ${port}: ${typeof code === 'string' ? code : 'unknown reason'}.`;
}
