import { endFault, followRates, type RateDays } from './dated-rates.js';

const days = (validFrom: string, validTo: string | null = null): RateDays => ({ validFrom, validTo });
const [first, second] = [days('2020-01-01', '2024-12-31'), days('2025-01-01')];
const known = [first, second];

it.each<[string, RateDays, boolean, string | undefined]>([
  ['before all', days('2019-01-01', '2019-12-31'), false, undefined],
  ['on the last day of another', days('2019-01-01', '2020-01-01'), false, 'rates_overlap'],
  ['inside of another', days('2021-01-01', '2021-12-31'), false, 'rates_overlap'],
  ['beside one without an end', days('2026-01-01'), false, 'rates_overlap'],
  ['after one that makes room', days('2026-01-01'), true, undefined],
  ['after one that makes room, without reaching it', days('2025-01-02', '2025-01-02'), true, undefined],
  ['from the first day of what would make room', days('2025-01-01'), true, 'no_previous_rate'],
  ['before what would make room', days('2024-01-01'), true, 'no_previous_rate'],
])('a rate %s', (_, added, closesPrevious, fault) => {
  const { fault: found, previous } = followRates('VAT25', known, added, closesPrevious);
  expect(found?.code).toBe(fault);
  expect(previous !== undefined).toBe(closesPrevious && fault === undefined);
});

it('ends what makes room on the day before, over the end of a month and of a leap day', () => {
  expect(followRates('VAT25', known, days('2026-03-01'), true).previous).toEqual({
    rate: second,
    endsOn: '2026-02-28',
  });
  expect(followRates('VAT25', known, days('2028-03-01'), true).previous?.endsOn).toBe('2028-02-29');
});

it('names what stands in the way', () => {
  expect(followRates('VAT25', known, days('2024-12-31', '2024-12-31'), false).fault).toEqual({
    pointer: '/validFrom',
    code: 'rates_overlap',
    message: 'VAT25 has a rate from 2020-01-01 to 2024-12-31; close that one first.',
  });
  expect(followRates('VAT25', known, days('2026-01-01'), false).fault?.message).toBe(
    'VAT25 has a rate from 2025-01-01; close that one first.',
  );
});

it.each([
  [second, '2025-01-01', undefined],
  [second, '2024-12-31', 'validity_order'],
  [first, '2024-12-31', 'rate_has_end'],
])('of %j the end on %s', (rate, validTo, code) => expect(endFault(rate, validTo)?.code).toBe(code));
