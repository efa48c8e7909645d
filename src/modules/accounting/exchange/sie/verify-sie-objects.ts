import { Decimal } from '#kernel/decimal.js';
import { isBalanceSheetType } from '../../chart/account-type.js';
import { yearOf } from './plan-sie-year.js';
import { amountText } from './sie-findings.js';
import type { SiePlanning } from './sie-import-plan.js';
import { objectsText, SieObjectSums } from './sie-objects.js';

const zero = new Decimal(0);

/**
 * Compares #OIB 0 with books that have the year before, object by object; income and expense accounts start at zero. A
 * balance that the books have and the file leaves out is remarked, where the file has balances by object at all: files
 * leave out those of objects that they do not declare.
 */
export function verifyObjectOpenings(planning: SiePlanning): void {
  const { figures, books, findings, file } = planning;
  if (figures.objectOpenings.length === 0) return;
  const inBooks = new Map<string, Decimal>();
  for (const { accountCode, dimension, object, amount } of books.objectBalancesBefore ?? []) {
    if (isCarried(accountCode, planning)) inBooks.set(keyOf(accountCode, dimension, object), amount);
  }
  for (const { account, objects, amount, line } of figures.objectOpenings) {
    const [only] = objects;
    if (objects.length > 1) {
      const message = `#OIB 0 of account ${account} is of ${objectsText(objects)} together, which the books do not keep; it is not compared.`;
      findings.remark(line, 'object_opening_not_compared', message);
      continue;
    }
    const key = keyOf(account, only!.dimension, only!.object);
    const known = inBooks.get(key) ?? zero;
    inBooks.delete(key);
    if (amount.equals(known)) continue;
    const [opening, closing] = [amount, known].map((one) => amountText(one, file.currency));
    const message = `Account ${account} opens with ${opening} for ${objectsText(objects)} in the file, but the books close the year before with ${closing}.`;
    findings.fault(line, 'opening_differs_from_books', message);
  }
  const left = [...inBooks.values()].filter((amount) => !amount.isZero()).length;
  if (left === 0) return;
  const message = `The books have ${left} balances by object that the file has no #OIB for; they go on in the books.`;
  findings.remark(yearOf(file).line, 'object_opening_left_out', message);
}

/** Balances by object may overlap, which entries cannot show; then what they open with would not be what the file says. */
export function requireSeparateObjects({ figures, findings }: SiePlanning): void {
  const sums = new SieObjectSums();
  for (const opening of figures.objectOpenings) sums.add(opening);
  for (const { account, objects, line } of figures.objectOpenings) {
    if (sums.partsOf(account, objects).length === 1) continue;
    const message = `#OIB 0 of account ${account} and ${objectsText(objects)} overlaps another one, of this and further objects.`;
    findings.fault(line, 'object_openings_overlap', message);
  }
}

function isCarried(code: string, { accounts, books }: SiePlanning): boolean {
  const type = books.accounts.get(code)?.type ?? accounts.get(code)?.type;
  return type === undefined || isBalanceSheetType(type);
}

const keyOf = (account: string, dimension: string, object: string) => JSON.stringify([account, dimension, object]);
