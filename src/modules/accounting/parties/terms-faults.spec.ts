import { termsFaults } from './terms-faults.js';

const whole = [{ percentage: '100', days: 30 }];

it('takes terms that are the whole, with discounts that shrink', () => {
  expect(termsFaults({ instalments: whole, discounts: [] })).toEqual([]);
  const instalments = ['33.33', '33.33', '33.34'].map((percentage, at) => ({ percentage, months: at }));
  const discounts = [
    { percentage: '3', days: 7 },
    { percentage: '2', days: 14 },
  ];
  expect(termsFaults({ instalments, discounts })).toEqual([]);
});

it.each([
  [{ instalments: [{ percentage: '99.999999' }], discounts: [] }, '/instalments', 'not_the_whole'],
  [{ instalments: [...whole, ...whole], discounts: [] }, '/instalments', 'not_the_whole'],
  [
    { instalments: whole, discounts: [{ percentage: '100', days: 1 }] },
    '/discounts/0/percentage',
    'discount_too_large',
  ],
  [
    {
      instalments: whole,
      discounts: [
        { percentage: '2', days: 14 },
        { percentage: '3', days: 7 },
      ],
    },
    '/discounts/1',
    'discount_order',
  ],
  [
    {
      instalments: whole,
      discounts: [
        { percentage: '2', days: 7 },
        { percentage: '2', days: 14 },
      ],
    },
    '/discounts/1',
    'discount_order',
  ],
])('refuses %j', (terms, pointer, code) => {
  expect(termsFaults(terms)).toMatchObject([{ pointer, code }]);
});
