import { oneLineOrNull } from '../reading/file-text.js';
import { amountText } from '../reading/read-values.js';
import type { BalanceType, ReadAccount, ReadBalance, ReadStatement, StatementKind } from '../reading/read-statement.js';
import { MOST_LINES, type StatementFindings } from '../reading/statement-findings.js';
import { readXml, type XmlElement } from '../reading/xml-element.js';
import { camtAmount, camtSigned } from './camt-amount.js';
import { camtDay } from './camt-dates.js';
import { readEntry } from './camt-entry.js';

const namespace = /xmlns(?::[\w.-]+)?\s*=\s*["'][^"']*camt\.(05[234])\.001\.(\d{2})[^"']*["']/;

const messages: Readonly<Record<string, { root: string; record: string; kind: StatementKind }>> = {
  '052': { root: 'BkToCstmrAcctRpt', record: 'Rpt', kind: 'report' },
  '053': { root: 'BkToCstmrStmt', record: 'Stmt', kind: 'statement' },
  '054': { root: 'BkToCstmrDbtCdtNtfctn', record: 'Ntfctn', kind: 'notification' },
};

const balances: Readonly<Record<string, BalanceType>> = {
  OPBD: 'opening',
  PRCD: 'opening',
  CLBD: 'closing',
  ITBD: 'interim',
  OPAV: 'opening_available',
  CLAV: 'closing_available',
  FWAV: 'forward_available',
};

/** Whether the text is a message of ISO 20022 that tells of accounts. */
export const isCamt = (text: string) => namespace.test(text.slice(0, 10_000));

/**
 * Statements of ISO 20022: camt.053, and what announces them, camt.052 and camt.054, of every version from 001.02. Pure: all
 * that is wrong is told with its line.
 */
export function readCamt(text: string, findings: StatementFindings): ReadStatement[] {
  const [, message = ''] = namespace.exec(text.slice(0, 10_000)) ?? [];
  const form = messages[message];
  const document = readXml(text, 'Document', findings);
  if (!document) return [];
  const root = form && document.at(form.root);
  const records = root?.all(form!.record) ?? [];
  if (!root?.isThere || records.length === 0) {
    findings.fault(document.line, 'no_statements', `The message has no ${form?.record ?? 'statement'}.`);
    return [];
  }
  return records.map((record) => readRecord(record, form!.kind, findings));
}

function readRecord(record: XmlElement, kind: StatementKind, findings: StatementFindings): ReadStatement {
  const entries = record.all('Ntry');
  if (entries.length > MOST_LINES) {
    findings.fault(record.line, 'too_many_lines', `A statement has at most ${MOST_LINES} entries; split the file.`);
    return { ...headOf(record, kind, findings), balances: [], lines: [] };
  }
  const lines = entries.flatMap((entry) => readEntry(entry, findings) ?? []);
  const pending = entries.length - lines.length;
  if (pending > 0 && !findings.refused) {
    findings.remark(record.line, 'not_booked', `${pending} entries are not booked yet and are passed over.`);
  }
  return { ...headOf(record, kind, findings), balances: readBalances(record, findings), lines };
}

function headOf(record: XmlElement, kind: StatementKind, findings: StatementFindings) {
  const period = record.at('FrToDt');
  const number = record.text('ElctrncSeqNb') ?? record.text('LglSeqNb');
  const page =
    record.text('StmtPgntn', 'PgNb') ?? record.text('RptPgntn', 'PgNb') ?? record.text('NtfctnPgntn', 'PgNb');
  return {
    kind,
    place: record.line,
    reference: oneLineOrNull(record.text('Id'), 100),
    number: oneLineOrNull(number && page ? `${number}/${page}` : number, 50),
    account: readAccount(record.at('Acct')),
    from: camtDay(period.at('FrDtTm'), findings),
    to: camtDay(period.at('ToDtTm'), findings),
  };
}

function readAccount(account: XmlElement): ReadAccount {
  const bank = account.at('Svcr', 'FinInstnId');
  return {
    iban: oneLineOrNull(account.text('Id', 'IBAN'), 50),
    number: oneLineOrNull(account.text('Id', 'Othr', 'Id'), 50),
    bank: oneLineOrNull(bank.text('BICFI') ?? bank.text('BIC') ?? bank.text('ClrSysMmbId', 'MmbId'), 50),
    currency: oneLineOrNull(account.text('Ccy'), 3),
  };
}

/** A page of a statement begins and ends with interim balances where others have opening and closing ones. */
function readBalances(record: XmlElement, findings: StatementFindings): ReadBalance[] {
  const codeOf = (balance: XmlElement) => balance.text('Tp', 'CdOrPrtry', 'Cd') ?? '';
  const hasBookedOpening = record.all('Bal').some((balance) => codeOf(balance) === 'OPBD');
  const read = record.all('Bal').flatMap((balance): ReadBalance[] => {
    const stated = camtAmount(balance.at('Amt'), findings);
    if (!stated) return [];
    const code = codeOf(balance);
    if (code === 'PRCD' && hasBookedOpening) return [];
    const type = Object.hasOwn(balances, code) ? balances[code]! : 'other';
    const { amount, currency } = stated;
    const signed = amountText(camtSigned(amount, balance.text('CdtDbtInd')), currency);
    return [{ type, amount: signed, currency, date: camtDay(balance.at('Dt'), findings) }];
  });
  const interim = read.filter(({ type }) => type === 'interim');
  const has = (wanted: BalanceType) => read.some(({ type }) => type === wanted);
  const [hasOpening, hasClosing] = [has('opening'), has('closing')];
  if (!hasOpening && interim.length > (hasClosing ? 0 : 1)) interim[0]!.type = 'opening';
  const last = interim.at(-1);
  if (!hasClosing && last?.type === 'interim') last.type = 'closing';
  return read;
}
