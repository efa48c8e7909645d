import { amountText } from '../reading/read-values.js';
import { oneLineOrNull } from '../reading/file-text.js';
import type { ReadCharge, ReadCounterparty, ReadDetail, ReadOriginalAmount } from '../reading/read-statement.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import type { XmlElement } from '../reading/xml-element.js';
import { camtAmount, type CamtAmount, camtSigned } from './camt-amount.js';

/** What of the entry its transactions need. */
export interface CamtEntryFacts {
  currency: string;
  indicator: string | undefined;
  isReversal: boolean;
}

/** One `TxDtls` of an entry. */
export function readTransaction(tx: XmlElement, entry: CamtEntryFacts, findings: StatementFindings): ReadDetail {
  const indicator = tx.text('CdtDbtInd') ?? entry.indicator;
  const stated = [tx.at('Amt'), tx.at('AmtDtls', 'TxAmt', 'Amt'), tx.at('AmtDtls', 'InstdAmt', 'Amt')].flatMap(
    (element) => camtAmount(element, findings) ?? [],
  );
  const own = stated.find(({ currency }) => currency === entry.currency);
  return {
    amount: own ? amountText(camtSigned(own.amount, indicator), own.currency) : null,
    bankReference: oneLineOrNull(tx.text('Refs', 'AcctSvcrRef'), 200),
    endToEndReference: providedOrNull(tx.text('Refs', 'EndToEndId')),
    mandateReference: providedOrNull(tx.text('Refs', 'MndtId')),
    ...readRemittance(tx),
    counterparty: readCounterparty(tx, { ...entry, indicator }),
    original: readOriginal(tx, stated, entry.currency, findings),
    charges: readCharges(tx, findings),
  };
}

/** `Chrgs` in the shape of all versions; what the bank has given back is negative. */
export function readCharges(element: XmlElement, findings: StatementFindings): ReadCharge[] {
  const charges = element.all('Chrgs');
  const records = charges.flatMap((one) => (one.at('Rcrd').isThere ? one.all('Rcrd') : [one]));
  return records.flatMap((record) => {
    const read = camtAmount(record.at('Amt'), findings);
    if (!read || read.amount.isZero()) return [];
    const { amount, currency } = read;
    return [
      { amount: amountText(record.text('CdtDbtInd') === 'CRDT' ? amount.negated() : amount, currency), currency },
    ];
  });
}

/** `PMNT/RCDT/ESCT`, or the bank's own code. */
export function transactionCode(element: XmlElement): string | null {
  const code = element.at('BkTxCd');
  const domain = [
    code.text('Domn', 'Cd'),
    code.text('Domn', 'Fmly', 'Cd'),
    code.text('Domn', 'Fmly', 'SubFmlyCd'),
  ].filter((part) => part !== undefined);
  return oneLineOrNull(domain.length > 0 ? domain.join('/') : code.text('Prtry', 'Cd'), 50);
}

function readRemittance(tx: XmlElement): Pick<ReadDetail, 'creditorReference' | 'remittance'> {
  const information = tx.at('RmtInf');
  const structured = information.all('Strd');
  const references = structured.flatMap((one) => one.text('CdtrRefInf', 'Ref') ?? []);
  const texts = [...information.all('Ustrd'), ...structured.flatMap((one) => one.all('AddtlRmtInf'))];
  const told = texts.flatMap((one) => one.text() ?? []).join(' ');
  return {
    creditorReference: oneLineOrNull(references[0], 100),
    remittance: oneLineOrNull(told, 2000) ?? oneLineOrNull(tx.text('AddtlTxInf'), 2000),
  };
}

/** Who stands at the other end: of what comes in the debtor, of what goes out the creditor, and the reverse when it is taken back. */
function readCounterparty(tx: XmlElement, { indicator, isReversal }: CamtEntryFacts): ReadCounterparty {
  const side = (indicator === 'DBIT') === isReversal ? 'Dbtr' : 'Cdtr';
  const parties = tx.at('RltdPties');
  const agent = tx.at('RltdAgts', `${side}Agt`, 'FinInstnId');
  const nameOf = (name: string) => parties.text(name, 'Pty', 'Nm') ?? parties.text(name, 'Nm');
  const account = parties.at(`${side}Acct`, 'Id');
  return {
    name: oneLineOrNull(nameOf(side) ?? nameOf(`Ultmt${side}`), 200),
    iban: oneLineOrNull(account.text('IBAN'), 34),
    number: oneLineOrNull(account.text('Othr', 'Id'), 50),
    bic: oneLineOrNull(agent.text('BICFI') ?? agent.text('BIC'), 11),
  };
}

function readOriginal(
  tx: XmlElement,
  stated: readonly CamtAmount[],
  own: string,
  findings: StatementFindings,
): ReadOriginalAmount | null {
  const instructed = camtAmount(tx.at('AmtDtls', 'InstdAmt', 'Amt'), findings);
  const other = [...(instructed ? [instructed] : []), ...stated].find(
    ({ amount, currency }) => currency !== own && !amount.isZero(),
  );
  if (!other) return null;
  const amounts = ['InstdAmt', 'TxAmt', 'CntrValAmt', 'AnncdPstngAmt'];
  const rates = amounts.map((name) => tx.text('AmtDtls', name, 'CcyXchg', 'XchgRate'));
  const rate = rates.find((one) => one !== undefined && /^\d{1,9}(?:\.\d{1,12})?$/.test(one)) ?? null;
  return { amount: amountText(other.amount, other.currency), currency: other.currency, rate };
}

/** Senders that have no reference write that they have none. */
function providedOrNull(text: string | undefined): string | null {
  const told = oneLineOrNull(text, 100);
  return told === null || /^NOT ?PROVIDED$/i.test(told) ? null : told;
}
