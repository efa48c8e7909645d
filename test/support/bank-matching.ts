import type { Actor } from './actor.js';
import { addBankAccount, mt940, statementImports, statementLines } from './bank-statements.js';
import { openReceivables } from './receivables.js';

export const bankMatches = '/v1/accounting/bank-matches';
export const bankLedgerLines = '/v1/accounting/bank-ledger-lines';

type Line = [day: string, amount: string, text: string, reference?: string];

/** Books with receivables, and a bank account in them that begins on the first of January with 100.00. */
export async function openBank(actor: Actor, fields: Record<string, unknown> = {}): Promise<{ id: string }> {
  await openReceivables(actor);
  return addBankAccount(actor, fields);
}

/** A statement of the lines, after those that there are; answers the lines in their order. */
export async function addStatement(
  actor: Actor,
  {
    number = '1',
    opening = '100.00',
    closing,
    lines,
  }: { number?: string; opening?: string; closing: string; lines: Line[] },
): Promise<{ id: string; version: number; amount: string }[]> {
  const answer = await actor.upload(statementImports, mt940(number, opening, closing, lines));
  if (answer.status !== 200) throw new Error(answer.text);
  const { statementId } = answer.body.statements[0];
  return (await actor.get(`${statementLines}?statementId=${statementId}&sort=lineNumber&limit=200`)).body.data;
}

/** Posts what the books have on the bank account, what comes in positive, and answers its line there. */
export async function book(
  actor: Actor,
  amount: string,
  { date = '2026-01-05', accountCode = '1940', against = '3000', reference }: Record<string, string> = {},
): Promise<{ id: string; entryId: string }> {
  const [side, other] = amount.startsWith('-') ? ['credit', 'debit'] : ['debit', 'credit'];
  const positive = amount.replace('-', '');
  const answer = await actor.post('/v1/accounting/journal-entries', {
    post: true,
    entryDate: date,
    description: 'Payment',
    ...(reference && { reference }),
    lines: [
      { accountCode, [side]: positive },
      { accountCode: against, [other]: positive },
    ],
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return (await actor.get(`${bankLedgerLines}?entryId=${answer.body.id}`)).body.data[0];
}

/** Tries to match, and answers whatever comes. */
export const match = (actor: Actor, bankAccountId: string, told: { id: string }[], booked: { id: string }[]) =>
  actor.post(bankMatches, {
    bankAccountId,
    statementLineIds: told.map(({ id }) => id),
    ledgerLineIds: booked.map(({ id }) => id),
  });

/** The balance that the bank account began with, with the lines of the books. */
export const matchOpening = (actor: Actor, bankAccountId: string, booked: { id: string }[]) =>
  actor.post(bankMatches, {
    bankAccountId,
    statementLineIds: [],
    ledgerLineIds: booked.map(({ id }) => id),
    includesStart: true,
  });

export const statusOf = async (actor: Actor, { id }: { id: string }): Promise<string> =>
  (await actor.get(`${statementLines}/${id}`)).body.status;
