import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { DunningExclusion, DunningRunView } from './dunning-runs.dto.js';
import { dunningRunColumns } from './dunning-runs.list.js';

/** What of a draft people decide. */
export interface RunContent {
  runOn: string;
  includesPartiesOnHold: boolean;
  exclusions: readonly DunningExclusion[];
}

type Row = Omit<DunningRunView, 'confirmedAt' | 'createdAt' | 'updatedAt'> & {
  confirmedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const FIND: Statement = {
  name: 'find_dunning_run',
  text: [
    'SELECT',
    dunningRunColumns,
    'FROM accounting.dunning_run AS run WHERE run.organization_id = $1 AND run.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_dunning_run',
  text: 'SELECT FROM accounting.dunning_run WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_dunning_run',
  text: `
    INSERT INTO accounting.dunning_run (organization_id, id, legal_entity_id, run_on, includes_parties_on_hold, exclusions)
    VALUES ($1, $2, $3, $4, $5, $6)`,
};
const UPDATE: Statement = {
  name: 'update_dunning_run',
  text: `
    UPDATE accounting.dunning_run
    SET run_on = $3, includes_parties_on_hold = $4, exclusions = $5, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const CONFIRM: Statement = {
  name: 'confirm_dunning_run',
  text: `
    UPDATE accounting.dunning_run
    SET status = 'confirmed', confirmed_by = $3, confirmed_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const REMOVE: Statement = {
  name: 'remove_dunning_run',
  text: 'DELETE FROM accounting.dunning_run WHERE organization_id = $1 AND id = $2',
};

/** Days of reminding. */
@Injectable()
export class DunningRunsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<DunningRunView>> {
    return request.page(
      await request.rows<Row>(transaction, {
        columns: dunningRunColumns,
        from: 'accounting.dunning_run AS run',
        where: 'run.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      viewOf,
    );
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DunningRunView> {
    const [row] = await transaction.rows<Row & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no dunning run ${id}.`);
    return viewOf(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<DunningRunView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  /** @returns its id */
  async insert(transaction: Transaction, legalEntityId: string, content: RunContent): Promise<string> {
    const id = newId();
    await transaction.rows(INSERT, [transaction.organizationId, id, legalEntityId, ...valuesOf(content)]);
    return id;
  }

  async update(transaction: Transaction, id: string, content: RunContent): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, ...valuesOf(content)]);
  }

  async confirm(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(CONFIRM, [transaction.organizationId, id, transaction.acting.actorId]);
  }

  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(REMOVE, [transaction.organizationId, id]);
  }
}

const valuesOf = ({ runOn, includesPartiesOnHold, exclusions }: RunContent) => [
  runOn,
  includesPartiesOnHold,
  JSON.stringify(exclusions),
];

function viewOf(row: Row): DunningRunView {
  const { id, legalEntityId, runOn, includesPartiesOnHold, exclusions, status, letterCount, confirmedBy, version } =
    row;
  const confirmed = { letterCount, confirmedBy, confirmedAt: row.confirmedAt?.toISOString() ?? null };
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  return { id, legalEntityId, runOn, includesPartiesOnHold, exclusions, status, ...confirmed, version, ...times };
}
