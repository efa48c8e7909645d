import { List, Percentage, Ref, Text } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class SplitShareFields {
  @Text(50, { example: 'STO', description: 'The value by its code.' })
  valueCode: string;

  @Percentage({
    sign: 'positive',
    example: '60',
    description: 'Share of the line in percent, above zero. The shares of a split sum to exactly 100.',
  })
  percentage: string;
}

export class LineDimensionFields {
  @Text(20, { example: 'COST-CENTRE', description: 'The dimension by its code.' })
  dimensionCode: string;

  @Text(50, { optional: true, example: 'STO', description: 'The value by its code. Give this or `split`.' })
  valueCode?: string;

  @List(() => SplitShareFields, {
    optional: true,
    min: 2,
    max: 100,
    description:
      'Divides the line into one for each share, by largest remainder, in this order. A line is split along one dimension only.',
  })
  split?: SplitShareFields[];
}

export class LineDimensionView {
  @Ref({ example: exampleId })
  dimensionId: string;

  @Text(20, { example: 'COST-CENTRE' })
  dimensionCode: string;

  @Ref({ example: exampleId })
  valueId: string;

  @Text(50, { example: 'STO' })
  valueCode: string;

  @Text(200, { example: 'Stockholm' })
  valueName: string;
}
