import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { dueAtOnce } from '../documents/plan-sales-posting.js';
import type { SalesDocument } from '../documents/sales-document.js';
import { type SalesDocumentRow, SalesDocumentView } from '../documents/sales-documents.dto.js';
import { SalesDocumentsRepository } from '../documents/sales-documents.repository.js';
import { externalIdFaults, refuseSale } from '../documents/sales-faults.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { CreditIssuing } from './credit-issuing.service.js';
import { CreditSettling } from './credit-settling.service.js';
import { CreditedWithholdings } from './credited-withholdings.service.js';
import type { CreditInvoice } from './credit-invoice.dto.js';
import { planCredit, type PlannedCredit } from './plan-credit.js';

const ACTION = receivablesPermissions.issueSales.name;

/** Takes invoices back, in part or wholly, and settles them with what is taken back. */
@Injectable()
export class CreditingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly documents: SalesDocumentsRepository,
    private readonly issuing: CreditIssuing,
    private readonly settling: CreditSettling,
    private readonly withholdings: CreditedWithholdings,
  ) {}

  /** @throws Problem not_found, credited_already, credit_refused, and what else keeps a document from being issued */
  credit(invoiceId: string, body: CreditInvoice, dryRun: boolean): Promise<SalesDocumentView> {
    const work = async (transaction: Transaction) => {
      refuseSale(externalIdFaults(body));
      const invoice = await this.documents.hold(transaction, 'invoice', invoiceId);
      await this.settling.hold(transaction, invoice);
      const issuedOn = body.issuedOn ?? (await this.clock.today(transaction));
      const credit = await this.plan(transaction, invoice, issuedOn, body);
      const id = newId();
      const document = documentOf(id, invoice, issuedOn as CalendarDate, body, credit);
      const withholdings = await this.withholdings.of(transaction, invoice, credit);
      await this.issuing.issue(transaction, invoice, { ...document, withholdings }, body);
      const issued = await this.documents.get(transaction, 'credit_note', id);
      await this.settling.settle(transaction, invoice, issued.entryId, issuedOn);
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
