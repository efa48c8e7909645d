import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { bankAccountStatuses } from './party-bank-accounts.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const partyBankAccountList = defineList({
  name: 'partyBankAccount',
  id: 'account.id',
  updatedAt: 'account.updated_at',
  filters: {
    partyId: filter.ref('account.party_id', { description: 'Bank accounts of this party.', example: exampleId }),
    legalEntityId: filter.ref('account.legal_entity_id', {
      description: 'Bank accounts of parties of this legal entity.',
      example: exampleId,
    }),
    status: filter.choice('account.status', bankAccountStatuses, {
      name: 'PartyBankAccountStatus',
      description: 'Bank accounts with this status; `unverified` ones wait for somebody.',
      example: 'unverified',
    }),
  },
  sorts: { createdAt: { column: 'account.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});
