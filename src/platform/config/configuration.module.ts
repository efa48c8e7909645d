import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Configuration } from './configuration.js';

/** Gives every module the settings that were read and completed before boot. */
@Global()
@Module({})
export class ConfigurationModule {
  static of(configuration: Configuration): DynamicModule {
    const provider = { provide: Configuration, useValue: configuration };
    return { module: ConfigurationModule, providers: [provider], exports: [provider] };
  }
}
