import { Injectable } from '@nestjs/common';
import { addDays, parseCalendarDate } from '#kernel/calendar-date.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { rateFaults } from './tax-code-faults.js';
import type { TaxCodeRow } from './tax-code.js';
import { TaxCodesRepository } from './tax-codes.repository.js';
import { type CloseTaxRate, type CreateTaxRate, type DatedTaxRateRow, TaxRateView } from './tax-rates.dto.js';
import { taxRateColumns, taxRateSource } from './tax-rates.list.js';

const MANAGE = taxPermissions.manageTaxes.name;

const FIND: Statement = {
  name: 'find_tax_rate',
  text: ['SELECT', taxRateColumns, 'FROM', taxRateSource, 'WHERE rate.organization_id = $1 AND rate.id = $2'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_tax_rate',
  text: 'SELECT version FROM accounting.tax_rate WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const CLOSE: Statement = {
  name: 'close_tax_rate',
  text: `
    UPDATE accounting.tax_rate SET valid_to = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE: Statement = {
  name: 'delete_tax_rate',
  text: 'DELETE FROM accounting.tax_rate WHERE organization_id = $1 AND id = $2',
};

/** The rates of tax codes by date. A rate is not changed: it ends, and another one follows. */
@Injectable()
export class TaxRatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taxCodes: TaxCodesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<TaxRateView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<DatedTaxRateRow>(transaction, {
        columns: taxRateColumns,
        from: taxRateSource,
        where: 'rate.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxRateView.from(row));
    });
  }

  find(id: string): Promise<TaxRateView> {
    return this.unitOfWork.read(async (transaction) => TaxRateView.from(await load(transaction, id)));
  }

  create(body: CreateTaxRate): Promise<TaxRateView> {
    const { taxCodeId, validFrom, validTo = null, rate, currency = null, closesPrevious = false } = body;
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const code = await this.codeOf(transaction, taxCodeId);
      const added = { validFrom, validTo, rate, currency };
      refuse(rateFaults(code, added));
      if (closesPrevious) await closePrevious(transaction, code, validFrom);
      const last = closesPrevious ? dayBefore(validFrom) : '9999-12-31';
      const inTheWay = code.rates.find((one) => {
        return one.validFrom <= (validTo ?? '9999-12-31') && validFrom <= (one.validTo ?? last);
      });
      if (inTheWay) throw overlap(code, inTheWay);
      const [id] = await this.taxCodes.insertRates(transaction, code.legalEntityId, code.id, [added]);
      return TaxRateView.from(await load(transaction, id!));
    });
  }

  close(id: string, expectedVersion: number, { validTo }: CloseTaxRate): Promise<TaxRateView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const known = await this.hold(transaction, id, expectedVersion);
      if (known.validTo !== null) throw taxProblems.tax_rate_fixed(`The rate has its end on ${known.validTo}.`);
      if (validTo < known.validFrom) {
        const message = `The rate is valid from ${known.validFrom}, so it ends on that day or later.`;
        refuse([{ pointer: '/validTo', code: 'validity_order', message }]);
      }
      await transaction.rows(CLOSE, [transaction.organizationId, id, validTo]);
      return TaxRateView.from(await load(transaction, id));
    });
  }

  remove(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.hold(transaction, id, expectedVersion);
      await transaction.rows(DELETE, [transaction.organizationId, id]);
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
    const known = await load(transaction, id);
    await this.taxCodes.hold(transaction, known.taxCodeId);
    const [row] = await transaction.rows<{ version: number }>(HOLD, [transaction.organizationId, id]);
    if (!row) throw notFound(id);
    requireVersion(row.version, expectedVersion);
    return load(transaction, id);
  }
}

const dayBefore = (date: string): string => addDays(parseCalendarDate(date)!, -1);

async function closePrevious(transaction: Transaction, code: TaxCodeRow, validFrom: string): Promise<void> {
  const open = code.rates.find((rate) => rate.validTo === null && rate.validFrom < validFrom);
  if (!open) {
    const message = `${code.code} has no rate without an end that began before ${validFrom}.`;
    refuse([{ pointer: '/closesPrevious', code: 'no_previous_rate', message }]);
  }
  await transaction.rows(CLOSE, [transaction.organizationId, open!.id, dayBefore(validFrom)]);
}

async function load(transaction: Transaction, id: string): Promise<DatedTaxRateRow> {
  const [row] = await transaction.rows<DatedTaxRateRow & object>(FIND, [transaction.organizationId, id]);
  if (!row) throw notFound(id);
  return row;
}

function overlap({ code }: TaxCodeRow, { validFrom, validTo }: { validFrom: string; validTo: string | null }) {
  const days = validTo === null ? `from ${validFrom}` : `from ${validFrom} to ${validTo}`;
  const message = `${code} has a rate ${days}; close that one first.`;
  return taxProblems.tax_rate_overlap(message, [{ pointer: '/validFrom', code: 'rates_overlap', message }]);
}

function refuse(errors: ProblemError[]): void {
  if (errors.length > 0) throw taxProblems.tax_rate_refused(errors[0]!.message, errors);
}

const notFound = (id: string) => platformProblems.not_found(`There is no tax rate ${id}.`);
