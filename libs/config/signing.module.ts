import { SigningKeys } from '@evenhand/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { type KeyFiles, readKeyFiles } from './key-files';

/** What a program signs with and checks signatures by. */
@Module({})
export class SigningModule {
  static forRoot(files: KeyFiles): DynamicModule {
    return {
      module: SigningModule,
      global: true,
      providers: [{ provide: SigningKeys, useFactory: () => readKeyFiles(files) }],
      exports: [SigningKeys],
    };
  }
}
