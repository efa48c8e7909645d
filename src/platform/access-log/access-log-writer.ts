import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import type { Acting } from '../database/acting.js';
import { appLogin } from '../database/app-data-source.js';
import { platformProblems } from '../http/platform.problems.js';

const RECORD = {
  name: 'record_access',
  text: 'SELECT platform.record_access($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
};

/** How long an answer waits to be recorded before it is refused. */
const PATIENCE_MS = 5_000;

export interface Access {
  operation: string;
  recordType: string;
  subject: string | null;
  /** Names of parameters, never their values. */
  parameters: readonly string[];
  mediaType: string | null;
  outcome: 'answered' | 'not_modified';
}

/**
 * Writes who is about to read what, on a connection of its own: a file that is being answered may hold the last one of
 * the pool until its reader has it.
 */
@Injectable()
export class AccessLogWriter implements OnApplicationShutdown {
  private readonly log = new Logger('AccessLog');
  private pool: Pool | undefined;

  constructor(private readonly configuration: Configuration) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  /** @throws Problem 503 where it cannot be written */
  async write({ organizationId, actorId, personId, requestId }: Acting, access: Access): Promise<void> {
    const { operation, recordType, subject, parameters, mediaType, outcome } = access;
    const read = [operation, recordType, subject, parameters, mediaType, outcome];
    this.pool ??= this.open();
    try {
      await this.pool.query({ ...RECORD, values: [organizationId, newId(), ...read, actorId, personId, requestId] });
    } catch (error) {
      this.log.error({ msg: 'An access was not recorded and is refused', operation, reason: String(error) });
      const detail = 'What is read here is recorded, which is not possible at the moment.';
      throw platformProblems.service_unavailable(detail).withHeaders({ 'Retry-After': '5' });
    }
  }

  private open(): Pool {
    const { url, options } = appLogin(this.configuration);
    const pool = new Pool({
      connectionString: url,
      options,
      max: 1,
      application_name: 'bureau_access_log',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    pool.on('error', () => undefined);
    return pool;
  }
}
