import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../../accounting.problems.js';
import { documentJournals } from '../../chart/standard-journals.js';
import { LedgerPosting, type PostingRequest } from '../../contract/ledger-posting.js';
import { TaxLinesRepository } from '../../tax/lines/tax-lines.repository.js';
import { receivablesEvents } from '../receivables.events.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { DocumentJournals } from './document-journals.repository.js';
import { type PlannedPosting, planSalesPosting } from './plan-sales-posting.js';
import { SalesDocumentsRepository } from './sales-documents.repository.js';
import { type OverLimit, SalesFactsRepository } from './sales-facts.repository.js';
import { SalesPromises } from './sales-promises.service.js';
import type { PreparedDocument } from './sales-preparation.service.js';
import type { SalesDocument, SalesKind } from './sales-document.js';
import { type Convert, taxLinesOf } from './tax-lines-of-document.js';
import { tellOfDocument } from './tell-of-document.js';

const journalOf = {
  invoice: { code: documentJournals.invoice, name: 'Sales invoices' },
  credit_note: { code: documentJournals.credit_note, name: 'Sales credit notes' },
} as const;
const descriptions = { invoice: 'Sales invoice', credit_note: 'Sales credit note' } as const;
const events = { invoice: receivablesEvents.invoiceIssued, credit_note: receivablesEvents.creditNoteIssued } as const;

/** The rate that each entry was posted at, by its first line, which is of the customer and in the document's currency. */
const RATES: Statement = {
  name: 'find_rates_of_entries',
  text: `
    SELECT l.entry_id AS "entryId", l.exchange_rate::text AS rate, e.functional_currency AS "functionalCurrency"
    FROM accounting.journal_line l
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    WHERE l.organization_id = $1 AND l.entry_id = ANY ($2::uuid[]) AND l.line_number = 1`,
};

/** Issues documents: they are posted, get their numbers, and never change again. */
@Injectable()
export class SalesIssuing {
  constructor(
    private readonly ledger: LedgerPosting,
    private readonly journals: DocumentJournals,
    private readonly documents: SalesDocumentsRepository,
    private readonly taxLines: TaxLinesRepository,
    private readonly facts: SalesFactsRepository,
    private readonly promises: SalesPromises,
  ) {}

  /**
   * All or none of them, in the running command.
   *
   * @throws Problem sales_document_refused, credit_limit_passed, period_closed and what else the ledger refuses, with
   *   pointers into the document
   */
  async issue(transaction: Transaction, prepared: readonly PreparedDocument[]): Promise<void> {
    await this.promises.hold(transaction, prepared);
    const kinds = new Map(
      prepared.map(({ document: { legalEntityId, kind } }) => [`${legalEntityId} ${kind}`, { legalEntityId, kind }]),
    );
    for (const { legalEntityId, kind } of kinds.values()) {
      await this.journals.ensure(transaction, legalEntityId, journalOf[kind]);
    }
    const plans = prepared.map(({ document, receivablesId, accounts, taxAccounts }) => {
      const paymentDifferences = document.totals.rounding.isZero() ? undefined : accounts.get('payment_differences').id;
      return planSalesPosting(document, { receivables: receivablesId, paymentDifferences, taxes: taxAccounts });
    });
    const requests = prepared.map((one, index) => requestOf(one, plans[index]!));
    const entries = await this.ledger.post(requests).catch((error: unknown) => {
      throw tellOfDocument(
        error,
        plans.map(({ sources }) => sources),
      );
    });
    const entryIds = entries.map(({ id }) => id);
    const documents = prepared.map(({ document }, index) => placed(document, plans[index]!));
    const numbers = await this.documents.insert(transaction, documents, entryIds);
    const convert = await this.conversions(transaction, documents, entryIds);
    const lines = documents.flatMap((one, index) =>
      taxLinesOf(one, entryIds[index]!, plans[index]!.taxLines, convert(index)),
    );
    await this.taxLines.recordTaxLines(transaction, lines);
    await this.promises.keep(transaction, prepared, entryIds);
    await this.requireWithinLimits(transaction, prepared);
    await this.publish(transaction, prepared, entryIds, numbers);
  }

