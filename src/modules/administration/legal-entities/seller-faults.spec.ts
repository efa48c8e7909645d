import { normalizedAccounts, sellerFaults } from './seller-faults.js';

const iban = 'SE4550000000058398257466';

it('takes what can be printed', () => {
  expect(
    sellerFaults({
      electronicAddress: { scheme: '0088', id: '7300010000001' },
      paymentAccounts: [{ iban }, { iban: 'DE02120300000000202051', bic: 'BYLADEM1001', currency: 'EUR' }],
    }),
  ).toEqual([]);
  expect(sellerFaults({ electronicAddress: null })).toEqual([]);
});

it('keeps numbers without blanks', () => {
  expect(normalizedAccounts([{ iban: 'se45 5000 0000 0583 9825 7466', bic: 'esse sess' }])).toEqual([
    { iban, bic: 'ESSESESS' },
  ]);
});

it.each([
  [{ electronicAddress: { scheme: '0088', id: '7300010000002' } as const }, '/electronicAddress/id'],
  [{ paymentAccounts: [{ iban: 'SE4550000000058398257467' }] }, '/paymentAccounts/0/iban'],
  [{ paymentAccounts: [{ iban, bic: 'ESSE' }] }, '/paymentAccounts/0/bic'],
  [{ paymentAccounts: [{ iban }, { iban }] }, '/paymentAccounts/1/currency'],
  [
    {
      paymentAccounts: [
        { iban, currency: 'SEK' },
        { iban, currency: 'SEK' },
      ],
    },
    '/paymentAccounts/1/currency',
  ],
])('refuses %j', (said, pointer) => {
  expect(sellerFaults(said)).toEqual([expect.objectContaining({ pointer })]);
});
