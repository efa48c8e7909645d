import type { Currency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { NewWithholding } from '../withholding/withholdings.repository.js';
import { scaleFault } from './item-faults.js';
import type { ReceiptWithholding } from './receipts.dto.js';

/** A withholding code as receipts use it. */
export interface WithholdingCodeFact {
  id: string;
  accountId: string;
  accountCode: string;
  status: 'active' | 'inactive';
}

/** What is kept of a tax that a customer withheld, with the account that it is claimed on. */
export interface Withheld extends NewWithholding {
  accountCode: string;
}

export interface WithheldPart extends Withheld {
  amount: Decimal;
}

interface Facts {
  withholdingCodes: ReadonlyMap<string, WithholdingCodeFact>;
  functionalCurrency: string;
}

/** What a receipt says was withheld of one item, and what is wrong with it. Pure. */
export function planWithholding(
  wish: ReceiptWithholding | undefined,
  at: string,
  currency: Currency,
  { withholdingCodes, functionalCurrency }: Facts,
): { withheld: WithheldPart | null; faults: ProblemError[] } {
  if (!wish) return { withheld: null, faults: [] };
  const { code, certificateNumber = null, certifiedOn = null } = wish;
  const [amount, base] = [new Decimal(wish.amount), wish.base === undefined ? null : new Decimal(wish.base)];
  const faults = (['amount', 'base'] as const).flatMap(
    (field) => scaleFault(`${at}/${field}`, wish[field], currency) ?? [],
  );
  const fault = (field: string, faultCode: string, message: string) =>
    faults.push({ pointer: `${at}${field}`, code: faultCode, message });
  const found = withholdingCodes.get(code);
  if (!found) fault('/code', 'unknown_withholding_code', `The legal entity has no withholding code ${code}.`);
  else if (found.status !== 'active') fault('/code', 'withholding_code_inactive', `The code ${code} is inactive.`);
  if (currency.code !== functionalCurrency) {
    const message = `A tax is claimed in ${functionalCurrency}: receipts in ${currency.code} say nothing of what was withheld.`;
    fault('', 'withholding_currency', message);
  }
  if (base?.lessThan(amount)) fault('/base', 'base_below_amount', 'No more is withheld than what it is reckoned of.');
  if (certifiedOn !== null && certificateNumber === null) {
    fault('/certifiedOn', 'certificate_without_number', 'A certificate with a day has a number: give it.');
  }
  if (!found || faults.length > 0) return { withheld: null, faults };
  const { id: codeId, accountId, accountCode } = found;
  return { withheld: { amount, codeId, accountId, accountCode, base, certificateNumber, certifiedOn }, faults };
}
