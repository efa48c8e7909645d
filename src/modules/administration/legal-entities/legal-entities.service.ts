import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { findCurrency } from '#kernel/currency.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { administrationPermissions } from '../administration.permissions.js';
import { administrationProblems } from '../administration.problems.js';
import { LegalEntities, type LegalEntityFact } from '../contract/legal-entities.js';
import { releaseDefault } from './default-legal-entity.js';
import { type CreateLegalEntity, LegalEntityView, type UpdateLegalEntity } from './legal-entities.dto.js';
import { legalEntityColumns } from './legal-entities.list.js';
import { LegalEntity } from './legal-entity.entity.js';
import type { TaxRegistration } from './registration.dto.js';
import { normalizedAccounts, sellerFaults } from './seller-faults.js';

const MANAGE = administrationPermissions.manageLegalEntities.name;

/** Most requests of other modules ask for it. */
const FACT: Statement = {
  name: 'legal_entity_fact',
  text: `
    SELECT id, name, functional_currency AS "functionalCurrency", status, registration_number AS "registrationNumber", address,
           tax_registrations AS "taxRegistrations", sales_contact AS "salesContact", electronic_address AS "electronicAddress",
           payment_accounts AS "paymentAccounts"
    FROM administration.legal_entity
    WHERE organization_id = $1 AND id = $2`,
};

/** The default one first; of several without one, any two. */
const FIRST_ACTIVE: Statement = {
  name: 'first_active_legal_entities',
  text: `
    SELECT id, is_default AS "isDefault" FROM administration.legal_entity
    WHERE organization_id = $1 AND status = 'active' ORDER BY is_default DESC LIMIT 2`,
};

@Injectable()
export class LegalEntitiesService extends LegalEntities {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  list(request: ListRequest): Promise<Page<LegalEntityView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<LegalEntity>(transaction, {
        columns: legalEntityColumns,
        from: 'administration.legal_entity',
        where: 'legal_entity.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => LegalEntityView.from(row));
    });
  }

  create({ isDefault, ...said }: CreateLegalEntity): Promise<LegalEntityView> {
    const body = provedForDocuments(said);
    requireUsable(body);
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      if (isDefault) await releaseDefault(transaction);
      const isFirst = !(await manager.existsBy(LegalEntity, { organizationId }));
      const entity = manager.create(LegalEntity, {
        ...unknownFacts,
        ...body,
        organizationId,
        id: newId(),
        isDefault: isDefault ?? isFirst,
        status: 'active',
      });
      return LegalEntityView.from(await manager.save(entity));
    });
  }

  find(id: string): Promise<LegalEntityView> {
    return this.unitOfWork.read(async (transaction) => LegalEntityView.from(await loadLegalEntity(transaction, id)));
  }

  update(id: string, expectedVersion: number, said: UpdateLegalEntity): Promise<LegalEntityView> {
    const body = provedForDocuments(said);
    requireUsable(body);
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const entity = await loadLegalEntity(transaction, id, 'pessimistic_write');
      requireVersion(entity.version, expectedVersion);
      return LegalEntityView.from(await transaction.manager.save(Object.assign(entity, body)));
    });
  }

  override defaultOne(): Promise<string> {
    return this.unitOfWork.read(async (transaction) => {
      const values = [transaction.organizationId];
      const [first, second] = await transaction.facts<{ id: string; isDefault: boolean }>(FIRST_ACTIVE, values);
      if (first && (first.isDefault || !second)) return first.id;
      const detail = second
        ? 'The organization has several legal entities and none is the default: send legalEntityId.'
        : 'The organization has no active legal entity.';
      throw administrationProblems.legal_entity_required(detail, [
        { pointer: '/legalEntityId', code: 'legal_entity_required', message: detail },
      ]);
    });
  }

  override get(id: string): Promise<LegalEntityFact> {
    return this.unitOfWork.read(async (transaction) => {
      const [fact] = await transaction.facts<LegalEntityFact & QueryResultRow>(FACT, [transaction.organizationId, id]);
      return fact ?? unknownLegalEntity(id);
    });
  }

  override async setFunctionalCurrency(id: string, currency: string): Promise<void> {
    requireUsable({ functionalCurrency: currency });
    await this.unitOfWork.run(MANAGE, async (transaction) => {
      const entity = await loadLegalEntity(transaction, id, 'pessimistic_write');
      if (entity.functionalCurrency === currency) return;
      await transaction.manager.save(Object.assign(entity, { functionalCurrency: currency }));
    });
  }
}

const unknownFacts = {
  registrationNumber: null,
  country: null,
  address: null,
  taxRegistrations: [],
  fiscalContact: null,
  salesContact: null,
  electronicAddress: null,
  paymentAccounts: [],
};

/** @throws Problem not_found */
export async function loadLegalEntity(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<LegalEntity> {
  const entity = await manager.findOne(LegalEntity, { where: { organizationId, id }, lock: mode && { mode } });
  return entity ?? unknownLegalEntity(id);
}

function unknownLegalEntity(id: string): never {
  throw platformProblems.not_found(`There is no legal entity ${id}.`);
}

/**
 * What documents print of it, as it is kept.
 *
 * @throws Problem seller_refused
 */
function provedForDocuments<Said extends UpdateLegalEntity>(said: Said): Said {
  const { paymentAccounts } = said;
  const body = paymentAccounts ? { ...said, paymentAccounts: normalizedAccounts(paymentAccounts) } : said;
  const faults = sellerFaults(body);
  if (faults.length > 0) throw administrationProblems.seller_refused(faults[0]!.message, faults);
  return body;
}

function requireUsable({ functionalCurrency, taxRegistrations = [] }: UpdateLegalEntity): void {
  if (functionalCurrency !== undefined && !findCurrency(functionalCurrency)) {
    const detail = `${functionalCurrency} is not an ISO 4217 currency that amounts can be kept in.`;
    throw administrationProblems.functional_currency_unknown(detail, [
      { pointer: '/functionalCurrency', code: 'unknown_currency', message: detail },
    ]);
  }
  const keys = taxRegistrations.map(registrationKey);
  const again = keys.findIndex((one, at) => keys.indexOf(one) < at);
  if (again === -1) return;
  const message = `This number stands in the list already, at position ${keys.indexOf(keys[again]!)}.`;
  throw administrationProblems.tax_registration_repeated(message, [
    { pointer: `/taxRegistrations/${again}/number`, code: 'repeated_number', message },
  ]);
}

/** However the number is spaced or dashed. */
const registrationKey = ({ country, type, number }: TaxRegistration) =>
  `${country} ${type} ${number.replaceAll(/[\s./-]/g, '').toUpperCase()}`;
