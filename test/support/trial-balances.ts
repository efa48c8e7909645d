import type { Actor } from './actor.js';

/** Closing balances of the trial balance in cents by account; accounts at zero are left out. */
export async function closingBalances(actor: Actor, query: string): Promise<Record<string, number>> {
  const path = `/v1/accounting/reports/trial-balance?${query}`;
  const { status, text } = await actor.get(path, { Accept: 'text/csv;header=absent' });
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  const rows = text.trim().split('\r\n').filter(Boolean);
  const closings = rows.map((row) => [row.split(',', 1)[0]!, Math.round(Number(row.split(',').at(-1)) * 100)] as const);
  return Object.fromEntries(closings.filter(([code, cents]) => code !== '' && cents !== 0));
}

/** The same of every value of every dimension, by their codes. */
export async function closingBalancesByValue(actor: Actor, asOf: string): Promise<Record<string, object>> {
  const { body } = await actor.get('/v1/accounting/dimension-values?limit=200');
  const found: Record<string, object> = {};
  for (const { dimensionCode, code } of body.data as { dimensionCode: string; code: string }[]) {
    const query = `asOf=${asOf}&dimensionCode=${encodeURIComponent(dimensionCode)}&valueCode=${encodeURIComponent(code)}`;
    found[`${dimensionCode} ${code}`] = await closingBalances(actor, query);
  }
  return found;
}
