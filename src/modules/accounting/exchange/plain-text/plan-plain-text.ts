import { type Currency, findCurrency } from '#kernel/currency.js';
import { Decimal, parseDecimal } from '#kernel/decimal.js';
import type { EntryKind, PostingLine, PostingRequest } from '../../contract/ledger-posting.js';
import { oneLine } from '../one-line.js';
import { checkAssertions } from './check-assertions.js';
import { type CompletePosting, completePostings } from './complete-transaction.js';
import type { ImportPlainTextJournal } from './plain-text-import.dto.js';
import {
  type JournalAmount,
  type JournalFindings,
  type JournalTransaction,
  shownText,
  type Tags,
} from './plain-text-journal.js';

/** What a transaction becomes. */
export interface PlannedTransaction {
  request: Omit<PostingRequest, 'legalEntityId'>;
  key: string;
  lineNumber: number;
  lineNumbers: number[];
}

export interface SkippedTransaction {
  line: number;
  reason: 'other_commodity' | 'no_amounts';
  explanation: string;
}

export interface TransactionPlan {
  planned: PlannedTransaction[];
  skipped: SkippedTransaction[];
}

export interface PlainTextSurroundings {
  functionalCurrency: Currency;
  /** Codes of accounts by the names of the file. */
  codes: ReadonlyMap<string, string>;
  /** Codes of journals that the books have. */
  journals: ReadonlySet<string>;
  options: Pick<ImportPlainTextJournal, 'symbols' | 'currency' | 'journalCode' | 'skipOtherCommodities'>;
}

const RATE_SOURCE = 'plain-text journal';
const usualSymbols: readonly (readonly [string, string])[] = [
  ['€', 'EUR'],
  ['£', 'GBP'],
];

/** Turns transactions into entries; what is wrong with them is added to the findings, all of it. */
export function planTransactions(
  transactions: readonly JournalTransaction[],
  surroundings: PlainTextSurroundings,
  findings: JournalFindings,
): TransactionPlan {
  const planner = new TransactionPlanner(surroundings, findings);
  transactions.forEach((transaction, index) => planner.take(transaction, index + 1));
  return planner.finish();
}

class TransactionPlanner {
  private readonly plan: TransactionPlan = { planned: [], skipped: [] };
  private readonly complete: { date: string; postings: readonly CompletePosting[] }[] = [];
  private readonly symbols: ReadonlyMap<string, string>;

  constructor(
    private readonly surroundings: PlainTextSurroundings,
    private readonly findings: JournalFindings,
  ) {
    const { symbols = [], currency } = surroundings.options;
    this.symbols = new Map([
      ...usualSymbols,
      ...symbols.map(({ symbol, currency: code }) => [symbol, code] as const),
      ...(currency === undefined ? [] : [['', currency] as const]),
    ]);
  }

  take(transaction: JournalTransaction, position: number): void {
    const other = transaction.postings.find(({ amount, cost }) => this.isOther(amount) || this.isOther(cost));
    const postings = completePostings(transaction);
    if (Array.isArray(postings)) this.complete.push({ date: transaction.date, postings });
    if (other)
      return this.otherCommodity(other.line, this.isOther(other.amount) ? other.amount! : other.cost!, transaction);
    if (!Array.isArray(postings)) return void this.findings.faults.push(postings);
    const counting = postings.filter(({ amount }) => !amount.quantity.isZero());
    if (counting.length === 0) {
      const explanation = 'No posting has an amount other than zero.';
      this.plan.skipped.push({ line: transaction.line, reason: 'no_amounts', explanation });
      return;
    }
    const before = this.findings.faults.length;
    const lines = counting.flatMap((posting) => this.line(posting) ?? []);
    if (this.findings.faults.length > before) return;
    this.plan.planned.push({
      request: { ...this.headOf(transaction), lines },
      key: String(position),
      lineNumber: transaction.line,
      lineNumbers: counting.map(({ line }) => line),
    });
  }

  finish(): TransactionPlan {
    this.findings.faults.push(...checkAssertions(this.complete));
    return this.plan;
  }

  private isOther(amount: JournalAmount | undefined): boolean {
    return amount !== undefined && !this.currencyOf(amount);
  }

  private currencyOf({ commodity }: JournalAmount): Currency | undefined {
    return findCurrency(this.symbols.get(commodity) ?? commodity);
  }

