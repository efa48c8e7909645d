import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCreditorReference, isIban } from '../reading/creditor-reference.js';
import { oneLineOrNull } from '../reading/file-text.js';
import { amountOf, amountText, currencyOf, dayOf } from '../reading/read-values.js';
import {
  type BalanceType,
  emptyTransaction,
  noCounterparty,
  type ReadAccount,
  type ReadBalance,
  type ReadLine,
  type ReadStatement,
} from '../reading/read-statement.js';
import { MOST_LINES, quoted, type StatementFindings } from '../reading/statement-findings.js';
import { readXml, type XmlElement } from '../reading/xml-element.js';
import { readSgml } from './ofx-sgml.js';

const xmlHeader = /<\?OFX\s/i;

/** Whether the text is a file of Open Financial Exchange. */
export const isOfx = (text: string) => /^\s*OFXHEADER\s*:/i.test(text) || /<\?OFX\s|<OFX>/i.test(text.slice(0, 10_000));

/** Statements of OFX 1 (SGML) and 2 (XML), of accounts and of credit cards. Pure: all that is wrong is told with its line. */
export function readOfx(text: string, findings: StatementFindings): ReadStatement[] {
  const root = xmlHeader.test(text.slice(0, 10_000)) ? readXml(text, 'OFX', findings) : readSgml(text, findings);
  if (!root) return [];
  const responses = [
    ...root
      .at('BANKMSGSRSV1')
      .all('STMTTRNRS')
      .flatMap((one) => one.all('STMTRS')),
    ...root
      .at('CREDITCARDMSGSRSV1')
      .all('CCSTMTTRNRS')
      .flatMap((one) => one.all('CCSTMTRS')),
  ];
  if (responses.length === 0) findings.fault(root.line, 'no_statements', 'The file has no statement.');
  return responses.map((one) => readResponse(one, findings));
}

function readResponse(response: XmlElement, findings: StatementFindings): ReadStatement {
  const currency = currencyOf(response.text('CURDEF') ?? '', response.line, findings) ?? null;
  const list = response.at('BANKTRANLIST');
  const entries = list.all('STMTTRN');
  if (entries.length > MOST_LINES) {
    findings.fault(list.line, 'too_many_lines', `A statement has at most ${MOST_LINES} lines; split the file.`);
  }
  return {
    kind: 'statement',
    place: response.line,
    reference: null,
    number: null,
    account: readAccount(response, currency),
    from: ofxDay(list, 'DTSTART', findings),
    to: ofxDay(list, 'DTEND', findings),
    balances: [
      ...readBalance(response.at('LEDGERBAL'), 'closing', currency, findings),
      ...readBalance(response.at('AVAILBAL'), 'closing_available', currency, findings),
    ],
    lines: entries.length > MOST_LINES ? [] : entries.flatMap((one) => readLine(one, currency, findings) ?? []),
  };
}

function readAccount(response: XmlElement, currency: string | null): ReadAccount {
  const from = response.at('BANKACCTFROM').isThere ? response.at('BANKACCTFROM') : response.at('CCACCTFROM');
  const text = oneLineOrNull(from.text('ACCTID'), 50);
  const plain = (text ?? '').replaceAll(' ', '').toUpperCase();
  const bank = oneLineOrNull(from.text('BANKID'), 50);
  return isIban(plain) ? { iban: plain, number: null, bank, currency } : { iban: null, number: text, bank, currency };
}

function readBalance(
  balance: XmlElement,
  type: BalanceType,
  currency: string | null,
  findings: StatementFindings,
): ReadBalance[] {
  const text = balance.text('BALAMT');
  const amount = text === undefined ? undefined : amountOf(plainNumber(text), balance.line, findings);
  if (!amount) return [];
  return [{ type, amount: amountText(amount, currency), currency, date: ofxDay(balance, 'DTASOF', findings) }];
}

function readLine(entry: XmlElement, currency: string | null, findings: StatementFindings): ReadLine | undefined {
  const missing = ['TRNAMT', 'DTPOSTED', 'FITID'].find((name) => entry.text(name) === undefined);
  if (missing !== undefined) {
    findings.fault(entry.line, 'field_missing', `The transaction has no ${missing}.`);
    return undefined;
  }
  if (entry.at('CURRENCY').isThere && entry.text('CURRENCY', 'CURSYM') !== currency) {
    findings.fault(entry.line, 'foreign_amount', 'The amount is in another currency than the account (CURRENCY).');
  }
  const amount = amountOf(plainNumber(entry.text('TRNAMT')!), entry.line, findings);
  const bookedOn = ofxDay(entry, 'DTPOSTED', findings);
  if (!amount || !bookedOn) return undefined;
  const name = oneLineOrNull(entry.text('NAME') ?? entry.text('PAYEE', 'NAME'), 200);
  const memo = oneLineOrNull(entry.text('MEMO'), 2000);
  const to = oneLineOrNull(entry.text('BANKACCTTO', 'ACCTID') ?? entry.text('CCACCTTO', 'ACCTID'), 50);
  const iban = to?.replaceAll(' ', '').toUpperCase() ?? '';
  return {
    ...emptyTransaction,
    place: entry.line,
    bookedOn,
    valuedOn: ofxDay(entry, 'DTAVAIL', findings),
    amount: amountText(amount, currency),
    currency,
    bankReference: oneLineOrNull(entry.text('FITID'), 200),
    transactionCode: oneLineOrNull(entry.text('TRNTYPE'), 50),
    isReversal: false,
    remittance: memo,
    creditorReference: findCreditorReference(memo ?? ''),
    counterparty: { ...noCounterparty, name, ...(isIban(iban) ? { iban } : { number: to }) },
    details: [],
  };
}

/** `20260131120000.000[-5:EST]`: the day as the bank has it. */
function ofxDay(element: XmlElement, name: string, findings: StatementFindings): CalendarDate | null {
  const text = element.text(name);
  if (text === undefined) return null;
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  if (year === '') {
    findings.fault(element.line, 'invalid_date', `${name} has to be a day as YYYYMMDD, not ${quoted(text)}.`);
    return null;
  }
  return dayOf(text, [year, month, day], element.at(name).line, findings) ?? null;
}

/** Numbers have a point or a comma before their decimals, and may have a plus. */
const plainNumber = (text: string) =>
  text
    .trim()
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(',', '.')
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
