import { covers, coveringPolicy, type PolicyCase, type PolicyConditions } from './covering-policy.js';

const anything: PolicyConditions = {
  id: '1',
  amountFrom: null,
  currency: null,
  legalEntityId: null,
  makerRole: null,
};
const entry: PolicyCase = { amount: '1000.00', currency: 'EUR', legalEntityId: 'a', makerRoles: ['bookkeeper'] };

describe('whether a policy covers a case', () => {
  it.each<[string, Partial<PolicyConditions>, Partial<PolicyCase>, boolean]>([
    ['no conditions', {}, {}, true],
    ['the limit itself', { amountFrom: '1000' }, {}, true],
    ['below the limit', { amountFrom: '1000.01' }, {}, false],
    ['a limit, and no amount', { amountFrom: '1' }, { amount: null, currency: null }, false],
    [
      'an amount beyond what floating point tells apart',
      { amountFrom: '90071992547409931' },
      { amount: '90071992547409930.99' },
      false,
    ],
    ['its currency', { currency: 'EUR' }, {}, true],
    ['another currency', { currency: 'SEK' }, {}, false],
    ['its legal entity', { legalEntityId: 'a' }, {}, true],
    ['another legal entity', { legalEntityId: 'b' }, {}, false],
    ['a role of the maker', { makerRole: 'bookkeeper' }, {}, true],
    ['another role', { makerRole: 'accountant' }, {}, false],
    ['a role where no person acts', { makerRole: 'accountant' }, { makerRoles: undefined }, true],
  ])('%s', (_, conditions, given, expected) => {
    expect(covers({ ...anything, ...conditions }, { ...entry, ...given })).toBe(expected);
  });
});

describe('which policy decides', () => {
  const low = { ...anything, id: '1', amountFrom: '100' };
  const high = { ...anything, id: '2', amountFrom: '900' };
  const own = { ...anything, id: '3', amountFrom: '100', legalEntityId: 'a' };

  it.each<[string, PolicyConditions[], string | undefined]>([
    ['none', [], undefined],
    ['none that covers', [{ ...anything, currency: 'SEK' }], undefined],
    ['the highest limit', [low, high, own], '2'],
    ['the one that says more', [low, own], '3'],
    ['the oldest', [{ ...low, id: '9' }, low], '1'],
  ])('%s', (_, policies, id) => {
    expect(coveringPolicy(policies, entry)?.id).toBe(id);
  });
});
