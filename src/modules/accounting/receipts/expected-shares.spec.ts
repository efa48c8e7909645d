import fc from 'fast-check';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { expectedShare, sharesOfItems } from './expected-shares.js';

const euro = requireCurrency('EUR');
const decimal = (text: string) => new Decimal(text);
const expected = (open: string, paid: string, left: Record<string, string>, code = 'IRPF') => {
  const map = new Map(Object.entries(left).map(([name, amount]) => [name, decimal(amount)]));
  return expectedShare(code, { open: decimal(open), paid: decimal(paid), left: map }, euro)?.toFixed(2) ?? null;
};

it.each<[string, Parameters<typeof expected>, string | null]>([
  ['all of it by whoever pays the rest', ['1210', '1060', { IRPF: '150' }], '150.00'],
  ['a half by whoever pays a half', ['1210', '530', { IRPF: '150' }], '75.00'],
  ['what the cent allows', ['1210', '353.33', { IRPF: '150' }], '50.00'],
  ['all of it by whoever pays more', ['1210', '1200', { IRPF: '150' }], '150.00'],
  ['its own beside another code', ['1210', '1050', { IRPF: '150', IIBB: '10' }, 'IIBB'], '10.00'],
  ['a half beside another code', ['1210', '525', { IRPF: '150', IIBB: '10' }], '75.00'],
  ['nothing where nothing is left', ['1210', '1000', { IRPF: '0' }], '0.00'],
  ['all where the tax takes the whole', ['100', '10', { IRPF: '100' }], '100.00'],
  ['nothing known of another code', ['1210', '1000', { IRPF: '150' }, 'TDS'], null],
])('expects %s', (_, given, share) => {
  expect(expected(...given)).toBe(share);
});

it('spreads over items by what is open of them, to the cent', () => {
  const item = (id: string, openAmount: string) => ({ id, openAmount });
  const left = new Map([['IRPF', decimal('100')]]);
  const shares = sharesOfItems(left, [item('a', '10.00'), item('b', '10.00'), item('c', '10.00')], euro);
  expect([...shares.values()].map((one) => one.get('IRPF')!.toFixed(2))).toEqual(['33.34', '33.33', '33.33']);
  expect(
    sharesOfItems(left, [item('a', '0.00')], euro)
      .get('a')!
      .get('IRPF')!
      .isZero(),
  ).toBe(true);
});

it('comes to the whole by whatever payments of whatever items', () => {
  const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => new Decimal(value).div(100));
  const items = fc.array(cents(500_000), { minLength: 1, maxLength: 4 });
  const payments = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 99 })), { maxLength: 6 });
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 60 }), payments, (amounts, percent, given) => {
      let left = sum(amounts).times(percent).div(100).toDecimalPlaces(2);
      const open = [...amounts];
      const shareOf = (index: number) => {
        const views = open.map((amount, at) => ({ id: String(at), openAmount: amount.toFixed(2) }));
        return sharesOfItems(new Map([['W', left]]), views, euro).get(String(index))!;
      };
      const pay = (index: number, paid: Decimal) => {
        const own = expectedShare('W', { open: open[index]!, paid, left: shareOf(index) }, euro)!;
        expect(own.plus(paid).lessThanOrEqualTo(open[index]!)).toBe(true);
        [left, open[index]] = [left.minus(own), open[index]!.minus(paid).minus(own)];
      };
      for (const [place, share] of given) {
        const index = place % open.length;
        const due = open[index]!.minus(shareOf(index).get('W')!);
        const paid = due.times(share).div(100).toDecimalPlaces(2, Decimal.ROUND_DOWN);
        if (paid.greaterThan(0)) pay(index, paid);
      }
      open.forEach((amount, index) => pay(index, amount.minus(shareOf(index).get('W')!)));
      expect([left.toFixed(2), sum(open).toFixed(2)]).toEqual([zero.toFixed(2), zero.toFixed(2)]);
    }),
  );
});
