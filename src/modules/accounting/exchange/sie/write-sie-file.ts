import type { Decimal } from '#kernel/decimal.js';
import { requireCurrency } from '#kernel/currency.js';
import type { AccountType } from '../../chart/account-type.js';
import type { JournalEntryView } from '../../journal/journal-entries.dto.js';
import { dimensionNumbers } from './sie-dimension-numbers.js';
import { quotedField } from './sie-text-field.js';
import { balancesOfYear, type SieBooks, type SieYearBalance, type SieYearBooks } from './sie-year-books.js';

/** Of this writer, which the format wants beside the name of the program. */
const EXPORT_VERSION = '1.0';

/** SIE has a letter for liabilities and equity together. */
const typeLetters: Readonly<Record<AccountType, string>> = {
  asset: 'T',
  liability: 'S',
  equity: 'S',
  income: 'I',
  expense: 'K',
};

const isAccountNumber = (code: string) => /^[0-9]{1,12}$/.test(code);
const compact = (date: string) => date.replaceAll('-', '');

/** Writes the records of a SIE file of type 4 (SIE 4B), lines as text. */
export class SieFileWriter {
  private readonly numbers: ReadonlyMap<string, string>;
  private readonly types: ReadonlyMap<string, AccountType>;

  constructor(private readonly books: SieBooks) {
    this.numbers = dimensionNumbers(books.dimensions);
    this.types = new Map(books.accounts.map(({ code, type }) => [code, type]));
  }

  /** Everything before the vouchers. */
  head(): string[] {
    const { companyName, currency, writtenOn, accounts, current, previous } = this.books;
    const numbered = accounts.filter(({ code }) => isAccountNumber(code));
    return [
      '#FLAGGA 0',
      `#PROGRAM "Bureau" "${EXPORT_VERSION}"`,
      '#FORMAT PC8',
      `#GEN ${compact(writtenOn)}`,
      '#SIETYP 4',
      `#FNAMN ${quotedField(companyName)}`,
      ...this.years().map(([index, { year }]) => `#RAR ${index} ${compact(year.startsOn)} ${compact(year.endsOn)}`),
      `#VALUTA ${currency}`,
      ...numbered.flatMap(({ code, name, type }) => [
        `#KONTO ${code} ${quotedField(name)}`,
        `#KTYP ${code} ${typeLetters[type]}`,
      ]),
      ...this.dimensions(),
      ...this.balances(current, 0),
      ...(previous ? this.balances(previous, -1) : []),
    ];
  }

  voucher({ journalCode, number, entryDate, description, postedAt, lines }: JournalEntryView): string[] {
    const registered = compact(postedAt.slice(0, 10));
    return [
      `#VER ${quotedField(journalCode)} "${number}" ${compact(entryDate)} ${quotedField(description)} ${registered}`,
      '{',
      ...lines.map((line) => {
        const amount = line.functionalDebit.replace(/^[0.]+$/, '') || `-${line.functionalCredit}`;
        const objects = line.dimensions.map(({ dimensionCode, valueCode }) => this.object(dimensionCode, valueCode));
        const text = line.description === null ? '' : ` ${compact(entryDate)} ${quotedField(line.description)}`;
        return `#TRANS ${line.accountCode} {${objects.join(' ')}} ${amount}${text}`;
      }),
      '}',
    ];
  }

  private years(): [number, SieYearBooks][] {
    const { current, previous } = this.books;
    return previous
      ? [
          [0, current],
          [-1, previous],
        ]
      : [[0, current]];
  }

  private dimensions(): string[] {
    return this.books.dimensions.flatMap(({ code, name, values }) => [
      `#DIM ${this.numbers.get(code)} ${quotedField(name)}`,
      ...values.map((value) => `#OBJEKT ${this.object(code, value.code)} ${quotedField(value.name)}`),
    ]);
  }

  /** By object only of accounts that are carried: SIE has no others. */
  private balances(books: SieYearBooks, index: number): string[] {
    const balances = balancesOfYear(books, this.types);
    const ofAccounts = balances.filter(({ value }) => !value);
    const carried = ofAccounts.filter(({ isCarried }) => isCarried);
    const ofValues = balances.filter(({ value, isCarried }) => value && isCarried);
    const objectsOf = ({ value }: SieYearBalance) => ` {${this.object(value!.dimensionCode, value!.valueCode)}}`;
    const write = (label: string, of: SieYearBalance[], figure: 'opening' | 'closing', objects?: typeof objectsOf) =>
      of.map((one) => `${label} ${index} ${one.accountCode}${objects?.(one) ?? ''} ${this.amount(one[figure])}`);
    return [
      ...write('#IB', carried, 'opening'),
      ...write('#UB', carried, 'closing'),
      ...write('#OIB', ofValues, 'opening', objectsOf),
      ...write('#OUB', ofValues, 'closing', objectsOf),
      ...write(
        '#RES',
        ofAccounts.filter(({ isCarried }) => !isCarried),
        'closing',
      ),
    ];
  }

  private object(dimensionCode: string, valueCode: string): string {
    return `${this.numbers.get(dimensionCode)} ${quotedField(valueCode)}`;
  }

  private amount(amount: Decimal): string {
    return (amount.isZero() ? amount.abs() : amount).toFixed(requireCurrency(this.books.currency).minorUnits);
  }
}
