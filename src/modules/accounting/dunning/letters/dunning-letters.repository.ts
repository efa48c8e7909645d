import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { DunningLetterItemView, DunningLetterSummary, DunningLetterView } from './dunning-letters.dto.js';
import { dunningLetterColumns, dunningLetterTables } from './dunning-letters.list.js';
import type { LetterContent } from './letter-content.js';

/** A letter that is being written. */
export interface NewLetter {
  id: string;
  legalEntityId: string;
  runId: string;
  partyId: string;
  levelId: string;
  level: number;
  issuedOn: string;
  payBy: string;
  currency: string;
  language: string;
  overdueAmount: Decimal;
  creditAmount: Decimal;
  fee: Decimal;
  interest: Decimal;
  postsCharges: boolean;
  entryId: string | null;
  content: LetterContent;
  items: readonly NewLetterItem[];
}

export interface NewLetterItem {
  itemId: string;
  level: number;
  reference: string | null;
  entryDate: string;
  dueOn: string;
  openAmount: Decimal;
  interest: Decimal;
  interestAfter: string | null;
  interestThrough: string | null;
}

type Row = Omit<DunningLetterSummary, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const FIND: Statement = {
  name: 'find_dunning_letter',
  text: [
    'SELECT letter.content,',
    dunningLetterColumns,
    'FROM',
    dunningLetterTables,
    'WHERE letter.organization_id = $1 AND letter.id = $2',
  ].join(' '),
};
const ITEMS: Statement = {
  name: 'find_items_of_dunning_letter',
  text: `
    SELECT item_id AS "openItemId", reference, entry_date AS "entryDate", due_on AS "dueOn",
           open_amount::text AS "openAmount", level, interest::text AS interest, interest_after AS "interestAfter",
           interest_through AS "interestThrough"
    FROM accounting.dunning_letter_item WHERE organization_id = $1 AND letter_id = $2 ORDER BY position`,
};
const INSERT: Statement = {
  name: 'insert_dunning_letters',
  text: `
    INSERT INTO accounting.dunning_letter
      (organization_id, id, legal_entity_id, run_id, party_id, level_id, level, issued_on, pay_by, currency, language,
       overdue_amount, credit_amount, fee, interest, posts_charges, entry_id, content, actor_id, action, request_id)
    SELECT $1, l.id, l."legalEntityId", l."runId", l."partyId", l."levelId", l.level, l."issuedOn", l."payBy", l.currency,
           l.language, l."overdueAmount", l."creditAmount", l.fee, l.interest, l."postsCharges", l."entryId", l.content,
           $2, $3, $4
    FROM json_to_recordset($5::json) AS l (
      id uuid, "legalEntityId" uuid, "runId" uuid, "partyId" uuid, "levelId" uuid, level integer, "issuedOn" date,
      "payBy" date, currency text, language text, "overdueAmount" numeric, "creditAmount" numeric, fee numeric,
      interest numeric, "postsCharges" boolean, "entryId" uuid, content jsonb)`,
};
const INSERT_ITEMS: Statement = {
  name: 'insert_items_of_dunning_letters',
  text: `
    INSERT INTO accounting.dunning_letter_item
      (organization_id, letter_id, position, legal_entity_id, item_id, level, reference, entry_date, due_on, open_amount,
       interest, interest_after, interest_through)
    SELECT $1, i."letterId", i.position, i."legalEntityId", i."itemId", i.level, i.reference, i."entryDate", i."dueOn",
           i."openAmount", i.interest, i."interestAfter", i."interestThrough"
    FROM json_to_recordset($2::json) AS i (
      "letterId" uuid, position integer, "legalEntityId" uuid, "itemId" uuid, level integer, reference text,
      "entryDate" date, "dueOn" date, "openAmount" numeric, interest numeric, "interestAfter" date,
      "interestThrough" date)`,
};
const CANCEL: Statement = {
  name: 'cancel_dunning_letter',
  text: `
    INSERT INTO accounting.dunning_letter_cancellation
      (organization_id, letter_id, legal_entity_id, cancelled_on, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** Letters as they were written, and what was taken back of them. */
@Injectable()
export class DunningLettersRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<DunningLetterSummary>> {
    return request.page(
      await request.rows<Row>(transaction, {
        columns: dunningLetterColumns,
        from: dunningLetterTables,
        where: 'letter.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      summaryOf,
    );
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DunningLetterView> {
    const key = [transaction.organizationId, id];
    const [row] = await transaction.rows<Row & { content: LetterContent }>(FIND, key);
    if (!row) throw platformProblems.not_found(`There is no dunning letter ${id}.`);
    const { seller, recipient, subject, introduction, conclusion } = row.content;
    const items = await transaction.rows<DunningLetterItemView & object>(ITEMS, key);
    const text = textIn(row.currency);
    const views = items.map((item) => ({ ...item, openAmount: text(item.openAmount), interest: text(item.interest) }));
    return { ...summaryOf(row), seller, recipient, subject, introduction, conclusion, items: views };
  }

  /** All letters of a run, with their items. */
  async insert(transaction: Transaction, action: string, letters: readonly NewLetter[]): Promise<void> {
    const { organizationId, acting } = transaction;
    const rows = letters.map(({ items: _items, ...letter }) => letter);
    await transaction.rows(INSERT, [organizationId, acting.actorId, action, acting.requestId, JSON.stringify(rows)]);
    const items = letters.flatMap(({ id: letterId, legalEntityId, items: all }) =>
      all.map((item, index) => ({ ...item, letterId, legalEntityId, position: index + 1 })),
    );
    await transaction.rows(INSERT_ITEMS, [organizationId, JSON.stringify(items)]);
  }

  async cancel(
    transaction: Transaction,
    action: string,
    { id, legalEntityId }: DunningLetterSummary,
    { cancelledOn, reason }: { cancelledOn: string; reason: string },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const said = [id, legalEntityId, cancelledOn, reason];
    await transaction.rows(CANCEL, [organizationId, ...said, acting.actorId, action, acting.requestId]);
  }
}

const textIn = (currency: string) => {
  const { minorUnits } = requireCurrency(currency);
  return (amount: string) => new Decimal(amount).toFixed(minorUnits);
};

function summaryOf(row: Row): DunningLetterSummary {
  const { id, legalEntityId, runId, partyId, partyNumber, partyName, level, issuedOn, payBy, language, currency } = row;
  const { postsCharges, entryId, status, cancelledOn, cancellationReason, createdBy } = row;
  const text = textIn(currency);
  const amounts = {
    overdueAmount: text(row.overdueAmount),
    creditAmount: text(row.creditAmount),
    fee: text(row.fee),
    interest: text(row.interest),
    totalAmount: text(row.totalAmount),
  };
  const head = {
    id,
    legalEntityId,
    runId,
    partyId,
    partyNumber,
    partyName,
    level,
    issuedOn,
    payBy,
    language,
    currency,
  };
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  const fate = { status, cancelledOn, cancellationReason };
  return { ...head, ...amounts, postsCharges, entryId, ...fate, createdBy, ...times };
}
