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
  Several,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { codeRule, refRule } from '#platform/http/fields/text-rules.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';
import { entryKinds } from '../journal/journal-entries.dto.js';
import { type ClosingEntries, closingEntriesChoices } from './account-figures.js';
import { MOST_ON_PAGE } from '#platform/listing/page-cursor.js';
import { PagedRangeQuery, ReportPageView } from './page.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';

const codeForm = {
  pattern: '^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$',
  words: 'letters and digits, with . _ - between them',
};

class LedgerRangeQuery extends PagedRangeQuery {
  @Choice(closingEntriesChoices, {
    name: 'ClosingEntries',
    optional: true,
    example: 'included',
    description:
      'Whether entries of kind `closing` from the start of the fiscal year on count; `included` where left out. Those of earlier years always do.',
  })
  closingEntries?: ClosingEntries;
}

export class GeneralLedgerQuery extends LedgerRangeQuery {
  @Several(codeRule({ max: 20, ...codeForm }), {
    optional: true,
    max: 100,
    example: ['1930', '1940'],
    description: 'Only these accounts; a group stands for all accounts below it. Separated by commas.',
  })
  accountCode?: string[];

  @Several(refRule, { optional: true, max: 100, example: [exampleId], description: 'The same by their ids.' })
  accountId?: string[];
}

export class AccountStatementQuery extends LedgerRangeQuery {
  @Code(20, { ...codeForm, optional: true, example: '1930', description: 'The account. This or `accountId`.' })
  accountCode?: string;

  @Ref({ optional: true, example: exampleId, description: 'The account. This or `accountCode`.' })
  accountId?: string;
}

export class LedgerLineView {
  @Ref({ example: exampleId, description: 'The entry; read it with `getJournalEntry`.' })
  entryId: string;

  @Text(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 17, description: 'Number of the entry in its journal and fiscal year.' })
  number: number;

  @Count(1, 5001, { example: 1 })
  lineNumber: number;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Choice(entryKinds, { name: 'JournalEntryKind', example: 'regular' })
  kind: EntryKind;

  @Text(500, { example: 'Office rent', description: 'Text of the line, that of the entry where it has none.' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117' })
  reference: string | null;

  @Values(codeRule({ max: 20, ...codeForm }), {
    nullable: true,
    max: 20,
    example: ['3000'],
    description: 'Accounts on the other side of the entry; null for entries of more than twenty lines.',
  })
  counterAccountCodes: string[] | null;

  @Money({ example: '250.00' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;

  @Money({ example: '1250.00', description: 'Balance of the account after the line, debit positive.' })
  balance: string;

  @CurrencyCode({ example: 'USD', description: 'Currency of the transaction.' })
  transactionCurrency: string;

  @Money({ example: '275.00', description: 'The amount in `transactionCurrency`, debit positive.' })
  transactionAmount: string;
}

export class LedgerAccountView {
  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Text(200, { example: 'Bank account' })
  accountName: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'asset' })
  accountType: AccountType;

  @Money({
    example: '1000.00',
    description:
      'Balance before `from` with the opening entries of the fiscal year, as in the trial balance; debit positive.',
  })
  opening: string;

  @Money({ example: '250.00', description: 'Sum of debits of the whole range, closing entries left out.' })
  debit: string;

  @Money({ example: '0.00', description: 'Sum of credits of the same entries.' })
  credit: string;

  @Money({ example: '0.00', description: 'Sum of debits of closing entries in the range; zero where excluded.' })
  closingEntriesDebit: string;

  @Money({ example: '0.00', description: 'Sum of credits of closing entries in the range; zero where excluded.' })
  closingEntriesCredit: string;

  @Money({ example: '1250.00', description: 'Opening, debit less credit, and the same of closing entries.' })
  closing: string;

  @Money({ example: '1000.00', description: 'Balance before the first line of this page; `opening` on the first.' })
  broughtForward: string;

  @List(() => LedgerLineView, {
    max: MOST_ON_PAGE,
    description: 'By date, in the order of posting. Opening entries of the fiscal year are in `opening`.',
  })
  lines: LedgerLineView[];
}

class LedgerHead extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @OnDate({ example: '2026-01-01', description: 'Start of the fiscal year that holds `from`.' })
  fiscalYearStartsOn: string;
}

export class GeneralLedgerView extends LedgerHead {
  @List(() => LedgerAccountView, {
    max: 100_000,
    description: 'Accounts with a figure, by code. One whose lines fill the page goes on with the next.',
  })
  accounts: LedgerAccountView[];

  @Nested(() => ReportPageView)
  page: ReportPageView;
}

export class AccountStatementView extends LedgerHead {
  @Nested(() => LedgerAccountView)
  account: LedgerAccountView;

  @Nested(() => ReportPageView)
  page: ReportPageView;
}
