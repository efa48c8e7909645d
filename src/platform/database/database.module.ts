import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import { appDataSourceOptions, assertRoleIsBound } from './app-data-source.js';
import { GlobalStatements } from './global-statements.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Configuration], useFactory: appDataSourceOptions })],
  providers: [UnitOfWork, GlobalStatements],
  exports: [UnitOfWork, GlobalStatements],
})
export class DatabaseModule implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleInit(): Promise<void> {
    return assertRoleIsBound((text) => this.dataSource.query(text));
  }
}
