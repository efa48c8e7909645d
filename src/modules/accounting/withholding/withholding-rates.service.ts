import { Injectable } from '@nestjs/common';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { endFault, followRates } from '../tax/codes/dated-rates.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import type { WithholdingCodeRow } from './withholding-codes.dto.js';
import { WithholdingCodesRepository } from './withholding-codes.repository.js';
import { withholdingRateFaults } from './withholding-rate-faults.js';
import {
  type CloseWithholdingRate,
  type CreateWithholdingRate,
  type WithholdingRateRow,
  WithholdingRateView,
} from './withholding-rates.dto.js';
import { withholdingRateColumns, withholdingRateSource } from './withholding-rates.list.js';
import { type NewWithholdingRate, WithholdingRatesRepository } from './withholding-rates.repository.js';

const MANAGE = taxPermissions.manageTaxes.name;

/** The rates of withholding codes by date. A rate is not changed: it ends, and another one follows. */
@Injectable()
export class WithholdingRatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly codes: WithholdingCodesRepository,
    private readonly rates: WithholdingRatesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<WithholdingRateView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<WithholdingRateRow>(transaction, {
        columns: withholdingRateColumns,
        from: withholdingRateSource,
        where: 'rate.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => WithholdingRateView.from(row));
    });
  }

  find(id: string): Promise<WithholdingRateView> {
    return this.unitOfWork.read(async (transaction) => WithholdingRateView.from(await this.rates.get(transaction, id)));
  }

  /** @throws Problem withholding_rate_refused, withholding_rate_overlap */
  create(body: CreateWithholdingRate): Promise<WithholdingRateView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const code = await this.codeOf(transaction, body.withholdingCodeId);
      const { functionalCurrency } = await this.legalEntity.describe(code.legalEntityId);
      refuse(withholdingRateFaults(body, functionalCurrency));
      const known = await this.rates.ofCode(transaction, code.id);
      const added = rateOf(body);
      const { previous, fault } = followRates(code.code, known, added, body.closesPrevious ?? false);
      if (fault?.code === 'rates_overlap') throw accountingProblems.withholding_rate_overlap(fault.message, [fault]);
      refuse(fault ? [fault] : []);
      if (previous) await this.end(transaction, previous.rate.id, previous.endsOn, '/validFrom');
      const id = await this.rates.insert(transaction, code, added);
      return WithholdingRateView.from(await this.rates.get(transaction, id));
    });
  }

  /** @throws Problem withholding_rate_fixed, withholding_rate_refused */
  close(id: string, expectedVersion: number, { validTo }: CloseWithholdingRate): Promise<WithholdingRateView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const fault = endFault(await this.hold(transaction, id, expectedVersion), validTo);
      if (fault?.code === 'rate_has_end') throw accountingProblems.withholding_rate_fixed(fault.message, [fault]);
      refuse(fault ? [fault] : []);
      await this.end(transaction, id, validTo, '/validTo');
      return WithholdingRateView.from(await this.rates.get(transaction, id));
    });
  }

  /** @throws Problem withholding_rate_fixed where documents were reckoned by it */
  remove(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.hold(transaction, id, expectedVersion);
      await this.rates.delete(transaction, id);
    });
  }

  /** @param pointer the member of the request that says when */
  private async end(transaction: Transaction, id: string, validTo: string, pointer: string): Promise<void> {
    const lastOn = await this.rates.lastUsedOn(transaction, id);
    if (lastOn !== null && lastOn > validTo) {
      const message = `Documents were issued by the rate until ${lastOn}: it ends on that day or later, not on ${validTo}.`;
      throw accountingProblems.withholding_rate_fixed(message, [{ pointer, code: 'rate_in_use', message }]);
    }
    await this.rates.close(transaction, id, validTo);
  }

  private async codeOf(transaction: Transaction, id: string): Promise<WithholdingCodeRow> {
    try {
      return await this.codes.hold(transaction, id);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      const message = `There is no withholding code ${id}.`;
      throw refusal([{ pointer: '/withholdingCodeId', code: 'unknown_withholding_code', message }]);
    }
  }

  private async hold(transaction: Transaction, id: string, expectedVersion: number): Promise<WithholdingRateRow> {
    const { withholdingCodeId } = await this.rates.get(transaction, id);
    await this.codes.hold(transaction, withholdingCodeId);
    const held = await this.rates.get(transaction, id);
    requireVersion(held.version, expectedVersion);
    return held;
  }
}

function rateOf(body: CreateWithholdingRate): NewWithholdingRate {
  const { validFrom, validTo = null, rate, base = 'net', baseShare = '1', threshold = null, thresholdRule } = body;
  const rule = threshold === null ? null : (thresholdRule ?? 'excess');
  return { validFrom, validTo, rate, base, baseShare, threshold, thresholdRule: rule };
}

const refusal = (errors: ProblemError[]) => accountingProblems.withholding_rate_refused(errors[0]!.message, errors);

function refuse(errors: ProblemError[]): void {
  if (errors.length > 0) throw refusal(errors);
}
