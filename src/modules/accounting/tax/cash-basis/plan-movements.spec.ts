import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import { amountNames, type DeferredDocument, keyOfTax, type TaxAmounts, type TaxMovement } from './deferred-tax.js';
import { planMovements, type SettledPair } from './plan-movements.js';

const units = { own: 2, functional: 2 };

const tax = (base: string, amount: string, taxCodeId = 'full', rate = '1'): TaxAmounts => ({
  taxCodeId,
  rate: '0.2',
  category: 'S',
  base: new Decimal(base),
  tax: new Decimal(amount),
  functionalBase: new Decimal(base).times(rate).toDecimalPlaces(2),
  functionalTax: new Decimal(amount).times(rate).toDecimalPlaces(2),
});
const document = (entryId: string, open: string, ...taxes: TaxAmounts[]): DeferredDocument => ({
  entryId,
  currency: 'EUR',
  partyId: null,
  document: null,
  open: new Decimal(open),
  taxes,
});
const pair = (allocationId: string, amount: string, debitEntryId = 'invoice', creditEntryId = 'receipt') => ({
  allocationId,
  amount: new Decimal(amount),
  debitEntryId,
  creditEntryId,
});
const plan = (pairs: SettledPair[], ...documents: DeferredDocument[]) =>
  planMovements(pairs, new Map(documents.map((one) => [one.entryId, one])), units);
const shown = (movements: readonly TaxMovement[]) =>
  movements.map(({ allocationId, documentEntryId, kind, taxCodeId, base, tax: amount, functionalTax }) =>
    [allocationId, documentEntryId, kind, taxCodeId, base.toFixed(2), amount.toFixed(2), functionalTax.toFixed(2)].join(
      ' ',
    ),
  );

it('makes of each tax due what a payment is of the document', () => {
  const invoice = document('invoice', '225', tax('100', '20'), tax('100', '5', 'reduced'));
  expect(shown(plan([pair('a', '112.50'), pair('b', '112.50')], invoice))).toEqual([
    'a invoice due full 50.00 10.00 10.00',
    'a invoice due reduced 50.00 2.50 2.50',
    'b invoice due full 50.00 10.00 10.00',
    'b invoice due reduced 50.00 2.50 2.50',
  ]);
});

it('rounds once, shares out by largest remainder, and takes what is left with the last part', () => {
  const invoice = document('invoice', '100', tax('41.67', '8.33'), tax('47.62', '2.38', 'reduced'));
  const movements = plan([pair('a', '33.33'), pair('b', '33.33'), pair('c', '33.34')], invoice);
  expect(shown(movements)).toEqual([
    'a invoice due full 13.89 2.78 2.78',
    'a invoice due reduced 15.87 0.79 0.79',
    'b invoice due full 13.89 2.77 2.77',
    'b invoice due reduced 15.87 0.80 0.80',
    'c invoice due full 13.89 2.78 2.78',
    'c invoice due reduced 15.88 0.79 0.79',
  ]);
});

it('moves functional amounts in proportion to those of the document', () => {
  const invoice = document('invoice', '120', tax('100', '20', 'full', '0.333'));
  expect(shown(plan([pair('a', '40'), pair('b', '80')], invoice))).toEqual([
    'a invoice due full 33.33 6.67 2.22',
    'b invoice due full 66.67 13.33 4.44',
  ]);
});

it('lets wait what is too little to be posted', () => {
  const invoice = document('invoice', '120', tax('100', '20'));
  expect(shown(plan([pair('a', '0.02'), pair('b', '119.98')], invoice))).toEqual([
    'a invoice due full 0.00 0.00 0.00',
    'b invoice due full 100.00 20.00 20.00',
  ]);
});

