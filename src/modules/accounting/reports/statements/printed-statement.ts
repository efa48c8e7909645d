import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { Letter, LetterParagraph, LetterRow, LetterSection, LetterSum } from '#platform/exports/letter.js';
import type { ItemControl } from '../../open-items/open-items.dto.js';
import { printedSeller } from '../../receivables/documents/printed-parties.js';
import type { PrintedParty } from '../../receivables/documents/sales-document.js';
import { vatIdOf } from '../../receivables/electronic/compose-electronic.js';
import {
  type DocumentLanguage,
  type DocumentWording,
  wordingOf,
} from '../../receivables/printing/document-language.js';
import { filled } from '../../receivables/printing/document-texts.js';
import { letterheadOf, payIntoText } from '../../receivables/printing/letterhead.js';
import type {
  PartyLedgerLineView,
  PartyLedgerSectionView,
  PartyLedgerView,
  PartyOpenItemView,
} from '../party-ledger.dto.js';
import { type AgeSum, statementAges } from './statement-ages.js';
import { type StatementTexts, statementTexts } from './statement-texts.js';

/** Who writes a statement to whom, and on which day. */
export interface StatementSides {
  seller: LegalEntityFact;
  recipient: PrintedParty;
  writtenOn: CalendarDate;
}

export interface Statement extends StatementSides {
  ledger: PartyLedgerView;
}

/** How a statement says things. */
interface Saying {
  wording: DocumentWording;
  said: StatementTexts;
}

/** A statement of account on paper, in the language that is asked for, else in that of the party, else in English. Pure. */
export function printedStatement(statement: Statement, language: DocumentLanguage | undefined): Letter {
  const { ledger, seller, recipient } = statement;
  const wording = wordingOf(language, recipient.language);
  const saying = { wording, said: statementTexts[wording.language] };
  const { said } = saying;
  const sections = ledger.sections.flatMap((section) => sectionsOf(section, ledger, saying));
  return {
    ...letterheadOf(printedSeller(seller, ledger.currency), recipient, wording),
    title: said.title,
    facts: factsOf(statement, saying),
    opening: [sections.length > 0 ? said.signs : said.nothing],
    sections,
    closing: [...paymentOf(statement, saying), { lines: [said.agreement] }],
    createdAt: ledger.generatedAt,
  };
}

function factsOf({ ledger, recipient, writtenOn }: Statement, { wording, said }: Saying): Letter['facts'] {
  const { facts } = said;
  const period = filled(said.period, { from: wording.shortDay(ledger.from), to: wording.shortDay(ledger.to) });
  const taxId = vatIdOf(recipient);
  return [
    [facts.writtenOn, wording.day(writtenOn)],
    [facts.period, period],
    [facts.partyNumber[ledger.control], ledger.partyNumber],
    ...(taxId === undefined ? [] : [[facts.taxId, taxId] as const]),
  ];
}

/** The account in one currency, and what is open of it. */
function sectionsOf(section: PartyLedgerSectionView, ledger: PartyLedgerView, saying: Saying): LetterSection[] {
  const { openItems } = section;
  const total = totalOf(section, saying);
  if (openItems.length === 0) return [{ ...movementsOf(section, ledger, saying), sums: [total] }];
  return [
    { ...movementsOf(section, ledger, saying), sums: [] },
    { ...openOf(section, ledger, saying), sums: [...ageSums(section, ledger, saying), total] },
  ];
}

function movementsOf(
  { currency, opening, debit, credit, closing, lines }: PartyLedgerSectionView,
  { from, to, control }: PartyLedgerView,
  { wording, said }: Saying,
): Omit<LetterSection, 'sums'> {
  const { columns } = said;
  const { shortDay, number } = wording;
  // What rates alone change is no concern of the other side.
  const shown = lines.filter((line) => !isZero(line.debit) || !isZero(line.credit));
  return {
    heading: filled(said.movements, { currency }),
    table: {
      columns: [
        { heading: columns.day, share: 1.5, align: 'left' },
        { heading: columns.document, share: 4, align: 'left' },
        { heading: columns.debit, share: 1.5, align: 'right' },
        { heading: columns.credit, share: 1.5, align: 'right' },
        { heading: `${columns.balance} (${currency})`, share: 1.7, align: 'right' },
      ],
      rows: [
        { cells: [shortDay(from), said.opening, '', '', number(opening)], isSum: true },
        ...shown.map((line) => lineRow(line, control, { wording, said })),
        {
          cells: [shortDay(to), said.closing, onSide(debit, wording), onSide(credit, wording), number(closing)],
          isSum: true,
        },
      ],
    },
  };
}

