import type { Actor, Answer } from './actor.js';

export const QUOTES = '/v1/accounting/quotes';
export const REVISIONS = '/v1/accounting/quote-revisions';

/** Ten chairs at 100.00 and 25 % of VAT: 1,250.00 in all. */
export const offer = (partyId: string, change: object = {}) => ({
  partyId,
  lines: [{ description: 'Office chair', itemCode: 'CHAIR-7', quantity: '10', unitPrice: '100', taxCodes: ['VAT25'] }],
  ...change,
});

async function must(answer: Promise<Answer>) {
  const { status, text, body } = await answer;
  if (status > 201) throw new Error(`the quote was answered ${text}`);
  return body;
}

/** A step of a quote, at the version that it has now. */
export async function step(actor: Actor, id: string, verb: string, body: object = {}): Promise<Answer> {
  const { version } = (await actor.get(`${QUOTES}/${id}`)).body;
  return actor.post(`${QUOTES}/${id}/${verb}`, body, { 'If-Match': `"${version}"` });
}

/** Begins a quote and takes it through the steps. */
export async function quote(
  actor: Actor,
  body: object,
  steps: readonly [verb: string, body?: object][] = [],
): Promise<{ id: string }> {
  const { id } = await must(actor.post(QUOTES, body));
  for (const [verb, said] of steps) await must(step(actor, id, verb, said));
  return { id };
}