  private async conversions(
    transaction: Transaction,
    documents: readonly { currency: string }[],
    entryIds: readonly string[],
  ): Promise<(index: number) => Convert> {
    const rows = await transaction.rows<{ entryId: string; rate: string | null; functionalCurrency: string }>(RATES, [
      transaction.organizationId,
      entryIds,
    ]);
    const found = new Map(rows.map((row) => [row.entryId, row]));
    return (index) => {
      const { rate, functionalCurrency } = found.get(entryIds[index]!)!;
      if (rate === null || documents[index]!.currency === functionalCurrency) return (amount) => amount;
      const { minorUnits } = requireCurrency(functionalCurrency);
      return (amount) => amount.times(rate).toDecimalPlaces(minorUnits, Decimal.ROUND_HALF_UP);
    };
  }

  /** By what is posted, so that no rate is guessed; who comes next to the same customer waits. */
  private async requireWithinLimits(transaction: Transaction, prepared: readonly PreparedDocument[]): Promise<void> {
    const charged = prepared.filter(({ document: { kind } }) => kind === 'invoice');
    const allOver = await this.facts.overLimit(transaction, [
      ...new Set(charged.map(({ document }) => document.partyId)),
    ]);
    const mayPass = transaction.acting.permissions.has(receivablesPermissions.passCreditLimit.name);
    const lacksReason = ({ id }: OverLimit) =>
      charged.some(({ document }) => document.partyId === id && document.creditLimitReason === null);
    const over = allOver.find((one) => !mayPass || lacksReason(one));
    if (!over) return;
    const how = mayPass ? 'give creditLimitReason to pass it' : 'whoever may pass it gives creditLimitReason';
    const message = `${over.name} would owe ${over.owed} and may owe ${over.creditLimit} at most; ${how}.`;
    throw accountingProblems.credit_limit_passed(message, [
      { pointer: '/creditLimitReason', code: 'credit_limit_passed', message },
    ]);
  }

  private async publish(
    transaction: Transaction,
    prepared: readonly PreparedDocument[],
    entryIds: readonly string[],
    numbers: ReadonlyMap<string, string>,
  ): Promise<void> {
    const told = prepared.map(({ document }, index) => {
      const { id, kind, legalEntityId, partyId, issuedOn, currency, totals, creditsId } = document;
      const payable = totals.payable.toFixed(requireCurrency(currency).minorUnits);
      const data = { documentId: id, legalEntityId, number: numbers.get(id)!, partyId, entryId: entryIds[index]! };
      return { kind, subject: id, data: { ...data, issuedOn, currency, payable, creditsInvoiceId: creditsId } };
    });
    for (const kind of ['invoice', 'credit_note'] satisfies SalesKind[]) {
      await transaction.publishAll(
        events[kind],
        told.filter((one) => one.kind === kind),
      );
    }
  }
}

/** With the lines of the entry that post what is deferred. */
function placed(document: SalesDocument, { deferredLines }: PlannedPosting): SalesDocument {
  if (deferredLines.every((place) => place === null)) return document;
  const lines = document.lines.map((line, index) => ({ ...line, deferredLineNumber: deferredLines[index] ?? null }));
  return { ...document, lines };
}

function requestOf({ document, rate, softCloseReason }: PreparedDocument, { lines }: PlannedPosting): PostingRequest {
  const { id, kind, legalEntityId, issuedOn, currency } = document;
  const { exchangeRate, exchangeRateSource, exchangeRateType } = rate;
  return {
    legalEntityId,
    journalCode: journalOf[kind].code,
    entryDate: issuedOn,
    description: descriptions[kind],
    currency,
    ...(exchangeRate !== undefined && { exchangeRate }),
    ...(exchangeRateSource !== undefined && { exchangeRateSource }),
    ...(exchangeRateType !== undefined && { exchangeRateType }),
    ...(softCloseReason !== undefined && { softCloseReason }),
    origin: { type: kind, id },
    lines,
  };
}
