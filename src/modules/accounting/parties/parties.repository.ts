import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { PartyView } from './parties.dto.js';
import type { PartyContent } from './party-content.js';
import type { PartyExternalId, PartyTaxId } from './party-fields.dto.js';
import type { PartyStatus } from './party-status.js';

interface PartyRow extends Omit<PartyView, 'createdAt' | 'updatedAt' | 'taxIds' | 'externalIds'> {
  taxIds: PartyTaxId[] | null;
  externalIds: PartyExternalId[] | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The ids of what a party names by codes. */
export interface NamedRecords {
  receivableAccountId: string | null;
  payableAccountId: string | null;
  paymentTermsId: string | null;
}

const columns = `
  party.id, party.legal_entity_id AS "legalEntityId", party.number, party.name, party.legal_name AS "legalName", party.kind,
  party.is_customer AS "isCustomer", party.is_vendor AS "isVendor", party.language, party.currency, party.country,
  party.addresses, party.contacts, party.electronic_address AS "electronicAddress", party.tax_class_code AS "taxClassCode", party.credit_limit::text AS "creditLimit",
  party.is_dunning_blocked AS "isDunningBlocked", party.status, party.hold_reason AS "holdReason",
  party.survivor_id AS "survivorId", party.version, party.created_at AS "createdAt", party.updated_at AS "updatedAt",
  (SELECT a.code FROM accounting.account a
   WHERE a.organization_id = party.organization_id AND a.id = party.receivable_account_id) AS "receivableAccountCode",
  (SELECT a.code FROM accounting.account a
   WHERE a.organization_id = party.organization_id AND a.id = party.payable_account_id) AS "payableAccountCode",
  (SELECT t.code FROM accounting.payment_terms t
   WHERE t.organization_id = party.organization_id AND t.id = party.payment_terms_id) AS "paymentTermsCode",
  (SELECT json_agg(json_build_object('type', t.type, 'country', t.country, 'number', t.number) ORDER BY t.place)
   FROM accounting.party_tax_id t
   WHERE t.organization_id = party.organization_id AND t.party_id = party.id) AS "taxIds",
  (SELECT json_agg(json_build_object('source', e.source, 'externalId', e.external_id) ORDER BY e.id)
   FROM accounting.party_external_id e
   WHERE e.organization_id = party.organization_id AND e.party_id = party.id) AS "externalIds"`;
const from = 'accounting.party';

const FIND: Statement = {
  name: 'find_parties',
  text: ['SELECT', columns, 'FROM', from, 'WHERE party.organization_id = $1 AND party.id = ANY ($2::uuid[])'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_parties',
  text: 'SELECT FROM accounting.party WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_party',
  text: `
    WITH drawn AS (
      SELECT CASE WHEN $4::text IS NULL THEN accounting.draw_party_number($1, $3) END AS number
    )
    INSERT INTO accounting.party
      (organization_id, id, legal_entity_id, number, drawn_number, name, legal_name, kind, is_customer, is_vendor, language, currency,
       addresses, contacts, electronic_address, tax_class_code, receivable_account_id, payable_account_id, payment_terms_id, credit_limit,
       is_dunning_blocked)
    SELECT $1, $2, $3, coalesce($4, drawn.number::text), drawn.number, c.name, c."legalName", c.kind, c."isCustomer", c."isVendor",
           c.language, c.currency, c.addresses, c.contacts, c."electronicAddress", c."taxClassCode", c."receivableAccountId", c."payableAccountId",
           c."paymentTermsId", c."creditLimit", c."isDunningBlocked"
    FROM drawn, json_to_record($5::json) AS c (
      name text, "legalName" text, kind text, "isCustomer" boolean, "isVendor" boolean, language text, currency text,
      addresses jsonb, contacts jsonb, "electronicAddress" jsonb, "taxClassCode" text, "receivableAccountId" uuid, "payableAccountId" uuid,
      "paymentTermsId" uuid, "creditLimit" numeric, "isDunningBlocked" boolean)`,
};
const UPDATE: Statement = {
  name: 'update_party',
  text: `
    UPDATE accounting.party p
    SET name = c.name, legal_name = c."legalName", kind = c.kind, is_customer = c."isCustomer", is_vendor = c."isVendor",
        language = c.language, currency = c.currency, addresses = c.addresses, contacts = c.contacts,
        electronic_address = c."electronicAddress", tax_class_code = c."taxClassCode", receivable_account_id = c."receivableAccountId",
        payable_account_id = c."payableAccountId", payment_terms_id = c."paymentTermsId", credit_limit = c."creditLimit",
        is_dunning_blocked = c."isDunningBlocked", version = p.version + 1, updated_at = now()
    FROM json_to_record($3::json) AS c (
      name text, "legalName" text, kind text, "isCustomer" boolean, "isVendor" boolean, language text, currency text,
      addresses jsonb, contacts jsonb, "electronicAddress" jsonb, "taxClassCode" text, "receivableAccountId" uuid, "payableAccountId" uuid,
      "paymentTermsId" uuid, "creditLimit" numeric, "isDunningBlocked" boolean)
    WHERE p.organization_id = $1 AND p.id = $2`,
};
const SET_STATUS: Statement = {
  name: 'set_party_status',
  text: `
    UPDATE accounting.party SET status = $3, hold_reason = $4, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE_TAX_IDS: Statement = {
  name: 'delete_party_tax_ids',
  text: 'DELETE FROM accounting.party_tax_id WHERE organization_id = $1 AND party_id = $2',
};
const INSERT_TAX_IDS: Statement = {
  name: 'insert_party_tax_ids',
  text: `
    INSERT INTO accounting.party_tax_id (organization_id, id, legal_entity_id, party_id, type, country, number, place)
    SELECT $1, t.id, $2, $3, t.type, t.country, t.number, t.place
    FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) WITH ORDINALITY AS t (id, type, country, number, place)`,
};
const DELETE_EXTERNAL_IDS: Statement = {
  name: 'delete_party_external_ids',
  text: 'DELETE FROM accounting.party_external_id WHERE organization_id = $1 AND party_id = $2',
};
const INSERT_EXTERNAL_IDS: Statement = {
  name: 'insert_party_external_ids',
  text: `
    INSERT INTO accounting.party_external_id (organization_id, id, legal_entity_id, party_id, source, external_id)
    SELECT $1, e.id, $2, $3, e.source, e.external_id
    FROM unnest($4::uuid[], $5::text[], $6::text[]) AS e (id, source, external_id)`,
};

/** Rows of parties, with what belongs to them. */
@Injectable()
export class PartiesRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<PartyView>> {
    const where = 'party.organization_id = $1';
    const source = { columns, from, where, parameters: [transaction.organizationId] };
    return request.page(await request.rows<PartyRow>(transaction, source), viewOf);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<PartyView> {
    const found = await this.find(transaction, id);
    if (!found) throw platformProblems.not_found(`There is no party ${id}.`);
    return found;
  }

  async find(transaction: Transaction, id: string): Promise<PartyView | undefined> {
    return (await this.findAll(transaction, [id])).get(id.toLowerCase());
  }

  /** By their ids. */
  async findAll(transaction: Transaction, ids: readonly string[]): Promise<Map<string, PartyView>> {
    if (ids.length === 0) return new Map();
    const rows = await transaction.rows<PartyRow & Record<string, unknown>>(FIND, [transaction.organizationId, ids]);
    return new Map(rows.map((row) => [row.id, viewOf(row)]));
  }

  /** Nothing happens to them, or in their name, before the transaction ends. */
  async hold(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.rows(HOLD, [transaction.organizationId, ids]);
  }

  async insert(
    transaction: Transaction,
    legalEntityId: string,
    number: string | undefined,
    content: PartyContent & NamedRecords,
  ): Promise<string> {
    const id = newId();
    const { organizationId } = transaction;
    await transaction.rows(INSERT, [organizationId, id, legalEntityId, number ?? null, JSON.stringify(content)]);
    await this.insertTaxIds(transaction, legalEntityId, id, content.taxIds);
    await this.insertExternalIds(transaction, legalEntityId, id, content.externalIds);
    return id;
  }

  async update(transaction: Transaction, before: PartyView, content: PartyContent & NamedRecords): Promise<void> {
    const { organizationId } = transaction;
    const { id, legalEntityId } = before;
    await transaction.rows(UPDATE, [organizationId, id, JSON.stringify(content)]);
    if (!sameText(before.taxIds, content.taxIds)) {
      await transaction.rows(DELETE_TAX_IDS, [organizationId, id]);
      await this.insertTaxIds(transaction, legalEntityId, id, content.taxIds);
    }
    if (!sameText(before.externalIds, content.externalIds)) {
      await transaction.rows(DELETE_EXTERNAL_IDS, [organizationId, id]);
      await this.insertExternalIds(transaction, legalEntityId, id, content.externalIds);
    }
  }

  async setStatus(transaction: Transaction, id: string, status: PartyStatus, reason: string | null): Promise<void> {
    await transaction.rows(SET_STATUS, [transaction.organizationId, id, status, reason]);
  }

  private async insertTaxIds(
    transaction: Transaction,
    legalEntityId: string,
    partyId: string,
    taxIds: readonly PartyTaxId[],
  ): Promise<void> {
    if (taxIds.length === 0) return;
    const column = (name: keyof PartyTaxId) => taxIds.map((one) => one[name]);
    const values = [taxIds.map(() => newId()), column('type'), column('country'), column('number')];
    await transaction.rows(INSERT_TAX_IDS, [transaction.organizationId, legalEntityId, partyId, ...values]);
  }

  private async insertExternalIds(
    transaction: Transaction,
    legalEntityId: string,
    partyId: string,
    externalIds: readonly PartyExternalId[],
  ): Promise<void> {
    if (externalIds.length === 0) return;
    const column = (name: keyof PartyExternalId) => externalIds.map((one) => one[name]);
    const values = [externalIds.map(() => newId()), column('source'), column('externalId')];
    await transaction.rows(INSERT_EXTERNAL_IDS, [transaction.organizationId, legalEntityId, partyId, ...values]);
  }
}

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function viewOf({ taxIds, externalIds, createdAt, updatedAt, ...row }: PartyRow): PartyView {
  return {
    id: row.id,
    legalEntityId: row.legalEntityId,
    number: row.number,
    name: row.name,
    legalName: row.legalName,
    kind: row.kind,
    isCustomer: row.isCustomer,
    isVendor: row.isVendor,
    language: row.language,
    currency: row.currency,
    country: row.country,
    addresses: row.addresses,
    contacts: row.contacts,
    electronicAddress: row.electronicAddress,
    taxIds: taxIds ?? [],
    externalIds: externalIds ?? [],
    taxClassCode: row.taxClassCode,
    receivableAccountCode: row.receivableAccountCode,
    payableAccountCode: row.payableAccountCode,
    paymentTermsCode: row.paymentTermsCode,
    creditLimit: row.creditLimit,
    isDunningBlocked: row.isDunningBlocked,
    status: row.status,
    holdReason: row.holdReason,
    survivorId: row.survivorId,
    version: row.version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