it('takes the tax of a credit note off the invoice, and makes nothing due', () => {
  const credit = document('credit', '105', tax('-100', '-5', 'reduced'));
  const invoice = document('invoice', '225', tax('100', '20'), tax('100', '5', 'reduced'));
  expect(shown(plan([pair('a', '105', 'invoice', 'credit'), pair('b', '120')], invoice, credit))).toEqual([
    'a credit offset reduced -100.00 -5.00 -5.00',
    'a invoice offset reduced 100.00 5.00 5.00',
    'b invoice due full 100.00 20.00 20.00',
    'b invoice due reduced 0.00 0.00 0.00',
  ]);
});

it('makes all due that is left when a credit note settles what was paid in part', () => {
  const credit = document('credit', '105', tax('-100', '-5', 'reduced'));
  const invoice = document('invoice', '225', tax('100', '20'), tax('100', '5', 'reduced'));
  expect(shown(plan([pair('a', '120'), pair('b', '105', 'invoice', 'credit')], invoice, credit)).slice(2)).toEqual([
    'b credit offset reduced -100.00 -5.00 -5.00',
    'b invoice offset reduced 100.00 5.00 5.00',
    'b invoice due full 46.66 9.33 9.33',
    'b invoice due reduced -53.33 -2.66 -2.66',
  ]);
});

it('whatever is settled with what, moved and waiting tax are the tax of the documents, and nothing waits in the end', () => {
  const cents = (most: number) => fc.integer({ min: 1, max: most });
  const scene = fc.record({
    taxes: fc.array(fc.record({ base: cents(90_000), tax: cents(20_000) }), { minLength: 1, maxLength: 3 }),
    credit: fc.record({ base: cents(30_000), tax: cents(6_000) }),
    functionalRate: fc.integer({ min: 10, max: 300 }),
    parts: fc.array(cents(60_000), { maxLength: 8 }),
    creditAt: fc.nat(8),
  });
  fc.assert(
    fc.property(scene, ({ taxes, credit, functionalRate, parts, creditAt }) => {
      const rate = (functionalRate / 100).toFixed(2);
      const amounts = (one: { base: number; tax: number }, sign: number, code: string) =>
        tax(((sign * one.base) / 100).toFixed(2), ((sign * one.tax) / 100).toFixed(2), code, rate);
      const own = taxes.map((one, index) => amounts(one, 1, `code ${index}`));
      const gross = sum(own.flatMap((one) => [one.base, one.tax]));
      const creditTax = amounts(credit, -1, 'code 0');
      const creditGross = sum([creditTax.base, creditTax.tax]).abs();
      const invoice = document('invoice', gross.toFixed(2), ...own);
      const note = document('credit', creditGross.toFixed(2), creditTax);
      let left = gross;
      const pairs: SettledPair[] = [];
      const settle = (wanted: Decimal, creditEntryId: string) => {
        const amount = Decimal.min(left, wanted);
        if (amount.isZero()) return;
        left = left.minus(amount);
        pairs.push(pair(`${pairs.length}`, amount.toFixed(2), 'invoice', creditEntryId));
      };
      parts.forEach((part, index) => {
        if (index === creditAt) settle(creditGross, 'credit');
        settle(new Decimal(part).dividedBy(100), 'receipt');
      });
      const before = plan(pairs, invoice, note);
      const all = plan([...pairs, ...(left.isZero() ? [] : [pair('last', left.toFixed(2))])], invoice, note);
      // What was made of the first allocations does not hang on those that follow.
      expect(shown(all).slice(0, before.length)).toEqual(shown(before));
      for (const name of amountNames) {
        const ofOffsets = all.filter(({ kind }) => kind === 'offset').map((one) => one[name]);
        expect(sum(ofOffsets).toFixed(2)).toBe('0.00');
      }
      for (const one of own) {
        const moved = all.filter((m) => m.documentEntryId === 'invoice' && keyOfTax(m) === keyOfTax(one));
        const isWaiting = one.functionalTax.isZero();
        const total = sum(moved.map(({ functionalTax }) => functionalTax));
        expect(total.toFixed(2)).toBe(isWaiting ? total.toFixed(2) : one.functionalTax.toFixed(2));
      }
    }),
  );
});
