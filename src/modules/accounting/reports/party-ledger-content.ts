import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type {
  LineDocumentView,
  PartyLedgerLineView,
  PartyLedgerSectionView,
  PartyLedgerView,
  PartyOpenItemView,
} from './party-ledger.dto.js';
import { amountText, type ReportBooks } from './report-books.js';

/** What a party has in one currency before the range; debits positive. */
export interface PartyOpeningRow {
  currency: string;
  balance: string;
  functionalBalance: string;
}

interface DocumentRow {
  documentType: string | null;
  documentId: string | null;
  /** Empty where there is none. */
  documentNumber: string;
}

type Shown<View, Key extends keyof View> = Omit<View, 'document' | Key>;

export type PartyLineRow = Shown<PartyLedgerLineView, 'balance' | 'functionalBalance'> &
  DocumentRow & { currency: string };

export type PartyItemRow = Shown<PartyOpenItemView, never> & DocumentRow & { currency: string };

interface PartyFigures {
  openings: readonly PartyOpeningRow[];
  /** In the order of the statement. */
  lines: readonly PartyLineRow[];
  items: readonly PartyItemRow[];
}

type Books = Pick<ReportBooks, 'currency'>;

/** A section for each currency that anything is in, and what all of them come to in the functional currency. */
export function partyLedgerContent(
  { openings, lines, items }: PartyFigures,
  books: Books,
): Pick<PartyLedgerView, 'opening' | 'debit' | 'credit' | 'closing' | 'sections'> {
  const moved = openings.filter(
    (one) => ![one.balance, one.functionalBalance].every((text) => new Decimal(text).isZero()),
  );
  const currencies = [...new Set([...moved, ...lines, ...items].map(({ currency }) => currency))].toSorted();
  const sections = currencies.map((currency) => {
    const own = <Row extends { currency: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.currency === currency);
    return sectionOf(currency, { openings: own(openings), lines: own(lines), items: own(items) }, books);
  });
  const opening = sum(openings.map(({ functionalBalance }) => new Decimal(functionalBalance)));
  const [debit, credit] = [totalOf(lines, 'functionalDebit'), totalOf(lines, 'functionalCredit')];
  return {
    opening: amountText(opening, books),
    debit: amountText(debit, books),
    credit: amountText(credit, books),
    closing: amountText(opening.plus(debit).minus(credit), books),
    sections,
  };
}

function sectionOf(code: string, { openings, lines, items }: PartyFigures, books: Books): PartyLedgerSectionView {
  const own = { currency: requireCurrency(code) };
  const opening = new Decimal(openings[0]?.balance ?? zero);
  const functionalOpening = new Decimal(openings[0]?.functionalBalance ?? zero);
  let [balance, functionalBalance] = [opening, functionalOpening];
  const shown = lines.map(
    ({ currency: _currency, documentType, documentId, documentNumber, ...line }): PartyLedgerLineView => {
      balance = balance.plus(line.debit).minus(line.credit);
      functionalBalance = functionalBalance.plus(line.functionalDebit).minus(line.functionalCredit);
      return {
        ...line,
        document: documentOf({ documentType, documentId, documentNumber }),
        debit: amountText(new Decimal(line.debit), own),
        credit: amountText(new Decimal(line.credit), own),
        balance: amountText(balance, own),
        functionalDebit: amountText(new Decimal(line.functionalDebit), books),
        functionalCredit: amountText(new Decimal(line.functionalCredit), books),
        functionalBalance: amountText(functionalBalance, books),
      };
    },
  );
  return {
    currency: code,
    opening: amountText(opening, own),
    debit: amountText(totalOf(lines, 'debit'), own),
    credit: amountText(totalOf(lines, 'credit'), own),
    closing: amountText(balance, own),
    functionalOpening: amountText(functionalOpening, books),
    functionalClosing: amountText(functionalBalance, books),
    lines: shown,
    openItems: items.map(({ currency: _currency, documentType, documentId, documentNumber, ...item }) => ({
      ...item,
      document: documentOf({ documentType, documentId, documentNumber }),
      amount: amountText(new Decimal(item.amount), own),
      openAmount: amountText(new Decimal(item.openAmount), own),
      functionalOpenAmount: amountText(new Decimal(item.functionalOpenAmount), books),
    })),
  };
}

const totalOf = (lines: readonly PartyLineRow[], column: 'debit' | 'credit' | 'functionalDebit' | 'functionalCredit') =>
  sum(lines.map((line) => new Decimal(line[column])));

function documentOf({ documentType, documentId, documentNumber }: DocumentRow): LineDocumentView | null {
  if (documentType === null || documentId === null) return null;
  return { type: documentType, id: documentId, number: documentNumber || null };
}
