import type { AccountControl, AccountType } from '../../chart/account-type.js';
import { oneLine } from '../one-line.js';
import type { PlainTextAccount } from './plain-text-import.dto.js';
import { type JournalFindings, type JournalTransaction, shownText, type Tags } from './plain-text-journal.js';

export interface PlannedNamedAccount {
  code: string;
  name: string;
  type: AccountType;
  control: AccountControl;
  isNew: true;
}

export interface AccountPlan {
  /** Codes by the names of the file. */
  codes: ReadonlyMap<string, string>;
  added: PlannedNamedAccount[];
}

/** Letters and words of the tag `type` (hledger, "Account types"); cash is an asset, conversion equity. */
const taggedTypes: readonly [RegExp, AccountType][] = [
  [/^(?:a|assets?|c|cash)$/i, 'asset'],
  [/^(?:l|liability|liabilities)$/i, 'liability'],
  [/^(?:e|equity|v|conversion)$/i, 'equity'],
  [/^(?:r|revenues?|i|income)$/i, 'income'],
  [/^(?:x|expenses?)$/i, 'expense'],
];
const topTypes: readonly [RegExp, AccountType][] = [
  [/^assets?(?::|$)/i, 'asset'],
  [/^(?:liabilit(?:y|ies)|debts?)(?::|$)/i, 'liability'],
  [/^equity(?::|$)/i, 'equity'],
  [/^(?:incomes?|revenues?)(?::|$)/i, 'income'],
  [/^expenses?(?::|$)/i, 'expense'],
];
const firstDigits: Readonly<Record<AccountType, number>> = { asset: 1, liability: 2, equity: 3, income: 4, expense: 5 };
const codeForm = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

export interface AccountWishes {
  transactions: readonly JournalTransaction[];
  declared: ReadonlyMap<string, Tags>;
  given: readonly PlainTextAccount[];
  createMissing: boolean;
  /** Codes of the books. */
  known: ReadonlySet<string>;
}

/** Which account of the books each name is: by the request, by the tag `code`, or a new one where that is wished. */
export function planNamedAccounts(wishes: AccountWishes, findings: JournalFindings): AccountPlan {
  const { transactions, declared, createMissing, known } = wishes;
  const given = new Map(wishes.given.map((one) => [one.name, one]));
  const codes = new Map<string, string>();
  const added = new Map<string, PlannedNamedAccount>();
  // Codes that somebody names are not given out to others.
  const taken = new Set([...known, ...wishes.given.flatMap(({ code }) => code ?? [])]);
  for (const tags of declared.values()) if (tags.has('code')) taken.add(tags.get('code')!);
  for (const { postings } of transactions) {
    for (const { account: name, line } of postings) {
      if (codes.has(name)) continue;
      const tags = declared.get(name);
      const code = given.get(name)?.code ?? tags?.get('code');
      if (code !== undefined && (known.has(code) || added.has(code))) {
        codes.set(name, code);
        continue;
      }
      const type = given.get(name)?.type ?? typeOf(name, declared);
      const problem = whyNot(name, code, type, createMissing);
      if (problem) {
        findings.faults.push({ line, ...problem });
        codes.set(name, code ?? '');
        continue;
      }
      const chosen = code ?? nextCode(type!, taken);
      codes.set(name, chosen);
      const control = tags?.get('type') === 'C' && type === 'asset' ? 'bank' : 'none';
      added.set(chosen, { code: chosen, name: labelOf(name, code, tags), type: type!, control, isNew: true });
    }
  }
  return { codes, added: [...added.values()] };
}

function whyNot(name: string, code: string | undefined, type: AccountType | undefined, createMissing: boolean) {
  if (!createMissing) {
    const message =
      code === undefined
        ? `No account is named ${shownText(name)}: give its code in accounts, or create what is missing (createMissing).`
        : `The books have no account ${code}, which ${shownText(name)} is to be.`;
    return { code: 'unknown_account', message };
  }
  if (code !== undefined && (code.length > 20 || !codeForm.test(code))) {
    return { code: 'invalid_code', message: `${shownText(code)} is no code of an account.` };
  }
  if (type) return undefined;
  const message = `Nothing says which type ${shownText(name)} has: give it in accounts, or by a tag type of its account directive.`;
  return { code: 'account_type_unknown', message };
}

/** Of the nearest account, from this one up, that says its type; else by the name at the top. */
function typeOf(name: string, declared: ReadonlyMap<string, Tags>): AccountType | undefined {
  for (let at = name; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf(':')))) {
    const tag = declared.get(at)?.get('type');
    const type = tag === undefined ? undefined : taggedTypes.find(([form]) => form.test(tag))?.[1];
    if (type) return type;
  }
  return topTypes.find(([form]) => form.test(name))?.[1];
}

function nextCode(type: AccountType, taken: Set<string>): string {
  for (let number = firstDigits[type] * 1000 + 1; ; number++) {
    const code = String(number);
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

/** The name that a tag has; else the last part without its code, or the whole where no code leads it. */
function labelOf(name: string, code: string | undefined, tags: Tags | undefined): string {
  const last = name.slice(name.lastIndexOf(':') + 1);
  const label = code !== undefined && last.startsWith(`${code} `) ? last.slice(code.length + 1) : name;
  return oneLine(tags?.get('name') ?? label, 200) || name.slice(0, 200);
}
