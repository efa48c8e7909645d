import { Decimal } from '#kernel/decimal.js';
import type { LineTaxFields } from '../journal/entry-taxes.dto.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import type { JournalLineView } from '../journal/journal-lines.dto.js';
import type { DraftLineView } from './journal-entry-drafts.dto.js';
import type { DraftContent } from './journal-entry-drafts.repository.js';
import { emptyContent, emptyLine } from './draft-content.js';

/**
 * The draft of an entry like the one that is posted: its journal, kind, accounts, amounts, currencies and values of
 * dimensions. What belongs to the one entry stays behind: its document and external id, its reason for a closed period,
 * its rates, which are those of its date, and the lines that rounding added.
 */
export function copyOfEntry(entry: JournalEntryView, entryDate: string, description?: string): DraftContent {
  return {
    ...emptyContent,
    journalCode: entry.journalCode,
    entryDate,
    kind: entry.kind,
    description: description ?? entry.description,
    lines: entry.lines.filter(wasAskedFor).map((line) => ({ ...copyOfLine(line), taxes: taxOf(line, entry) })),
  };
}

/** Lines without an amount in their currency adjust the functional one alone, and follow from the others anew. */
const wasAskedFor = ({ isRounding, debit, credit }: JournalLineView) =>
  !isRounding && !(new Decimal(debit).isZero() && new Decimal(credit).isZero());

/**
 * What a line says that is a tax: of which code, and on what. What the buyer owes is reckoned of what was bought, which the
 * lines do not tell, and what waits for payment comes with a document: these lines are copied as they are.
 */
function taxOf({ lineNumber }: JournalLineView, { taxes }: JournalEntryView): LineTaxFields | null {
  const [tax, ...more] = taxes.filter((one) => one.lineNumber === lineNumber);
  if (!tax || more.length > 0 || tax.isDeferred) return null;
  const { direction, taxCode, base } = tax;
  if (taxes.some((one) => one.taxCode === taxCode && one.side !== tax.side)) return null;
  return { direction, taxCodes: [taxCode], amountIs: 'tax', base: base.replace('-', '') };
}

function copyOfLine(line: JournalLineView): DraftLineView {
  const isDebit = !new Decimal(line.debit).isZero();
  return {
    ...emptyLine,
    accountCode: line.accountCode,
    debit: isDebit ? line.debit : null,
    credit: isDebit ? null : line.credit,
    currency: line.currency,
    description: line.description,
    partyId: line.partyId,
    dimensions:
      line.dimensions.length === 0
        ? null
        : line.dimensions.map(({ dimensionCode, valueCode }) => ({ dimensionCode, valueCode })),
  };
}
