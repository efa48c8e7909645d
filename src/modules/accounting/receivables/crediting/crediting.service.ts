import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { Problem } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { dueAtOnce } from '../documents/plan-sales-posting.js';
import type { SalesDocument } from '../documents/sales-document.js';
import { type SalesDocumentRow, SalesDocumentView } from '../documents/sales-documents.dto.js';
import { SalesDocumentsRepository } from '../documents/sales-documents.repository.js';
import { externalIdFaults, refuseSale } from '../documents/sales-faults.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { CreditIssuing } from './credit-issuing.service.js';
import { CreditedWithholdings } from './credited-withholdings.service.js';
import type { CreditInvoice } from './credit-invoice.dto.js';
import { planCredit, type PlannedCredit } from './plan-credit.js';

const ACTION = receivablesPermissions.issueSales.name;

const FIND_ITEMS: Statement = {
  name: 'find_items_to_credit',
  text: `
    SELECT id, entry_id AS "entryId", abs(open_amount)::text AS "openAmount" FROM accounting.open_item
    WHERE organization_id = $1 AND entry_id = ANY ($2::uuid[]) AND open_amount <> 0 ORDER BY due_on, line_number`,
};

interface OpenPart {
  id: string;
  entryId: string;
  openAmount: string;
}

/** Takes invoices back, in part or wholly, and settles them with what is taken back. */
@Injectable()
export class CreditingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly documents: SalesDocumentsRepository,
    private readonly issuing: CreditIssuing,
    private readonly allocation: AllocationService,
    private readonly withholdings: CreditedWithholdings,
  ) {}

  /** @throws Problem not_found, credited_already, credit_refused, and what else keeps a document from being issued */
  credit(invoiceId: string, body: CreditInvoice, dryRun: boolean): Promise<SalesDocumentView> {
    const work = async (transaction: Transaction) => {
      refuseSale(externalIdFaults(body));
      const invoice = await this.documents.hold(transaction, 'invoice', invoiceId);
      const issuedOn = body.issuedOn ?? (await this.clock.today(transaction));
      const credit = await this.plan(transaction, invoice, issuedOn, body);
      const id = newId();
      const document = documentOf(id, invoice, issuedOn as CalendarDate, body, credit);
      const withholdings = await this.withholdings.of(transaction, invoice, credit);
      await this.issuing.issue(transaction, invoice, { ...document, withholdings }, body);
      const issued = await this.documents.get(transaction, 'credit_note', id);
      await this.settle(transaction, invoice.entryId, issued.entryId, issuedOn);
      return SalesDocumentView.from(await this.documents.get(transaction, 'credit_note', id));
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async plan(
    transaction: Transaction,
    invoice: SalesDocumentRow,
    issuedOn: string,
    { lines }: CreditInvoice,
  ): Promise<PlannedCredit> {
    if (new Decimal(invoice.creditedAmount).equals(invoice.payable)) {
      throw accountingProblems.credited_already(`The invoice ${invoice.number} is credited already.`);
    }
    if (issuedOn < invoice.issuedOn) {
      const message = `The invoice is of ${invoice.issuedOn}; what takes it back is of that day or later.`;
      throw accountingProblems.credit_refused(message, [{ pointer: '/issuedOn', code: 'before_invoice', message }]);
    }
    const credited = await this.documents.creditedQuantities(transaction, invoice.id);
    const { credit, faults } = planCredit(invoice, credited, lines);
    if (credit) return credit;
    const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
    throw accountingProblems.credit_refused(detail, faults);
  }

  /** What is open of the invoice, the earliest due first, as far as the credit note goes. */
  private async settle(
    transaction: Transaction,
    invoiceEntryId: string,
    creditEntryId: string,
    on: string,
  ): Promise<void> {
    const values = [transaction.organizationId, [invoiceEntryId, creditEntryId]];
    const items = await transaction.rows<OpenPart & object>(FIND_ITEMS, values);
    const credit = items.find(({ entryId }) => entryId === creditEntryId)!;
    let left = new Decimal(credit.openAmount);
    const pairs = items
      .filter(({ entryId }) => entryId === invoiceEntryId)
      .flatMap(({ id, openAmount }) => {
        const amount = Decimal.min(left, openAmount);
        left = left.minus(amount);
        return amount.isZero() ? [] : { debitItemId: id, creditItemId: credit.id, amount: amount.toFixed() };
      });
    if (pairs.length === 0) return;
    await this.allocation.allocate({ pairs, effectiveOn: on }).catch((error: unknown) => {
      // An item that was opened again later is settled then at the earliest.
      const isTooEarly = error instanceof Problem && error.errors.some(({ code }) => code === 'effective_too_early');
      if (!isTooEarly) throw error;
      return this.allocation.allocate({ pairs });
    });
  }
}

function documentOf(
  id: string,
  invoice: SalesDocumentRow,
  issuedOn: CalendarDate,
  body: CreditInvoice,
  { lines, taxes, totals }: PlannedCredit,
): Omit<SalesDocument, 'withholdings'> {
  const { legalEntityId, partyId, seller, buyer, currency, pricesIncludeTax, rounding } = invoice;
  return {
    id,
    legalEntityId,
    kind: 'credit_note',
    partyId,
    seller,
    buyer,
    issuedOn,
    taxPointOn: (body.taxPointOn ?? issuedOn) as CalendarDate,
    deliveredOn: null,
    currency,
    pricesIncludeTax,
    rounding,
    cashRounding: invoice.cashRounding === null ? null : new Decimal(invoice.cashRounding),
    buyerReference: invoice.buyerReference,
    orderReference: invoice.orderReference,
    note: body.note ?? null,
    externalSource: body.externalSource ?? null,
    externalId: body.externalId ?? null,
    creditsId: invoice.id,
    reason: body.reason,
    creditLimitReason: null,
    instalments: dueAtOnce(issuedOn, totals.payable),
    lines,
    taxes,
    totals,
  };
}
