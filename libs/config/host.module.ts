import { Clock, Random } from '@evenhand/kernel';
import { Global, Module } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';

/** The clock of the machine. */
class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** The random numbers of the machine, fit for secrets. */
class SystemRandom extends Random {
  override uuid(): string {
    return randomUUID();
  }

  override secret(): string {
    return randomBytes(32).toString('base64url');
  }
}

/** What a program takes from the machine that it runs on: the time, and what nobody can guess. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Random, useClass: SystemRandom },
  ],
  exports: [Clock, Random],
})
export class HostModule {}
