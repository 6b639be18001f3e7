import { DomainError } from '@evenhand/kernel';
import { createServer } from 'node:net';

/**
 * Told before anything is started, not after a while of work. 0 stands for any port, and is always free.
 * @throws DomainError `installation.port-taken`
 */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why =
        code === 'EADDRINUSE'
          ? 'is taken: stop what listens there, or'
          : `cannot be used (${code ?? message}):`;
      reject(
        new DomainError(
          'installation.port-taken',
          `Port ${port} ${why} choose another with PORT=3001 npm start.`,
        ),
      );
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** Whether nobody listens there. */
export function isFree(port: number): Promise<boolean> {
  return requireFreePort(port).then(
    () => true,
    () => false,
  );
}
