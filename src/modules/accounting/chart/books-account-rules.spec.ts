import { accountTypes } from './account-type.js';
import { booksAccountFault, retainedEarnings, roundingDifferences } from './books-account-rules.js';

const account = { code: '2091', type: 'equity', isGroup: false, status: 'active' } as const;

describe('an account that books name', () => {
  it.each([
    [retainedEarnings, ['equity']],
    [roundingDifferences, ['income', 'expense']],
  ])('is of a type that fits: %j', (purpose, fitting) => {
    const accepted = accountTypes.filter((type) => !booksAccountFault(purpose, { ...account, type }));
    expect(accepted).toEqual(fitting);
    expect(booksAccountFault(purpose, { ...account, type: 'asset' })?.code).toBe('account_type');
  });

  it('takes postings', () => {
    expect(booksAccountFault(retainedEarnings, { ...account, isGroup: true })?.code).toBe('account_is_group');
    expect(booksAccountFault(retainedEarnings, { ...account, status: 'inactive' })?.code).toBe('account_inactive');
  });
});
