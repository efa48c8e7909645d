import { Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { TaxComponent } from './tax-component.js';
import { taxFaults } from './tax-faults.js';
import type { Adjustment, DocumentLine, TaxDocument, Withholding } from './tax-document.js';

/** Everything that the books can hold is below this. */
const TOO_LARGE = new Decimal('1e18');
const single = new Decimal(1);

type Fault = (pointer: string, code: string, message: string) => void;

/** All that makes a document one that cannot be calculated, with pointers into it; none where it can. */
export function documentFaults(document: TaxDocument): ProblemError[] {
  const faults: ProblemError[] = [];
  const fault: Fault = (pointer, code, message) => void faults.push({ pointer, code, message });
  const known = new Map<readonly TaxComponent[], ProblemError[]>();
  const taxes = (list: readonly TaxComponent[], pointer: string) => {
    const found = known.get(list) ?? taxFaults(list, document.direction);
    known.set(list, found);
    for (const one of found) fault(`${pointer}/taxes${one.pointer}`, one.code, one.message);
  };
  document.lines.forEach((line, index) => {
    checkLine(line, `/lines/${index}`, document, fault);
    taxes(line.taxes, `/lines/${index}`);
  });
  document.adjustments.forEach((adjustment, index) => {
    checkAdjustment(adjustment, `/adjustments/${index}`, document, fault);
    taxes(adjustment.taxes ?? [], `/adjustments/${index}`);
  });
  checkAmount(document.prepaid, '/prepaid', document, fault);
  checkCashRounding(document, fault);
  document.withholdings.forEach((one, index) => checkWithholding(one, `/withholdings/${index}`, fault));
  return faults;
}

function checkLine(line: DocumentLine, pointer: string, document: TaxDocument, fault: Fault): void {
  const { priceBaseQuantity } = line;
  if (priceBaseQuantity && !priceBaseQuantity.greaterThan(0)) {
    fault(`${pointer}/priceBaseQuantity`, 'not_positive', 'A price is for a quantity above zero.');
  } else if (isTooLarge(line)) {
    fault(`${pointer}/unitPrice`, 'amount_too_large', 'Quantity times price has more than 18 digits.');
  }
  line.adjustments.forEach((one, index) => checkAdjustment(one, `${pointer}/adjustments/${index}`, document, fault));
}

// Most are told by their exponents, without a product.
function isTooLarge({ quantity, unitPrice, priceBaseQuantity = single }: DocumentLine): boolean {
  if (quantity.e + unitPrice.e - priceBaseQuantity.e < 16) return false;
  return quantity.times(unitPrice).div(priceBaseQuantity).abs().greaterThanOrEqualTo(TOO_LARGE);
}

function checkAdjustment({ amount, rate }: Adjustment, pointer: string, document: TaxDocument, fault: Fault): void {
  if ((amount === undefined) === (rate === undefined)) {
    fault(pointer, 'amount_or_rate', 'An allowance or charge has either an amount or a rate.');
  } else if (amount) checkAmount(amount, `${pointer}/amount`, document, fault);
}

function checkAmount(amount: Decimal, pointer: string, { currency }: TaxDocument, fault: Fault): void {
  if (amount.abs().greaterThanOrEqualTo(TOO_LARGE)) {
    fault(pointer, 'amount_too_large', 'Amounts have at most 18 digits before the point.');
  } else if (scaleOf(amount) > currency.minorUnits) {
    fault(pointer, 'currency_scale', `${currency.code} amounts have at most ${currency.minorUnits} decimals.`);
  }
}

function checkCashRounding({ cashRounding, currency }: TaxDocument, fault: Fault): void {
  if (!cashRounding) return;
  if (!cashRounding.greaterThan(0) || scaleOf(cashRounding) > currency.minorUnits) {
    const message = `Amounts are rounded to a multiple of the smallest coin, in whole units of ${currency.code}.`;
    fault('/cashRounding', 'invalid_cash_rounding', message);
  }
}

function checkWithholding({ rate, baseShare, threshold }: Withholding, pointer: string, fault: Fault): void {
  if (rate.isNegative() || rate.greaterThan(1)) {
    fault(`${pointer}/rate`, 'invalid_rate', 'A share from 0 to 1 is withheld.');
  }
  if (baseShare && (!baseShare.greaterThan(0) || baseShare.greaterThan(1))) {
    fault(`${pointer}/baseShare`, 'invalid_share', 'A tax is of a part of its base above 0, 1 at most.');
  }
  if (threshold?.isNegative() && !threshold.isZero()) {
    fault(`${pointer}/threshold`, 'invalid_threshold', 'A threshold is zero or more.');
  }
}
