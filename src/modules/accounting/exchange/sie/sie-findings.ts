import { findCurrency } from '#kernel/currency.js';
import { scaleOf, type Decimal } from '#kernel/decimal.js';

/** Most findings of one severity that are kept; a broken file has one cause more often than a thousand. */
const maxFindings = 100;

/** What is wrong with a file or worth knowing about it, and where. */
export interface SieFinding {
  /** Line of the file, counted from 1; absent where a request option alone is meant. */
  line?: number;
  /** Name of the request option that is meant. */
  option?: string;
  /** Stable, lower_snake. */
  code: string;
  /** One sentence for a person, with the amounts and accounts concerned. */
  message: string;
}

/** Where a finding points: a line of the file, an option of the request, or an option that a line contradicts. */
export type SiePlace = number | { option: string; line?: number };

/**
 * Collects everything that is found, so that a sender mends a file once. Faults refuse the file, remarks travel with it.
 * Past `maxFindings` they are only counted.
 */
export class SieFindings {
  readonly faults: SieFinding[] = [];
  readonly remarks: SieFinding[] = [];
  /** Faults found beyond those kept. */
  faultsLeftOff = 0;
  /** Remarks found beyond those kept. */
  remarksLeftOff = 0;

  get refused(): boolean {
    return this.faults.length > 0;
  }

  fault(place: SiePlace, code: string, message: string): void {
    if (this.faults.length < maxFindings) this.faults.push(finding(place, code, message));
    else this.faultsLeftOff++;
  }

  remark(place: SiePlace, code: string, message: string): void {
    if (this.remarks.length < maxFindings) this.remarks.push(finding(place, code, message));
    else this.remarksLeftOff++;
  }
}

function finding(place: SiePlace, code: string, message: string): SieFinding {
  return typeof place === 'number' ? { line: place, code, message } : { ...place, code, message };
}

/** Text of a file as it may be shown in a message: quoted, and cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** An amount as it is shown in a message: with the decimals of the currency, and with all of its own if it has more. */
export function amountText(amount: Decimal, currency: string): string {
  const decimals = findCurrency(currency)?.minorUnits ?? 0;
  return amount.toFixed(Math.max(decimals, scaleOf(amount)));
}
