import type { OwnApp } from '../files/own-app.js';
import type { Actor } from './actor.js';
import { bankAccounts } from './bank-statements.js';
import { runJob } from './run-job.js';

export const bankSuggestions = '/v1/accounting/bank-match-suggestions';
export const bankRules = '/v1/accounting/bank-match-rules';
export const bankRuns = '/v1/accounting/bank-match-runs';

/** An invoice with a reference, and its open item; below zero, what is owed to a vendor. */
export async function openItem(
  actor: Actor,
  partyId: string,
  amount: string,
  { reference, date = '2026-01-03' }: { reference?: string; date?: string } = {},
): Promise<string> {
  const [accountCode, side, other] = amount.startsWith('-') ? ['2100', 'credit', 'debit'] : ['1100', 'debit', 'credit'];
  const positive = amount.replace('-', '');
  const entry = await actor.post('/v1/accounting/journal-entries', {
    post: true,
    entryDate: date,
    description: 'Invoice',
    ...(reference && { reference }),
    lines: [
      { accountCode, [side]: positive, partyId },
      { accountCode: '3000', [other]: positive },
    ],
  });
  if (entry.status !== 201) throw new Error(entry.text);
  return (await actor.get(`/v1/accounting/open-items?entryId=${entry.body.id}`)).body.data[0].id;
}

/** Asks for a look at the lines of a bank account, does it as a worker would, and answers what it was. */
export async function matchLines(own: OwnApp, actor: Actor, bankAccountId: string) {
  const asked = await actor.post(`${bankAccounts}/${bankAccountId}/match-lines`);
  if (asked.status !== 202) throw new Error(asked.text);
  await runJob(own.app, actor, asked.body.id);
  const job = (await actor.get(`/v1/jobs/${asked.body.id}`)).body;
  if (job.state !== 'succeeded') throw new Error(JSON.stringify(job));
  return (await actor.get(`${bankRuns}/${asked.body.id}`)).body;
}

/** What is suggested, the most likely first. */
export const suggestionsOf = async (actor: Actor, query = '') =>
  (await actor.get(`${bankSuggestions}?limit=200${query}`)).body.data;
