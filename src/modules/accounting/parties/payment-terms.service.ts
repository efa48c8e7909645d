import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { amountOf } from './amount-of.js';
import { dueDates } from './due-dates.js';
import { partyPermissions } from './parties.permissions.js';
import {
  type CreatePaymentTerms,
  DueDatesView,
  PaymentTermsView,
  type PreviewDueDates,
  type UpdatePaymentTerms,
} from './payment-terms.dto.js';
import { PaymentTerms } from './payment-terms.entity.js';
import { paymentTermsColumns } from './payment-terms.list.js';
import { termsFaults } from './terms-faults.js';

const MANAGE = partyPermissions.managePaymentTerms.name;

/** When what each legal entity invoices, or is invoiced, falls due. */
@Injectable()
export class PaymentTermsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<PaymentTermsView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<PaymentTerms>(transaction, {
        columns: paymentTermsColumns,
        from: 'accounting.payment_terms AS terms',
        where: 'terms.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => PaymentTermsView.from(row));
    });
  }

  find(id: string): Promise<PaymentTermsView> {
    return this.unitOfWork.read(async (transaction) => PaymentTermsView.from(await load(transaction, id)));
  }

  preview(id: string, { documentOn, amount, currency }: PreviewDueDates): Promise<DueDatesView> {
    return this.unitOfWork.read(async (transaction) => {
      const terms = await load(transaction, id);
      const gross = amountOf(amount, currency, '/amount', accountingProblems.payment_terms_refused);
      return DueDatesView.from(dueDates(terms, documentOn as CalendarDate, gross));
    });
  }

  create({ legalEntityId: named, discounts = [], ...body }: CreatePaymentTerms): Promise<PaymentTermsView> {
    refuseAny(termsFaults({ ...body, discounts }));
    return this.unitOfWork.run(MANAGE, async ({ organizationId, manager }) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const key = { organizationId, id: newId(), legalEntityId };
      const terms = manager.create(PaymentTerms, { ...key, ...body, discounts, status: 'active' });
      return PaymentTermsView.from(await manager.save(terms));
    });
  }

  update(id: string, expectedVersion: number, body: UpdatePaymentTerms): Promise<PaymentTermsView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const terms = await load(transaction, id, 'pessimistic_write');
      requireVersion(terms.version, expectedVersion);
      refuseAny(termsFaults(Object.assign(terms, body)));
      return PaymentTermsView.from(await transaction.manager.save(terms));
    });
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<PaymentTerms> {
  const terms = await manager.findOne(PaymentTerms, { where: { organizationId, id }, lock: mode && { mode } });
  if (!terms) throw platformProblems.not_found(`There are no payment terms ${id}.`);
  return terms;
}

function refuseAny(faults: readonly ProblemError[]): void {
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.payment_terms_refused(detail, [...faults]);
}
