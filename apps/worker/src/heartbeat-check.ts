import { heartbeatIsRecent } from './heartbeat';

/**
 * For the health check of a container: exits with 0 while its worker lives. It runs every few seconds, so that it reads the
 * one variable that it needs and leaves the checking of all to the worker.
 */
void heartbeatIsRecent(process.env['HEARTBEAT_FILE'] ?? '', new Date()).then((recent) => {
  if (!recent)
    process.stderr.write('The worker gave no sign of life for 20 seconds, or HEARTBEAT_FILE is not set.\n');
  process.exitCode = recent ? 0 : 1;
});
