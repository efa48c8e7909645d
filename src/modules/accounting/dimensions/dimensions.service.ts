import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { Dimension } from './dimension.entity.js';
import { type CreateDimension, DimensionView, type UpdateDimension } from './dimensions.dto.js';
import { dimensionColumns } from './dimensions.list.js';

const MANAGE = accountingPermissions.manageBooks.name;

/** The dimensions that the lines of each legal entity can be told apart by, such as cost centre and project. */
@Injectable()
export class DimensionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<DimensionView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<Dimension>(transaction, {
        columns: dimensionColumns,
        from: 'accounting.dimension',
        where: 'dimension.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => DimensionView.from(row));
    });
  }

  find(id: string): Promise<DimensionView> {
    return this.unitOfWork.read(async (transaction) => DimensionView.from(await load(transaction, id)));
  }

  create({ legalEntityId: named, code, name, kind }: CreateDimension): Promise<DimensionView> {
    return this.unitOfWork.run(MANAGE, async ({ organizationId, manager }) => {
      const legalEntityId = await this.legalEntity.resolve(named);
      const key = { organizationId, id: newId(), legalEntityId };
      const dimension = manager.create(Dimension, { ...key, code, name, kind, status: 'active' });
      return DimensionView.from(await manager.save(dimension));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateDimension): Promise<DimensionView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const dimension = await load(transaction, id, 'pessimistic_write');
      requireVersion(dimension.version, expectedVersion);
      return DimensionView.from(await transaction.manager.save(Object.assign(dimension, body)));
    });
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<Dimension> {
  const dimension = await manager.findOne(Dimension, { where: { organizationId, id }, lock: mode && { mode } });
  if (!dimension) throw platformProblems.not_found(`There is no dimension ${id}.`);
  return dimension;
}
