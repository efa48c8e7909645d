import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { administrationPermissions } from '../administration.permissions.js';
import type { ExchangeRatePolicyView, UpdateExchangeRatePolicy } from './rate-policy.dto.js';
import { standardRules } from './rate-policy.js';

/** Of an organization that has set nothing yet. */
const FIRST_VERSION = 1;

const SELECT_POLICY: Statement = {
  name: 'select_exchange_rate_policy',
  text: `
    SELECT base_currency AS "baseCurrency", max_age_days AS "maxAgeDays", version
    FROM administration.exchange_rate_policy WHERE organization_id = $1`,
};
const HOLD_POLICY: Statement = {
  name: 'hold_exchange_rate_policy',
  text: 'SELECT FROM administration.exchange_rate_policy WHERE organization_id = $1 FOR UPDATE',
};
const INSERT_POLICY: Statement = {
  name: 'insert_exchange_rate_policy',
  text: `
    INSERT INTO administration.exchange_rate_policy (organization_id, base_currency, max_age_days, version)
    VALUES ($1, $2, $3, $4)`,
};
const UPDATE_POLICY: Statement = {
  name: 'update_exchange_rate_policy',
  text: `
    UPDATE administration.exchange_rate_policy
    SET base_currency = $2, max_age_days = $3, version = $4, updated_at = now() WHERE organization_id = $1`,
};

/** The rules that rates are looked up by. The first change of an organization writes its row. */
@Injectable()
export class RatePolicyService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(): Promise<ExchangeRatePolicyView> {
    return this.unitOfWork.read(select);
  }

  update(expectedVersion: number, body: UpdateExchangeRatePolicy): Promise<ExchangeRatePolicyView> {
    return this.unitOfWork.run(administrationPermissions.manageExchangeRates.name, async (transaction) => {
      await transaction.rows(HOLD_POLICY, [transaction.organizationId]);
      const present = await select(transaction);
      requireVersion(present.version, expectedVersion);
      const changed = { ...present, ...body, version: present.version + 1 };
      // Of two that are first at once, the key refuses the second.
      const statement = present.version === FIRST_VERSION ? INSERT_POLICY : UPDATE_POLICY;
      const { baseCurrency, maxAgeDays, version } = changed;
      await transaction.rows(statement, [transaction.organizationId, baseCurrency, maxAgeDays, version]);
      return changed;
    });
  }
}

async function select(transaction: Transaction): Promise<ExchangeRatePolicyView> {
  const [row] = await transaction.rows<ExchangeRatePolicyView & Record<string, unknown>>(SELECT_POLICY, [
    transaction.organizationId,
  ]);
  return row ?? { ...standardRules, version: FIRST_VERSION };
}
