import { Injectable } from '@nestjs/common';
import { currencies } from '#kernel/currency.js';
import type { Statement } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { CurrencyList } from './currencies.dto.js';

interface UsedRow {
  [column: string]: unknown;
  code: string;
  is_functional: boolean;
}

// Each currency is looked up in the index of its column, however many rates there are.
const SELECT_USED: Statement = {
  name: 'select_used_currencies',
  text: `
    SELECT functional_currency AS code, true AS is_functional
    FROM administration.legal_entity WHERE organization_id = $1
    UNION
    SELECT base_currency, false FROM administration.exchange_rate_policy
    WHERE organization_id = $1 AND base_currency IS NOT NULL
    UNION
    SELECT c.code, false FROM platform.currency c
    WHERE EXISTS (SELECT FROM administration.exchange_rate r WHERE r.organization_id = $1 AND r.from_currency = c.code)
       OR EXISTS (SELECT FROM administration.exchange_rate r WHERE r.organization_id = $1 AND r.to_currency = c.code)`,
};

/** The currencies of ISO 4217, and which of them the organization uses. */
@Injectable()
export class CurrenciesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(isInUse: boolean | undefined): Promise<CurrencyList> {
    return this.unitOfWork.read(async (transaction) => {
      const used = await transaction.rows<UsedRow>(SELECT_USED, [transaction.organizationId]);
      const codes = (isFunctional: boolean) =>
        new Set(used.filter((row) => row.is_functional === isFunctional).map(({ code }) => code));
      const [functional, rated] = [codes(true), codes(false)];
      const views = currencies.map(({ code, name, minorUnits }) => {
        return { code, name, minorUnits, isFunctional: functional.has(code), hasExchangeRates: rated.has(code) };
      });
      const data = views.filter((one) => (isInUse ?? isUsed(one)) === isUsed(one));
      return { data };
    });
  }
}

const isUsed = (view: CurrencyList['data'][number]) => view.isFunctional || view.hasExchangeRates;
