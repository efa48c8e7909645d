import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../../accounting.problems.js';
import type { PartyFact } from '../../parties/party-facts.js';
import type { ComposedAmounts } from './compose-document.js';
import type { AccountOfSale } from './sales-facts.repository.js';
import type { SalesExternalId, SalesFields } from './sales-fields.dto.js';
import type { SalesKind } from './sales-document.js';

/** Why the party gets no documents at all; none for one on hold, which is another matter. */
export function customerFault(party: PartyFact | undefined, id: string): ProblemError[] {
  const fault = (code: string, message: string) => [{ pointer: '/partyId', code, message }];
  if (!party) return fault('unknown_party', `The legal entity has no party ${id}.`);
  if (!party.isCustomer) return fault('not_a_customer', `${party.name} is no customer.`);
  if (party.status === 'archived') return fault('party_archived', `${party.name} is archived: reactivate it first.`);
  return [];
}

/** What a document says that contradicts itself. */
export function contentFaults(
  { dueOn, paymentTermsCode, exchangeRate, ...ids }: ContentInDoubt,
  { issuedOn, currency, functionalCurrency }: Record<'issuedOn' | 'currency' | 'functionalCurrency', string>,
): ProblemError[] {
  const isOwnCurrency = currency === functionalCurrency;
  const fault = (pointer: string, code: string, message: string) => [{ pointer, code, message }];
  return [
    ...externalIdFaults(ids),
    ...(dueOn !== undefined && paymentTermsCode !== undefined
      ? fault('/dueOn', 'due_twice', 'Either payment terms say when it is due, or a day does.')
      : []),
    ...(dueOn !== undefined && dueOn < issuedOn
      ? fault('/dueOn', 'due_before_issue', `It is issued on ${issuedOn}; it falls due on that day or later.`)
      : []),
    ...(exchangeRate !== undefined && isOwnCurrency && !new Decimal(exchangeRate).equals(1)
      ? fault('/exchangeRate', 'rate_of_own_currency', `${currency} is the functional currency: its rate is 1.`)
      : []),
  ];
}

type ContentInDoubt = SalesExternalId & Pick<SalesFields, 'dueOn' | 'paymentTermsCode' | 'exchangeRate'>;

/** Sub-ledgers post what their control accounts have; a line of a document is none of theirs. */
export function accountFaults(
  { accountCode, pointer }: { accountCode: string | undefined; pointer: string },
  accounts: ReadonlyMap<string, AccountOfSale>,
): ProblemError[] {
  if (accountCode === undefined) return [];
  const found = accounts.get(accountCode);
  if (!found) return [{ pointer, code: 'unknown_account', message: `The legal entity has no account ${accountCode}.` }];
  if (found.control === 'none') return [];
  const message = `Account ${accountCode} is a ${found.control} control account: lines of documents are not posted to it.`;
  return [{ pointer, code: 'control_account', message }];
}

/** An id of another system means nothing without the name of that system, nor the name without an id. */
export function externalIdFaults({ externalSource, externalId }: SalesExternalId): ProblemError[] {
  if ((externalSource === undefined) === (externalId === undefined)) return [];
  const missing = externalId === undefined ? 'externalId' : 'externalSource';
  const message = 'externalSource and externalId come together.';
  return [{ pointer: `/${missing}`, code: 'external_id_incomplete', message }];
}

/** Why the amounts make no document. */
export function amountFaults(
  kind: SalesKind,
  { totals: { payable } }: Pick<ComposedAmounts, 'totals'>,
): ProblemError[] {
  if (payable.greaterThan(0)) return [];
  const [other, none] =
    kind === 'invoice' ? ['a credit note', 'an invoice charges'] : ['an invoice', 'a credit note gives back'];
  const message = payable.isZero()
    ? `The document comes to nothing; ${none} an amount above zero.`
    : `The document comes to less than nothing: issue ${other} instead.`;
  return [{ pointer: '/lines', code: 'not_above_zero', message }];
}

/** @throws Problem sales_document_refused for any faults */
export function refuseSale(faults: readonly ProblemError[]): void {
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.sales_document_refused(detail, faults.slice(0, 100));
}
