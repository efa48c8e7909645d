import {
  hasPeppol,
  peppolExamples,
  peppolText,
  type PeppolExample,
  type PeppolTax,
  readPeppol,
} from '#modules/accounting/tax/calculation/peppol.fixture.js';
import { type Actor, newActor } from '../support/actor.js';
import { describeSeller, newBuyer, readXml, ublOf } from '../support/documents-out.js';
import { buyerOf, meaningOf, sellerOf } from '../support/peppol-meaning.js';
import { newCustomer } from '../support/receivables.js';
import { openSales, vat } from '../support/sales.js';

// Documents that nobody here wrote, issued as they stand: what comes out is what they say.

const codeOf = ({ category, rate }: PeppolTax) => `${category}-${rate}`;

const bodyOf = ({ issuedOn, currency, lines, adjustments }: PeppolExample, partyId: string) => ({
  partyId,
  issuedOn,
  currency,
  lines: lines.map(({ description, quantity, unit, unitPrice, ...tax }) => {
    return { description, quantity, unit, unitPrice, taxCodes: [codeOf(tax)] };
  }),
  adjustments: adjustments.map(({ kind, amount, reason, ...tax }) => {
    return { kind, amount, reason, taxCodes: [codeOf(tax)] };
  }),
});

async function openSeller(): Promise<{ actor: Actor; customer: string }> {
  const actor = await newActor();
  await openSales(actor, 2017);
  for (const rate of ['0.25', '0.15']) {
    const code = vat(codeOf({ category: 'S', rate }), rate, { rates: [{ validFrom: '2010-01-01', rate }] });
    expect(await actor.post('/v1/accounting/tax-codes', code)).toMatchObject({ status: 201 });
  }
  return { actor, customer: await newCustomer(actor, 'Buyer Official Name') };
}

if (hasPeppol) {
  it.each(peppolExamples)('issues %s with the amounts that it states', async (name) => {
    const { actor, customer } = await openSeller();
    const example = readPeppol(name);
    const [path, more] = example.isCreditNote ? ['credit-notes', { reason: 'Correction' }] : ['invoices', {}];
    const answer = await actor.post(`/v1/accounting/${path}?dryRun=true`, { ...bodyOf(example, customer), ...more });
    expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
    const { lines, taxes, totals, entry } = answer.body;
    const { allowances: _allowances, charges: _charges, ...stated } = example.stated.totals;
    expect(totals).toEqual({ ...stated, rounding: '0.00' });
    const netsOf = (...kinds: string[]) =>
      lines
        .filter(({ kind }: { kind: string }) => kinds.includes(kind))
        .map(({ net }: { net: string }) => Number(net).toFixed(2));
    expect(netsOf('item')).toEqual(example.stated.lineNets);
    expect(netsOf('allowance', 'charge').toSorted()).toEqual(
      example.adjustments
        .map(({ kind, amount }) => (kind === 'charge' ? Number(amount) : -Number(amount)).toFixed(2))
        .toSorted(),
    );
    const told = taxes.map(({ category, rate, base, tax }: Record<string, string>) => ({ category, rate, base, tax }));
    expect(told).toEqual(example.stated.taxes);
    const side = example.isCreditNote ? 'credit' : 'debit';
    expect(entry.lines[0]).toMatchObject({ accountCode: '1100', [side]: stated.payable, partyId: customer });
  });

  it.each(peppolExamples)('writes %s again as it was', async (name) => {
    const { actor } = await openSeller();
    const example = readPeppol(name);
    const original = readXml(peppolText(name));
    await describeSeller(actor, sellerOf(original));
    const customer = await newBuyer(actor, buyerOf(original));
    const [path, more] = example.isCreditNote
      ? ['credit-notes', { reason: 'Correction' }]
      : ['invoices', { dueOn: original.DueDate }];
    const { BuyerReference: buyerReference, OrderReference: order } = original;
    const body = { ...bodyOf(example, customer), ...more, buyerReference, orderReference: order?.ID };
    const issued = await actor.post(`/v1/accounting/${path}`, body);
    expect([issued.status, issued.body.detail]).toEqual([201, undefined]);
    const written = await ublOf(actor, `/v1/accounting/${path}/${issued.body.id}/ubl`);
    expect(meaningOf(written)).toEqual(meaningOf(original));
    expect(written.ID).toBe(issued.body.number);
  });
} else {
  it('checks nothing: the examples of Peppol are not here', () => expect(hasPeppol).toBe(false));
}
