import type { Actor } from './actor.js';
import { openReceivables } from './receivables.js';

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** A level as the specs have it: overdue by ten days times its place, a week after the one before. */
export const levelOf = (level: number, change: object = {}) => ({
  level,
  name: `Level ${level}`,
  daysOverdue: 10 * level,
  daysSinceLast: 7,
  daysToPay: 14,
  ...change,
});

/** Receivables with an account for dunning fees, and the levels given. */
export async function openDunning(actor: Actor, levels: readonly object[] = [levelOf(1), levelOf(2), levelOf(3)]) {
  await openReceivables(actor);
  await created(actor, '/v1/accounting/accounts', { code: '3900', name: 'Dunning fees', type: 'income' });
  await created(actor, '/v1/accounting/posting-accounts', { purpose: 'dunning_fees', accountCode: '3900' });
  for (const level of levels) await created(actor, '/v1/accounting/dunning-levels', level);
}

/** A draft of a day. */
export const newRun = (actor: Actor, runOn: string, more: object = {}) =>
  created(actor, '/v1/accounting/dunning-runs', { runOn, ...more });

export const confirm = (actor: Actor, run: { id: string; version: number }, body: object = {}) =>
  actor.post(`/v1/accounting/dunning-runs/${run.id}/confirm`, body, { 'If-Match': `"${run.version}"` });

/** The letters of a run that is prepared and confirmed. */
export async function remind(actor: Actor, runOn: string, more: object = {}) {
  const run = await newRun(actor, runOn, more);
  const confirmed = await confirm(actor, run);
  if (confirmed.status !== 200) throw new Error(`The run was answered ${confirmed.status}: ${confirmed.text}`);
  return (await actor.get(`/v1/accounting/dunning-letters?runId=${run.id}&limit=100`)).body.data;
}
