import { sum } from '#kernel/decimal.js';
import { amountText } from './sie-findings.js';
import type { ObjectClosingProof, PlannedVoucher, SiePlanning } from './sie-import-plan.js';
import { objectsText, SieObjectSums } from './sie-objects.js';

/**
 * Proves that #OUB 0 is #OIB 0 and the vouchers, by account and object. Files leave out #OUB of objects that they do not
 * declare, so only those that are there are proved; a difference is a fault.
 */
export function proveObjectClosings(
  { figures, file, findings }: SiePlanning,
  vouchers: readonly PlannedVoucher[],
): ObjectClosingProof[] {
  const sums = new SieObjectSums();
  for (const opening of figures.objectOpenings) sums.add(opening);
  for (const { lines } of vouchers) {
    for (const { accountCode: account, objects, amount } of lines) sums.add({ account, objects, amount });
  }
  return figures.objectClosings.map(({ account, objects, amount: inFile, line }) => {
    const computed = sum(sums.partsOf(account, objects));
    if (!inFile.equals(computed)) {
      const [closing, follows] = [inFile, computed].map((one) => amountText(one, file.currency));
      const message = `Account ${account} closes with ${closing} for ${objectsText(objects)} by #OUB 0, but #OIB 0 and the vouchers give ${follows}.`;
      findings.fault(line, 'object_closing_differs', message);
    }
    return { accountCode: account, objects, inFile, computed };
  });
}
