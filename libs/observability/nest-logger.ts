import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest logs, written by our logger: Nest hands over a message, then details, and last the name of what speaks. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...details: unknown[]): void {
    this.write('info', message, details);
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.write('fatal', message, details);
  }

  error(message: unknown, ...details: unknown[]): void {
    this.write('error', message, details);
  }

  warn(message: unknown, ...details: unknown[]): void {
    this.write('warn', message, details);
  }

  debug(message: unknown, ...details: unknown[]): void {
    this.write('debug', message, details);
  }

  verbose(message: unknown, ...details: unknown[]): void {
    this.write('trace', message, details);
  }

  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    details: readonly unknown[],
  ): void {
    const context = details.at(-1);
    // Other details are stacks and whole objects, which can hold anything.
    const speaker = typeof context === 'string' && !context.includes('\n') ? { context } : {};
    if (message instanceof Error) {
      this.logger[level]({ ...speaker, error: message }, message.name);
    } else {
      this.logger[level](speaker, typeof message === 'string' ? message : 'a message that is no text');
    }
  }
}
