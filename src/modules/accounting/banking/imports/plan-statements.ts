import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import { Decimal, parseDecimal, plus, scaleOf, sum, zero } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { amountText } from '../reading/read-values.js';
import type { BalanceType, ReadLine, ReadStatement, StatementFormat } from '../reading/read-statement.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import { digest, fingerprintOf } from './fingerprint.js';
import type {
  BankAccountFacts,
  LastStatement,
  PlannedLine,
  PlannedStatement,
  StatementOutcome,
} from './planned-statement.js';

/** Formats in which a bank tells a range of days that the caller chose: ranges overlap, and only closing balances are told. */
const overlapping: ReadonlySet<StatementFormat> = new Set(['ofx', 'csv']);

/**
 * What of the statements of one bank account is new, in their order of time, and how it follows from what is there. Pure.
 *
 * Statements with balances follow each other without a gap, or are refused; of ranges of days and of announcements, lines
 * that are there already are passed over.
 */
export function planStatements(
  format: StatementFormat,
  statements: readonly ReadStatement[],
  account: BankAccountFacts,
  findings: StatementFindings,
): StatementOutcome[] {
  const planner = new StatementPlanner(format, account, findings);
  return statements.toSorted((a, b) => (endOf(a) ?? '').localeCompare(endOf(b) ?? '')).map((one) => planner.plan(one));
}

const balanceOf = ({ balances }: ReadStatement, type: BalanceType) => balances.find((one) => one.type === type);
const lastDay = (lines: readonly ReadLine[]) =>
  lines.reduce<CalendarDate | null>((last, { bookedOn }) => (last === null || bookedOn > last ? bookedOn : last), null);
const endOf = (read: ReadStatement) => balanceOf(read, 'closing')?.date ?? read.to ?? lastDay(read.lines);

class StatementPlanner {
  private last: LastStatement | undefined;
  private readonly occurrences: Map<string, number>;

  constructor(
    private readonly format: StatementFormat,
    private readonly account: BankAccountFacts,
    private readonly findings: StatementFindings,
  ) {
    this.last = account.last;
    this.occurrences = new Map(account.occurrences);
  }

  plan(read: ReadStatement): StatementOutcome {
    const outcome = { read, account: this.account, planned: undefined, knownAs: undefined, linesKnown: 0 };
    if (!this.isInCurrency(read)) return outcome;
    if (read.kind !== 'statement' || overlapping.has(this.format)) return this.planRange(read);
    return this.planChained(read);
  }

  /** A statement that begins and ends with balances. */
  private planChained(read: ReadStatement): StatementOutcome {
    const { account, findings } = this;
    const [opening, closing] = [balanceOf(read, 'opening'), balanceOf(read, 'closing')];
    const outcome = { read, account, planned: undefined, knownAs: undefined, linesKnown: 0 };
    if (!opening || !closing) {
      findings.fault(read.place, 'balance_missing', 'The statement lacks its opening or its closing balance.');
      return outcome;
    }
    const [from, to] = [new Decimal(opening.amount), new Decimal(closing.amount)];
    const total = sum(read.lines.map(({ amount }) => parseDecimal(amount)!));
    if (!plus(from, total).eq(to)) {
      const [begin, sumText, end] = [from, total, to].map((one) => amountText(one, account.currency));
      const message = `The statement begins with ${begin}, its lines sum to ${sumText}, and it ends with ${end}.`;
      findings.fault(read.place, 'lines_differ', message);
      return outcome;
    }
    const fingerprints = read.lines.map((line) => fingerprintOf(read.kind, line));
    const contentDigest = digest([read.kind, opening.amount, closing.amount, closing.date, ...fingerprints]);
    const knownAs = account.digests.get(contentDigest);
    if (knownAs !== undefined) return { ...outcome, knownAs, linesKnown: read.lines.length };
    const known = fingerprints.filter((one) => this.occurrences.has(one)).length;
    if (!this.follows(read, from, known)) return outcome;
    const lines = read.lines.map((line, index) => this.lineOf(line, fingerprints[index]!));
    const planned = this.keep(read, lines, { opening: from, closing: to, isStated: true, contentDigest });
    return { ...outcome, planned };
  }

  /** A range of days, or what announces lines: what is new of it. */
  private planRange(read: ReadStatement): StatementOutcome {
    const { account, findings } = this;
    const counts = new Map<string, number>();
    const counted =
      read.kind === 'statement' ? read.lines.filter((line) => line.bookedOn >= account.startsOn) : read.lines;
    const early = read.lines.length - counted.length;
    if (early > 0) {
      const message = `${early} lines are from before ${account.startsOn}, when the bank account begins, and are passed over.`;
      findings.remark(read.place, 'before_start', message);
    }
    const fresh = counted.flatMap((line): PlannedLine[] => {
      const fingerprint = fingerprintOf(read.kind, line);
      const occurrence = (counts.get(fingerprint) ?? 0) + 1;
      counts.set(fingerprint, occurrence);
      if (occurrence <= (this.occurrences.get(fingerprint) ?? 0)) return [];
      return [{ id: newId(), read: line, fingerprint, occurrence }];
    });
    for (const { fingerprint, occurrence } of fresh) this.occurrences.set(fingerprint, occurrence);
    const linesKnown = counted.length - fresh.length;
    const opening = this.last?.closing ?? account.openingBalance;
    const closing = plus(opening, sum(fresh.map((line) => parseDecimal(line.read.amount)!)));
    const isStated = read.kind === 'statement' && this.agreesWithClosing(read, closing);
    const outcome = { read, account, knownAs: undefined, linesKnown };
    if (fresh.length === 0) return { ...outcome, planned: undefined };
    const contentDigest = digest([read.kind, ...fresh.map((line) => `${line.fingerprint}/${line.occurrence}`)]);
    return { ...outcome, planned: this.keep(read, fresh, { opening, closing, isStated, contentDigest }) };
  }

