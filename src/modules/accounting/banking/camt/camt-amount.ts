import type { Decimal } from '#kernel/decimal.js';
import { amountOf, currencyOf } from '../reading/read-values.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import type { XmlElement } from '../reading/xml-element.js';

export interface CamtAmount {
  amount: Decimal;
  currency: string;
}

/** An `Amt` with its currency; undefined where there is none, or with a fault. */
export function camtAmount(element: XmlElement, findings: StatementFindings): CamtAmount | undefined {
  const text = element.text();
  if (text === undefined) return undefined;
  const amount = amountOf(plain(text), element.line, findings);
  const currency = currencyOf(element.attribute('Ccy') ?? '', element.line, findings);
  return amount && currency !== undefined ? { amount, currency } : undefined;
}

/** The sign of a `CdtDbtInd`: what comes in is positive. */
export function camtSigned(amount: Decimal, indicator: string | undefined): Decimal {
  return indicator === 'DBIT' ? amount.negated() : amount;
}

/** XML Schema has more ways to write a number than there are numbers. */
const plain = (text: string) =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
