import type { ProblemError } from '#kernel/problem.js';
import { categoryFault } from './category-rules.js';
import type { TaxComponent } from './tax-component.js';
import type { DocumentDirection } from './tax-document.js';

/** What is wrong with the taxes of a line, with pointers into their list. */
export function taxFaults(taxes: readonly TaxComponent[], direction: DocumentDirection): ProblemError[] {
  const faults: ProblemError[] = [];
  const before = new Map<string, TaxComponent>();
  taxes.forEach((tax, index) => {
    const fault = (field: string, code: string, message: string) =>
      faults.push({ pointer: `/${index}/${field}`, code, message });
    const { code, rate, onTopOf, recoverableShare } = tax;
    if (before.has(code)) fault('code', 'tax_named_twice', `The tax ${code} stands twice among the taxes.`);
    if (rate.isNegative() && !rate.isZero()) fault('rate', 'negative_rate', 'The rate of a tax is zero or more.');
    if (recoverableShare.isNegative() || recoverableShare.greaterThan(1)) {
      fault('recoverableShare', 'invalid_share', 'A share from 0 to 1 can be deducted.');
    }
    for (const below of onTopOf) {
      const other = before.get(below);
      if (!other) {
        fault('onTopOf', 'no_tax_below', `${code} is levied on ${below}, which does not stand before it.`);
      } else if (other.isReverseCharge && !tax.isReverseCharge) {
        const message = `${code} is paid to the seller, and ${below} is not: the one cannot be levied on the other.`;
        fault('onTopOf', 'levied_on_reverse_charge', message);
      }
    }
    if (tax.kind === 'vat' && [...before.values()].some(({ kind }) => kind === 'vat')) {
      fault('code', 'second_vat', 'A line has one VAT rate.');
    }
    const ofCategory = categoryFault(tax, direction);
    if (ofCategory) fault(ofCategory.field, ofCategory.code, ofCategory.message);
    before.set(code, tax);
  });
  return faults;
}
