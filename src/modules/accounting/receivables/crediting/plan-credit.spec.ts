import fc from 'fast-check';
import { Decimal, zero } from '#kernel/decimal.js';
import { allowance, document, line, tax, vat12, vat25 } from '../../tax/calculation/documents.fixture.js';
import type { TaxDocument } from '../../tax/calculation/tax-document.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import { planCredit, type PlannedCredit, type WantedCredit } from './plan-credit.js';
import { soldDocument } from './sold-document.fixture.js';

const duty = tax('0.35', { code: 'DUTY', kind: 'excise', computation: 'fixed_per_unit' });
const onDuty = tax('0.25', { code: 'VAT-ON-DUTY', onTopOf: ['DUTY'] });
const taxLists = [[vat25], [vat12], [duty, onDuty], []];

const sold = fc
  .record({
    lines: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 40 }),
        price: fc.integer({ min: 500, max: 99_999 }),
        taxes: fc.constantFrom(...taxLists),
        discount: fc.constantFrom(undefined, '0.05', '7%'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    ofDocument: fc.constantFrom(undefined, '0.11', '3%'),
    pricesIncludeTax: fc.boolean(),
    rounding: fc.constantFrom('group' as const, 'line' as const),
    cashRounding: fc.constantFrom(undefined, '0.05'),
    currency: fc.constantFrom('EUR', 'KWD'),
  })
  .map(({ lines, ofDocument, cashRounding, ...more }): TaxDocument =>
    document(
      lines.map(({ quantity, price, taxes, discount }) =>
        line(String(quantity / 4), String(price / 100), taxes, { adjustments: discount ? [allowance(discount)] : [] }),
      ),
      {
        ...more,
        adjustments: ofDocument ? [{ ...allowance(ofDocument), taxes: undefined }] : [],
        cashRounding: cashRounding === undefined ? undefined : new Decimal(cashRounding),
      },
    ),
  );

/** Sums by name; a credit note that cannot be is left out, as it would be refused. */
class Credited {
  readonly quantities = new Map<number, string>();
  readonly amounts = new Map<string, Decimal>();
  private payable = zero;

  constructor(private readonly invoice: SalesDocumentRow) {}

  take(wanted?: readonly WantedCredit[]): PlannedCredit | undefined {
    const invoice = { ...this.invoice, creditedAmount: this.payable.toFixed() };
    const { credit } = planCredit(invoice, this.quantities, wanted);
    if (!credit) return undefined;
    this.payable = this.payable.plus(credit.totals.payable);
    for (const { quantity, creditsPosition } of credit.lines.filter(({ kind }) => kind === 'item')) {
      const before = this.quantities.get(creditsPosition!) ?? '0';
      this.quantities.set(creditsPosition!, quantity!.plus(before).toFixed());
    }
    for (const [name, amount] of Object.entries(credit.totals)) this.add(name, amount);
    for (const { component, base, tax: own } of credit.taxes) {
      this.add(`base ${component.code}`, base);
      this.add(`tax ${component.code}`, own);
    }
    return credit;
  }

  private add(name: string, amount: Decimal): void {
    this.amounts.set(name, (this.amounts.get(name) ?? zero).plus(amount));
  }
}

const wholeOf = ({ taxes, lineNet, net, tax: own, gross, roundingAmount, payable }: SalesDocumentRow) => {
  const totals = { lineNet, net, tax: own, gross, rounding: roundingAmount, payable };
  const ofTaxes = taxes.flatMap(({ taxCode, base, tax: amount }) => [
    [`base ${taxCode}`, base],
    [`tax ${taxCode}`, amount],
  ]);
  return new Map([...Object.entries(totals), ...(ofTaxes as [string, string][])]);
};
const shown = (amounts: ReadonlyMap<string, Decimal | string>) =>
  Object.fromEntries(
    [...amounts].map(([name, amount]) => [name, new Decimal(amount).toFixed(3)]).filter(([, a]) => a !== '0.000'),
  );

