import { accountingProblems } from '../accounting.problems.js';
import { wrongParameter } from './report-books.js';
import type { ChartAccount } from './report-books.reader.js';
import type { AccountStatementQuery, GeneralLedgerQuery } from './general-ledger.dto.js';

function find(chart: readonly ChartAccount[], key: 'id' | 'code', value: string, pointer: string): ChartAccount {
  const found = chart.find((account) => account[key] === value);
  if (found) return found;
  const message = `The legal entity has no account ${value}.`;
  throw accountingProblems.account_unknown(message, [{ pointer, code: 'unknown_account', message }]);
}

/**
 * The accounts that take postings among those that a ledger names, all of them where it names none. A group stands for
 * the accounts below it.
 *
 * @throws Problem account_unknown
 */
export function selectedAccounts(
  chart: readonly ChartAccount[],
  { accountId = [], accountCode = [] }: Pick<GeneralLedgerQuery, 'accountId' | 'accountCode'>,
): ChartAccount[] {
  const named = [
    ...accountId.map((id) => find(chart, 'id', id, '?accountId')),
    ...accountCode.map((code) => find(chart, 'code', code, '?accountCode')),
  ];
  const chosen = new Set(named.map(({ id }) => id));
  const parents = new Map(chart.map(({ id, parentId }) => [id, parentId]));
  const isChosen = ({ id }: ChartAccount) => {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) if (chosen.has(at)) return true;
    return false;
  };
  return chart.filter((account) => !account.isGroup && (named.length === 0 || isChosen(account)));
}

/**
 * The account of a statement.
 *
 * @throws Problem account_unknown; account_refused for a group
 */
export function statedAccount(
  chart: readonly ChartAccount[],
  { accountId, accountCode }: Pick<AccountStatementQuery, 'accountId' | 'accountCode'>,
): ChartAccount {
  if (accountId === undefined && accountCode === undefined) {
    throw wrongParameter('?accountCode', 'required', 'Ask for an account by accountCode or accountId.');
  }
  if (accountId !== undefined && accountCode !== undefined) {
    throw wrongParameter('?accountCode', 'account_named_twice', 'Give accountCode or accountId, not both.');
  }
  const [key, value] = accountId === undefined ? (['code', accountCode!] as const) : (['id', accountId] as const);
  const pointer = key === 'id' ? '?accountId' : '?accountCode';
  const account = find(chart, key, value, pointer);
  if (!account.isGroup) return account;
  const message = `${account.code} is a group and has no lines; ask the general ledger for the accounts below it.`;
  throw accountingProblems.account_refused(message, [{ pointer, code: 'account_is_group', message }]);
}
