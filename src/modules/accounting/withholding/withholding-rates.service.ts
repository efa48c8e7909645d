import { Injectable } from '@nestjs/common';
import { addDays, parseCalendarDate } from '#kernel/calendar-date.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
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
const FOR_EVER = '9999-12-31';

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
      const { validFrom, closesPrevious = false } = body;
      const previous = closesPrevious ? previousOf(code, known, validFrom) : undefined;
      if (previous) await this.rates.close(transaction, previous.id, dayBefore(validFrom));
      const added = rateOf(body);
      const inTheWay = known.find((one) => {
        return (
          one !== previous && one.validFrom <= (added.validTo ?? FOR_EVER) && validFrom <= (one.validTo ?? FOR_EVER)
        );
      });
      if (inTheWay) throw overlap(code, inTheWay);
      const id = await this.rates.insert(transaction, code, added);
      return WithholdingRateView.from(await this.rates.get(transaction, id));
    });
  }

  /** @throws Problem withholding_rate_fixed, withholding_rate_refused */
  close(id: string, expectedVersion: number, { validTo }: CloseWithholdingRate): Promise<WithholdingRateView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const known = await this.hold(transaction, id, expectedVersion);
      if (known.validTo !== null) {
        throw accountingProblems.withholding_rate_fixed(`The rate has its end on ${known.validTo}.`);
      }
      if (validTo < known.validFrom) {
        const message = `The rate is valid from ${known.validFrom}, so it ends on that day or later.`;
        refuse([{ pointer: '/validTo', code: 'validity_order', message }]);
      }
      await this.rates.close(transaction, id, validTo);
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

const dayBefore = (date: string): string => addDays(parseCalendarDate(date)!, -1);

function previousOf(code: WithholdingCodeRow, rates: readonly WithholdingRateRow[], validFrom: string) {
  const open = rates.find((rate) => rate.validTo === null && rate.validFrom < validFrom);
  if (open) return open;
  const message = `${code.code} has no rate without an end that began before ${validFrom}.`;
  throw refusal([{ pointer: '/closesPrevious', code: 'no_previous_rate', message }]);
}

function overlap({ code }: WithholdingCodeRow, { validFrom, validTo }: WithholdingRateRow) {
  const days = validTo === null ? `from ${validFrom}` : `from ${validFrom} to ${validTo}`;
  const message = `${code} has a rate ${days}; close that one first.`;
  return accountingProblems.withholding_rate_overlap(message, [
    { pointer: '/validFrom', code: 'rates_overlap', message },
  ]);
}

const refusal = (errors: ProblemError[]) => accountingProblems.withholding_rate_refused(errors[0]!.message, errors);

function refuse(errors: ProblemError[]): void {
  if (errors.length > 0) throw refusal(errors);
}
