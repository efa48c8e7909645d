import type { Actor } from '../../support/actor.js';
import { offered } from '../../platform/furnished-sales.js';
import { quote, QUOTES } from '../../support/quotes.js';
import type { Place } from './ready-organization.js';

/** A quote that is written, one that was sent, and one that was accepted. */
export interface ReadyQuotes {
  draft: Place;
  sent: Place;
  accepted: Place;
}

export async function makeQuotes(actor: Actor): Promise<ReadyQuotes> {
  const { partyId } = (await actor.get('/v1/accounting/invoices')).body.data[0];
  const body = { ...offered(partyId), legalEntityId: actor.legalEntityId };
  const send = ['send', { sentOn: '2026-01-05' }] as const;
  const made = async (...steps: [string, object?][]): Promise<Place> => {
    const { id } = await quote(actor, body, steps);
    return (await actor.get(`${QUOTES}/${id}`)).body;
  };
  return {
    draft: await made(),
    sent: await made([...send]),
    accepted: await made([...send], ['accept', { answeredOn: '2026-01-06' }]),
  };
}
