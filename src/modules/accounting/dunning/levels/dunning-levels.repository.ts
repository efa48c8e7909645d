import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { DayCount } from '../runs/dunning-interest.js';
import type { DunningStep } from '../runs/plan-dunning.js';
import type { DunningAmount, DunningInterest, DunningLevelView, DunningText } from './dunning-levels.dto.js';
import { dunningLevelColumns } from './dunning-levels.list.js';

/** What of a level people decide. */
export interface LevelContent {
  name: string;
  daysOverdue: number;
  daysSinceLast: number;
  daysToPay: number;
  minimumAmounts: readonly DunningAmount[];
  fees: readonly DunningAmount[];
  interest: DunningInterest | null;
  postsCharges: boolean;
  texts: readonly DunningText[];
}

type Row = Omit<DunningLevelView, 'interest' | 'createdAt' | 'updatedAt'> & {
  interestRate: string | null;
  dayCount: DayCount | null;
  createdAt: Date;
  updatedAt: Date;
};

const FIND: Statement = {
  name: 'find_dunning_level',
  text: [
    'SELECT',
    dunningLevelColumns,
    'FROM accounting.dunning_level AS level WHERE level.organization_id = $1 AND level.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_dunning_level',
  text: 'SELECT FROM accounting.dunning_level WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const OF_LEGAL_ENTITY: Statement = {
  name: 'find_dunning_levels_of_legal_entity',
  text: [
    'SELECT',
    dunningLevelColumns,
    'FROM accounting.dunning_level AS level WHERE level.organization_id = $1 AND level.legal_entity_id = $2',
    'ORDER BY level.level',
  ].join(' '),
};
const HOLD_OF_LEGAL_ENTITY: Statement = {
  name: 'hold_dunning_levels_of_legal_entity',
  text: `
    SELECT FROM accounting.dunning_level WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY level FOR SHARE`,
};
const INSERT: Statement = {
  name: 'insert_dunning_level',
  text: `
    INSERT INTO accounting.dunning_level
      (organization_id, id, legal_entity_id, level, name, days_overdue, days_since_last, days_to_pay, minimum_amounts, fees,
       interest_rate, day_count, posts_charges, texts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
};
const UPDATE: Statement = {
  name: 'update_dunning_level',
  text: `
    UPDATE accounting.dunning_level
    SET name = $3, days_overdue = $4, days_since_last = $5, days_to_pay = $6, minimum_amounts = $7, fees = $8,
        interest_rate = $9, day_count = $10, posts_charges = $11, texts = $12, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const REMOVE: Statement = {
  name: 'remove_dunning_level',
  text: 'DELETE FROM accounting.dunning_level WHERE organization_id = $1 AND id = $2',
};

/** How customers are reminded, step by step. */
@Injectable()
export class DunningLevelsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<DunningLevelView>> {
    return request.page(
      await request.rows<Row>(transaction, {
        columns: dunningLevelColumns,
        from: 'accounting.dunning_level AS level',
        where: 'level.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      viewOf,
    );
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DunningLevelView> {
    const [row] = await transaction.rows<Row & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no dunning level ${id}.`);
    return viewOf(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<DunningLevelView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  /** From the first to the last. */
  async ofLegalEntity(transaction: Transaction, legalEntityId: string): Promise<DunningLevelView[]> {
    const rows = await transaction.rows<Row & object>(OF_LEGAL_ENTITY, [transaction.organizationId, legalEntityId]);
    return rows.map(viewOf);
  }

  /** The same, which stay as they are until the transaction ends. */
  async holdOfLegalEntity(transaction: Transaction, legalEntityId: string): Promise<DunningLevelView[]> {
    await transaction.rows(HOLD_OF_LEGAL_ENTITY, [transaction.organizationId, legalEntityId]);
    return this.ofLegalEntity(transaction, legalEntityId);
  }

  /** @returns its id */
  async insert(
    transaction: Transaction,
    { legalEntityId, level }: { legalEntityId: string; level: number },
    content: LevelContent,
  ): Promise<string> {
    const id = newId();
    const values = [transaction.organizationId, id, legalEntityId, level, ...valuesOf(content)];
    await transaction.rows(INSERT, values);
    return id;
  }

  async update(transaction: Transaction, id: string, content: LevelContent): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, ...valuesOf(content)]);
  }

  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(REMOVE, [transaction.organizationId, id]);
  }
}

function valuesOf(content: LevelContent): unknown[] {
  const { name, daysOverdue, daysSinceLast, daysToPay, minimumAmounts, fees, interest, postsCharges, texts } = content;
  const amounts = [JSON.stringify(minimumAmounts), JSON.stringify(fees)];
  const rate = [interest?.rate ?? null, interest?.dayCount ?? null];
  return [name, daysOverdue, daysSinceLast, daysToPay, ...amounts, ...rate, postsCharges, JSON.stringify(texts)];
}

function viewOf(row: Row): DunningLevelView {
  const { id, legalEntityId, level, name, daysOverdue, daysSinceLast, daysToPay, minimumAmounts, fees } = row;
  const { interestRate, dayCount, postsCharges, texts, version } = row;
  const interest = interestRate !== null && dayCount ? { rate: new Decimal(interestRate).toFixed(), dayCount } : null;
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  const days = { daysOverdue, daysSinceLast, daysToPay };
  const amounts = { minimumAmounts, fees, interest };
  return { id, legalEntityId, level, name, ...days, ...amounts, postsCharges, texts, version, ...times };
}

/** Levels as runs are planned by them, by their places. */
export function stepsOf(levels: readonly DunningLevelView[]): Map<number, DunningStep> {
  const byCurrency = (amounts: readonly DunningAmount[]) =>
    new Map(amounts.map(({ currency, amount }) => [currency, new Decimal(amount)]));
  return new Map(
    levels.map(({ id, level, daysOverdue, daysSinceLast, daysToPay, postsCharges, interest, ...amounts }) => {
      const terms = interest ? { rate: new Decimal(interest.rate), dayCount: interest.dayCount } : undefined;
      const [minimumAmounts, fees] = [byCurrency(amounts.minimumAmounts), byCurrency(amounts.fees)];
      const days = { daysOverdue, daysSinceLast, daysToPay };
      return [level, { id, level, ...days, minimumAmounts, fees, interest: terms, postsCharges }];
    }),
  );
}
