import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, plus, scaleOf, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { ItemControl } from '../../open-items/open-items.dto.js';
import type { PartyFact } from '../../parties/party-facts.js';
import type { FilePosting } from '../import-planner.service.js';
import { oneLine } from '../one-line.js';
import type { ExpectedTotal, openItemKinds } from './open-item-csv.dto.js';
import type { ReadOpenItem } from './read-open-items.js';

/** Digits of a rate that is derived from two amounts; enough for amounts of eighteen digits. */
const RATE_DIGITS = 20;
const RATE_SOURCE = 'books before the cut-over';

/** How the items of a file are posted. */
export interface CutOver {
  legalEntityId: string;
  cutOverOn: CalendarDate;
  control: ItemControl;
  contraAccountCode: string;
  journalCode: string | undefined;
  kind: (typeof openItemKinds)[number];
  functionalCurrency: string;
  expectedTotals: readonly ExpectedTotal[] | undefined;
  /** What the file calls the column of document numbers. */
  documentColumn: string;
}

/** What the books know of what items name. */
export interface ItemSurroundings {
  party(named: string): PartyFact | undefined;
  /** Accounts that control something, by code and by id. */
  controlAccounts: readonly ControlAccount[];
  /** Of the legal entity, where it names one. */
  usualAccountCode: string | undefined;
  /** The import that brought this document of the party, on the same side, and stands. */
  importOf(partyId: string, documentNumber: string): string | undefined;
}

export interface ControlAccount {
  id: string;
  code: string;
  control: string;
}

/**
 * Entries that bring the open items of a file into books, one for each item: the control account against the account
 * that is named for it, both in the currency of the item, at the rate that what it stood at before gives.
 */
export function planOpenItems(
  items: readonly ReadOpenItem[],
  cutOver: CutOver,
  surroundings: ItemSurroundings,
  errors: ProblemError[],
): FilePosting[] {
  errors.push(...totalFaults(items, cutOver), ...documentFaults(items, cutOver, surroundings));
  return items.flatMap((item) => planItem(item, cutOver, surroundings, errors) ?? []);
}

/** Documents that an earlier import brought, and those that two lines bring for parties that became one. */
function documentFaults(
  items: readonly ReadOpenItem[],
  { documentColumn }: CutOver,
  surroundings: ItemSurroundings,
): ProblemError[] {
  const lines = new Map<string, number>();
  return items.flatMap(({ party: named, documentNumber, line }): ProblemError[] => {
    const party = surroundings.party(named);
    if (!party) return [];
    const key = JSON.stringify([party.id, documentNumber]);
    const earlier = lines.get(key);
    if (earlier === undefined) lines.set(key, line);
    const said = `${JSON.stringify(documentColumn)}: document ${JSON.stringify(documentNumber)} of ${party.name} (${party.number})`;
    const importId = surroundings.importOf(party.id, documentNumber);
    if (importId !== undefined) {
      const message = `${said} came with the import ${importId}: leave the line out, or undo that import first.`;
      return [{ pointer: '', code: 'document_imported', message, line }];
    }
    if (earlier === undefined) return [];
    const message = `${said} stands on line ${earlier} as well; instalments need numbers of their own.`;
    return [{ pointer: '', code: 'repeated_document', message, line }];
  });
}

