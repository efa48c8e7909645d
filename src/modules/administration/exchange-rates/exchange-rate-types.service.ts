import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { administrationPermissions } from '../administration.permissions.js';
import { administrationProblems } from '../administration.problems.js';
import { ExchangeRateType } from './exchange-rate-type.entity.js';
import {
  type CreateExchangeRateType,
  ExchangeRateTypeView,
  type UpdateExchangeRateType,
} from './exchange-rate-types.dto.js';
import { exchangeRateTypeColumns } from './exchange-rate-types.list.js';
import { isStandardRateType } from './rate-types.js';

const MANAGE = administrationPermissions.manageExchangeRates.name;

/** Types of rates that the organization has beside the standard ones. */
@Injectable()
export class ExchangeRateTypesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<ExchangeRateTypeView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<ExchangeRateType>(transaction, {
        columns: exchangeRateTypeColumns,
        from: 'administration.exchange_rate_type',
        where: 'exchange_rate_type.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => ExchangeRateTypeView.from(row));
    });
  }

  find(id: string): Promise<ExchangeRateTypeView> {
    return this.unitOfWork.read(async (transaction) => ExchangeRateTypeView.from(await load(transaction, id)));
  }

  create(body: CreateExchangeRateType): Promise<ExchangeRateTypeView> {
    if (isStandardRateType(body.code)) {
      const message = `Every organization has the type ${body.code}.`;
      throw administrationProblems.exchange_rate_type_taken(message, [
        { pointer: '/code', code: 'standard_type', message },
      ]);
    }
    return this.unitOfWork.run(MANAGE, async ({ organizationId, manager }) => {
      const type = manager.create(ExchangeRateType, { ...body, organizationId, id: newId() });
      return ExchangeRateTypeView.from(await manager.save(type));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateExchangeRateType): Promise<ExchangeRateTypeView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const type = await load(transaction, id, 'pessimistic_write');
      requireVersion(type.version, expectedVersion);
      return ExchangeRateTypeView.from(await transaction.manager.save(Object.assign(type, body)));
    });
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<ExchangeRateType> {
  const type = await manager.findOne(ExchangeRateType, { where: { organizationId, id }, lock: mode && { mode } });
  if (!type) throw platformProblems.not_found(`There is no type ${id} of exchange rates.`);
  return type;
}
