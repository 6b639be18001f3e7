import { type DisclosurePolicy, DisclosureSettings } from '@evenhand/disclosure';
import { type DynamicModule, Module } from '@nestjs/common';

/** How coarse a program tells counts. */
@Module({})
export class DisclosureModule {
  static forRoot(policy: DisclosurePolicy): DynamicModule {
    return {
      module: DisclosureModule,
      global: true,
      providers: [{ provide: DisclosureSettings, useValue: { policy } satisfies DisclosureSettings }],
      exports: [DisclosureSettings],
    };
  }
}
