import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { PrintedQuoteView, QuoteAnswer, QuoteContent, QuoteRevisionView, QuoteView } from './quotes.dto.js';
import { quoteColumns, quoteRevisionColumns, quoteRevisionTables, quoteTables } from './quotes.list.js';

type QuoteRow = Omit<QuoteView, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };
type RevisionRow = Omit<QuoteRevisionView, 'sentAt' | keyof PrintedQuoteView> & {
  printed: PrintedQuoteView;
  sentAt: Date;
};

/** What of a quote is written. */
export interface WrittenQuote {
  partyId: string;
  validUntil: string | null;
  content: QuoteContent;
}

/** What it came to when it was sent. */
export interface SentQuote {
  sentOn: string;
  currency: string;
  printed: PrintedQuoteView;
}

const FIND: Statement = {
  name: 'find_quote',
  text: ['SELECT', quoteColumns, 'FROM', quoteTables, 'WHERE quote.organization_id = $1 AND quote.id = $2'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_quote',
  text: 'SELECT id FROM accounting.quote WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const FIND_REVISION: Statement = {
  name: 'find_quote_revision',
  text: [
    'SELECT',
    quoteRevisionColumns,
    'FROM',
    quoteRevisionTables,
    'WHERE revision.organization_id = $1 AND revision.quote_id = $2 AND revision.revision = $3',
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_quote',
  text: `
    INSERT INTO accounting.quote (organization_id, id, legal_entity_id, party_id, valid_until, content, copy_of, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const UPDATE: Statement = {
  name: 'update_quote',
  text: `
    UPDATE accounting.quote SET party_id = $3, valid_until = $4, content = $5, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const TOUCH: Statement = {
  name: 'touch_quote',
  text: `
    UPDATE accounting.quote SET version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2`,
};
const REVISE: Statement = {
  name: 'revise_quote',
  text: `
    UPDATE accounting.quote SET revision = revision + 1, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE: Statement = {
  name: 'delete_quote',
  text: 'DELETE FROM accounting.quote WHERE organization_id = $1 AND id = $2',
};
/** Who numbers another quote of the legal entity waits: numbers have no gaps. */
const HOLD_NUMBERS: Statement = {
  name: 'hold_quote_numbers',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.quote', $1::uuid, $2::uuid), 0))",
};
const NUMBER: Statement = {
  name: 'number_quote',
  text: `
    UPDATE accounting.quote q
    SET number = (SELECT coalesce(max(o.number), 0) + 1 FROM accounting.quote o
                  WHERE o.organization_id = q.organization_id AND o.legal_entity_id = q.legal_entity_id)
    WHERE q.organization_id = $1 AND q.id = $2 AND q.number IS NULL`,
};
/** As the quote says now. */
const INSERT_REVISION: Statement = {
  name: 'insert_quote_revision',
  text: `
    INSERT INTO accounting.quote_revision
      (organization_id, id, quote_id, revision, legal_entity_id, party_id, sent_on, valid_until, currency, net, tax, payable,
       content, printed, actor_id)
    SELECT q.organization_id, $3, q.id, q.revision, q.legal_entity_id, q.party_id, $4::date, q.valid_until, $5, $6, $7, $8,
           q.content, $9, $10
    FROM accounting.quote q WHERE q.organization_id = $1 AND q.id = $2`,
};
const INSERT_ANSWER: Statement = {
  name: 'insert_quote_answer',
  text: `
    INSERT INTO accounting.quote_answer
      (organization_id, quote_id, revision, legal_entity_id, answer, answered_on, note, actor_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const INSERT_CONVERSION: Statement = {
  name: 'insert_quote_conversion',
  text: `
    INSERT INTO accounting.quote_conversion
      (organization_id, quote_id, revision, legal_entity_id, document_id, draft_id, actor_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};

type Held = Pick<QuoteView, 'id' | 'legalEntityId' | 'revision'>;

/** Quotes as they are written, and beside them what was sent, said and made of it. */
@Injectable()
export class QuotesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<QuoteView> {
    const [row] = await transaction.rows<QuoteRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no quote ${id}.`);
    return viewOf(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<QuoteView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<QuoteView>> {
    return request.page(
      await request.rows<QuoteRow>(transaction, {
        columns: quoteColumns,
        from: quoteTables,
        where: 'quote.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      viewOf,
    );
  }

  /** What was sent of a quote; it is there. */
  async revision(transaction: Transaction, { id, revision }: Pick<QuoteView, 'id' | 'revision'>) {
    const values = [transaction.organizationId, id, revision];
    return revisionOf((await transaction.rows<RevisionRow & object>(FIND_REVISION, values))[0]!);
  }

  async listRevisions(transaction: Transaction, request: ListRequest): Promise<Page<QuoteRevisionView>> {
    return request.page(
      await request.rows<RevisionRow>(transaction, {
        columns: quoteRevisionColumns,
        from: quoteRevisionTables,
        where: 'revision.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      revisionOf,
    );
  }

  async insert(
    transaction: Transaction,
    {
      id,
      legalEntityId,
      partyId,
      validUntil,
      content,
      copyOf,
    }: WrittenQuote & Omit<Held, 'revision'> & { copyOf?: string },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const said = [partyId, validUntil, JSON.stringify(content), copyOf ?? null];
    await transaction.rows(INSERT, [organizationId, id, legalEntityId, ...said, acting.actorId]);
  }

  async update(transaction: Transaction, id: string, { partyId, validUntil, content }: WrittenQuote): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, partyId, validUntil, JSON.stringify(content)]);
  }

  async revise(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(REVISE, [transaction.organizationId, id]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }

  /** Numbers it, the first time, and keeps what is sent. */
  async send(
    transaction: Transaction,
    { id, legalEntityId }: Held,
    { sentOn, currency, printed }: SentQuote,
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(HOLD_NUMBERS, [organizationId, legalEntityId]);
    await transaction.rows(NUMBER, [organizationId, id]);
    const { net, tax, payable } = printed.totals;
    const said = [newId(), sentOn, currency, net, tax, payable, JSON.stringify(printed), acting.actorId];
    await transaction.rows(INSERT_REVISION, [organizationId, id, ...said]);
    await transaction.rows(TOUCH, [organizationId, id]);
  }

  async answer(
    transaction: Transaction,
    { id, revision, legalEntityId }: Held,
    { answer, answeredOn, note }: { answer: QuoteAnswer; answeredOn: string; note: string | null },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const said = [answer, answeredOn, note, acting.actorId];
    await transaction.rows(INSERT_ANSWER, [organizationId, id, revision, legalEntityId, ...said]);
    await transaction.rows(TOUCH, [organizationId, id]);
  }

  async convert(
    transaction: Transaction,
    { id, revision, legalEntityId }: Held,
    { documentId, draftId }: { documentId: string | null; draftId: string | null },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const values = [organizationId, id, revision, legalEntityId, documentId, draftId, acting.actorId];
    await transaction.rows(INSERT_CONVERSION, values);
    await transaction.rows(TOUCH, [organizationId, id]);
  }
}

function viewOf(row: QuoteRow): QuoteView {
  const { currency, payable } = row;
  return {
    id: row.id,
    legalEntityId: row.legalEntityId,
    number: row.number,
    revision: row.revision,
    status: row.status,
    partyId: row.partyId,
    validUntil: row.validUntil,
    content: row.content,
    currency,
    payable: currency === null ? null : new Decimal(payable!).toFixed(requireCurrency(currency).minorUnits),
    sentOn: row.sentOn,
    answeredOn: row.answeredOn,
    answerNote: row.answerNote,
    documentId: row.documentId,
    draftId: row.draftId,
    copyOf: row.copyOf,
    createdBy: row.createdBy,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function revisionOf({ printed, ...row }: RevisionRow): QuoteRevisionView {
  const { seller, buyer, lines, taxes, totals } = printed;
  return {
    id: row.id,
    quoteId: row.quoteId,
    number: row.number,
    revision: row.revision,
    sentOn: row.sentOn,
    validUntil: row.validUntil,
    currency: row.currency,
    answer: row.answer,
    answeredOn: row.answeredOn,
    answerNote: row.answerNote,
    sentBy: row.sentBy,
    sentAt: row.sentAt.toISOString(),
    seller,
    buyer,
    lines,
    taxes,
    totals,
  };
}
