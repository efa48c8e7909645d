import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { Choice, Code, Count, List, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type AccountType, accountTypes, type ActiveStatus, activeStatuses } from '../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_ACCOUNTS = 2_147_483_647;

export class StatutoryMappingFields {
  @Code(20, { example: '1930', description: 'An account that takes postings.' })
  accountCode: string;

  @Code(40, { nullable: true, example: '512', description: 'Its line; null takes the account out of the chart.' })
  lineCode: string | null;
}

export class MapAccounts {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'Whose accounts these are. May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @List(() => StatutoryMappingFields, {
    min: 1,
    max: 1000,
    description: 'Accounts that are not named stay as they are.',
  })
  mappings: StatutoryMappingFields[];
}

export class ImportMappingQuery extends DryRunQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'Whose accounts these are. May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;
}

const mappingStatuses = ['mapped', 'nothing_new', 'dry_run'] as const;

export class MappingChangeView {
  @Choice(mappingStatuses, {
    name: 'StatutoryMappingStatus',
    example: 'mapped',
    description: '`nothing_new`: every account belonged to its line already.',
  })
  status: (typeof mappingStatuses)[number];

  @Ref({ example: exampleId })
  chartId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Count(1, MOST_ACCOUNTS, { example: 2, description: 'Of the statutory chart, as it is now; also the ETag.' })
  version: number;

  @Count(0, MOST_ACCOUNTS, { example: 40, description: 'Accounts that belonged to no line before.' })
  mapped: number;

  @Count(0, MOST_ACCOUNTS, { example: 2, description: 'Accounts that belonged to another line.' })
  changed: number;

  @Count(0, MOST_ACCOUNTS, { example: 0, description: 'Accounts that belong to no line any more.' })
  removed: number;

  @Count(0, MOST_ACCOUNTS, { example: 3, description: 'Accounts that belonged to the line already.' })
  unchanged: number;

  @Count(0, MOST_ACCOUNTS, {
    example: 7,
    description: 'Active accounts of the legal entity that belong to no line yet.',
  })
  unmapped: number;
}

export class StatutoryMappingView {
  @Ref({ example: exampleId })
  accountId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Text(200, { example: 'Business account' })
  accountName: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'asset' })
  type: AccountType;

  @Choice(activeStatuses, { name: 'AccountStatus', example: 'active' })
  status: ActiveStatus;

  @Ref({ nullable: true, example: exampleId, description: 'Null where the account belongs to no line.' })
  lineId: string | null;

  @Code(40, { nullable: true, example: '512' })
  lineCode: string | null;

  @Text(200, { nullable: true, example: 'Banks' })
  lineName: string | null;

  static from(row: StatutoryMappingView): StatutoryMappingView {
    const { accountId, legalEntityId, accountCode, accountName, type, status, lineId, lineCode, lineName } = row;
    return { accountId, legalEntityId, accountCode, accountName, type, status, lineId, lineCode, lineName };
  }
}

export class StatutoryMappingList extends ListOf(StatutoryMappingView) {}
