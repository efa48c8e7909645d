import { Code, Count, CurrencyCode, List, Money, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class WithholdingSummaryQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @OnDate({ example: '2026-01-01', description: 'First day.' })
  from: string;

  @OnDate({ example: '2026-12-31', description: 'Last day.' })
  to: string;
}

export class WithholdingSumsView {
  @Count(0, 2_147_483_647, {
    example: 3,
    description: 'Withholdings of the days, and what refunds took back of such; those reversed in them count, too.',
  })
  count: number;

  @Money({ example: '1000.00', description: 'What was kept back was reckoned of, as far as payers said.' })
  base: string;

  @Money({ example: '150.00', description: 'What was kept back, less what was reversed and what refunds took back.' })
  amount: string;

  @Money({ example: '100.00', description: 'Of it: what certificates are there for.' })
  certified: string;

  @Money({ example: '50.00', description: 'Of it: what certificates are missing for.' })
  uncertified: string;

  @Money({ example: '1200.00', description: 'What documents of the days count, credit notes taken off.' })
  expectedBase: string;

  @Money({ example: '180.00', description: 'What customers were to keep back of them, credit notes taken off.' })
  expected: string;

  @Money({
    example: '30.00',
    description: 'What was expected and not kept back; below zero where customers kept back more.',
  })
  unwithheld: string;
}

export class WithholdingSummaryRowView extends WithholdingSumsView {
  @Ref({ example: exampleId, description: 'The withholding code.' })
  codeId: string;

  @Code(20, { example: 'IRPF' })
  code: string;

  @OnDate({
    example: '2026-01-01',
    description:
      'The year of the code: of documents the one that they count towards, of what was kept back that of the day.',
  })
  yearStartsOn: string;

  @Ref({ example: exampleId })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;
}

export class WithholdingSummaryView {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @List(() => WithholdingSummaryRowView, { max: 100_000, description: 'By code, customer and year.' })
  rows: WithholdingSummaryRowView[];

  @Nested(() => WithholdingSumsView)
  total: WithholdingSumsView;
}
