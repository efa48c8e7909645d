import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

export const dunningLevelList = defineList({
  name: 'dunningLevel',
  id: 'level.id',
  updatedAt: 'level.updated_at',
  filters: {
    legalEntityId: filter.ref('level.legal_entity_id', {
      description: 'Dunning levels of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    level: filter.integer('level.level', { description: 'Their place.', example: '1' }),
  },
  sorts: { level: { column: 'level.level', type: 'bigint' } },
  defaultSort: 'level',
});

export const dunningLevelColumns = `
  level.id, level.legal_entity_id AS "legalEntityId", level.level, level.name, level.days_overdue AS "daysOverdue",
  level.days_since_last AS "daysSinceLast", level.days_to_pay AS "daysToPay", level.minimum_amounts AS "minimumAmounts",
  level.fees, level.interest_rate::text AS "interestRate", level.day_count AS "dayCount",
  level.posts_charges AS "postsCharges", level.texts, level.version, level.created_at AS "createdAt",
  level.updated_at AS "updatedAt"`;
