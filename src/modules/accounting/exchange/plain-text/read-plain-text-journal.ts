import { parseCalendarDate } from '#kernel/calendar-date.js';
import type { DecimalSeparator } from '#platform/imports/cell-formats.js';
import { textOfTagValue } from './journal-text.js';
import {
  type JournalFindings,
  type JournalPosting,
  type JournalTransaction,
  type PlainTextJournal,
  shownText,
} from './plain-text-journal.js';
import { readPostedAmounts } from './read-amount.js';

const transactionHead = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(=\S+)?(?:\s+(.*))?$/s;
const tagForm = /^\s*([^\s:,;]+):(?:\s+(.*))?$/s;
/** Directives that change nothing of what is posted, with the lines below them. */
const passedOver = new Set(['commodity', 'payee', 'tag']);

/**
 * Reads transactions and accounts of a plain-text journal, in what hledger and ledger have in common and real files use.
 * Never throws; what it does not read is a fault with its line, so that nothing is posted otherwise than it was meant.
 */
export function readPlainTextJournal(
  text: string,
  decimalSeparator: DecimalSeparator,
  findings: JournalFindings,
): PlainTextJournal {
  const reader = new JournalReader(decimalSeparator, findings);
  text.split(/\r\n|\n|\r/).forEach((line, index) => reader.take(line.trimEnd(), index + 1));
  return reader.finish();
}

type OpenTransaction = Omit<JournalTransaction, 'tags' | 'postings'> & {
  tags: Map<string, string>;
  postings: (Omit<JournalPosting, 'tags'> & { tags: Map<string, string> })[];
};

class JournalReader {
  private readonly transactions: OpenTransaction[] = [];
  private readonly accounts = new Map<string, Map<string, string>>();
  /** What indented lines belong to; `undefined` where they are passed over. */
  private open?: OpenTransaction | Map<string, string>;
  private isBelow = false;
  private isComment = false;
  private hasPrices = false;

  constructor(
    private decimalSeparator: DecimalSeparator,
    private readonly findings: JournalFindings,
  ) {}

  take(line: string, number: number): void {
    if (this.isComment) this.isComment = !/^end (?:comment|test)$/.test(line);
    else if (line === '') [this.isBelow, this.open] = [false, undefined];
    else if (/^[ \t]/.test(line)) this.below(line.trim(), number);
    else if (!/^[;#*%|]/.test(line)) this.begin(line, number);
  }

  finish(): PlainTextJournal {
    return { transactions: this.transactions, accounts: this.accounts };
  }

  private begin(line: string, number: number): void {
    [this.isBelow, this.open] = [true, undefined];
    if (/^\d/.test(line)) return this.transaction(line, number);
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
    if (word === 'account') this.account(rest);
    else if (word === 'comment' || word === 'test') this.isComment = true;
    else if (word === 'decimal-mark' && /^[.,]$/.test(rest)) this.decimalSeparator = rest === '.' ? 'point' : 'comma';
    else if (word === 'P') this.price(number);
    else if (!passedOver.has(word)) {
      const message = `A line that begins with ${shownText(word)} is not read; of directives only account, commodity, payee, tag, decimal-mark, P and comment are.`;
      this.fault(number, 'directive_not_read', message);
    }
  }

  private transaction(line: string, number: number): void {
    const [, year, , month = '', day = '', second, rest = ''] = transactionHead.exec(line) ?? [];
    const date = year && parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    if (!date) {
      this.fault(number, 'invalid_date', `A transaction begins with a day such as 2026-01-31, not ${shownText(line)}.`);
      return;
    }
    if (second !== undefined) {
      this.remark(number, 'second_date_not_kept', 'The second date of a transaction is not kept.');
    }
    const [title, comment] = commentOf(rest);
    const [, , code = '', description = ''] = /^([*!]?)\s*(?:\(([^)]*)\)\s*)?(.*)$/s.exec(title.trim()) ?? [];
    const tags = new Map<string, string>();
    addTag(tags, comment);
    this.open = { line: number, date, code, description: description.trim(), tags, postings: [] };
    this.transactions.push(this.open);
  }

  private account(rest: string): void {
    const [name, comment] = commentOf(rest);
    this.open = new Map();
    addTag(this.open, comment);
    this.accounts.set(name.split(/ {2}|\t/, 1)[0]!.trim(), this.open);
  }

  private price(number: number): void {
    if (!this.hasPrices) this.remark(number, 'prices_not_kept', 'Prices (P) are not kept; record exchange rates.');
    this.hasPrices = true;
  }

  private below(text: string, number: number): void {
    const { open } = this;
    if (!this.isBelow)
      this.fault(number, 'stray_line', 'An indented line belongs to a transaction or directive above.');
    else if (open instanceof Map) addTag(open, text.startsWith(';') ? text.slice(1) : undefined);
    else if (open && text.startsWith(';')) addTag((open.postings.at(-1) ?? open).tags, text.slice(1));
    else if (open) this.posting(text, number, open);
  }

  private posting(text: string, number: number, open: OpenTransaction): void {
    const [content, comment] = commentOf(text.replace(/^[*!]\s*/, ''));
    const [, account = '', rest = ''] = /^(.*?)(?: {2,}| ?\t\s*|$)(.*)$/s.exec(content.trim()) ?? [];
    if (/^[([]/.test(account)) {
      this.fault(
        number,
        'virtual_posting',
        'Virtual postings (in parentheses or brackets) are no part of double entry.',
      );
      return;
    }
    const amounts = readPostedAmounts(rest, this.decimalSeparator);
    const tags = new Map<string, string>();
    addTag(tags, comment);
    if (typeof amounts === 'string') {
      this.fault(number, 'amount_not_read', amounts);
    } else open.postings.push({ line: number, account, ...amounts, tags });
  }

  private fault(line: number, code: string, message: string): void {
    this.findings.faults.push({ line, code, message });
  }

  private remark(line: number, code: string, message: string): void {
    this.findings.remarks.push({ line, code, message });
  }
}

/** What stands before a comment, and the comment. */
function commentOf(text: string): [string, string?] {
  const at = text.indexOf(';');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The tag that a comment begins with. */
function addTag(tags: Map<string, string>, comment: string | undefined): void {
  const [, name, value = ''] = tagForm.exec(comment ?? '') ?? [];
  if (name !== undefined && !tags.has(name)) tags.set(name, textOfTagValue(value.trim()));
}
