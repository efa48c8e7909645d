import type { SieFields } from './sie-fields.js';
import type { SieAccount, SieAccountType, SieDimension, SieObject } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';

const accountTypes: ReadonlySet<string> = new Set<SieAccountType>(['T', 'S', 'K', 'I']);

/** The chart of accounts with what the file says of each account, and the dimensions with their objects. */
export class SieChart {
  private readonly dimensions = new Map<string, SieDimension>();
  private readonly objects = new Map<string, SieObject>();
  private readonly accounts = new Map<string, SieAccount>();
  private readonly details: SieFields[] = [];

  /** By label. */
  readonly readers: Readonly<Record<string, (fields: SieFields) => void>> = {
    '#DIM': (fields) => this.dimension(fields),
    '#UNDERDIM': (fields) => this.dimension(fields),
    '#OBJEKT': (fields) => this.object(fields),
    '#KONTO': (fields) => this.account(fields),
    '#KTYP': (fields) => this.details.push(fields),
    '#SRU': (fields) => this.details.push(fields),
    '#ENHET': (fields) => this.details.push(fields),
  };

  constructor(private readonly findings: SieFindings) {}

  /** What has been read; a file without a single account is a fault on its last line. */
  finish(lastLine: number) {
    if (this.accounts.size === 0) {
      const message = 'The file ends without #KONTO, which every export of books has.';
      this.findings.fault(lastLine, 'missing_label', message);
    }
    // Only now: some products write the details of an account before its #KONTO.
    for (const fields of this.details) this.detail(fields);
    const { accounts, dimensions, objects } = this;
    return { accounts, dimensions: [...dimensions.values()], objects: [...objects.values()] };
  }

  private dimension(fields: SieFields): void {
    const number = fields.required(0, 'dimension');
    if (number === undefined) return;
    const dimension = { number, name: fields.text(1), parent: fields.text(2) || undefined, line: fields.line };
    const known = this.dimensions.get(number);
    if (!known) this.dimensions.set(number, dimension);
    else if (known.name !== dimension.name || known.parent !== dimension.parent) {
      this.remarkOther(fields.line, `Dimension ${quoted(number)}`, known);
    }
  }

  private object(fields: SieFields): void {
    const dimension = fields.required(0, 'dimension');
    const object = fields.required(1, 'object');
    if (dimension === undefined || object === undefined) return;
    const name = fields.text(2);
    const key = JSON.stringify([dimension, object]);
    const known = this.objects.get(key);
    if (!known) this.objects.set(key, { dimension, object, name, line: fields.line });
    else if (known.name !== name) {
      this.remarkOther(fields.line, `Object ${quoted(object)} of dimension ${quoted(dimension)}`, known);
    }
  }

  /** Names of dimensions and objects decide nothing, so that two of one number are no fault. */
  private remarkOther(line: number, what: string, known: { line: number }): void {
    this.findings.remark(
      line,
      'declared_differently',
      `${what} is declared differently on line ${known.line}, which counts.`,
    );
  }

  private account(fields: SieFields): void {
    const number = fields.account(0);
    if (number === undefined) return;
    const name = fields.text(1);
    const known = this.accounts.get(number);
    if (!known) this.accounts.set(number, { number, name, taxReturnCodes: [], line: fields.line });
    else if (known.name !== name) {
      fields.fault('duplicate_account', `Account ${number} has another name on line ${known.line}.`);
    }
  }

  private detail(fields: SieFields): void {
    const { label } = fields.record;
    const number = fields.account(0);
    const value = fields.required(1, 'value');
    if (number === undefined || value === undefined) return;
    const account = this.accounts.get(number);
    if (!account) {
      const message = `${label} is of account ${number}, which has no #KONTO; it is passed over.`;
      this.findings.remark(fields.line, 'account_not_declared', message);
      return;
    }
    const change = detailOf(label, value, account);
    if (change) this.accounts.set(number, { ...account, ...change });
    else fields.fault('unknown_account_type', `An account type is T, S, K or I, not ${quoted(value)}.`);
  }
}

function detailOf(label: string, value: string, account: SieAccount): Partial<SieAccount> | undefined {
  if (label === '#SRU') return { taxReturnCodes: [...account.taxReturnCodes, value] };
  if (label === '#ENHET') return { unit: value };
  return isAccountType(value) ? { type: value } : undefined;
}

function isAccountType(text: string): text is SieAccountType {
  return accountTypes.has(text);
}
