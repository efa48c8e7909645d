import { Choice, Code, CurrencyCode, Flag, List, Text, Value } from '#platform/http/fields/fields.js';
import { type AccountType, accountTypes } from '../../chart/account-type.js';
import { type DecimalSeparator, decimalSeparators } from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../file-text-rule.js';
import { ImportedJournalFields } from '../journal-import.dto.js';

export class PlainTextAccount {
  @Text(500, { example: 'expenses:office supplies', description: 'The account as the file names it, whole.' })
  name: string;

  @Code(20, {
    optional: true,
    example: '5410',
    pattern: '^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$',
    words: 'letters and digits, with . _ - between them',
    description:
      'The account in the books. With `createMissing` it may be new, and be left out for the next free code.',
  })
  code?: string;

  @Choice(accountTypes, {
    name: 'AccountType',
    optional: true,
    example: 'expense',
    description: 'Of a new account; wins over what the file says.',
  })
  type?: AccountType;
}

export class PlainTextSymbol {
  @Text(20, { example: '$', description: 'As amounts of the file have it.' })
  symbol: string;

  @CurrencyCode({ example: 'USD' })
  currency: string;
}

export class ImportPlainTextJournal extends ImportedJournalFields {
  @Value(fileTextRule, {
    example: '2026-01-31 * Office supplies\n  expenses:office  £100.00\n  assets:cash\n',
    description: 'The journal as text.',
  })
  file: string;

  @Choice(decimalSeparators, {
    name: 'DecimalSeparator',
    example: 'point',
    description: 'Of all amounts, until a directive `decimal-mark` of the file; never guessed.',
  })
  decimalSeparator: DecimalSeparator;

  @List(() => PlainTextAccount, {
    optional: true,
    max: 5000,
    description:
      'Accounts by name. Those that are not here have a tag `code` in their `account` directive, or are new.',
  })
  accounts?: PlainTextAccount[];

  @List(() => PlainTextSymbol, {
    optional: true,
    max: 200,
    description: 'Currencies by symbol, beside the codes of ISO 4217, `€` (EUR) and `£` (GBP).',
  })
  symbols?: PlainTextSymbol[];

  @CurrencyCode({ optional: true, example: 'EUR', description: 'Of amounts without a commodity.' })
  currency?: string;

  @Text(20, {
    optional: true,
    example: 'GENERAL',
    description: 'Journal of entries without a tag `journal` of one that the books have; `GENERAL` where left out.',
  })
  journalCode?: string;

  @Flag({
    optional: true,
    example: true,
    description:
      'Add accounts, dimensions and values that the books lack. The type of an account is that of the request, of its tag `type`, or of the account at its top: assets, liabilities, equity, income or revenues, expenses.',
  })
  createMissing?: boolean;

  @Flag({
    optional: true,
    example: false,
    description:
      'Leave out entries with a commodity that is no currency, and name them in the report, instead of refusing.',
  })
  skipOtherCommodities?: boolean;
}
