import { Count, Flag, Nested, Ref, Values } from '#platform/http/fields/fields.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { PartyView } from './parties.dto.js';
import { type TakenField, takenFields } from './plan-merge.js';

export class MergeParty {
  @Ref({
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    description: 'The survivor, of the same legal entity: active or on hold.',
  })
  intoPartyId: string;

  @Flag({
    optional: true,
    example: true,
    description:
      'Whether the survivor takes over what it lacks: single fields, roles, addresses of kinds that it has none of, contacts, tax ids, and bank accounts, which have to be verified anew. `true` where left out.',
  })
  takesOver?: boolean;
}

export class PartyMergeView {
  @Flag({ example: false, description: 'Whether this only says what would be; nothing was kept.' })
  isDryRun: boolean;

  @Nested(() => PartyView, { description: 'As it stays: readable, and pointing to the survivor.' })
  merged: PartyView;

  @Nested(() => PartyView, { description: 'As it is afterwards.' })
  survivor: PartyView;

  @Values(codeRule({ max: 50 }), {
    max: takenFields.length,
    example: ['taxIds'],
    description: 'The fields that the survivor took over, in whole or in part.',
  })
  takenOver: TakenField[];

  @Count(0, 2_147_483_647, { example: 1, description: 'Bank accounts that the survivor has from it, unverified.' })
  bankAccountCount: number;

  @Count(0, 2_147_483_647, {
    example: 0,
    description: 'Parties that were merged into it earlier and point to the survivor now.',
  })
  earlierMergedCount: number;
}
