import { Clock, Random } from '@evenhand/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';

const DAY_MILLISECONDS = 86_400_000;

/** Says that it is as many days ago as it was told last. What is published of a pool ends at midnight: today tells nothing yet. */
export class ToldClock extends Clock {
  daysAgo = 0;

  override now(): Date {
    return new Date(Date.now() - this.daysAgo * DAY_MILLISECONDS);
  }
}

class MachineRandom extends Random {
  override uuid(): string {
    return randomUUID();
  }

  override secret(): string {
    return randomBytes(32).toString('base64url');
  }
}

/** What a program takes from its machine, save for the time. */
@Module({})
export class ToldTimeModule {
  static by(clock: ToldClock): DynamicModule {
    return {
      module: ToldTimeModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Random, useClass: MachineRandom },
      ],
      exports: [Clock, Random],
    };
  }
}
