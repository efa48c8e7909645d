import { Decimal } from '#kernel/decimal.js';
import type { ThresholdRule, Withholding, WithholdingBase } from '../calculation/tax-document.js';

/** What a withholding code asks for on a day, and what the year of a customer has come to before. */
export interface WithholdingTerms {
  codeId: string;
  code: string;
  name: string;
  rateId: string;
  rate: Decimal;
  base: WithholdingBase;
  baseShare: Decimal;
  threshold: Decimal | null;
  thresholdRule: ThresholdRule | null;
  yearStartsOn: string;
  cumulativeBase: Decimal;
  cumulativeTaxable: Decimal;
}

/** A code with its terms on a day as the database gives them; without a rate where it has none on that day. */
export interface WithholdingTermsRow {
  codeId: string;
  code: string;
  name: string;
  status: 'active' | 'inactive';
  yearStartsOn: string;
  rateId: string | null;
  rate: string | null;
  base: WithholdingBase | null;
  baseShare: string | null;
  threshold: string | null;
  thresholdRule: ThresholdRule | null;
  cumulativeBase: string | null;
  cumulativeTaxable: string | null;
}

/** The terms of a code, or why documents of the day cannot name it. Pure. */
export function withholdingTerms(
  code: string,
  row: WithholdingTermsRow | undefined,
  on: string,
): { terms: WithholdingTerms; fault?: undefined } | { terms?: undefined; fault: { code: string; message: string } } {
  const fault = (faultCode: string, message: string) => ({ fault: { code: faultCode, message } });
  if (!row) return fault('unknown_withholding_code', `The legal entity has no withholding code ${code}.`);
  if (row.status !== 'active') return fault('withholding_code_inactive', `The code ${code} is inactive.`);
  if (row.rateId === null) {
    return fault('withholding_rate_missing', `The code ${code} has no rate on ${on}; add one.`);
  }
  const { codeId, name, yearStartsOn, rateId, threshold, thresholdRule } = row;
  return {
    terms: {
      codeId,
      code,
      name,
      rateId,
      rate: new Decimal(row.rate!),
      base: row.base!,
      baseShare: new Decimal(row.baseShare!),
      threshold: threshold === null ? null : new Decimal(threshold),
      thresholdRule,
      yearStartsOn,
      cumulativeBase: new Decimal(row.cumulativeBase ?? 0),
      cumulativeTaxable: new Decimal(row.cumulativeTaxable ?? 0),
    },
  };
}

/** As documents are calculated by them. */
export function withholdingBy(terms: WithholdingTerms): Withholding {
  const { code, rate, base, baseShare, threshold, thresholdRule, cumulativeBase, cumulativeTaxable } = terms;
  return {
    code,
    rate,
    base,
    baseShare,
    threshold: threshold ?? undefined,
    thresholdRule: thresholdRule ?? undefined,
    cumulativeBase,
    cumulativeTaxable,
  };
}
