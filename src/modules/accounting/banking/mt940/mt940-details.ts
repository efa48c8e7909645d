import { oneLineOrNull } from '../reading/file-text.js';
import { findCreditorReference, isIban } from '../reading/creditor-reference.js';
import { emptyTransaction, type ReadTransaction } from '../reading/read-statement.js';
import { joinLines } from './mt940-fields.js';

/** What `:86:` tells of a line, with the code of the bank where it has one. */
export interface Mt940Details {
  transaction: ReadTransaction;
  code: string | null;
}

/** Code of three digits, then fields that a sign and two digits begin, as German and Polish banks have them. */
const structured = /^\s*(\d{3})([^\sA-Za-z0-9])(?=\d{2})/;
/** Names of parts in slashes, as Dutch banks have them. */
const slashed =
  /\/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|CNTP|ORDP|BENM|ID|ADDR|ISDT|PREF|RTRN|RTYP|TRCD|PURP|ULTC|ULTD|ULTB|SVCL|OCMT|CHGS|EXCH|BUSP|UDTR|UCRD|NRTX|ACCW|KREF|INIT|SUBJ)\//g;
/** Keys of SEPA within the text of German banks. */
const sepaKeys = /(?:\b|(?<=\s))(?:(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP)\+|(MTLG):)/g;
const bicForm = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** Reads `:86:` in the ways that banks write it; whatever it is, its text is kept. */
export function readDetails(lines: readonly string[]): Mt940Details {
  const text = joinLines(lines, '');
  const [, code, sign] = structured.exec(text) ?? [];
  if (code !== undefined) return { transaction: readSubfields(text, sign!), code };
  if (/^\s*\/[A-Z]{2,4}\//.test(text) && [...text.matchAll(slashed)].length > 0) {
    return { transaction: readSlashed(text), code: null };
  }
  return { transaction: plainText(joinLines(lines, ' ')), code: null };
}

function plainText(text: string): ReadTransaction {
  return {
    ...emptyTransaction,
    remittance: oneLineOrNull(text, 2000),
    creditorReference: findCreditorReference(text),
  };
}

function readSubfields(text: string, sign: string): ReadTransaction {
  const fields = new Map<number, string>();
  for (const part of text.split(sign).slice(1)) {
    const [, number, content = ''] = /^(\d{2})(.*)$/s.exec(part) ?? [];
    // A sign without a number stands in the text itself.
    const last = [...fields.keys()].at(-1);
    if (number !== undefined) fields.set(Number(number), content);
    else if (last !== undefined) fields.set(last, `${fields.get(last)}${sign}${part}`);
  }
  const told = (from: number, to: number) =>
    [...fields].filter(([number]) => number >= from && number <= to).map(([, content]) => content);
  const keyed = readSepaKeys(joinSubfields([...told(20, 29), ...told(60, 63)]));
  const account = (fields.get(31) ?? '').replaceAll(' ', '');
  const iban = [fields.get(38)?.replaceAll(' ', ''), account, keyed.IBAN].find((one) => one && isIban(one)) ?? null;
  const bic = [fields.get(30)?.trim(), keyed.BIC].find((one) => one && bicForm.test(one)) ?? null;
  const remittance = oneLineOrNull([keyed.text, keyed.SVWZ, keyed.MTLG].filter(Boolean).join(' '), 2000);
  const name = told(32, 33).join('');
  return {
    ...emptyTransaction,
    endToEndReference: provided(keyed.EREF),
    mandateReference: provided(keyed.MREF),
    remittance: remittance ?? oneLineOrNull(fields.get(0), 2000),
    creditorReference: findCreditorReference(remittance ?? ''),
    counterparty: {
      name: oneLineOrNull(name, 200) ?? oneLineOrNull(keyed.ABWA ?? keyed.ABWE, 200),
      iban,
      number: account !== '' && account !== iban ? account.slice(0, 50) : null,
      bic,
    },
  };
}

/** Fields of 27 characters are cut within words; shorter ones end with a word. */
function joinSubfields(parts: readonly string[]): string {
  return parts.reduce((text, part, index) => {
    if (index === 0) return part;
    return `${text}${parts[index - 1]!.length >= 27 ? '' : ' '}${part}`;
  }, '');
}

function readSepaKeys(text: string): Record<string, string | undefined> {
  const keys = [...text.matchAll(sepaKeys)];
  const values: Record<string, string | undefined> = { text: text.slice(0, keys[0]?.index ?? text.length).trim() };
  keys.forEach((match, index) => {
    const value = text.slice(match.index + match[0].length, keys[index + 1]?.index ?? text.length).trim();
    values[match[1] ?? match[2]!] ??= value;
  });
  return values;
}

function readSlashed(text: string): ReadTransaction {
  const keys = [...text.matchAll(slashed)];
  const values = new Map<string, string>();
  keys.forEach((match, index) => {
    const value = text.slice(match.index + match[0].length, keys[index + 1]?.index ?? text.length);
    if (!values.has(match[1]!)) values.set(match[1]!, value.replace(/^\/+|\/+$/g, '').trim());
  });
  const [account = '', bank = '', party = ''] = (values.get('CNTP') ?? '').split('/');
  const [, structuredReference] = /^STRD\/[A-Z]*\/(.+)$/.exec(values.get('REMI') ?? '') ?? [];
  const remittance = (values.get('REMI') ?? '').replace(/^USTD\/+/, '');
  const iban = values.get('IBAN') || account;
  const name = values.get('NAME') || party;
  return {
    ...emptyTransaction,
    endToEndReference: provided(values.get('EREF')),
    mandateReference: provided(values.get('MARF')),
    creditorReference: oneLineOrNull(structuredReference, 100) ?? findCreditorReference(remittance),
    remittance: structuredReference === undefined ? oneLineOrNull(remittance || text, 2000) : null,
    counterparty: {
      name: oneLineOrNull(name, 200),
      iban: isIban(iban) ? iban : null,
      number: iban !== '' && !isIban(iban) ? iban.slice(0, 50) : null,
      bic: [values.get('BIC'), bank].find((one) => one && bicForm.test(one)) ?? null,
    },
  };
}

function provided(text: string | undefined): string | null {
  const told = oneLineOrNull(text, 100);
  return told === null || /^(?:NOT ?PROVIDED|NONREF)$/i.test(told) ? null : told;
}
