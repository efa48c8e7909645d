import type { Actor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';
import { boxesOfReturn, fileReturn, keepTaxes, openReturn, taxReturns } from '../support/tax-returns.js';
import { Calendar } from '../support/year-end.js';

// The first quarter of a company in a Member State: what it sold is declared from the invoices themselves, and what comes
// after the return is filed goes to the next. Each step is one test, and builds on those before.
jest.setTimeout(60_000);

let company: Actor;
let customer: string;
let formId: string;
let first: { id: string };
let second: { id: string };
let chairsSold: { id: string };

async function create(path: string, body: object) {
  const answer = await company.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
}
const sell = (issuedOn: string, net: string, taxCode: string, more: object = {}) =>
  issue(company, {
    partyId: customer,
    issuedOn,
    lines: [{ description: 'Chair', quantity: '10', unitPrice: net, priceBaseQuantity: '10', taxCodes: [taxCode] }],
    ...more,
  });
const amountsOf = ({ boxes }: { boxes: { code: string; amount: string }[] }) =>
  Object.fromEntries(boxes.filter(({ amount }) => amount !== '0.00').map(({ code, amount }) => [code, amount]));
const reconciliationOf = async ({ id }: { id: string }) =>
  (await company.get(`${taxReturns}/${id}/reconciliation`)).body;

beforeAll(async () => {
  ({ actor: company, formId } = await keepTaxes());
  const receivables = { code: '1100', name: 'Trade receivables', type: 'asset', control: 'receivable' };
  await create('accounts', receivables);
  await create('posting-accounts', { purpose: 'receivables', accountCode: '1100' });
  await create('posting-accounts', { purpose: 'revenue', accountCode: '3000' });
  customer = await newCustomer(company);
});

it('sells at two rates and where the customer owes the tax, and takes something back', async () => {
  chairsSold = await sell('2024-01-15', '1000', 'VAT-STD');
  expect(chairsSold).toMatchObject({ totals: { net: '1000.00', tax: '250.00', payable: '1250.00' } });
  expect(await sell('2024-02-20', '500', 'VAT-RED')).toMatchObject({ totals: { tax: '60.00', payable: '560.00' } });
  const abroad = await sell('2024-03-01', '2000', 'VAT-RC-SALE');
  expect(abroad).toMatchObject({
    totals: { tax: '0.00', payable: '2000.00' },
    taxes: [{ category: 'AE', exemptionCode: 'VATEX-EU-AE', base: '2000.00' }],
  });
  // Two of ten chairs come back in the quarter.
  const credit = await company.post(`/v1/accounting/invoices/${chairsSold.id}/credit`, {
    reason: 'Two chairs came back',
    issuedOn: '2024-03-20',
    lines: [{ position: 1, quantity: '2' }],
  });
  expect(credit).toMatchObject({ status: 201, body: { totals: { net: '200.00', tax: '50.00', payable: '250.00' } } });
  expect(await sell('2024-04-01', '900', 'VAT-STD')).toMatchObject({ totals: { tax: '225.00' } });
});

it('shows what is to be declared, which ties to the tax account, and files it', async () => {
  first = await openReturn(company, formId, { startsOn: '2024-01-01' });
  second = await openReturn(company, formId);
  expect(first).toMatchObject({ startsOn: '2024-01-01', endsOn: '2024-03-31', status: 'open' });
  const preview = await boxesOfReturn(company, first.id);
  expect(preview).toMatchObject({ lineCount: 4, lateLineCount: 0, lineCountOfNoBox: 0, lineCountOfNoForm: 0 });
  expect(amountsOf(preview)).toEqual({
    '10': '800.00',
    '11': '200.00',
    '12': '500.00',
    '13': '60.00',
    '23': '2000.00',
    '40': '260.00',
    '70': '260.00',
  });
  const lines = (await company.get(`${taxReturns}/${first.id}/lines?box=11`)).body.data;
  expect(lines.map(({ documentType, tax }: Record<string, string>) => [documentType, tax])).toEqual([
    ['invoice', '250.00'],
    ['credit_note', '-50.00'],
  ]);
  expect(await reconciliationOf(first)).toMatchObject({
    accounts: [
      { accountCode: '1200', movement: '0.00', declared: '0.00' },
      {
        accountCode: '2100',
        movement: '260.00',
        declared: '260.00',
        declaredOfOtherDates: '0.00',
        undeclared: '0.00',
        withoutTaxLines: '0.00',
      },
    ],
    postingWithoutTaxLineCount: 0,
  });
  const filing = { filedOn: '2024-04-20', reference: '2024-Q1', digest: preview.digest };
  expect(await fileReturn(company, first.id, filing)).toMatchObject({ status: 200, body: { status: 'filed' } });
});

it('declares an invoice that comes late with the next quarter, and leaves what was filed', async () => {
  const late = await sell('2024-04-25', '100', 'VAT-STD', { taxPointOn: '2024-03-28' });
  expect(late).toMatchObject({ issuedOn: '2024-04-25', taxPointOn: '2024-03-28', totals: { tax: '25.00' } });
  const filed = await boxesOfReturn(company, first.id);
  expect(filed).toMatchObject({ status: 'filed', lineCount: 4, laterLineCount: 1 });
  expect(amountsOf(filed)).toMatchObject({ '10': '800.00', '11': '200.00', '70': '260.00' });

  const next = await boxesOfReturn(company, second.id);
  expect(next).toMatchObject({ lineCount: 2, lateLineCount: 1 });
  expect(amountsOf(next)).toEqual({ '10': '1000.00', '11': '250.00', '40': '250.00', '70': '250.00' });
  const { data } = (await company.get(`${taxReturns}/${second.id}/lines?isLate=true`)).body;
  expect(data).toMatchObject([
    { taxPointOn: '2024-03-28', base: '100.00', tax: '25.00', documentId: late.id, isLate: true, declaredIn: null },
  ]);
  expect(data).toHaveLength(1);
  expect(await reconciliationOf(second)).toMatchObject({
    accounts: [
      { accountCode: '1200' },
      { accountCode: '2100', movement: '250.00', declared: '250.00', undeclared: '0.00' },
    ],
  });
  expect(await fileReturn(company, second.id, { filedOn: '2024-07-20' })).toMatchObject({ status: 200 });
  const after = (await company.get(`${taxReturns}/${second.id}/lines?isLate=true`)).body.data;
  expect(after).toMatchObject([{ documentId: late.id, declaredIn: second.id }]);
});

it('has declared all that the tax account has, and no more', async () => {
  const calendar = new Calendar(company);
  // 1250.00, 560.00, 2000.00, 1125.00 and 125.00, less 250.00; of the taxes 260.00 and 250.00 are declared.
  expect(await calendar.balances('2024-06-30')).toEqual({ '1100': '4810.00', '2100': '-510.00', '3000': '-4300.00' });
  expect(await calendar.failedChecks()).toEqual([]);
});
