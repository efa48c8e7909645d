import { Decimal } from '#kernel/decimal.js';
import type { Letter, LetterSum } from '#platform/exports/letter.js';
import type { DocumentLanguage, DocumentWording } from '../../receivables/printing/document-language.js';
import { wordingOf } from '../../receivables/printing/document-language.js';
import { letterheadOf, payIntoText } from '../../receivables/printing/letterhead.js';
import type { DunningLetterView } from './dunning-letters.dto.js';

interface Labels {
  issuedOn: string;
  payBy: string;
  customer: string;
  columns: Record<'reference' | 'entryDate' | 'dueOn' | 'interest' | 'openAmount', string>;
  overdue: string;
  credits: string;
  fee: string;
  interest: string;
  total: string;
  payment: string;
  cancelled: string;
}

const labels: Readonly<Record<DocumentLanguage, Labels>> = {
  en: {
    issuedOn: 'Date',
    payBy: 'Payable by',
    customer: 'Customer number',
    columns: {
      reference: 'Document',
      entryDate: 'Date',
      dueOn: 'Due on',
      interest: 'Interest',
      openAmount: 'Open',
    },
    overdue: 'Overdue',
    credits: 'Less what you have in credit',
    fee: 'Reminder fee',
    interest: 'Interest on arrears',
    total: 'Amount due',
    payment: 'Payment',
    cancelled: 'CANCELLED',
  },
  de: {
    issuedOn: 'Datum',
    payBy: 'Zahlbar bis',
    customer: 'Kundennummer',
    columns: {
      reference: 'Beleg',
      entryDate: 'Datum',
      dueOn: 'Fällig am',
      interest: 'Zinsen',
      openAmount: 'Offen',
    },
    overdue: 'Überfällig',
    credits: 'Abzüglich Ihres Guthabens',
    fee: 'Mahngebühr',
    interest: 'Verzugszinsen',
    total: 'Zu zahlender Betrag',
    payment: 'Zahlung',
    cancelled: 'STORNIERT',
  },
};

/** A dunning letter on paper: its own words, and around them those of its language, English where there are none. Pure. */
export function printedLetter(letter: DunningLetterView): Letter {
  const wording = wordingOf(undefined, letter.language);
  const said = labels[wording.language];
  const { seller, recipient, issuedOn, payBy, partyNumber, introduction, conclusion } = letter;
  const payment = payIntoText(seller, wording);
  return {
    ...letterheadOf(seller, recipient, wording),
    language: letter.language,
    ...(letter.status === 'cancelled' && { mark: said.cancelled }),
    title: letter.subject,
    facts: [
      [said.issuedOn, wording.day(issuedOn)],
      [said.payBy, wording.day(payBy)],
      [said.customer, partyNumber],
    ],
    opening: introduction.split('\n'),
    sections: [{ table: tableOf(letter, said, wording), sums: sumsOf(letter, said, wording) }],
    closing: [
      { lines: conclusion.split('\n') },
      ...(payment.length > 0 ? [{ heading: said.payment, lines: payment }] : []),
    ],
    createdAt: letter.createdAt,
  };
}

function tableOf({ items, currency }: DunningLetterView, { columns }: Labels, { day, number }: DocumentWording) {
  return {
    columns: [
      { heading: columns.reference, share: 3, align: 'left' as const },
      { heading: columns.entryDate, share: 2, align: 'left' as const },
      { heading: columns.dueOn, share: 2, align: 'left' as const },
      { heading: `${columns.interest} (${currency})`, share: 1.5, align: 'right' as const },
      { heading: `${columns.openAmount} (${currency})`, share: 1.8, align: 'right' as const },
    ],
    rows: items.map(({ reference, entryDate, dueOn, interest, openAmount }) => ({
      cells: [reference ?? '\u2013', day(entryDate), day(dueOn), number(interest), number(openAmount)],
    })),
  };
}

function sumsOf(letter: DunningLetterView, said: Labels, { number, money }: DocumentWording): LetterSum[] {
  const isZero = (amount: string) => new Decimal(amount).isZero();
  const { overdueAmount, creditAmount, fee, interest, totalAmount, currency } = letter;
  const sum = (label: string, amount: string) => (isZero(amount) ? [] : [{ label, value: number(amount) }]);
  return [
    { label: said.overdue, value: number(overdueAmount) },
    ...sum(said.credits, new Decimal(creditAmount).negated().toFixed(decimalsOf(creditAmount))),
    ...sum(said.fee, fee),
    ...sum(said.interest, interest),
    { label: said.total, value: money(totalAmount, currency), isTotal: true },
  ];
}

const decimalsOf = (amount: string) => amount.split('.', 2)[1]?.length ?? 0;
