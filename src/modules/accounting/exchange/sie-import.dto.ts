import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { Choice, Code, Flag, Ref, Value } from '#platform/http/fields/fields.js';
import { accountTypeOverridesRule } from './account-type-overrides.js';
import { SieReportView } from './sie-report.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const accountCode = {
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$',
  words: 'letters, digits and . _ -, beginning with a letter or digit',
};

/** What the caller decides about an import. */
export class ImportSieQuery extends DryRunQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose books these are. The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Value(accountTypeOverridesRule, {
    optional: true,
    example: '1910:asset,2081:equity',
    description:
      'Types by account number, `number:type` separated by commas. They win over #KTYP and over the BAS class of the number.',
  })
  accountTypeOverrides?: string;

  @Code(20, {
    ...accountCode,
    optional: true,
    example: '2098',
    description:
      'Equity account that takes the previous year’s result where the file has not carried it. Otherwise the one that the books name, or the BAS account for it.',
  })
  retainedEarningsAccount?: string;

  @Code(20, {
    ...accountCode,
    optional: true,
    example: '2999',
    description:
      'Balance-sheet account of the file or of the books that takes an opening difference which is not the previous year’s result. Without it such a file is refused.',
  })
  openingDifferenceAccount?: string;

  @Flag({
    optional: true,
    example: false,
    description: 'Pass over records with labels that SIE 4 does not have, with a remark, instead of refusing the file.',
  })
  ignoreUnknownLabels?: boolean;
}

const importOutcomes = ['imported', 'dry_run', 'already_imported'] as const;

export class SieImportView extends SieReportView {
  @Choice(importOutcomes, {
    name: 'SieImportOutcome',
    example: 'imported',
    description: '`already_imported`: the books have this very file; the report is that of its import.',
  })
  status: (typeof importOutcomes)[number];

  @Ref({ nullable: true, example: exampleId, description: 'Null for a dry run.' })
  importId: string | null;

  @Ref({ example: exampleId })
  legalEntityId: string;
}
