import { heartbeatIsRecent } from './heartbeat';

/** For the health check of a container: exits with 0 while the worker lives. */
void heartbeatIsRecent(new Date()).then((recent) => {
  if (!recent)
    process.stderr.write('The worker gave no sign of life for 20 seconds, or HEARTBEAT_FILE is not set.\n');
  process.exitCode = recent ? 0 : 1;
});
