import { Injectable } from '@nestjs/common';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { endFault, followRates } from './dated-rates.js';
import { rateFaults } from './tax-code-faults.js';
import type { TaxCodeRow } from './tax-code.js';
import { TaxCodesRepository } from './tax-codes.repository.js';
import { type CloseTaxRate, type CreateTaxRate, type DatedTaxRateRow, TaxRateView } from './tax-rates.dto.js';
import { TaxRatesRepository } from './tax-rates.repository.js';

const MANAGE = taxPermissions.manageTaxes.name;

/** The rates of tax codes by date. A rate is not changed: it ends, and another one follows. */
@Injectable()
export class TaxRatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taxCodes: TaxCodesRepository,
    private readonly rates: TaxRatesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<TaxRateView>> {
    return this.unitOfWork.read((transaction) => this.rates.list(transaction, request));
  }

  find(id: string): Promise<TaxRateView> {
    return this.unitOfWork.read(async (transaction) => TaxRateView.from(await this.rates.get(transaction, id)));
  }

  /** @throws Problem tax_rate_refused, tax_rate_overlap */
  create(body: CreateTaxRate): Promise<TaxRateView> {
    const { taxCodeId, validFrom, validTo = null, rate, currency = null, closesPrevious = false } = body;
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const code = await this.codeOf(transaction, taxCodeId);
      const added = { validFrom, validTo, rate, currency };
      refuse(rateFaults(code, added));
      const { previous, fault } = followRates(code.code, code.rates, added, closesPrevious);
      if (fault?.code === 'rates_overlap') throw taxProblems.tax_rate_overlap(fault.message, [fault]);
      refuse(fault ? [fault] : []);
      if (previous) await this.rates.close(transaction, previous.rate.id, previous.endsOn);
      const [id] = await this.taxCodes.insertRates(transaction, code.legalEntityId, code.id, [added]);
      return TaxRateView.from(await this.rates.get(transaction, id!));
    });
  }

  /** @throws Problem tax_rate_fixed, tax_rate_refused */
  close(id: string, expectedVersion: number, { validTo }: CloseTaxRate): Promise<TaxRateView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const fault = endFault(await this.hold(transaction, id, expectedVersion), validTo);
      if (fault?.code === 'rate_has_end') throw taxProblems.tax_rate_fixed(fault.message, [fault]);
      refuse(fault ? [fault] : []);
      await this.rates.close(transaction, id, validTo);
      return TaxRateView.from(await this.rates.get(transaction, id));
    });
  }

  remove(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.hold(transaction, id, expectedVersion);
      await this.rates.delete(transaction, id);
    });
  }

  private async codeOf(transaction: Transaction, taxCodeId: string): Promise<TaxCodeRow> {
    try {
      await this.taxCodes.hold(transaction, taxCodeId);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      const message = `There is no tax code ${taxCodeId}.`;
      refuse([{ pointer: '/taxCodeId', code: 'unknown_tax_code', message }]);
    }
    const code = await this.taxCodes.get(transaction, taxCodeId);
    if (code.isGroup) {
      const message = `${code.code} is a group: its components have rates.`;
      refuse([{ pointer: '/taxCodeId', code: 'tax_code_is_group', message }]);
    }
    return code;
  }

  private async hold(transaction: Transaction, id: string, expectedVersion: number): Promise<DatedTaxRateRow> {
    const { taxCodeId } = await this.rates.get(transaction, id);
    await this.taxCodes.hold(transaction, taxCodeId);
    const held = await this.rates.get(transaction, id);
    requireVersion(held.version, expectedVersion);
    return held;
  }
}

function refuse(errors: ProblemError[]): void {
  if (errors.length > 0) throw taxProblems.tax_rate_refused(errors[0]!.message, errors);
}
