import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Environment } from './environment.js';
import { OfficeProfile } from './office-profile.js';

/** Gives the checked environment and the office profile to every room, by their class names. */
@Global()
@Module({})
export class ConfigModule {
  static with(environment: Environment, profile: OfficeProfile): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Environment, useValue: environment },
        { provide: OfficeProfile, useValue: profile },
      ],
      exports: [Environment, OfficeProfile],
    };
  }
}
