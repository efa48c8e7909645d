import fc from 'fast-check';
import { Decimal } from '#kernel/decimal.js';
import type { ExchangeRateFields } from './exchange-rates.dto.js';
import { type CurrentRate, planRates, type RateOutcome } from './plan-rates.js';
import { reportOf } from './rate-import-report.js';

const given = (fields: Partial<ExchangeRateFields> = {}): ExchangeRateFields => ({
  rateType: 'spot',
  fromCurrency: 'EUR',
  toCurrency: 'SEK',
  rateOn: '2026-01-30',
  rate: '11.2',
  source: 'ECB',
  ...fields,
});
const recorded = (rate: string, fields: Partial<CurrentRate> = {}): CurrentRate => ({
  rate: new Decimal(rate),
  source: 'ECB',
  revision: 1,
  ...fields,
});
const none = new Set<string>();
const shown = (outcome: RateOutcome) => ('code' in outcome ? `${outcome.field} ${outcome.code}` : outcome.outcome);
const planned = (fields: Partial<ExchangeRateFields>, current?: CurrentRate, correct = false, ownTypes = none) =>
  planRates([given(fields)], { current: [current], ownTypes, correct }).map(shown)[0];

describe('planning a rate', () => {
  it.each<[string, string | undefined, string]>([
    ['a new one', planned({}), 'added'],
    ['the same', planned({}, recorded('11.200')), 'unchanged'],
    ['another rate', planned({}, recorded('11.3')), 'rate rate_differs'],
    ['another source', planned({}, recorded('11.2', { source: 'Riksbank' })), 'source rate_differs'],
    ['a correction', planned({}, recorded('11.3'), true), 'corrected'],
    ['a correction of the source', planned({}, recorded('11.2', { source: 'X' }), true), 'corrected'],
    ['a correction that changes nothing', planned({}, recorded('11.2'), true), 'unchanged'],
    ['a type that nobody has', planned({ rateType: 'customs' }), 'rateType unknown_rate_type'],
    ['a type of the organization', planned({ rateType: 'customs' }, undefined, false, new Set(['customs'])), 'added'],
    ['one currency', planned({ toCurrency: 'EUR' }), 'toCurrency same_currency'],
    ['the least', planned({ rate: '0.000000001' }), 'added'],
    ['less than the least', planned({ rate: '0.00000000099999999999' }), 'rate rate_too_small'],
  ])('decides %s', (_, outcome, expected) => expect(outcome).toBe(expected));

  it('numbers a correction after what it corrects', () => {
    const [outcome] = planRates([given()], {
      current: [recorded('1', { revision: 7 })],
      ownTypes: none,
      correct: true,
    });
    expect(outcome).toMatchObject({ record: { revision: 8 }, before: { revision: 7 } });
  });

  it('counts the same twice once, and takes neither of two that contradict as the better', () => {
    const rates = [given(), given({ rate: '11.20' }), given({ rate: '12' }), given({ rateOn: '2026-01-31' })];
    const outcomes = planRates(rates, { current: [], ownTypes: none, correct: true });
    expect(outcomes.map(shown)).toEqual(['added', 'repeated', 'rateOn contradicting_rate', 'added']);
  });

  it('adds nothing when what it recorded is given again', () => {
    const rates = fc.array(
      fc.record({
        rateOn: fc.constantFrom('2026-01-28', '2026-01-29', '2026-01-30'),
        toCurrency: fc.constantFrom('SEK', 'NOK'),
        rate: fc.constantFrom('1', '1.0', '2'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rates, (some) => {
        const file = some.map(given);
        const first = planRates(file, { current: [], ownTypes: none, correct: false });
        if (first.some(({ outcome }) => outcome === 'refused')) return;
        const keyOf = (one: ExchangeRateFields) => `${one.toCurrency} ${one.rateOn}`;
        const kept = new Map(
          first.flatMap((one, at) => ('record' in one ? [[keyOf(file[at]!), one.record] as const] : [])),
        );
        const current = file.map((one) => kept.get(keyOf(one)));
        const again = reportOf(planRates(file, { current, ownTypes: none, correct: true }), false);
        expect(again).toMatchObject({
          added: 0,
          corrected: 0,
          unchanged: kept.size,
          repeated: file.length - kept.size,
        });
      }),
    );
  });
});

describe('the report of an import', () => {
  it('counts and tells', () => {
    const rates = [given(), given(), given({ rateOn: '2026-01-29', rate: '3' }), given({ rateOn: '2026-01-28' })];
    const current = [undefined, undefined, recorded('2'), recorded('11.2')];
    const outcomes = planRates(rates, { current, ownTypes: none, correct: true });
    expect(reportOf(outcomes, true)).toEqual({
      status: 'dry_run',
      given: 4,
      added: 1,
      corrected: 1,
      unchanged: 1,
      repeated: 1,
      explanation: 'Of the rates 1 would be added; 1 would be corrected; 1 is recorded already; 1 is given twice.',
      corrections: [
        expect.objectContaining({ index: 2, rate: '3', formerRate: '2', formerSource: 'ECB', revision: 2 }),
      ],
    });
  });
});
