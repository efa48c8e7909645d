import { PostingAccounts } from './posting-accounts.js';

describe('the posting accounts of a legal entity', () => {
  const revenue = { id: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11', code: '4000' };
  const named = new PostingAccounts('entity', new Map([['revenue', revenue]]));

  it('are found by purpose', () => {
    expect(named.get('revenue')).toBe(revenue);
    expect(named.find('payables')).toBeUndefined();
  });

  it.each([
    [
      'payables',
      /^The legal entity entity names no account for payables \(.+\)\. .* liability and control payable: POST /,
    ],
    ['early_discounts_granted', /Name one of type income or expense: POST .* purpose “early_discounts_granted”/],
    ['customer_deposits', /Name one of type liability: POST /],
  ] as const)('tell how to name what is missing: %s', (purpose, detail) => {
    expect(() => named.get(purpose)).toThrow(
      expect.objectContaining({ code: 'posting_account_missing', status: 409, detail: expect.stringMatching(detail) }),
    );
  });
});