function planItem(
  item: ReadOpenItem,
  cutOver: CutOver,
  surroundings: ItemSurroundings,
  errors: ProblemError[],
): FilePosting | undefined {
  const fault = (code: string, message: string) => void errors.push({ pointer: '', code, message, line: item.line });
  const before = errors.length;
  const party = surroundings.party(item.party);
  const role = cutOver.control === 'receivable' ? 'customer' : 'vendor';
  if (!party) fault('unknown_party', `The legal entity has no party ${JSON.stringify(item.party)}.`);
  else if (!(role === 'customer' ? party.isCustomer : party.isVendor)) {
    fault('party_role', `${party.name} (${party.number}) is no ${role}.`);
  }
  const accountCode = party && accountOf(item, party, cutOver, surroundings, fault);
  const rate = rateOf(item, cutOver, fault);
  if (errors.length > before || !party || accountCode === undefined) return undefined;
  const [own, other] = isDebit(item, cutOver) ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
  const amount = item.amount.abs().toFixed();
  const said = item.description ?? `${item.documentNumber}${item.documentOn ? ` of ${item.documentOn}` : ''}`;
  const request = {
    legalEntityId: cutOver.legalEntityId,
    journalCode: cutOver.journalCode,
    entryDate: cutOver.cutOverOn,
    kind: cutOver.kind,
    description: oneLine(said, 500),
    reference: item.documentNumber,
    currency: item.currency,
    ...rate,
    lines: [
      { accountCode, [own]: amount, partyId: party.id, dueOn: item.dueOn },
      { accountCode: cutOver.contraAccountCode, [other]: amount },
    ],
  };
  return { request, key: String(item.line), lineNumber: item.line };
}

const isDebit = ({ amount }: ReadOpenItem, { control }: CutOver) => amount.isPositive() === (control === 'receivable');

type Tell = (code: string, message: string) => void;

function accountOf(
  { accountCode }: ReadOpenItem,
  party: PartyFact,
  { control }: CutOver,
  { controlAccounts, usualAccountCode }: ItemSurroundings,
  fault: Tell,
): string | undefined {
  if (accountCode !== undefined) {
    const account = controlAccounts.find(({ code }) => code === accountCode);
    if (account?.control === control) return accountCode;
    fault('account_control', `${JSON.stringify(accountCode)} is no account that controls ${control}s.`);
    return undefined;
  }
  const own = control === 'receivable' ? party.receivableAccountId : party.payableAccountId;
  const code = own === null ? usualAccountCode : controlAccounts.find(({ id }) => id === own)?.code;
  if (code === undefined) {
    fault(
      'account_missing',
      `There is no account for ${control}s: name one by posting-accounts, or a column of accounts.`,
    );
  }
  return code;
}

/** The rate by which what is open becomes what the books before had it at; none where both are in one currency. */
function rateOf({ amount, currency, functionalAmount }: ReadOpenItem, { functionalCurrency }: CutOver, fault: Tell) {
  if (functionalAmount === undefined) return {};
  const { minorUnits } = requireCurrency(functionalCurrency);
  if (scaleOf(functionalAmount) > minorUnits) {
    fault('amount_scale', `Amounts in ${functionalCurrency} have at most ${minorUnits} decimals.`);
  }
  if (currency === undefined || currency === functionalCurrency) {
    if (functionalAmount.equals(amount)) return {};
    const message = `In ${functionalCurrency} the item is open by ${amount.toFixed()} and stands at ${functionalAmount.toFixed()}: these are the same.`;
    fault('amounts_differ', message);
    return {};
  }
  const rate = functionalAmount.dividedBy(amount).toDecimalPlaces(RATE_DIGITS, Decimal.ROUND_HALF_UP);
  return { exchangeRate: rate.toFixed(), exchangeRateSource: RATE_SOURCE };
}

/** Whether the file sums to what its sender knows that it has to. */
function totalFaults(items: readonly ReadOpenItem[], { expectedTotals, functionalCurrency }: CutOver): ProblemError[] {
  if (expectedTotals === undefined) return [];
  const found = new Map<string, Decimal>();
  for (const { currency = functionalCurrency, amount } of items) {
    found.set(currency, plus(found.get(currency) ?? zero, amount));
  }
  const expected = new Map(expectedTotals.map(({ currency, amount }) => [currency, new Decimal(amount)]));
  return [...new Set([...found.keys(), ...expected.keys()])].flatMap((currency) => {
    const [is, ought] = [found.get(currency) ?? zero, expected.get(currency) ?? zero];
    if (is.equals(ought)) return [];
    const message = `The items of the file sum to ${is.toFixed()} ${currency}, and ${ought.toFixed()} is expected.`;
    return [{ pointer: '/expectedTotals', code: 'totals_differ', message }];
  });
}
