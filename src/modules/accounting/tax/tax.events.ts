import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { Count, CurrencyCode, Money, OnDate, Ref } from '#platform/http/fields/fields.js';

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

class SettlementData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  taxReturnId: string;

  @Ref({ example: exampleId })
  settlementId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Money({ example: '150.00', description: 'What is owed to the authority by it, below zero what that owes.' })
  amountDue: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;
}

class TaxReturnSettledData extends SettlementData {
  @Ref({ example: exampleId, description: 'The entry that was posted.' })
  entryId: string;

  @OnDate({ example: '2026-03-31' })
  settledOn: string;
}

class TaxReturnSettlementReversedData extends SettlementData {
  @Ref({ example: exampleId, description: 'The entry that takes it back.' })
  entryId: string;

  @OnDate({ example: '2026-03-31' })
  reversedOn: string;
}

const settlementExample = {
  taxReturnId: exampleId,
  settlementId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14',
  legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  amountDue: '150.00',
  currency: 'EUR',
  entryId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a15',
};

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
  taxReturnSettled: {
    type: 'accounting.tax_return.settled.v1',
    description: 'The taxes of a filed return became what is due to the authority, or from it.',
    data: TaxReturnSettledData,
    example: { ...settlementExample, settledOn: '2026-03-31' },
  },
  taxReturnSettlementReversed: {
    type: 'accounting.tax_return.settlement_reversed.v1',
    description: 'The settlement of a tax return was taken back; the return can be settled anew.',
    data: TaxReturnSettlementReversedData,
    example: { ...settlementExample, reversedOn: '2026-03-31' },
  },
} as const satisfies Record<
  string,
  EventDeclaration<TaxReturnFiledData | TaxReturnSettledData | TaxReturnSettlementReversedData>
>;
