import type { ProblemError } from '#kernel/problem.js';
import type { AccountProposal } from '../../chart/planned-account.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { CreateTaxCode } from '../codes/tax-codes.dto.js';
import type { RuleCondition } from '../rules/resolve-tax-rule.js';

export const taxTemplateCodes = ['eu_vat', 'uk_vat', 'us_sales_tax'] as const;
export type TaxTemplateCode = (typeof taxTemplateCodes)[number];

/** What a template leaves to whoever applies it. */
export interface TemplateParameters {
  validFrom: string;
  outputAccountCode: string;
  inputAccountCode: string;
  country?: string | undefined;
  standardRate?: string | undefined;
  reducedRate?: string | undefined;
  secondReducedRate?: string | undefined;
  subdivision?: string | undefined;
  stateRate?: string | undefined;
  countyRate?: string | undefined;
  cityRate?: string | undefined;
}

export type TemplateRule = { name: string; direction: DocumentDirection; priority: number; taxCode: string } & {
  [Condition in RuleCondition]?: string;
};

export interface TaxTemplatePlan {
  accounts: AccountProposal[];
  /** Groups after what they consist of. */
  codes: Omit<CreateTaxCode, 'legalEntityId'>[];
  rules: TemplateRule[];
}

export interface TaxTemplate {
  readonly code: TaxTemplateCode;
  readonly name: string;
  readonly description: string;
  /** Where its facts are from. */
  readonly sources: readonly string[];
  readonly needs: readonly (keyof TemplateParameters)[];
  readonly accounts: { readonly output: string; readonly input: string };
  plan(parameters: TemplateParameters): TaxTemplatePlan;
}

/** What the template needs and the request does not say. */
export function missingParameters({ needs, name }: TaxTemplate, parameters: TemplateParameters): ProblemError[] {
  return needs
    .filter((field) => parameters[field] === undefined)
    .map((field) => ({
      pointer: `/${field}`,
      code: 'parameter_missing',
      message: `The template "${name}" needs ${field}.`,
    }));
}

/** The accounts that taxes are booked on. */
export function taxAccounts(
  { outputAccountCode, inputAccountCode }: TemplateParameters,
  [output, input]: readonly [string, string?],
): AccountProposal[] {
  const owed: AccountProposal = { code: outputAccountCode, name: output, type: 'liability', subtype: 'tax_payable' };
  return input === undefined
    ? [owed]
    : [owed, { code: inputAccountCode, name: input, type: 'asset', subtype: 'tax_receivable' }];
}
