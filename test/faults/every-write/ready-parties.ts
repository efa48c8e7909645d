import { type Actor, colleagueOf } from '../../support/actor.js';
import { addParty, PARTIES } from '../../support/parties.js';
import type { Place } from './ready-organization.js';

/** Parties in the states that operations start from, and a bank account that somebody else entered. */
export interface ReadyParties {
  active: Place & { number: string };
  onHold: Place;
  archived: Place;
  bankAccount: Place;
}

export async function makeParties(actor: Actor): Promise<ReadyParties> {
  const { legalEntityId } = actor;
  const turned = async (verb: string, body?: object): Promise<Place> => {
    const { id } = await addParty(actor, { legalEntityId });
    return (await actor.post(`${PARTIES}/${id}/${verb}`, body, { 'If-Match': '"1"' })).body;
  };
  const active: ReadyParties['active'] = await addParty(actor, { legalEntityId });
  const colleague = await colleagueOf(actor, ['accountant']);
  const account = { partyId: active.id, holder: 'Nordic', iban: 'SE4550000000058398257466' };
  const { body: bankAccount } = await colleague.post('/v1/accounting/party-bank-accounts', account);
  return {
    active,
    onHold: await turned('hold', { reason: 'Disputes' }),
    archived: await turned('archive'),
    bankAccount,
  };
}
