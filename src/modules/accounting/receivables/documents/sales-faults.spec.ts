import { Problem } from '#kernel/problem.js';
import { calculateDocument } from '../../tax/calculation/calculate-document.js';
import { document, line, tax } from '../../tax/calculation/documents.fixture.js';
import type { TaxDocument } from '../../tax/calculation/tax-document.js';
import { composeAmounts } from './compose-document.js';
import {
  accountFaults,
  amountFaults,
  contentFaults,
  customerFault,
  externalIdFaults,
  refuseSale,
} from './sales-faults.js';

const shown = (faults: readonly { pointer: string; code: string }[]) =>
  faults.map(({ pointer, code }) => `${pointer} ${code}`);
const amountsOf = (given: TaxDocument) => composeAmounts(given, calculateDocument(given));

it.each([
  [undefined, ['/partyId unknown_party']],
  [{ isCustomer: false, status: 'active' }, ['/partyId not_a_customer']],
  [{ isCustomer: true, status: 'archived' }, ['/partyId party_archived']],
  [{ isCustomer: true, status: 'on_hold' }, []],
  [{ isCustomer: true, status: 'active' }, []],
])('of the party %j', (party, expected) => {
  expect(shown(customerFault(party as never, 'id'))).toEqual(expected);
});

const own = { issuedOn: '2026-03-05', currency: 'EUR', functionalCurrency: 'EUR' };
it.each([
  [{}, own, []],
  [{ dueOn: '2026-03-05' }, own, []],
  [{ dueOn: '2026-03-04' }, own, ['/dueOn due_before_issue']],
  [{ dueOn: '2026-03-05', paymentTermsCode: 'NET30' }, own, ['/dueOn due_twice']],
  [{ exchangeRate: '1.0' }, own, []],
  [{ exchangeRate: '1.1' }, own, ['/exchangeRate rate_of_own_currency']],
  [{ exchangeRate: '1.1' }, { ...own, currency: 'USD' }, []],
  [{ externalId: '1' }, own, ['/externalSource external_id_incomplete']],
])('of the content %j', (content, where, expected) => {
  expect(shown(contentFaults(content, where))).toEqual(expected);
});

it('of ids of other systems', () => {
  expect(externalIdFaults({})).toEqual([]);
  expect(externalIdFaults({ externalSource: 'shop', externalId: '1' })).toEqual([]);
  expect(shown(externalIdFaults({ externalSource: 'shop' }))).toEqual(['/externalId external_id_incomplete']);
});

it('of accounts', () => {
  const accounts = new Map([
    ['3000', { id: 'a', control: 'none' as const }],
    ['1100', { id: 'b', control: 'receivable' as const }],
  ]);
  const of = (accountCode?: string) => shown(accountFaults({ accountCode, pointer: '/at' }, accounts));
  expect([of(), of('3000'), of('1100'), of('9')]).toEqual([[], [], ['/at control_account'], ['/at unknown_account']]);
});

it('of amounts', () => {
  const of = (quantity: string) =>
    shown(amountFaults('invoice', amountsOf(document([line(quantity, '1', [tax('0.25')])]))));
  expect(of('1')).toEqual([]);
  expect(of('0')).toEqual(['/lines not_above_zero']);
  expect(of('-1')).toEqual(['/lines not_above_zero']);
});

it('are told together, a hundred at most', () => {
  expect(() => refuseSale([])).not.toThrow();
  const many = Array.from({ length: 101 }, (_, index) => ({
    pointer: `/lines/${index}`,
    code: 'x',
    message: 'Wrong.',
  }));
  const told = (faults: typeof many) => {
    try {
      refuseSale(faults);
    } catch (error) {
      if (error instanceof Problem) return [error.code, error.detail, error.errors.length];
    }
    return undefined;
  };
  expect(told(many.slice(0, 1))).toEqual(['sales_document_refused', 'Wrong.', 1]);
  expect(told(many)).toEqual(['sales_document_refused', '101 rules are broken; see errors.', 100]);
});
