import { Decimal, parseDecimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { isUntaxed, needsReason } from '../calculation/category-rules.js';
import type { TaxCategory } from '../calculation/tax-component.js';
import type { TaxCodeContent, TaxPart } from './tax-code.js';

const fault = (field: string, code: string, message: string): ProblemError => ({ pointer: `/${field}`, code, message });

/** What makes a single tax one that cannot be. */
export function taxCodeFaults(content: TaxCodeContent): ProblemError[] {
  return [...natureFaults(content), ...accountFaults(content)];
}

function natureFaults(content: TaxCodeContent): ProblemError[] {
  const { kind, category, computation, appliesTo, isReverseCharge, recoverableShare } = content;
  const faults: ProblemError[] = [];
  if (kind === 'vat' && computation !== 'percentage') {
    faults.push(fault('computation', 'vat_is_percentage', 'VAT is a share of its base.'));
  }
  if (kind === 'vat' && appliesTo !== 'purchase') {
    const hasReason = content.exemptionCode !== null || content.exemptionText !== null;
    if (needsReason(category!) !== hasReason) {
      const message = hasReason
        ? `VAT of the category ${category} is charged: it has no reason of exemption.`
        : `VAT of the category ${category} needs an exemption code or text: invoices say why none is charged.`;
      faults.push(fault('exemptionCode', 'exemption_reason', message));
    }
  }
  if (isReverseCharge && computation !== 'percentage') {
    faults.push(fault('isReverseCharge', 'reverse_charge_is_percentage', 'The buyer reckons a share of the base.'));
  }
  if (new Decimal(recoverableShare).greaterThan(1)) {
    faults.push(fault('recoverableShare', 'invalid_share', 'A share from 0 to 1 can be deducted.'));
  }
  return faults;
}

/** Where tax arises there is an account for it. */
function accountFaults(content: TaxCodeContent): ProblemError[] {
  const { kind, category, appliesTo, isReverseCharge, isCashBasis, cashBasisAccountCode } = content;
  const faults: ProblemError[] = [];
  if (isCashBasis !== (cashBasisAccountCode !== null)) {
    const message = isCashBasis
      ? 'A tax that is due when it is paid waits on an account until then: name it.'
      : 'Only a tax that is due when it is paid waits on an account.';
    faults.push(fault('cashBasisAccountCode', 'cash_basis_account', message));
  }
  if (cashBasisAccountCode !== null && cashBasisAccountCode === content.outputAccountCode) {
    const message = 'What is not due waits on another account than what is owed: name one of its own.';
    faults.push(fault('cashBasisAccountCode', 'cash_basis_account_apart', message));
  }
  const neverArises =
    (kind === 'vat' && isUntaxed(category!) && !isReverseCharge) || (isReverseCharge && appliesTo === 'sale');
  if (neverArises) return faults;
  if ((appliesTo !== 'purchase' || isReverseCharge) && content.outputAccountCode === null) {
    faults.push(fault('outputAccountCode', 'account_missing', 'The tax needs an account for what is owed of it.'));
  }
  if (appliesTo !== 'sale' && parseDecimal(content.recoverableShare)?.isZero() === false) {
    if (content.inputAccountCode === null) {
      faults.push(fault('inputAccountCode', 'account_missing', 'The tax needs an account for what is deducted of it.'));
    }
  }
  return faults;
}

/** What makes the parts of a group ones that cannot be levied together, in their order. */
export function partFaults(
  parts: readonly TaxPart[],
  known: ReadonlyMap<string, { isGroup: boolean; kind: string | null; isReverseCharge: boolean }>,
): ProblemError[] {
  const faults: ProblemError[] = [];
  const at = (index: number, field: string, code: string, message: string) =>
    faults.push({ pointer: `/components/${index}/${field}`, code, message });
  let vat: string | undefined;
  parts.forEach(({ code, onTopOf }, index) => {
    const before = parts.slice(0, index).map((part) => part.code);
    const found = known.get(code);
    if (!found) at(index, 'code', 'unknown_tax_code', `There is no tax code ${code}.`);
    else if (found.isGroup) at(index, 'code', 'tax_code_is_group', `${code} is a group itself.`);
    if (before.includes(code)) at(index, 'code', 'tax_named_twice', `${code} stands twice in the group.`);
    if (found?.kind === 'vat') {
      if (vat !== undefined) at(index, 'code', 'second_vat', `A line has one VAT rate, and ${vat} is one.`);
      vat ??= code;
    }
    for (const below of onTopOf) {
      if (!before.includes(below)) {
        at(index, 'onTopOf', 'no_tax_below', `${code} is levied on ${below}, which does not stand before it.`);
      } else if (known.get(below)?.isReverseCharge && !found?.isReverseCharge) {
        const message = `${code} is paid to the seller, and ${below} is not: the one cannot be levied on the other.`;
        at(index, 'onTopOf', 'levied_on_reverse_charge', message);
      }
    }
    if (new Set(onTopOf).size < onTopOf.length) at(index, 'onTopOf', 'tax_named_twice', 'A tax is named twice.');
  });
  return faults;
}

/** What is wrong with a rate of this code. */
export function rateFaults(
  {
    kind,
    category,
    computation,
    isReverseCharge,
  }: Pick<TaxCodeContent, 'kind' | 'category' | 'computation' | 'isReverseCharge'>,
  rate: { rate: string; currency: string | null; validFrom: string; validTo: string | null },
): ProblemError[] {
  const faults: ProblemError[] = [];
  if (rate.validTo !== null && rate.validTo < rate.validFrom) {
    faults.push(fault('validTo', 'validity_order', 'A rate ends on its first day or later.'));
  }
  if (computation === 'percentage') {
    if (rate.currency !== null)
      faults.push(fault('currency', 'share_has_no_currency', 'A share of a base has no currency.'));
    if (new Decimal(rate.rate).greaterThan(10)) {
      faults.push(fault('rate', 'rate_is_fraction', 'A rate is a fraction: 25 % is "0.25"; 10 is the most.'));
    }
  } else if (rate.currency === null) {
    faults.push(fault('currency', 'amount_has_currency', 'A fixed amount is of a currency: name it.'));
  }
  const isZero = kind === 'vat' && isUntaxed(category as TaxCategory) && !isReverseCharge;
  if (isZero && !new Decimal(rate.rate).isZero()) {
    faults.push(fault('rate', 'rate_of_category', `VAT of the category ${category} is at the rate 0.`));
  }
  return faults;
}
