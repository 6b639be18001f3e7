#!/usr/bin/env node
import { commandLine, PROGRAM_FAULT } from './command-line';

// A reader such as `head` may close the pipe before everything is written; that is its right.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : PROGRAM_FAULT),
);
void commandLine(process.argv.slice(2), { out: process.stdout, progress: process.stderr }).then((code) => {
  process.exitCode = code;
});
