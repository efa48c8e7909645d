import { Injectable } from '@nestjs/common';
import { findCurrency } from '#kernel/currency.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, ListRow, Page } from '#platform/listing/list-request.js';
import { administrationPermissions } from '../administration.permissions.js';
import { administrationProblems } from '../administration.problems.js';
import { LegalEntities, type LegalEntityFact } from '../contract/legal-entities.js';
import { type CreateLegalEntity, LegalEntityView, type UpdateLegalEntity } from './legal-entities.dto.js';
import { legalEntityColumns } from './legal-entities.list.js';
import { LegalEntity } from './legal-entity.entity.js';

const MANAGE = administrationPermissions.manageLegalEntities.name;

@Injectable()
export class LegalEntitiesService extends LegalEntities {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  list(request: ListRequest): Promise<Page<LegalEntityView>> {
    return this.unitOfWork.read(async (transaction) => {
      const { text, parameters } = request.select({
        columns: legalEntityColumns,
        from: 'administration.legal_entity',
        where: 'legal_entity.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      const rows = await transaction.query<LegalEntity & ListRow>(text, parameters);
      return request.page(rows, (row) => LegalEntityView.from(row));
    });
  }

  create(body: CreateLegalEntity): Promise<LegalEntityView> {
    requireBookCurrency(body.functionalCurrency);
    return this.unitOfWork.run(MANAGE, async ({ organizationId, manager }) => {
      const entity = manager.create(LegalEntity, { registrationNumber: null, ...body, organizationId, id: newId() });
      return LegalEntityView.from(await manager.save(entity));
    });
  }

  find(id: string): Promise<LegalEntityView> {
    return this.unitOfWork.read(async (transaction) => LegalEntityView.from(await load(transaction, id)));
  }

  update(id: string, expectedVersion: number, body: UpdateLegalEntity): Promise<LegalEntityView> {
    if (body.functionalCurrency !== undefined) requireBookCurrency(body.functionalCurrency);
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const entity = await load(transaction, id, 'pessimistic_write');
      requireVersion(entity.version, expectedVersion);
      return LegalEntityView.from(await transaction.manager.save(Object.assign(entity, body)));
    });
  }

  override onlyOne(): Promise<string> {
    return this.unitOfWork.read(async ({ organizationId, manager }) => {
      const some = await manager.find(LegalEntity, {
        where: { organizationId },
        select: { organizationId: true, id: true },
        take: 2,
      });
      if (some.length === 1) return some[0]!.id;
      const detail = some.length
        ? 'The organization has several legal entities: send legalEntityId.'
        : 'The organization has no legal entity yet.';
      throw administrationProblems.legal_entity_required(detail, [
        { pointer: '/legalEntityId', code: 'legal_entity_required', message: detail },
      ]);
    });
  }

  override get(id: string): Promise<LegalEntityFact> {
    return this.unitOfWork.read((transaction) => load(transaction, id));
  }

  override async setFunctionalCurrency(id: string, currency: string): Promise<void> {
    requireBookCurrency(currency);
    await this.unitOfWork.run(MANAGE, async (transaction) => {
      const entity = await load(transaction, id, 'pessimistic_write');
      if (entity.functionalCurrency === currency) return;
      await transaction.manager.save(Object.assign(entity, { functionalCurrency: currency }));
    });
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<LegalEntity> {
  const entity = await manager.findOne(LegalEntity, { where: { organizationId, id }, lock: mode && { mode } });
  if (!entity) throw platformProblems.not_found(`There is no legal entity ${id}.`);
  return entity;
}

function requireBookCurrency(code: string): void {
  if (!findCurrency(code)) {
    const detail = `${code} is not an ISO 4217 currency that amounts can be kept in.`;
    throw administrationProblems.functional_currency_unknown(detail, [
      { pointer: '/functionalCurrency', code: 'unknown_currency', message: detail },
    ]);
  }
}
