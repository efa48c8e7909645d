import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountTypes, isBalanceSheetType } from './account-type.js';

describe('the types of accounts', () => {
  it('of the balance sheet are carried from year to year', () => {
    expect(accountTypes.filter(isBalanceSheetType)).toEqual(['asset', 'liability', 'equity']);
  });

  it('and of control accounts are each listed once', () => {
    const tree = join(import.meta.dirname, '..');
    const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(?<!spec)\.ts$/.test(path),
    );
    const between = String.raw`'[\s,|]+'`;
    const lists = [accountTypes, ['bank', 'receivable', 'payable']].map((list) => new RegExp(list.join(between)));
    const listing = lists.map((list) => files.filter((path) => list.test(readFileSync(join(tree, path), 'utf8'))));
    expect(listing).toEqual([[join('chart', 'account-type.ts')], [join('chart', 'account-type.ts')]]);
  });
});
