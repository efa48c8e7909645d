import { OnDate, Ref, Several } from '#platform/http/fields/fields.js';
import { choiceRule } from '#platform/http/fields/choice-rules.js';
import { type SieLoss, sieLosses } from './sie/judge-sie-export.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Whose books are written to a file. */
class ExportQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;
}

export class ExportPlainTextQuery extends ExportQuery {
  @OnDate({
    optional: true,
    example: '2026-01-01',
    description:
      'First day. From the first entry where left out, which makes the balances of the file those of the books; else they are movements.',
  })
  from?: string;

  @OnDate({ optional: true, example: '2026-12-31', description: 'Last day. To the last entry where left out.' })
  to?: string;
}

export class ExportSieQuery extends ExportQuery {
  @OnDate({ example: '2026-12-31', description: 'Any day of the fiscal year that is written.' })
  date: string;

  @Several(choiceRule(sieLosses, 'SieLoss'), {
    optional: true,
    max: 3,
    example: ['foreign_currencies'],
    description:
      'What may be lost, separated by commas; anything else that a SIE file cannot hold refuses the export. `foreign_currencies`: lines in other currencies have their functional amount alone. `replaced_characters`: characters outside code page 437 are replaced. `unbalanced_openings`: earlier years that are not closed leave opening balances that do not sum to zero.',
  })
  accept?: SieLoss[];
}
