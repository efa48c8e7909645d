import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { Code, Ref } from '#platform/http/fields/fields.js';

const partyId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const legalEntityId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12';
const survivorId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13';

class PartyData {
  @Ref({ example: partyId, description: 'Also the subject of the event.' })
  partyId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Code(30, { example: '10001' })
  number: string;
}

class PartyMergedData extends PartyData {
  @Ref({ example: survivorId, description: 'The party that stands for it from now on.' })
  survivorId: string;
}

const example = { partyId, legalEntityId, number: '10001' };

const ofParty = (type: string, description: string): EventDeclaration<PartyData> => {
  return { type, description, data: PartyData, example };
};

export const partyEvents = {
  partyCreated: ofParty('accounting.party.created.v1', 'A customer or vendor is there.'),
  partyUpdated: ofParty(
    'accounting.party.updated.v1',
    'A customer or vendor was changed, released, archived or reactivated; `GET /v1/accounting/parties/{id}` says how it is.',
  ),
  partyHeld: ofParty('accounting.party.held.v1', 'A customer or vendor takes no documents until it is released.'),
  partyMerged: {
    type: 'accounting.party.merged.v1',
    description: 'A party was merged into another, which stands for it for good.',
    data: PartyMergedData,
    example: { ...example, survivorId },
  } satisfies EventDeclaration<PartyMergedData>,
} as const;