describe('credit notes of an invoice', () => {
  it('sum to it in every total and tax, whatever their parts', () => {
    const parts = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(sold, parts, (given, steps) => {
        const invoice = soldDocument(given);
        const credited = new Credited(invoice);
        for (const step of steps) {
          const wanted = given.lines.flatMap(({ quantity }, index) => {
            const left = quantity.minus(credited.quantities.get(index + 1) ?? 0);
            const taken = Decimal.min(left, new Decimal(step[index]!).div(4));
            return taken.isZero() ? [] : [{ position: index + 1, quantity: taken.toFixed() }];
          });
          if (wanted.length > 0) credited.take(wanted);
        }
        const isLeft = given.lines.some(
          ({ quantity }, index) => !quantity.equals(credited.quantities.get(index + 1) ?? 0),
        );
        if (isLeft) credited.take();
        // What is left may come to nothing by itself, and is then not taken back.
        const isWhole = new Decimal(invoice.payable).equals(credited.amounts.get('payable') ?? zero);
        fc.pre(
          isWhole &&
            given.lines.every(({ quantity }, index) => quantity.equals(credited.quantities.get(index + 1) ?? 0)),
        );
        expect(shown(credited.amounts)).toEqual(shown(wholeOf(invoice)));
      }),
    );
  });

  it('that take all of it back mirror it line by line', () => {
    fc.assert(
      fc.property(sold, (given) => {
        const invoice = soldDocument(given);
        const credit = planCredit(invoice, new Map()).credit!;
        const amounts = (
          lines: readonly { amount: Decimal | string; net: Decimal | string; tax: Decimal | string }[],
        ) => lines.map(({ amount, net, tax: own }) => [amount, net, own].map((value) => new Decimal(value).toFixed(3)));
        expect(amounts(credit.lines)).toEqual(amounts(invoice.lines));
        expect(credit.lines.map(({ taxPositions }) => taxPositions)).toEqual(
          invoice.lines.map(({ taxPositions }) => taxPositions),
        );
        expect(credit.taxes.map(({ taxCodeId }) => taxCodeId)).toEqual(invoice.taxes.map(({ taxCodeId }) => taxCodeId));
      }),
    );
  });

  it('each add up for themselves', () => {
    fc.assert(
      fc.property(sold, (given) => {
        const credit = new Credited(soldDocument(given)).take([{ position: 1, quantity: '0.25' }]);
        fc.pre(credit !== undefined);
        const { lines, taxes, totals } = credit!;
        const total = (of: (line: (typeof lines)[number]) => Decimal) =>
          lines.reduce((sum, one) => sum.plus(of(one)), zero).toFixed(3);
        expect(total(({ net }) => net)).toBe(totals.net.toFixed(3));
        expect(total(({ tax: own }) => own)).toBe(totals.tax.toFixed(3));
        expect(taxes.reduce((sum, { tax: own }) => sum.plus(own), zero).toFixed(3)).toBe(totals.tax.toFixed(3));
        expect(totals.gross.plus(totals.rounding).toFixed(3)).toBe(totals.payable.toFixed(3));
      }),
    );
  });
});

describe('a credit note is refused', () => {
  const invoice = soldDocument(document([line('10', '100'), line('-2', '100'), line('0', '5')]));
  const codes = (wanted: readonly WantedCredit[], credited: [number, string][] = []) =>
    planCredit(invoice, new Map(credited), wanted).faults?.map(({ pointer, code }) => `${pointer} ${code}`);

  it.each<[string, WantedCredit[], string]>([
    ['of a line that there is not', [{ position: 4, quantity: '1' }], '/lines/0/position unknown_line'],
    ['of more than is left', [{ position: 1, quantity: '10.01' }], '/lines/0/quantity quantity_not_left'],
    ['of the other sign', [{ position: 2, quantity: '1' }], '/lines/0/quantity quantity_not_left'],
    ['of more than less', [{ position: 2, quantity: '-2.5' }], '/lines/0/quantity quantity_not_left'],
    ['of nothing', [{ position: 1, quantity: '0' }], '/lines/0/quantity quantity_not_left'],
    ['of something that was nothing', [{ position: 3, quantity: '1' }], '/lines/0/quantity quantity_not_left'],
    ['that comes to nothing', [{ position: 3, quantity: '0' }], '/lines nothing_to_credit'],
    ['that would charge', [{ position: 2, quantity: '-1' }], '/lines nothing_to_credit'],
    ['beyond the invoice', [{ position: 1, quantity: '10' }], '/lines more_than_invoice'],
  ])('%s', (_, wanted, fault) => {
    expect(codes(wanted)).toEqual([fault]);
  });

  it('of a line that is named twice, or taken back already', () => {
    const twice = [
      { position: 1, quantity: '1' },
      { position: 1, quantity: '1' },
    ];
    expect(codes(twice)).toEqual(['/lines/1/position line_named_twice']);
    expect(codes([{ position: 1, quantity: '1' }], [[1, '10']])).toEqual(['/lines/0/position credited_already']);
  });
});
