import type { DocumentLanguage } from '../../receivables/printing/document-language.js';

/** What a statement of account says in one language; words in braces are filled in. */
export interface StatementTexts {
  title: string;
  facts: Record<'writtenOn' | 'period' | 'taxId', string> & {
    partyNumber: Record<'receivable' | 'payable', string>;
  };
  period: string;
  signs: string;
  nothing: string;
  movements: string;
  open: string;
  columns: Record<
    'day' | 'document' | 'dueOn' | 'debit' | 'credit' | 'balance' | 'daysOverdue' | 'amount' | 'open',
    string
  >;
  opening: string;
  closing: string;
  due: string;
  reference: string;
  documents: Readonly<Record<string, string>>;
  reversal: string;
  ages: Record<'notDue' | 'between' | 'over' | 'withoutDueDate' | 'credits', string>;
  total: Record<'ours' | 'yours' | 'settled', string>;
  payment: string;
  agreement: string;
}

const en: StatementTexts = {
  title: 'Statement of account',
  facts: {
    writtenOn: 'Date',
    period: 'Period',
    partyNumber: { receivable: 'Customer number', payable: 'Vendor number' },
    taxId: 'Your VAT number',
  },
  period: '{from} to {to}',
  signs: 'A balance above zero is in our favour, one below zero in yours.',
  nothing: 'Nothing was charged or paid in this period, and nothing is open.',
  movements: 'Account in {currency}',
  open: 'Open at the end of {day}, in {currency}',
  columns: {
    day: 'Date',
    document: 'Document',
    dueOn: 'Due on',
    debit: 'Debit',
    credit: 'Credit',
    balance: 'Balance',
    daysOverdue: 'Days overdue',
    amount: 'Amount',
    open: 'Open',
  },
  opening: 'Opening balance',
  closing: 'Closing balance',
  due: 'due on {day}',
  reference: 'Reference {reference}',
  documents: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    receipt: 'Payment received',
    refund: 'Refund',
    write_off: 'Write-off',
    deposit_application: 'Deposit applied',
    dunning_letter: 'Reminder charges',
  },
  reversal: 'Reversal: {what}',
  ages: {
    notDue: 'Not due yet',
    between: '{from} to {to} days overdue',
    over: 'More than {to} days overdue',
    withoutDueDate: 'Without due date',
    credits: 'Payments and credits not yet applied',
  },
  total: { ours: 'Balance in our favour', yours: 'Balance in your favour', settled: 'Balance' },
  payment: 'Payment',
  agreement: 'Please compare this statement with your books, and tell us where they differ.',
};

const de: StatementTexts = {
  title: 'Kontoauszug',
  facts: {
    writtenOn: 'Datum',
    period: 'Zeitraum',
    partyNumber: { receivable: 'Kundennummer', payable: 'Lieferantennummer' },
    taxId: 'Ihre USt-IdNr.',
  },
  period: '{from} bis {to}',
  signs: 'Ein Saldo über null besteht zu unseren Gunsten, einer unter null zu Ihren Gunsten.',
  nothing: 'In diesem Zeitraum wurde nichts berechnet oder gezahlt, und nichts ist offen.',
  movements: 'Konto in {currency}',
  open: 'Offen am Ende des {day}, in {currency}',
  columns: {
    day: 'Datum',
    document: 'Beleg',
    dueOn: 'Fällig am',
    debit: 'Soll',
    credit: 'Haben',
    balance: 'Saldo',
    daysOverdue: 'Tage überfällig',
    amount: 'Betrag',
    open: 'Offen',
  },
  opening: 'Anfangssaldo',
  closing: 'Endsaldo',
  due: 'fällig am {day}',
  reference: 'Referenz {reference}',
  documents: {
    invoice: 'Rechnung',
    credit_note: 'Rechnungskorrektur',
    receipt: 'Zahlungseingang',
    refund: 'Rückzahlung',
    write_off: 'Ausbuchung',
    deposit_application: 'Verrechnete Anzahlung',
    dunning_letter: 'Mahnkosten',
  },
  reversal: 'Storno: {what}',
  ages: {
    notDue: 'Noch nicht fällig',
    between: '{from} bis {to} Tage überfällig',
    over: 'Mehr als {to} Tage überfällig',
    withoutDueDate: 'Ohne Fälligkeit',
    credits: 'Noch nicht verrechnete Zahlungen und Gutschriften',
  },
  total: { ours: 'Saldo zu unseren Gunsten', yours: 'Saldo zu Ihren Gunsten', settled: 'Saldo' },
  payment: 'Zahlung',
  agreement: 'Bitte vergleichen Sie diesen Auszug mit Ihren Büchern und teilen Sie uns Abweichungen mit.',
};

export const statementTexts: Readonly<Record<DocumentLanguage, StatementTexts>> = { en, de };
