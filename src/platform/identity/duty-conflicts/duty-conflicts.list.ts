import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { dutyHolderKinds } from './duty-conflicts.dto.js';

const anId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const dutyConflictList = defineList({
  name: 'dutyConflict',
  id: 'holder.id',
  updatedAt: 'holder.updated_at',
  filters: {
    userId: filter.ref('holder.user_id', {
      description: 'This person, and service accounts that this person answers for.',
      example: anId,
    }),
    name: filter.text('holder.name', {
      prefix: true,
      description: 'Holders with this name.',
      example: 'Anna Berg',
    }),
    kind: filter.choice('holder.kind', dutyHolderKinds, {
      name: 'DutyHolderKind',
      description: 'Holders of this kind.',
      example: 'member',
    }),
    code: filter.textAmong(
      "conflict ->> 'code'",
      ['EXISTS (SELECT FROM json_array_elements(found.conflicts) AS conflict WHERE', ')'],
      { description: 'Holders who have this conflict.', example: 'bank_details_and_refunds' },
    ),
  },
  sorts: { name: { column: 'holder.name', type: 'text' } },
  defaultSort: 'name',
});
