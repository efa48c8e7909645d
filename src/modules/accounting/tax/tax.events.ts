import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { Count, OnDate, Ref } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class TaxReturnFiledData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  taxReturnId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  formId: string;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-03-31' })
  endsOn: string;

  @Count(0, 2_147_483_647, { example: 0, description: 'Zero for the return itself, counted up by its amendments.' })
  revision: number;
}

export const taxEvents = {
  taxReturnFiled: {
    type: 'accounting.tax_return.filed.v1',
    description: 'A tax return, or an amendment of one, was filed: its boxes and tax lines are fixed.',
    data: TaxReturnFiledData,
    example: {
      taxReturnId: exampleId,
      legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
      formId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
      startsOn: '2026-01-01',
      endsOn: '2026-03-31',
      revision: 0,
    },
  },
} as const satisfies Record<string, EventDeclaration<TaxReturnFiledData>>;
