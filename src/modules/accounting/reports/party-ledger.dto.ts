import { PickType } from '@nestjs/swagger';
import {
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { entryKinds } from '../journal/journal-entries.dto.js';
import { type ItemControl, itemControls } from '../open-items/open-items.dto.js';
import { exampleId, ReportHead, ReportQuery } from './report-head.dto.js';

/** Most lines of one statement; a longer range is asked for in parts. */
export const MOST_PARTY_LINES = 10_000;
const MOST_OPEN = 200_000;

export class PartyLedgerQuery extends PickType(ReportQuery, ['legalEntityId']) {
  @Ref({
    example: exampleId,
    description: 'The customer or vendor. One that was merged into another stands for the other.',
  })
  partyId: string;

  @OnDate({ example: '2026-01-01', description: 'First day.' })
  from: string;

  @OnDate({ example: '2026-03-31', description: 'Last day; what is open is what is open at its end.' })
  to: string;

  @Choice(itemControls, {
    name: 'OpenItemControl',
    optional: true,
    example: 'receivable',
    description: 'What the party owes (where left out), or what it is owed.',
  })
  control?: ItemControl;
}

export class LineDocumentView {
  @Text(40, { example: 'invoice', description: 'What kind of document posted the line, such as `receipt`.' })
  type: string;

  @Ref({ example: exampleId })
  id: string;

  @Text(60, {
    nullable: true,
    example: 'INV-2026-000017',
    description: 'Its number; null where documents of this kind have none.',
  })
  number: string | null;
}

export class PartyLedgerLineView {
  @Ref({ example: exampleId, description: 'The entry; read it with `getJournalEntry`.' })
  entryId: string;

  @Text(20, { example: 'SALES-INVOICES' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 17, description: 'Number of the entry in its journal and fiscal year.' })
  number: number;

  @Count(1, 5001, { example: 1 })
  lineNumber: number;

  @OnDate({ example: '2026-03-05' })
  entryDate: string;

  @Choice(entryKinds, { name: 'JournalEntryKind', example: 'regular' })
  kind: EntryKind;

  @Nested(() => LineDocumentView, { nullable: true, description: 'Null for what was posted by hand or imported.' })
  document: LineDocumentView | null;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that this one takes back.' })
  reversalOf: string | null;

  @Ref({ example: exampleId, description: 'Whom it was posted to: the party, or one that was merged into it.' })
  partyId: string;

  @Code(20, { example: '1100' })
  accountCode: string;

  @Text(500, {
    example: 'Invoice INV-2026-000017',
    description: 'Text of the line, that of the entry where it has none.',
  })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117' })
  reference: string | null;

  @OnDate({ nullable: true, example: '2026-04-04' })
  dueOn: string | null;

  @Money({ example: '1250.00', description: 'In the currency of the section.' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;

  @Money({ example: '1250.00', description: 'What the section comes to after the line.' })
  balance: string;

  @Money({ example: '1250.00', description: 'In the functional currency.' })
  functionalDebit: string;

  @Money({ example: '0.00' })
  functionalCredit: string;

  @Money({ example: '1250.00' })
  functionalBalance: string;
}

export class PartyOpenItemView {
  @Ref({ example: exampleId, description: 'The item; read it with `getOpenItem`.' })
  openItemId: string;

  @Ref({ example: exampleId })
  entryId: string;

  @OnDate({ example: '2026-03-05' })
  entryDate: string;

  @OnDate({ nullable: true, example: '2026-04-04', description: 'Null where nobody said.' })
  dueOn: string | null;

  @Count(0, 100_000, {
    example: 0,
    description:
      'Days by which it was overdue at the end of `to`; zero for what is not due and what settles nothing yet.',
  })
  daysOverdue: number;

  @Nested(() => LineDocumentView, { nullable: true })
  document: LineDocumentView | null;

  @Text(500, { example: 'Invoice INV-2026-000017' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117' })
  reference: string | null;

  @Money({ example: '1250.00', description: 'In the currency of the section, debit positive.' })
  amount: string;

  @Money({ example: '1250.00', description: 'What of it was not settled at the end of `to`.' })
  openAmount: string;

  @Money({ example: '1250.00', description: 'The same in the functional currency.' })
  functionalOpenAmount: string;
}

export class PartyLedgerSectionView {
  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '0.00', description: 'Balance before `from`, debit positive.' })
  opening: string;

  @Money({ example: '1250.00' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;

  @Money({ example: '1250.00', description: 'Balance at the end of `to`: the sum of what is open then.' })
  closing: string;

  @Money({ example: '0.00', description: '`opening` in the functional currency.' })
  functionalOpening: string;

  @Money({ example: '1250.00', description: '`closing` in the functional currency.' })
  functionalClosing: string;

  @List(() => PartyLedgerLineView, { max: MOST_PARTY_LINES, description: 'By date, in the order of posting.' })
  lines: PartyLedgerLineView[];

  @List(() => PartyOpenItemView, {
    max: MOST_OPEN,
    description: 'What was open at the end of `to`, by due date; what has none comes last.',
  })
  openItems: PartyOpenItemView[];
}

export class PartyLedgerView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-03-31' })
  to: string;

  @Choice(itemControls, { name: 'OpenItemControl', example: 'receivable' })
  control: ItemControl;

  @Ref({ example: exampleId })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Money({ example: '0.00', description: 'Balance before `from` in the functional currency, debit positive.' })
  opening: string;

  @Money({ example: '1250.00' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;

  @Money({ example: '1250.00', description: 'What the control accounts hold of the party at the end of `to`.' })
  closing: string;

  @List(() => PartyLedgerSectionView, { max: 200, description: 'A section for each currency, by its code.' })
  sections: PartyLedgerSectionView[];
}
