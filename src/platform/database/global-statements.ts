import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { Statement } from './transaction.js';

/** Single statements on the few tables outside the organizations: sign-in and look-up of credentials. */
@Injectable()
export class GlobalStatements {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const { master } = this.dataSource.driver as unknown as { master: Pool };
    return (await master.query<Row>({ ...statement, values: [...values] })).rows;
  }
}
