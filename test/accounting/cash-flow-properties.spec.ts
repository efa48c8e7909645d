import fc from 'fast-check';
import type {
  CashFlowSectionView,
  CashFlowStatementView,
} from '#modules/accounting/reports/cash-flow-statement.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { type FlowEntry, flowEntries, moneyAccounts, openFlowBooks, postFlows } from '../support/flow-books.js';
import {
  isOpeningOf,
  isOtherAccount,
  isResultAccount,
  referenceFlows,
  toldEntries,
} from '../support/flow-reference.js';
import { anyDay, centsOf, textOf } from '../support/report-books.js';

// Books of any kind: entries of many lines on both sides, transfers, dollars, reversals, opening and closing entries.

const reports = '/v1/accounting/reports';
const ordered = fc.tuple(anyDay, anyDay).map((days) => days.sort() as [string, string]);

async function statement(actor: Actor, query: string): Promise<CashFlowStatementView> {
  const { status, text, body } = await actor.get(`${reports}/cash-flow-statement?${query}`);
  if (status !== 200) throw new Error(`${query} answered ${status}: ${text}`);
  return body;
}

async function booksOf(entries: readonly FlowEntry[]): Promise<Actor> {
  const actor = await newActor();
  await openFlowBooks(actor);
  await postFlows(actor, entries);
  return actor;
}

const sections = ['operating', 'investing', 'financing', 'exchange'] as const;

/** Amounts of accounts by section, item kind and code. */
function linesOf(view: CashFlowStatementView, names: readonly (typeof sections)[number][]) {
  return names.flatMap((name) => view[name].lines.filter(({ kind }) => kind === 'account'));
}

const addedUp = ({ lines }: Pick<CashFlowSectionView, 'lines'>, isCounted: (kind: string) => boolean) =>
  lines.filter(({ kind }) => isCounted(kind)).reduce((total, { amount }) => total + centsOf(amount), 0);

const money = (entries: readonly FlowEntry[], isCounted: (entry: FlowEntry) => boolean) =>
  toldEntries(entries)
    .filter(isCounted)
    .flatMap(({ lines }) => lines)
    .filter(({ accountCode }) => moneyAccounts.includes(accountCode))
    .reduce((total, { cents }) => total + cents, 0);

it('opening cash and the sections are closing cash, by both methods, whatever was posted', async () => {
  await fc.assert(
    fc.asyncProperty(flowEntries, ordered, async (entries, [from, to]) => {
      const actor = await booksOf(entries);
      const query = `from=${from}&to=${to}&compareRanges=2025-01-01/2026-12-31,2025-06-01/2025-12-31`;
      const [direct, indirect] = await Promise.all([
        statement(actor, `${query}&method=direct`),
        statement(actor, `${query}&method=indirect`),
      ]);
      for (const view of [direct, indirect]) {
        const all = [view.difference, ...view.difference.comparisons];
        expect(all.map(({ amount }) => amount)).toEqual(['0.00', '0.00', '0.00']);
        for (const name of [...sections, 'opening', 'closing'] as const) {
          const section = view[name];
          expect([name, addedUp(section, (kind) => kind !== 'group')]).toEqual([name, centsOf(section.amount)]);
        }
      }
      for (const name of sections) {
        const { lines: _, ...total } = direct[name];
        expect([name, { ...indirect[name], lines: undefined }]).toEqual([name, { ...total, lines: undefined }]);
      }
      const opening = (entry: FlowEntry) =>
        entry.entryDate < from || (isOpeningOf(entry, from) && entry.entryDate <= to);
      expect(direct.opening.amount).toBe(textOf(money(entries, opening)));
      expect(direct.closing.amount).toBe(textOf(money(entries, ({ entryDate }) => entryDate <= to)));
    }),
    { numRuns: 12 },
  );
});

it('each account has what a reckoning entry by entry gives it', async () => {
  await fc.assert(
    fc.asyncProperty(flowEntries, ordered, async (entries, [from, to]) => {
      const actor = await booksOf(entries);
      const expected = referenceFlows(entries, from, to);
      const view = await statement(actor, `from=${from}&to=${to}&method=direct`);
      const figureOf = (item: string) => {
        if (item === 'exchange_differences') return 'exchange';
        return item.includes('payments') || item.endsWith('_paid') ? 'payment' : 'receipt';
      };
      const shown = linesOf(view, sections).map(({ accountCode, item, amount }): [string, number] => [
        `${accountCode} ${figureOf(item)}`,
        centsOf(amount),
      ]);
      const flows = [...expected].filter(([key]) => !key.endsWith('not_cash'));
      expect(new Map(shown)).toEqual(new Map(flows));

      const { operating } = await statement(actor, `from=${from}&to=${to}&method=indirect`);
      const unpaid = operating.lines.filter(({ kind, item }) => kind === 'account' && item === 'not_cash');
      const ofResults = [...expected].filter(([key]) => key.endsWith('not_cash') && isResultAccount(key.slice(0, 4)));
      expect(new Map(unpaid.map(({ accountCode, amount }) => [`${accountCode} not_cash`, centsOf(amount)]))).toEqual(
        new Map(ofResults),
      );
      expect(unpaid.filter(({ accountCode }) => isOtherAccount(accountCode!))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it('every amount is the sum of the entries that it drills down to', async () => {
  await fc.assert(
    fc.asyncProperty(flowEntries, ordered, async (entries, [from, to]) => {
      const actor = await booksOf(entries);
      const view = await statement(actor, `from=${from}&to=${to}&method=direct`);
      for (const { amount, drillDown } of linesOf(view, sections)) {
        let total = 0;
        let after = '';
        do {
          const { body } = await actor.get(`${drillDown[0]}&limit=2${after}`);
          for (const entry of body.entries as { amount: string }[]) total += centsOf(entry.amount);
          after = body.page.next === null ? '' : `&after=${body.page.next}`;
        } while (after);
        expect([drillDown, textOf(total)]).toEqual([drillDown, amount]);
      }
    }),
    { numRuns: 6 },
  );
});
