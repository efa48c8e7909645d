import { newId } from '#kernel/id.js';
import type { Actor, Answer } from './actor.js';
import { textOf } from './report-books.js';

export const budgets = '/v1/accounting/budgets';

/** A line of a budget, debit positive in cents; `value` of the dimension CC, null without any. */
export interface PlannedLine {
  accountCode: string;
  periodNumber: number;
  cents: number;
  value: string | null;
}

export function putLines(actor: Actor, id: string, version: number, body: object, query = ''): Promise<Answer> {
  return actor.post(`${budgets}/${id}/replace-lines${query}`, body, { 'If-Match': `"${version}"` });
}

export function importLines(actor: Actor, id: string, version: number, lines: string[], query = ''): Promise<Answer> {
  const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': newId() };
  return actor.uploadCsv(`${budgets}/${id}/import-lines${query}`, lines, headers);
}

interface Line {
  accountCode: string;
  periodNumber: number;
  amount: string;
  dimensions: { dimensionCode: string; valueCode: string }[];
}

/** The lines of a budget as `account|period|amount|values`. */
export async function linesOf(actor: Actor, id: string, query = ''): Promise<string[]> {
  const { body } = await actor.get(`${budgets}/${id}/lines?limit=200${query}`);
  return (body.data as Line[]).map(({ accountCode, periodNumber, amount, dimensions }) => {
    const values = dimensions.map(({ dimensionCode, valueCode }) => `${dimensionCode}=${valueCode}`);
    return [accountCode, periodNumber, amount, values.join(' ')].join('|');
  });
}

/** An active budget of 2025 with these lines. */
export async function plan(actor: Actor, lines: readonly PlannedLine[], code = 'BASE'): Promise<string> {
  const { body: years } = await actor.get('/v1/accounting/fiscal-years');
  const { id: fiscalYearId } = years.data.find(({ startsOn }: { startsOn: string }) => startsOn === '2025-01-01');
  const { body } = await actor.post(budgets, { fiscalYearId, code, name: 'Budget 2025' });
  const wishes = lines.map(({ accountCode, periodNumber, cents, value }) => ({
    accountCode,
    periodNumber,
    amount: textOf(cents),
    dimensions: value === null ? [] : [{ dimensionCode: 'CC', valueCode: value }],
  }));
  const put = await putLines(actor, body.id, 1, { lines: wishes });
  if (put.status !== 200) throw new Error(put.text);
  const active = await actor.post(`${budgets}/${body.id}/activate`, {}, { 'If-Match': `"${put.body.version}"` });
  if (active.status !== 200) throw new Error(active.text);
  return body.id as string;
}