function lineRow(line: PartyLedgerLineView, control: ItemControl, saying: Saying): LetterRow {
  const { wording, said } = saying;
  const { what, notes } = namedLine(line, saying);
  const { entryDate, debit, credit, balance, dueOn } = line;
  // What is paid or credited falls due for nobody.
  const isCharge = !isZero(control === 'receivable' ? debit : credit);
  const due = isCharge && dueOn !== null ? [filled(said.due, { day: wording.shortDay(dueOn) })] : [];
  return {
    cells: [
      wording.shortDay(entryDate),
      what,
      onSide(debit, wording),
      onSide(credit, wording),
      wording.number(balance),
    ],
    notes: [...notes, ...due],
  };
}

const onSide = (amount: string, { number }: DocumentWording) => (isZero(amount) ? '' : number(amount));

function openOf(
  { currency, openItems }: PartyLedgerSectionView,
  { to }: PartyLedgerView,
  saying: Saying,
): Omit<LetterSection, 'sums'> {
  const { said, wording } = saying;
  const { columns } = said;
  const { shortDay, number } = wording;
  return {
    heading: filled(said.open, { currency, day: wording.day(to) }),
    table: {
      columns: [
        { heading: columns.day, share: 1.5, align: 'left' },
        { heading: columns.document, share: 3, align: 'left' },
        { heading: columns.dueOn, share: 1.5, align: 'left' },
        { heading: columns.daysOverdue, share: 1, align: 'right' },
        { heading: columns.amount, share: 1.5, align: 'right' },
        { heading: `${columns.open} (${currency})`, share: 1.7, align: 'right' },
      ],
      rows: openItems.map((item): LetterRow => {
        const { what, notes } = namedLine(item, saying);
        const due = item.dueOn === null ? '\u2013' : shortDay(item.dueOn);
        const days = item.daysOverdue === 0 ? '' : number(String(item.daysOverdue));
        return {
          cells: [shortDay(item.entryDate), what, due, days, number(item.amount), number(item.openAmount)],
          notes,
        };
      }),
    },
  };
}

/**
 * Documents are named in the language of the letter; what has none, or one that is known inside alone, in the words in which
 * it was posted.
 */
function namedLine(line: PartyLedgerLineView | PartyOpenItemView, { said }: Saying): { what: string; notes: string[] } {
  const { document, reference, description } = line;
  const kind = document && said.documents[document.type];
  const named = kind ? [kind, document.number].filter(Boolean).join(' ') : description;
  const isReversal = kind !== undefined && 'reversalOf' in line && line.reversalOf !== null;
  const isNew = reference !== null && reference !== document?.number;
  return {
    what: isReversal ? filled(said.reversal, { what: named }) : named,
    notes: isNew ? [filled(said.reference, { reference })] : [],
  };
}

function ageSums(
  { openItems, closing }: PartyLedgerSectionView,
  { control }: PartyLedgerView,
  saying: Saying,
): LetterSum[] {
  const digits = closing.split('.', 2)[1]?.length ?? 0;
  return statementAges(openItems, control).map(({ age, amount }) => ({
    label: ageText(age, saying),
    value: saying.wording.number(amount.toFixed(digits)),
  }));
}

function ageText(age: AgeSum['age'], { said: { ages } }: Saying): string {
  if (typeof age === 'string') return ages[age];
  const { fromDays, toDays } = age;
  if (toDays === null) return filled(ages.over, { to: String(fromDays - 1) });
  return filled(ages.between, { from: String(fromDays), to: String(toDays) });
}

/** In whose favour the account closes, and by how much. */
function totalOf({ closing, currency }: PartyLedgerSectionView, { wording, said }: Saying): LetterSum {
  return {
    label: said.total[sideOf(closing)],
    value: wording.money(closing.replace(/^-/, ''), currency),
    isTotal: true,
  };
}

/** Where to pay what is owed; each currency may have an account of its own. */
function paymentOf({ ledger, seller }: Statement, { wording, said }: Saying): LetterParagraph[] {
  if (ledger.control === 'payable') return [];
  const owed = ledger.sections.filter(({ closing }) => isOwedToUs(closing));
  const ways = owed.flatMap(({ currency }) =>
    payIntoText(printedSeller(seller, currency), wording).map((text) => ({ currency, text })),
  );
  if (ways.length === 0) return [];
  const texts = [...new Set(ways.map(({ text }) => text))];
  const lines = texts.length === 1 ? texts : ways.map(({ currency, text }) => `${currency}: ${text}`);
  const quoted = filled(wording.texts.reference, { number: ledger.partyNumber });
  return [{ heading: said.payment, lines: [...lines, quoted] }];
}

function sideOf(closing: string): keyof StatementTexts['total'] {
  if (isZero(closing)) return 'settled';
  return isOwedToUs(closing) ? 'ours' : 'yours';
}

const isZero = (amount: string) => new Decimal(amount).isZero();
const isOwedToUs = (amount: string) => new Decimal(amount).greaterThan(0);
