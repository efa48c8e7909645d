import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { returnPeriod } from './return-period.js';
import { TaxReturnFormsRepository } from './tax-return-forms.repository.js';
import { type AmendTaxReturn, type OpenTaxReturn, type TaxReturnRow, TaxReturnView } from './tax-returns.dto.js';
import { taxReturnColumns, taxReturnSource } from './tax-returns.list.js';
import { TaxReturnSubjects } from './tax-return-subjects.js';
import { TaxReturnsRepository } from './tax-returns.repository.js';

const PREPARE = taxPermissions.prepareTaxReturns.name;

/** The periods for which taxes are declared, each as often as it is amended. */
@Injectable()
export class TaxReturnsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: TaxReturnFormsRepository,
    private readonly returns: TaxReturnsRepository,
    private readonly subjects: TaxReturnSubjects,
  ) {}

  list(request: ListRequest): Promise<Page<TaxReturnView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<TaxReturnRow>(transaction, {
        columns: taxReturnColumns,
        from: taxReturnSource,
        where: 'ret.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxReturnView.from(row));
    });
  }

  find(id: string): Promise<TaxReturnView> {
    return this.unitOfWork.read(async (transaction) => TaxReturnView.from(await this.returns.get(transaction, id)));
  }

  open(body: OpenTaxReturn): Promise<TaxReturnView> {
    return this.unitOfWork.run(PREPARE, async (transaction) => {
      const form = await this.forms.holdNamed(transaction, body.formId);
      if (!form) {
        const message = `There is no tax return form ${body.formId}.`;
        throw taxProblems.tax_return_refused(message, [{ pointer: '/formId', code: 'unknown_form', message }]);
      }
      if (form.status !== 'active') {
        throw taxProblems.tax_return_state(`The form ${form.code} is inactive; activate it to open returns of it.`);
      }
      const { id: formId, legalEntityId } = form;
      const previousEndsOn = await this.returns.lastEnd(transaction, formId);
      const { period, faults } = returnPeriod(body, form.frequency, previousEndsOn);
      if (!period) throw taxProblems.tax_return_refused(faults[0]!.message, faults);
      const { startsOn } = period;
      if (!(await this.forms.versionOn(transaction, formId, startsOn))) {
        const message = `No version of the form ${form.code} is for periods that begin on ${startsOn}.`;
        throw taxProblems.tax_return_refused(message, [{ pointer: '/startsOn', code: 'no_form_version', message }]);
      }
      const content = { legalEntityId, formId, ...period, previousEndsOn, revision: 0, amendmentReason: null };
      const id = await this.returns.insert(transaction, content);
      return TaxReturnView.from(await this.returns.get(transaction, id));
    });
  }

  /** Begins the next revision of a return that was filed. */
  amend(id: string, expectedVersion: number, { reason: amendmentReason }: AmendTaxReturn): Promise<TaxReturnView> {
    return this.unitOfWork.run(PREPARE, async (transaction) => {
      const { formId } = await this.returns.get(transaction, id);
      await this.forms.hold(transaction, formId);
      const amended = await this.returns.hold(transaction, id);
      requireVersion(amended.version, expectedVersion);
      if (amended.status === 'open') {
        throw taxProblems.tax_return_state('The return is not filed yet: it shows what comes, and is not amended.');
      }
      if (amended.amendedBy) {
        throw taxProblems.tax_return_state(`The return ${amended.amendedBy} amends it; amend that one.`);
      }
      const { legalEntityId, startsOn, endsOn, revision } = amended;
      const period = { startsOn, endsOn, previousEndsOn: null, revision: revision + 1 };
      const amendment = await this.returns.insert(transaction, { legalEntityId, formId, ...period, amendmentReason });
      return TaxReturnView.from(await this.returns.get(transaction, amendment));
    });
  }

  remove(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(PREPARE, async (transaction) => {
      const { formId } = await this.returns.get(transaction, id);
      await this.forms.hold(transaction, formId);
      const found = await this.returns.hold(transaction, id);
      requireVersion(found.version, expectedVersion);
      if (found.status !== 'open') {
        throw taxProblems.tax_return_state('A return that was filed stays as it is; amend it.');
      }
      const last = await this.returns.lastEnd(transaction, formId);
      if (found.revision === 0 && last !== found.endsOn) {
        throw taxProblems.tax_return_state('A later return follows this one; remove that one first.');
      }
      await this.subjects.release(transaction, id);
      await this.returns.remove(transaction, id);
    });
  }
}
