import { sum, parseDecimal } from '#kernel/decimal.js';
import { oneLineOrNull } from '../reading/file-text.js';
import { amountText } from '../reading/read-values.js';
import { emptyTransaction, type ReadDetail, type ReadLine, type ReadTransaction } from '../reading/read-statement.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import type { XmlElement } from '../reading/xml-element.js';
import { camtAmount, camtSigned } from './camt-amount.js';
import { camtDay } from './camt-dates.js';
import { readCharges, readTransaction, transactionCode } from './camt-transaction.js';

/** One `Ntry`: undefined where it is not booked, or with a fault where it cannot be a line. */
export function readEntry(entry: XmlElement, findings: StatementFindings): ReadLine | undefined {
  const status = entry.text('Sts', 'Cd') ?? entry.text('Sts', 'Prtry') ?? entry.text('Sts');
  if (status !== undefined && status !== 'BOOK') return undefined;
  const read = camtAmount(entry.at('Amt'), findings);
  const indicator = entry.text('CdtDbtInd');
  const booked = camtDay(entry.at('BookgDt'), findings);
  const valuedOn = camtDay(entry.at('ValDt'), findings);
  const bookedOn = booked ?? valuedOn;
  if (indicator !== 'CRDT' && indicator !== 'DBIT') {
    findings.fault(entry.line, 'side_missing', 'The entry does not say whether it is a credit or a debit (CdtDbtInd).');
  }
  if (!read && !entry.at('Amt').isThere) findings.fault(entry.line, 'amount_missing', 'The entry has no amount.');
  if (!entry.at('BookgDt').isThere && !entry.at('ValDt').isThere)
    findings.fault(entry.line, 'date_missing', 'The entry has no booking date.');
  if (!read || !bookedOn) return undefined;

  const { currency } = read;
  const amount = amountText(camtSigned(read.amount, indicator), currency);
  const isReversal = entry.text('RvslInd') === 'true' || entry.text('RvslInd') === '1';
  const facts = { currency, indicator, isReversal };
  const transactions = entry.all('NtryDtls').flatMap((details) => details.all('TxDtls'));
  const details = transactions.map((one) => readTransaction(one, facts, findings));
  const [only] = details.length === 1 ? details : [];
  requireSum(entry, amount, details, findings);
  return {
    ...(only ? transactionOf(only) : emptyTransaction),
    remittance: only?.remittance ?? oneLineOrNull(entry.text('AddtlNtryInf'), 2000),
    charges: [...readCharges(entry, findings), ...(only?.charges ?? [])],
    place: entry.line,
    bookedOn,
    valuedOn,
    amount,
    currency,
    bankReference:
      oneLineOrNull(entry.text('AcctSvcrRef'), 200) ?? only?.bankReference ?? oneLineOrNull(entry.text('NtryRef'), 200),
    transactionCode: transactionCode(entry) ?? (transactions[0] ? transactionCode(transactions[0]) : null),
    isReversal,
    details: only ? [] : details,
  };
}

function transactionOf(detail: ReadDetail): ReadTransaction {
  const { endToEndReference, mandateReference, creditorReference, remittance, counterparty, original, charges } =
    detail;
  return { endToEndReference, mandateReference, creditorReference, remittance, counterparty, original, charges };
}

/** A batch is the sum of its transactions; where a bank says otherwise, that is told, and the entry counts. */
function requireSum(entry: XmlElement, amount: string, details: ReadDetail[], findings: StatementFindings): void {
  const amounts = details.flatMap((one) => (one.amount === null ? [] : [parseDecimal(one.amount)!]));
  if (amounts.length !== details.length || details.length < 2) return;
  const total = sum(amounts);
  if (total.eq(parseDecimal(amount)!)) return;
  const message = `The transactions of the entry sum to ${total.toFixed()}, and the entry is ${amount}.`;
  findings.remark(entry.line, 'details_differ', message);
}
