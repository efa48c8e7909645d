import type { ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../../accounting.problems.js';
import type { PartyFact } from '../../parties/party-facts.js';
import type { ComposedAmounts } from './compose-document.js';
import type { SalesKind } from './sales-document.js';

/** Why the party gets no documents at all; none for one on hold, which is another matter. */
export function customerFault(party: PartyFact | undefined, id: string): ProblemError[] {
  const fault = (code: string, message: string) => [{ pointer: '/partyId', code, message }];
  if (!party) return fault('unknown_party', `The legal entity has no party ${id}.`);
  if (!party.isCustomer) return fault('not_a_customer', `${party.name} is no customer.`);
  if (party.status === 'archived') return fault('party_archived', `${party.name} is archived: reactivate it first.`);
  return [];
}

/** Why the amounts make no document. */
export function amountFaults(kind: SalesKind, { taxes, totals: { payable } }: ComposedAmounts): ProblemError[] {
  const fault = (pointer: string, code: string, message: string) => ({ pointer, code, message });
  const faults = taxes
    .filter(({ component, charged }) => component.isCashBasis && !charged.isZero())
    .map(({ component: { code } }) => {
      return fault(
        '/lines',
        'cash_basis_tax',
        `${code} is due when it is paid; documents take taxes that are due at once.`,
      );
    });
  if (payable.greaterThan(0)) return faults;
  const [other, none] =
    kind === 'invoice' ? ['a credit note', 'an invoice charges'] : ['an invoice', 'a credit note gives back'];
  const message = payable.isZero()
    ? `The document comes to nothing; ${none} an amount above zero.`
    : `The document comes to less than nothing: issue ${other} instead.`;
  return [...faults, fault('/lines', 'not_above_zero', message)];
}

/** @throws Problem sales_document_refused for any faults */
export function refuseSale(faults: readonly ProblemError[]): void {
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.sales_document_refused(detail, faults.slice(0, 100));
}
