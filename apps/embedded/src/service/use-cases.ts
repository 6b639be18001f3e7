import { DisclosureModule, readConfiguration } from '@evenhand/config';
import { PersistenceModule } from '@evenhand/persistence';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const POOL_SIZE = 2;

@Module({})
class UseCasesModule {}

/**
 * Use cases on a database, as far as it lets whoever signs in there.
 *
 * @param contexts the modules of their contexts, and what tells them the time
 */
export function openUseCases(
  url: string,
  contexts: readonly (Type | DynamicModule)[],
  reach: { readonly reachesAll?: true } = {},
): Promise<INestApplicationContext> {
  const persistence = PersistenceModule.forRoot({
    ...{ url, poolSize: POOL_SIZE, applicationName: 'evenhand demonstration' },
    ...reach,
  });
  return NestFactory.createApplicationContext(
    {
      module: UseCasesModule,
      imports: [
        persistence,
        ...contexts,
        DisclosureModule.forRoot(readConfiguration(process.env).disclosure),
      ],
    },
    { logger: false, abortOnError: false },
  );
}