  private otherCommodity(line: number, { commodity }: JournalAmount, transaction: JournalTransaction): void {
    const what =
      commodity === ''
        ? 'An amount has no commodity; say which currency that is (currency).'
        : `${shownText(commodity)} is no currency of ISO 4217; symbols say which currency a symbol is.`;
    if (this.surroundings.options.skipOtherCommodities && commodity !== '') {
      this.plan.skipped.push({ line: transaction.line, reason: 'other_commodity', explanation: what });
    } else
      this.findings.faults.push({
        line,
        code: commodity === '' ? 'commodity_missing' : 'other_commodity',
        message: what,
      });
  }

  private headOf({
    date,
    code,
    description,
    tags,
  }: JournalTransaction): Omit<PostingRequest, 'legalEntityId' | 'lines'> {
    const { journals, options } = this.surroundings;
    const journal = tags.get('journal');
    const isOurs = journal !== undefined && journals.has(journal);
    const reference = oneLine(tags.get('reference') ?? (journal === undefined ? code : ''), 100);
    const text = oneLine(tags.get('description') ?? description, 500) || oneLine(code, 500);
    return {
      entryDate: date,
      journalCode: isOurs ? journal : options.journalCode,
      kind: kindOf(tags),
      adjustment: tags.get('adjustment') === 'yes',
      description: text === '' ? 'Without description' : text,
      reference: reference === '' ? undefined : reference,
    };
  }

  private line(posting: CompletePosting): PostingLine | undefined {
    const { account, amount, tags } = posting;
    const currency = this.currencyOf(amount)!;
    const rate = this.rateOf(posting, currency);
    if (rate === undefined) return undefined;
    const text = oneLine(tags.get('text') ?? '', 500);
    const dimensions = dimensionsOf(tags);
    return {
      accountCode: this.surroundings.codes.get(account),
      [amount.quantity.isNegative() ? 'credit' : 'debit']: amount.quantity.abs().toFixed(),
      currency: currency.code,
      ...rate,
      description: text === '' ? undefined : text,
      dimensions: dimensions.length > 0 ? dimensions : undefined,
    };
  }

  /** The rate that makes the cost of the amount, to the last digit; nothing where the recorded rate is to be taken. */
  private rateOf(
    { amount, cost, tags, line }: CompletePosting,
    currency: Currency,
  ): Pick<PostingLine, 'exchangeRate' | 'exchangeRateSource'> | undefined {
    const { functionalCurrency } = this.surroundings;
    if (!cost) return {};
    const costCurrency = this.currencyOf(cost)!;
    if (currency.code === functionalCurrency.code || costCurrency.code !== functionalCurrency.code) {
      const message = `A cost is in the functional currency, ${functionalCurrency.code}, of an amount in another one.`;
      this.findings.faults.push({ line, code: 'cost_currency', message });
      return undefined;
    }
    const quantity = amount.quantity.abs();
    const total = cost.quantity.abs();
    const tagged = parseDecimal(tags.get('rate') ?? '');
    const source = oneLine(tags.get('rate-source') ?? '', 100);
    const convert = (rate: Decimal) => quantity.times(rate).toDecimalPlaces(functionalCurrency.minorUnits);
    if (cost.isTotal && tagged && source !== '' && convert(tagged).equals(total)) {
      return { exchangeRate: tagged.toFixed(), exchangeRateSource: source };
    }
    const rate = cost.isTotal ? total.dividedBy(quantity).toDecimalPlaces(30) : total;
    return { exchangeRate: rate.toFixed(), exchangeRateSource: RATE_SOURCE };
  }
}

function kindOf(tags: Tags): EntryKind | undefined {
  const kind = tags.get('kind');
  return kind === 'opening' || kind === 'closing' ? kind : undefined;
}

/** Values of dimensions by tags such as `dim-COST-CENTRE: STO`. */
function dimensionsOf(tags: Tags): { dimensionCode: string; valueCode: string }[] {
  return [...tags].flatMap(([name, valueCode]) =>
    name.startsWith('dim-') && valueCode !== '' ? [{ dimensionCode: dimensionCodeOf(name), valueCode }] : [],
  );
}

function dimensionCodeOf(tag: string): string {
  try {
    return decodeURIComponent(tag.slice('dim-'.length));
  } catch {
    return tag.slice('dim-'.length);
  }
}
