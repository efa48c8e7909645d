import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { DimensionValue } from './dimension-value.entity.js';
import {
  type CreateDimensionValue,
  type DimensionValueRow,
  DimensionValueView,
  type UpdateDimensionValue,
} from './dimension-values.dto.js';
import { dimensionValueColumns, dimensionValueSource } from './dimension-values.list.js';
import { Dimension } from './dimension.entity.js';

const MANAGE = accountingPermissions.manageBooks.name;

const FIND: Statement = {
  name: 'find_dimension_value',
  text: [
    'SELECT',
    dimensionValueColumns,
    'FROM',
    dimensionValueSource,
    'WHERE value.organization_id = $1 AND value.id = $2',
  ].join(' '),
};
const FIND_DEFAULT_USE: Statement = {
  name: 'find_default_use_of_dimension_value',
  text: `
    SELECT min(a.code COLLATE "C") AS account
    FROM accounting.dimension_rule r
    JOIN accounting.account a ON a.organization_id = r.organization_id AND a.id = r.account_id
    WHERE r.organization_id = $1 AND r.default_value_id = $2`,
};

/** The values of dimensions: the cost centres, the projects. */
@Injectable()
export class DimensionValuesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<DimensionValueView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<DimensionValueRow>(transaction, {
        columns: dimensionValueColumns,
        from: dimensionValueSource,
        where: 'value.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => DimensionValueView.from(row));
    });
  }

  find(id: string): Promise<DimensionValueView> {
    return this.unitOfWork.read((transaction) => view(transaction, id));
  }

  create(body: CreateDimensionValue): Promise<DimensionValueView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const { dimensionId, code, name, validFrom = null, validTo = null } = body;
      requireOrder({ validFrom, validTo });
      const dimension = await manager.findOne(Dimension, { where: { organizationId, id: dimensionId } });
      if (!dimension) throw unknownDimension(dimensionId);
      const { id: ofDimension, legalEntityId } = dimension;
      const key = { organizationId, id: newId(), legalEntityId, dimensionId: ofDimension };
      await manager.save(manager.create(DimensionValue, { ...key, code, name, status: 'active', validFrom, validTo }));
      return view(transaction, key.id);
    });
  }

  update(id: string, expectedVersion: number, body: UpdateDimensionValue): Promise<DimensionValueView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const lock = { mode: 'pessimistic_write' } as const;
      const value = await manager.findOne(DimensionValue, { where: { organizationId, id }, lock });
      if (!value) throw notFound(id);
      requireVersion(value.version, expectedVersion);
      if (body.status === 'inactive') await refuseWhereDefault(transaction, value);
      requireOrder(Object.assign(value, body));
      await manager.save(value);
      return view(transaction, id);
    });
  }
}

async function view(transaction: Transaction, id: string): Promise<DimensionValueView> {
  const [row] = await transaction.rows<DimensionValueRow>(FIND, [transaction.organizationId, id]);
  if (!row) throw notFound(id);
  return DimensionValueView.from(row);
}

/** Reads after the value is locked: a rule that takes it by default waits, and then finds it inactive. */
async function refuseWhereDefault(transaction: Transaction, { id, code }: DimensionValue): Promise<void> {
  const values = [transaction.organizationId, id];
  const [use] = await transaction.rows<{ account: string | null }>(FIND_DEFAULT_USE, values);
  if (!use?.account) return;
  const message = `Account ${use.account} takes the value ${code} by default; change its rule first.`;
  throw accountingProblems.dimension_value_in_use(message, [{ pointer: '/status', code: 'default_value', message }]);
}

function requireOrder({ validFrom, validTo }: Pick<DimensionValue, 'validFrom' | 'validTo'>): void {
  if (validFrom === null || validTo === null || validFrom <= validTo) return;
  const message = 'A value is valid from a date that is not after the one that it is valid to.';
  throw accountingProblems.dimension_refused(message, [{ pointer: '/validTo', code: 'validity_order', message }]);
}

function unknownDimension(id: string) {
  const message = `There is no dimension ${id}.`;
  return accountingProblems.dimension_refused(message, [
    { pointer: '/dimensionId', code: 'unknown_dimension', message },
  ]);
}

const notFound = (id: string) => platformProblems.not_found(`There is no dimension value ${id}.`);
