import { oneLineOrNull } from '../reading/file-text.js';
import { isIban } from '../reading/creditor-reference.js';
import { amountText, dayOf } from '../reading/read-values.js';
import {
  type BalanceType,
  emptyTransaction,
  type ReadAccount,
  type ReadBalance,
  type ReadCharge,
  type ReadLine,
  type ReadOriginalAmount,
  type ReadStatement,
} from '../reading/read-statement.js';
import { MOST_LINES, quoted, type StatementFindings } from '../reading/statement-findings.js';
import { readDetails } from './mt940-details.js';
import { joinLines, type Mt940Field, type Mt940Message, readMessages } from './mt940-fields.js';
import { bookingDay, fullYear, readBalance, swiftAmount } from './mt940-values.js';

const line61 = /^(\d{2})(\d{2})(\d{2})(\d{4})?(R?[CD])([A-Z])?(\d[\d.]*,\d*)([A-Z][A-Z0-9]{3})(.*)$/s;

const balances: Readonly<Record<string, BalanceType>> = {
  '60F': 'opening',
  '60M': 'opening',
  '62F': 'closing',
  '62M': 'closing',
  '64': 'closing_available',
  '65': 'forward_available',
};

/** Whether the text has fields of a statement of SWIFT. */
export const isMt940 = (text: string) => /^(?:\{.*\{4:)?:(?:20|25|60[FM]|61):/m.test(text);

/** Statements of SWIFT, MT940. Pure: all that is wrong is told with its line. */
export function readMt940(text: string, findings: StatementFindings): ReadStatement[] {
  return readMessages(text).map((message) => readMessage(message, findings));
}

function readMessage({ place, fields }: Mt940Message, findings: StatementFindings): ReadStatement {
  const field = (...tags: string[]) => fields.find(({ tag }) => tags.includes(tag));
  const first = (...tags: string[]) => field(...tags)?.lines[0];
  for (const [tags, what] of [
    [['25', '25P'], 'the account (:25:)'],
    [['60F', '60M'], 'the opening balance (:60F:)'],
    [['62F', '62M'], 'the closing balance (:62F:)'],
  ] as const) {
    if (!field(...tags)) findings.fault(place, 'field_missing', `The statement lacks ${what}.`);
  }
  const read = fields.flatMap((one): ReadBalance[] => {
    const type = Object.hasOwn(balances, one.tag) ? balances[one.tag]! : undefined;
    const stated = type && readBalance(one, type, findings);
    return stated ? [stated] : [];
  });
  const currency = read[0]?.currency ?? null;
  const entries = fields.filter(({ tag }) => tag === '61');
  if (entries.length > MOST_LINES) {
    findings.fault(place, 'too_many_lines', `A statement has at most ${MOST_LINES} lines; split the file.`);
  }
  const lines =
    entries.length > MOST_LINES
      ? []
      : fields.flatMap((one, index) =>
          one.tag === '61' ? (readLine(one, detailsAfter(fields, index), currency, findings) ?? []) : [],
        );
  return {
    kind: 'statement',
    place,
    reference: oneLineOrNull(first('20'), 100),
    number: oneLineOrNull(first('28C', '28'), 50),
    account: { ...readAccount(first('25', '25P') ?? ''), currency },
    from: null,
    to: null,
    balances: read,
    lines,
  };
}

/** The `:86:` that belongs to a line stands directly after it. */
const detailsAfter = (fields: readonly Mt940Field[], index: number) => {
  const next = fields[index + 1];
  return next?.tag === '86' ? next.lines : [];
};

/** An IBAN, or code of the bank and number of the account; some banks write the currency behind it. */
function readAccount(text: string): Omit<ReadAccount, 'currency'> {
  const plain = text.replaceAll(/[\s"]/g, '');
  const [, iban = plain] = /^([A-Z]{2}\d{2}[A-Z0-9]+?)[A-Z]{3}$/.exec(plain) ?? [];
  const found = [plain, iban].find(isIban);
  if (found) return { iban: found, number: null, bank: null };
  const slash = text.indexOf('/');
  return {
    iban: null,
    number: oneLineOrNull(text.slice(slash + 1), 50),
    bank: slash < 0 ? null : oneLineOrNull(text.slice(0, slash), 50),
  };
}

function readLine(
  { place, lines: [first = '', ...more] }: Mt940Field,
  details: readonly string[],
  currency: string | null,
  findings: StatementFindings,
): ReadLine | undefined {
  const [, year = '', month = '', day = '', entered, side = '', , digits = '', type = '', rest = ''] =
    line61.exec(first) ?? [];
  if (year === '') {
    findings.fault(place, 'broken_line', `:61: has to be a day, a side, an amount and a type, not ${quoted(first)}.`);
    return undefined;
  }
  const valuedOn = dayOf(first.slice(0, 6), [fullYear(year), month, day], place, findings);
  const bookedOn = valuedOn && (entered ? bookingDay(entered, valuedOn, place, findings) : valuedOn);
  const amount = swiftAmount(digits, place, findings);
  if (!valuedOn || !bookedOn || !amount) return undefined;

  const [owner = '', bank = ''] = rest.split('//');
  const { transaction, code } =
    details.length > 0 ? readDetails(details) : { transaction: emptyTransaction, code: null };
  const supplement = readSupplement(joinLines(more, ' '), place, findings);
  const isOut = side === 'D' || side === 'RC';
  return {
    ...transaction,
    ...supplement,
    remittance: transaction.remittance ?? oneLineOrNull([reference(owner), ...more].join(' '), 2000),
    place,
    bookedOn,
    valuedOn,
    amount: amountText(isOut ? amount.negated() : amount, currency),
    currency,
    bankReference: reference(bank),
    transactionCode: code === null ? type : `${type}/${code}`,
    isReversal: side.startsWith('R'),
    details: [],
  };
}

/** What was paid in another currency, and what the bank charged, where the line tells. */
function readSupplement(
  text: string,
  place: number,
  findings: StatementFindings,
): { original: ReadOriginalAmount | null; charges: ReadCharge[] } {
  const read = (key: string) => {
    const [, currency, digits] = new RegExp(`/${key}/([A-Z]{3})(\\d+,?\\d*)`).exec(text) ?? [];
    const amount = digits === undefined ? undefined : swiftAmount(digits, place, findings);
    return amount ? { amount: amountText(amount, currency!), currency: currency! } : undefined;
  };
  const [original, charge] = [read('OCMT'), read('CHGS')];
  return { original: original ? { ...original, rate: null } : null, charges: charge ? [charge] : [] };
}

function reference(text: string): string | null {
  const told = oneLineOrNull(text, 200);
  return told === null || /^(?:NONREF|KREF\+|EREF\+|STARTDISP)$/i.test(told) ? null : told;
}