  private follows(read: ReadStatement, from: Decimal, known: number): boolean {
    const { account, last, findings } = this;
    const begin = amountText(from, account.currency);
    const expected = last?.closing ?? account.openingBalance;
    if (from.eq(expected)) return true;
    const end = amountText(expected, account.currency);
    const also = known > 0 ? ` ${known} of its lines are there already.` : '';
    if (last) {
      const called = [last.number, `of ${last.toOn}`, `(${last.id})`].filter(Boolean).join(' ');
      const message = `The statement begins with ${begin}, and the last one, ${called}, ended with ${end}.${also}`;
      findings.fault(read.place, 'does_not_chain', message);
    } else {
      const message = `The statement begins with ${begin}, and the bank account ${account.name} on ${account.startsOn} with ${end}.`;
      findings.fault(read.place, 'start_differs', message);
    }
    return false;
  }

  /** Whether the file tells a closing balance of just these lines; one that differs is a fault. */
  private agreesWithClosing(read: ReadStatement, closing: Decimal): boolean {
    const stated = balanceOf(read, 'closing');
    const newest = [lastDay(read.lines), this.last?.toOn].reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a)) ?? '';
    const isOfThese = stated?.date && stated.date >= newest && (read.to === null || stated.date <= read.to);
    if (!isOfThese) return false;
    if (closing.eq(stated.amount)) return true;
    const [told, computed] = [new Decimal(stated.amount), closing].map((one) => amountText(one, this.account.currency));
    const message = `The file says that ${told} are left; from the statements before and its new lines follow ${computed}.`;
    this.findings.fault(read.place, 'closing_differs', message);
    return false;
  }

  private lineOf(read: ReadLine, fingerprint: string): PlannedLine {
    const occurrence = (this.occurrences.get(fingerprint) ?? 0) + 1;
    this.occurrences.set(fingerprint, occurrence);
    return { id: newId(), read, fingerprint, occurrence };
  }

  private keep(
    read: ReadStatement,
    lines: PlannedLine[],
    figures: { opening: Decimal; closing: Decimal; isStated: boolean; contentDigest: string },
  ): PlannedStatement {
    const { account, last } = this;
    const { opening, closing, isStated, contentDigest } = figures;
    const amounts = lines.map((line) => parseDecimal(line.read.amount)!);
    const id = newId();
    const toOn =
      (overlapping.has(this.format) ? lastDay(lines.map((one) => one.read)) : endOf(read)) ?? account.startsOn;
    const first = lines.reduce<CalendarDate | null>(
      (day, line) => (day === null || line.read.bookedOn < day ? line.read.bookedOn : day),
      null,
    );
    const position = (last?.position ?? 0) + 1;
    const counts = read.kind === 'statement';
    if (counts) this.last = { id, number: read.number, toOn, closing, position };
    return {
      id,
      account,
      kind: read.kind,
      read,
      fromOn: read.from ?? first,
      toOn: toOn as CalendarDate,
      chain: counts ? { opening, closing, position, previousId: last?.id ?? null } : undefined,
      balancesStated: isStated,
      creditTotal: sum(amounts.filter((amount) => amount.gt(zero))),
      debitTotal: sum(amounts.filter((amount) => amount.lt(zero))).abs(),
      contentDigest,
      lines,
    };
  }

  /** Whether all amounts are in the currency of the account, with no more decimals than it has. */
  private isInCurrency(read: ReadStatement): boolean {
    const { currency, name } = this.account;
    const { minorUnits } = findCurrency(currency) ?? { minorUnits: 6 };
    const stated = read.balances.filter(({ type }) => type === 'opening' || type === 'closing');
    const other = [read.account.currency, ...stated.map((one) => one.currency)].find(
      (one) => one !== null && one !== currency,
    );
    if (other !== undefined) {
      const message = `The statement is in ${other}, and the bank account ${name} in ${currency}.`;
      this.findings.fault(read.place, 'currency_differs', message);
      return false;
    }
    const wrong = read.lines.filter((line) => line.currency !== null && line.currency !== currency);
    for (const line of wrong) {
      const message = `The line is in ${line.currency}, and the bank account ${name} in ${currency}.`;
      this.findings.fault(line.place, 'currency_differs', message);
    }
    const fine = read.lines.filter(({ amount }) => scaleOf(parseDecimal(amount)!) > minorUnits);
    for (const line of fine) {
      this.findings.fault(
        line.place,
        'amount_scale',
        `${currency} has ${minorUnits} decimals; ${line.amount} has more.`,
      );
    }
    return wrong.length + fine.length === 0;
  }
}
