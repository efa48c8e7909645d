import { Choice, Code, Flag, List, Text } from '#platform/http/fields/fields.js';
import { type AccountSubtype, allAccountSubtypes } from './account-subtype.js';
import { type AccountControl, accountControls, type AccountType, accountTypes } from './account-type.js';
import { type CashFlowSection, cashFlowSections } from './cash-flow-section.js';
import { type PostingPurpose, postingPurposes } from './posting-purposes.js';
import {
  accountsOf,
  type ChartTemplate,
  type ChartTemplateCode,
  chartTemplateCodes,
} from './templates/chart-template.js';

export class ChartTemplateAccountView {
  @Code(20, { example: '1010' })
  code: string;

  @Text(200, { example: 'Bank account' })
  name: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'asset' })
  type: AccountType;

  @Choice(allAccountSubtypes, { name: 'AccountSubtype', nullable: true, example: 'bank' })
  subtype: AccountSubtype | null;

  @Choice(cashFlowSections, {
    name: 'CashFlowSection',
    nullable: true,
    example: 'investing',
    description: 'Where the statement of cash flows shows it; null where type and sub-type say.',
  })
  cashFlowSection: CashFlowSection | null;

  @Choice(accountControls, { name: 'AccountControl', example: 'bank' })
  control: AccountControl;

  @Flag({ example: false })
  isGroup: boolean;

  @Code(20, { nullable: true, example: '10', description: 'The group above it.' })
  parentCode: string | null;
}

export class TemplatePostingAccountView {
  @Choice(postingPurposes, { name: 'PostingPurpose', example: 'receivables' })
  purpose: PostingPurpose;

  @Code(20, { example: '1100' })
  accountCode: string;
}

export class ChartTemplateView {
  @Choice(chartTemplateCodes, { name: 'ChartTemplateCode', example: 'ifrs_general' })
  code: ChartTemplateCode;

  @Text(200, { example: 'General chart in the manner of IFRS' })
  name: string;

  @Text(500, { example: 'For a trading or service company.' })
  description: string;

  @Code(20, { example: '3300', description: 'The account for the results of closed years.' })
  retainedEarningsAccountCode: string;

  @Code(20, { example: '5990', description: 'The account for what rounding leaves of foreign currencies.' })
  roundingAccountCode: string;

  @List(() => TemplatePostingAccountView, {
    max: postingPurposes.length,
    description: 'The account that documents post to for each purpose.',
  })
  postingAccounts: TemplatePostingAccountView[];

  @List(() => ChartTemplateAccountView, { max: 500, description: 'Groups before the accounts below them.' })
  accounts: ChartTemplateAccountView[];

  static from(template: ChartTemplate): ChartTemplateView {
    const { code, name, description, retainedEarningsAccountCode, roundingAccountCode } = template;
    const named = { retainedEarningsAccountCode, roundingAccountCode };
    const accountFor = (purpose: PostingPurpose) => ({ purpose, accountCode: template.postingAccountCodes[purpose] });
    const postingAccounts = postingPurposes.map(accountFor);
    return { code, name, description, ...named, postingAccounts, accounts: accountsOf(template) };
  }
}

export class ChartTemplatesView {
  @List(() => ChartTemplateView, { max: 20 })
  templates: ChartTemplateView[];
}
