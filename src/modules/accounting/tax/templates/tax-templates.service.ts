import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { AccountImportService } from '../../chart/account-import.service.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { readTaxCode } from '../codes/read-tax-code.js';
import { TaxCodesRepository } from '../codes/tax-codes.repository.js';
import { TaxCodesService } from '../codes/tax-codes.service.js';
import { TaxRulesRepository } from '../rules/tax-rules.repository.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { euVat } from './eu-vat.js';
import { missingParameters, type TaxTemplate, type TaxTemplatePlan, type TemplateRule } from './tax-template.js';
import {
  type ImportedTaxPartView,
  type ImportedTaxRuleView,
  type ImportTaxTemplate,
  type TaxTemplateImportView,
  TaxTemplatesView,
  TaxTemplateView,
} from './tax-templates.dto.js';
import { ukVat } from './uk-vat.js';
import { usSalesTax } from './us-sales-tax.js';

const MANAGE = taxPermissions.manageTaxes.name;
const templates: readonly TaxTemplate[] = [euVat, ukVat, usSalesTax];

/** Taxes of a country to start from, and their way into the books. */
@Injectable()
export class TaxTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly accountImport: AccountImportService,
    private readonly taxCodes: TaxCodesService,
    private readonly knownCodes: TaxCodesRepository,
    private readonly taxRules: TaxRulesRepository,
  ) {}

  all(): TaxTemplatesView {
    return { templates: templates.map((template) => TaxTemplateView.from(template)) };
  }

  import(body: ImportTaxTemplate, { dryRun = false }: DryRunQuery): Promise<TaxTemplateImportView> {
    const plan = planOf(body);
    const work = async (transaction: Transaction): Promise<TaxTemplateImportView> => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const brought = await this.accountImport.bring(transaction, legalEntityId, plan.accounts, 'create');
      const accounts = brought.map(({ account: { code, name }, outcome }): ImportedTaxPartView => {
        return { code, name, outcome: outcome === 'created' ? 'created' : 'unchanged' };
      });
      const taxCodes = await this.bringCodes(transaction, legalEntityId, plan);
      const rules = await this.bringRules(transaction, legalEntityId, plan.rules);
      const isNew = [...accounts, ...taxCodes, ...rules].some(({ outcome }) => outcome === 'created');
      const status = dryRun ? 'dry_run' : isNew ? 'imported' : 'nothing_new';
      return { status, legalEntityId, accounts, taxCodes, rules };
    };
    return dryRun ? this.unitOfWork.rehearse(MANAGE, work) : this.unitOfWork.run(MANAGE, work);
  }

  private async bringCodes(
    transaction: Transaction,
    legalEntityId: string,
    { codes }: TaxTemplatePlan,
  ): Promise<ImportedTaxPartView[]> {
    const wanted = codes.map(({ code }) => code);
    const known = await this.knownCodes.byCode(transaction, legalEntityId, wanted);
    const brought: ImportedTaxPartView[] = [];
    for (const proposal of codes) {
      const there = known.get(proposal.code);
      if (!there) await this.taxCodes.add(transaction, legalEntityId, readTaxCode(proposal));
      const { code, name } = there ?? proposal;
      brought.push({ code, name, outcome: there ? 'unchanged' : 'created' });
    }
    return brought;
  }

  private async bringRules(
    transaction: Transaction,
    legalEntityId: string,
    rules: readonly TemplateRule[],
  ): Promise<ImportedTaxRuleView[]> {
    const codes = rules.map(({ taxCode }) => taxCode);
    const ids = await this.knownCodes.byCode(transaction, legalEntityId, codes);
    const known = await this.taxRules.allActive(transaction, legalEntityId);
    const brought: ImportedTaxRuleView[] = [];
    for (const rule of rules) {
      const { name, direction, priority, taxCode } = rule;
      const there = known.find((one) => one.direction === direction && one.priority === priority);
      if (!there) {
        const { partyTaxClass = null, itemTaxClass = null, country = null, subdivision = null } = rule;
        const conditions = { partyTaxClass, itemTaxClass, country, subdivision, validFrom: null, validTo: null };
        const content = { legalEntityId, name, direction, priority, ...conditions };
        await this.taxRules.insert(transaction, content, ids.get(taxCode)!.id);
      }
      const outcome = there ? (there.taxCode === taxCode ? 'unchanged' : 'skipped') : 'created';
      brought.push({ name, direction, priority, taxCode, outcome });
    }
    return brought;
  }
}

function planOf({ templateCode, outputAccountCode, inputAccountCode, ...body }: ImportTaxTemplate): TaxTemplatePlan {
  const template = templates.find(({ code }) => code === templateCode)!;
  const { output, input } = template.accounts;
  const accounts = { outputAccountCode: outputAccountCode ?? output, inputAccountCode: inputAccountCode ?? input };
  const parameters = { ...body, ...accounts };
  const missing = missingParameters(template, parameters);
  if (missing.length > 0) throw taxProblems.tax_template_refused(missing[0]!.message, missing);
  return template.plan(parameters);
}
