import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { sum } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../../accounting.problems.js';
import { documentJournals } from '../../chart/standard-journals.js';
import { LedgerPosting, type PostedEntry } from '../../contract/ledger-posting.js';
import type { PlannedLine } from '../../journal/planned-entry.js';
import { receivablesEvents } from '../receivables.events.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { type DocumentEvent, DocumentEvents, numbered } from './document-events.repository.js';
import { DocumentJournals } from './document-journals.repository.js';
import { IssuedDocuments, type PostedIssue } from './issued-documents.service.js';
import { type PlannedIssue, planIssue } from './plan-issue.js';
import { type OverLimit, SalesFactsRepository } from './sales-facts.repository.js';
import { SalesPromises } from './sales-promises.service.js';
import type { PreparedDocument } from './sales-preparation.service.js';
import type { SalesDocument, SalesKind } from './sales-document.js';
import { conversion, type Convert } from './tax-lines-of-document.js';
import { tellOfDocument } from './tell-of-document.js';

const journalOf = {
  invoice: { code: documentJournals.invoice, name: 'Sales invoices' },
  credit_note: { code: documentJournals.credit_note, name: 'Sales credit notes' },
} as const;
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
    private readonly issued: IssuedDocuments,
    private readonly facts: SalesFactsRepository,
    private readonly promises: SalesPromises,
    private readonly told: DocumentEvents,
  ) {}

  /**
   * All or none of them, in the running command.
   *
   * @returns the ids of their entries, in their order
   * @throws Problem sales_document_refused, credit_limit_passed, period_closed and what else the ledger refuses, with
   *   pointers into the document
   */
  async issue(transaction: Transaction, prepared: readonly PreparedDocument[]): Promise<string[]> {
    await this.promises.hold(transaction, prepared);
    const kinds = new Map(
      prepared.map(({ document: { legalEntityId, kind } }) => [`${legalEntityId} ${kind}`, { legalEntityId, kind }]),
    );
    for (const { legalEntityId, kind } of kinds.values()) {
      await this.ensureJournal(transaction, legalEntityId, kind);
    }
    const plans = prepared.map(planIssue);
    const entries = await this.ledger.post(plans.map(({ request }) => request)).catch((error: unknown) => {
      throw tellOfDocument(
        error,
        plans.map(({ posting }) => posting.sources),
      );
    });
    const convert = await this.conversions(transaction, plans, entries);
    const { actorId: issuedBy } = transaction.acting;
    const issued = plans.map((plan, index): PostedIssue => {
      return { ...plan, entryId: entries[index]!.id, convert: convert(index), issuedBy };
    });
    await Promise.all(this.issued.record(transaction, issued));
    await this.promises.keep(transaction, prepared);
    await this.requireWithinLimits(transaction, prepared);
    await this.told.publish(transaction, issued.map(issuedEvent));
    return issued.map(({ entryId }) => entryId);
  }

  /** That there is the journal which documents of the kind are numbered in. */
  ensureJournal(transaction: Transaction, legalEntityId: string, kind: SalesKind): Promise<void> {
    return this.journals.ensure(transaction, legalEntityId, journalOf[kind]);
  }

  /**
   * Before the document is posted: for a customer that the transaction holds.
   *
   * @param charged the lines of its entry that are the customer's
   * @throws Problem credit_limit_passed
   */
  async requireWithinLimit(
    transaction: Transaction,
    { document, party }: PreparedDocument,
    charged: readonly Pick<PlannedLine, 'functionalDebit' | 'functionalCredit'>[],
  ): Promise<void> {
    if (party.creditLimit === null || document.kind !== 'invoice') return;
    const charge = sum(charged.map(({ functionalDebit, functionalCredit }) => functionalDebit.minus(functionalCredit)));
    const over = await this.facts.overLimit(transaction, [party.id], charge.toFixed());
    refuseBeyondLimit(transaction, over, [document]);
  }

  private async conversions(
    transaction: Transaction,
    plans: readonly PlannedIssue[],
    entries: readonly PostedEntry[],
  ): Promise<(index: number) => Convert> {
    const entryIds = entries.map(({ id }) => id);
    const rows = await transaction.rows<{ entryId: string; rate: string | null; functionalCurrency: string }>(RATES, [
      transaction.organizationId,
      entryIds,
    ]);
    const found = new Map(rows.map((row) => [row.entryId, row]));
    return (index) => {
      const { rate, functionalCurrency } = found.get(entryIds[index]!)!;
      return conversion(plans[index]!.prepared.document.currency, functionalCurrency, rate);
    };
  }

  /** By what is posted, so that no rate is guessed; who comes next to the same customer waits. */
  private async requireWithinLimits(transaction: Transaction, prepared: readonly PreparedDocument[]): Promise<void> {
    const charged = prepared.flatMap(({ document }) => (document.kind === 'invoice' ? document : []));
    const over = await this.facts.overLimit(transaction, [...new Set(charged.map(({ partyId }) => partyId))]);
    refuseBeyondLimit(transaction, over, charged);
  }
}

/** @throws Problem credit_limit_passed where nobody may pass the limit, or no reason is given to */
function refuseBeyondLimit(
  { acting }: Transaction,
  allOver: readonly OverLimit[],
  charged: readonly Pick<SalesDocument, 'partyId' | 'creditLimitReason'>[],
): void {
  const mayPass = acting.permissions.has(receivablesPermissions.passCreditLimit.name);
  const lacksReason = ({ id }: OverLimit) =>
    charged.some(({ partyId, creditLimitReason }) => partyId === id && creditLimitReason === null);
  const over = allOver.find((one) => !mayPass || lacksReason(one));
  if (!over) return;
  const how = mayPass ? 'give creditLimitReason to pass it' : 'whoever may pass it gives creditLimitReason';
  const message = `${over.name} would owe ${over.owed} and may owe ${over.creditLimit} at most; ${how}.`;
  throw accountingProblems.credit_limit_passed(message, [
    { pointer: '/creditLimitReason', code: 'credit_limit_passed', message },
  ]);
}

/** What is told of a document that is issued; its number is added where it is written. */
export function issuedEvent({ prepared, entryId }: Pick<PostedIssue, 'prepared' | 'entryId'>): DocumentEvent {
  const { id, kind, legalEntityId, partyId, issuedOn, currency, totals, creditsId } = prepared.document;
  const payable = totals.payable.toFixed(requireCurrency(currency).minorUnits);
  const data = { documentId: id, legalEntityId, partyId, entryId, issuedOn, currency, payable };
  return numbered(events[kind], id, id, { ...data, creditsInvoiceId: creditsId });
}
