import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { Choice, Code, Count, Flag, List, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { choiceRule } from '#platform/http/fields/choice-rules.js';
import {
  type AccountImportMode,
  accountImportModes,
  accountOutcomes,
  type DifferingField,
  differingFields,
  type PlannedAccount,
} from './planned-account.js';
import { type PostingPurpose, postingPurposes } from './posting-purposes.js';
import { MOST_ACCOUNTS } from './read-account-file.js';
import { type ChartTemplateCode, chartTemplateCodes } from './templates/chart-template.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class ImportAccountsQuery extends DryRunQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'Whose chart this is. May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @Choice(accountImportModes, {
    name: 'AccountImportMode',
    optional: true,
    example: 'create',
    description:
      '`create` (where left out) adds what is missing and reports what is otherwise in the chart; `upsert` also changes name, status, sub-type and section of the cash flow statement of accounts that are there.',
  })
  mode?: AccountImportMode;
}

export class ImportChartTemplate {
  @Choice(chartTemplateCodes, { name: 'ChartTemplateCode', example: 'ifrs_general' })
  templateCode: ChartTemplateCode;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @Flag({
    optional: true,
    example: false,
    description:
      'Also name the template’s accounts for retained earnings and rounding in the books, and its posting accounts, where none is named. The books must be open. An account of the chart that does not fit a purpose of documents is not named for it.',
  })
  nameBooksAccounts?: boolean;
}

export class ImportedAccountView {
  @Count(1, 2_147_483_647, { nullable: true, example: 2, description: 'Line of the file; null for a template.' })
  line: number | null;

  @Code(20, { example: '1930' })
  code: string;

  @Text(200, { example: 'Business account', description: 'As it is in the chart afterwards.' })
  name: string;

  @Choice(accountOutcomes, { name: 'AccountImportOutcome', example: 'created' })
  outcome: (typeof accountOutcomes)[number];

  @Values(choiceRule(differingFields, 'AccountDifference'), {
    max: differingFields.length,
    example: ['name'],
    description: 'What the chart has otherwise, and keeps.',
  })
  differs: DifferingField[];

  static from({ line, account, outcome, differs }: PlannedAccount): ImportedAccountView {
    return { line, code: account.code, name: account.name, outcome, differs };
  }
}

const importStatuses = ['imported', 'nothing_new', 'dry_run'] as const;

export class AccountImportView {
  @Choice(importStatuses, {
    name: 'AccountImportStatus',
    example: 'imported',
    description: '`nothing_new`: the chart had every account already, and none was changed.',
  })
  status: (typeof importStatuses)[number];

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Count(0, MOST_ACCOUNTS, { example: 120, description: 'Accounts that were not there before.' })
  created: number;

  @Count(0, MOST_ACCOUNTS, { example: 0, description: 'Accounts whose name, status, sub-type or section changed.' })
  changed: number;

  @Count(0, MOST_ACCOUNTS, { example: 4, description: 'Accounts that stay as they were.' })
  unchanged: number;

  @List(() => ImportedAccountView, { max: MOST_ACCOUNTS, description: 'Every account, in the order it was sent.' })
  accounts: ImportedAccountView[];
}

export class NamedPostingAccountView {
  @Choice(postingPurposes, { name: 'PostingPurpose', example: 'receivables' })
  purpose: PostingPurpose;

  @Code(20, {
    nullable: true,
    example: '1100',
    description: 'As the legal entity names it now; null where it names none.',
  })
  accountCode: string | null;
}

export class ChartTemplateImportView extends AccountImportView {
  @Code(20, { nullable: true, example: '3300', description: 'As the books name it now; null where they name none.' })
  retainedEarningsAccountCode: string | null;

  @Code(20, { nullable: true, example: '5990', description: 'As the books name it now; null where they name none.' })
  roundingAccountCode: string | null;

  @List(() => NamedPostingAccountView, {
    max: postingPurposes.length,
    description: 'The account that documents post to, for every purpose.',
  })
  postingAccounts: NamedPostingAccountView[];
}
