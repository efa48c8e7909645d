import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { amountOf } from './amount-of.js';
import type { NamedRecords } from './parties.repository.js';
import type { PartyContent } from './party-content.js';

interface ReferencesRow {
  functionalCurrency: string;
  receivable: NamedAccount | null;
  payable: NamedAccount | null;
  terms: { id: string; isActive: boolean } | null;
}

interface NamedAccount {
  id: string;
  control: string;
  isActive: boolean;
}

const LOAD: Statement = {
  name: 'load_party_references',
  text: `
    SELECT l.functional_currency AS "functionalCurrency",
      (SELECT json_build_object('id', a.id, 'control', a.control, 'isActive', a.status = 'active') FROM accounting.account a
       WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.code = $3) AS receivable,
      (SELECT json_build_object('id', a.id, 'control', a.control, 'isActive', a.status = 'active') FROM accounting.account a
       WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.code = $4) AS payable,
      (SELECT json_build_object('id', t.id, 'isActive', t.status = 'active') FROM accounting.payment_terms t
       WHERE t.organization_id = $1 AND t.legal_entity_id = $2 AND t.code = $5) AS terms
    FROM administration.legal_entity l WHERE l.organization_id = $1 AND l.id = $2`,
};
const FIND_TAKEN: Statement = {
  name: 'find_taken_party_external_ids',
  text: `
    SELECT wanted.place::integer AS place, p.number
    FROM unnest($4::text[], $5::text[]) WITH ORDINALITY AS wanted (source, external_id, place)
    JOIN accounting.party_external_id e ON e.organization_id = $1 AND e.legal_entity_id = $2
      AND e.source = wanted.source AND e.external_id = wanted.external_id AND e.party_id IS DISTINCT FROM $3::uuid
    JOIN accounting.party p ON p.organization_id = e.organization_id AND p.id = e.party_id
    ORDER BY wanted.place`,
};

/** What parties name by codes: looked up, and proved to be of the kind that is needed. */
@Injectable()
export class PartyReferences {
  /**
   * @param before what the party named until now, which may have become inactive meanwhile
   * @throws Problem party_refused
   */
  async resolve(
    transaction: Transaction,
    legalEntityId: string,
    content: PartyContent,
    before?: PartyContent,
  ): Promise<NamedRecords> {
    const { receivableAccountCode, payableAccountCode, paymentTermsCode, creditLimit } = content;
    const codes = [receivableAccountCode, payableAccountCode, paymentTermsCode];
    const values = [transaction.organizationId, legalEntityId, ...codes];
    const [row] = await transaction.rows<ReferencesRow & Record<string, unknown>>(LOAD, values);
    const { functionalCurrency, receivable, payable, terms } = row!;
    const isNew = (field: 'receivableAccountCode' | 'payableAccountCode' | 'paymentTermsCode') =>
      content[field] !== null && content[field] !== before?.[field];
    const faults = [
      ...(isNew('receivableAccountCode') ? accountFaults('receivable', receivableAccountCode!, receivable) : []),
      ...(isNew('payableAccountCode') ? accountFaults('payable', payableAccountCode!, payable) : []),
      ...(isNew('paymentTermsCode') ? termsFaults(paymentTermsCode!, terms) : []),
    ];
    if (faults.length > 0) throw accountingProblems.party_refused(faults[0]!.message, faults);
    if (creditLimit !== null)
      amountOf(creditLimit, functionalCurrency, '/creditLimit', accountingProblems.party_refused);
    const idOf = (named: { id: string } | null) => named?.id ?? null;
    return { receivableAccountId: idOf(receivable), payableAccountId: idOf(payable), paymentTermsId: idOf(terms) };
  }

  /** @throws Problem party_external_id_taken */
  async requireFreeExternalIds(
    transaction: Transaction,
    legalEntityId: string,
    externalIds: PartyContent['externalIds'],
    ownId: string | null,
  ): Promise<void> {
    if (externalIds.length === 0) return;
    const rows = await transaction.rows<{ place: number; number: string }>(FIND_TAKEN, [
      transaction.organizationId,
      legalEntityId,
      ownId,
      externalIds.map(({ source }) => source),
      externalIds.map(({ externalId }) => externalId),
    ]);
    if (rows.length === 0) return;
    const errors = rows.map(({ place, number }) => {
      const { source, externalId } = externalIds[place - 1]!;
      const message = `Party ${number} has the id ${externalId} of ${source}.`;
      const pointer = `/externalIds/${place - 1}/externalId`;
      return { pointer, code: 'external_id_taken', message };
    });
    throw accountingProblems.party_external_id_taken(errors[0]!.message, errors);
  }
}

function accountFaults(control: 'receivable' | 'payable', code: string, account: NamedAccount | null): ProblemError[] {
  const pointer = `/${control}AccountCode`;
  if (!account) return [{ pointer, code: 'unknown_account', message: `The legal entity has no account ${code}.` }];
  if (account.control !== control) {
    return [{ pointer, code: 'account_control', message: `Account ${code} is no control account for ${control}s.` }];
  }
  if (account.isActive) return [];
  return [{ pointer, code: 'account_inactive', message: `Account ${code} is inactive.` }];
}

function termsFaults(code: string, terms: ReferencesRow['terms']): ProblemError[] {
  const pointer = '/paymentTermsCode';
  if (!terms) {
    return [{ pointer, code: 'unknown_payment_terms', message: `The legal entity has no payment terms ${code}.` }];
  }
  if (terms.isActive) return [];
  return [{ pointer, code: 'payment_terms_inactive', message: `The payment terms ${code} are inactive.` }];
}
