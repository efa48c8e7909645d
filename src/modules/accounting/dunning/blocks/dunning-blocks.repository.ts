import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { DunningBlockView } from './dunning-blocks.dto.js';
import { dunningBlockColumns, dunningBlockTables } from './dunning-blocks.list.js';

type Row = Omit<DunningBlockView, 'liftedAt' | 'createdAt' | 'updatedAt'> & {
  liftedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const FIND: Statement = {
  name: 'find_dunning_block',
  text: [
    'SELECT',
    dunningBlockColumns,
    'FROM',
    dunningBlockTables,
    'WHERE block.organization_id = $1 AND block.id = $2',
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_dunning_block',
  text: `
    INSERT INTO accounting.dunning_block
      (organization_id, id, legal_entity_id, item_id, reason, blocked_until, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const LIFT: Statement = {
  name: 'lift_dunning_block',
  text: `
    INSERT INTO accounting.dunning_block_lift
      (organization_id, block_id, legal_entity_id, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};

/** Items that nobody is reminded of for a while. */
@Injectable()
export class DunningBlocksRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<DunningBlockView>> {
    return request.page(
      await request.rows<Row>(transaction, {
        columns: dunningBlockColumns,
        from: dunningBlockTables,
        where: 'block.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      viewOf,
    );
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DunningBlockView> {
    const [row] = await transaction.rows<Row & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no dunning block ${id}.`);
    return viewOf(row);
  }

  /** @returns its id */
  async insert(
    transaction: Transaction,
    action: string,
    block: { legalEntityId: string; itemId: string; reason: string; blockedUntil: string | null },
  ): Promise<string> {
    const id = newId();
    const { legalEntityId, itemId, reason, blockedUntil } = block;
    const { organizationId, acting } = transaction;
    const said = [legalEntityId, itemId, reason, blockedUntil];
    await transaction.rows(INSERT, [organizationId, id, ...said, acting.actorId, action, acting.requestId]);
    return id;
  }

  async lift(
    transaction: Transaction,
    action: string,
    { id, legalEntityId }: DunningBlockView,
    reason: string,
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(LIFT, [organizationId, id, legalEntityId, reason, acting.actorId, action, acting.requestId]);
  }
}

function viewOf({ liftedAt, createdAt, updatedAt, ...row }: Row): DunningBlockView {
  const { id, legalEntityId, openItemId, partyId, reason, blockedUntil, isLifted, liftReason, liftedBy, createdBy } =
    row;
  const said = { reason, blockedUntil, isLifted, liftReason, liftedAt: liftedAt?.toISOString() ?? null, liftedBy };
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, legalEntityId, openItemId, partyId, ...said, createdBy, ...times };
}
