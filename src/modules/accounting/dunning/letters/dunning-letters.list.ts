import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { letterStatuses } from './dunning-letters.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const statusSql = "CASE WHEN cancellation.letter_id IS NULL THEN 'issued' ELSE 'cancelled' END";

export const dunningLetterList = defineList({
  name: 'dunningLetter',
  id: 'letter.id',
  updatedAt: 'greatest(letter.created_at, cancellation.created_at)',
  filters: {
    legalEntityId: filter.ref('letter.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    runId: filter.ref('letter.run_id', { description: 'Those of this dunning run.', example: exampleId }),
    partyId: filter.ref('party.id', { description: 'Those to this customer.', example: exampleId }),
    openItemId: filter.refAmong(
      'reminded.item_id',
      [
        'EXISTS (SELECT FROM accounting.dunning_letter_item reminded WHERE reminded.organization_id = letter.organization_id AND reminded.letter_id = letter.id AND',
        ')',
      ],
      { description: 'Those that remind of this open item.', example: exampleId },
    ),
    level: filter.integer('letter.level', { description: 'Their level.', example: '2' }),
    issuedOn: filter.date('letter.issued_on', { description: 'Their date.', example: '2026-03-02' }),
    currency: filter.text('letter.currency', { description: 'Those in this currency.', example: 'EUR' }),
    status: filter.choice(statusSql, letterStatuses, {
      name: 'DunningLetterStatus',
      description: 'Those with this status.',
      example: 'issued',
    }),
  },
  sorts: { issuedOn: { column: 'letter.issued_on', type: 'date' } },
  defaultSort: '-issuedOn',
});

export const dunningLetterColumns = [
  `letter.id, letter.legal_entity_id AS "legalEntityId", letter.run_id AS "runId", party.id AS "partyId",
   party.number AS "partyNumber", party.name AS "partyName", letter.level, letter.issued_on AS "issuedOn",
   letter.pay_by AS "payBy", letter.language, letter.currency, letter.overdue_amount::text AS "overdueAmount",
   letter.credit_amount::text AS "creditAmount", letter.fee::text AS fee, letter.interest::text AS interest,
   (letter.overdue_amount - letter.credit_amount + letter.fee + letter.interest)::text AS "totalAmount",
   letter.posts_charges AS "postsCharges", letter.entry_id AS "entryId", cancellation.cancelled_on AS "cancelledOn",
   cancellation.reason AS "cancellationReason", letter.actor_id AS "createdBy", letter.created_at AS "createdAt",
   greatest(letter.created_at, cancellation.created_at) AS "updatedAt",`,
  statusSql,
  'AS status',
].join(' ');

export const dunningLetterTables = `
  accounting.dunning_letter AS letter
  JOIN accounting.party AS named ON named.organization_id = letter.organization_id AND named.id = letter.party_id
  JOIN accounting.party AS party
    ON party.organization_id = named.organization_id
      AND party.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END
  LEFT JOIN accounting.dunning_letter_cancellation AS cancellation
    ON cancellation.organization_id = letter.organization_id AND cancellation.letter_id = letter.id`;
