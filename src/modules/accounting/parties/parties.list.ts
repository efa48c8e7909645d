import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { partyKinds, partyStatuses } from './party-status.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const partyList = defineList({
  name: 'party',
  id: 'party.id',
  updatedAt: 'party.updated_at',
  filters: {
    legalEntityId: filter.ref('party.legal_entity_id', {
      description: 'Parties of this legal entity.',
      example: exampleId,
    }),
    number: filter.text('party.number', { prefix: true, description: 'Parties with this number.', example: '10001' }),
    name: filter.text('party.name', {
      prefix: true,
      description: 'Parties with this name.',
      example: 'Nordic Tools AB',
    }),
    kind: filter.choice('party.kind', partyKinds, {
      name: 'PartyKind',
      description: 'Parties of this kind.',
      example: 'organization',
    }),
    isCustomer: filter.flag('party.is_customer', {
      description: 'Customers, or those that are none.',
      example: 'true',
    }),
    isVendor: filter.flag('party.is_vendor', { description: 'Vendors, or those that are none.', example: 'true' }),
    status: filter.choice('party.status', partyStatuses, {
      name: 'PartyStatus',
      description: 'Parties with this status.',
      example: 'active',
    }),
    country: filter.text('party.country', { description: 'Parties that are established there.', example: 'SE' }),
    taxNumber: filter.textAmong(
      'tax_id.number',
      [
        'EXISTS (SELECT FROM accounting.party_tax_id tax_id WHERE tax_id.organization_id = party.organization_id AND tax_id.party_id = party.id AND',
        ')',
      ],
      { description: 'Parties with this tax id, as it is kept.', example: 'SE556012579001' },
    ),
    tagId: taggedFilter('party', 'party'),
  },
  sorts: {
    number: { column: 'party.number', type: 'text' },
    name: { column: 'party.name', type: 'text' },
    createdAt: { column: 'party.created_at', type: 'timestamptz' },
  },
  defaultSort: 'number',
});
