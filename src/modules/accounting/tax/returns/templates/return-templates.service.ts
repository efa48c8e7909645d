import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { NamedLegalEntity } from '../../../chart/named-legal-entity.js';
import { TaxCodesRepository } from '../../codes/tax-codes.repository.js';
import { taxPermissions } from '../../tax.permissions.js';
import { taxProblems } from '../../tax.problems.js';
import { TaxReturnFormView } from '../tax-return-forms.dto.js';
import { TaxReturnFormsRepository } from '../tax-return-forms.repository.js';
import { TaxReturnFormsService } from '../tax-return-forms.service.js';
import { euVatReturn } from './eu-vat-return.js';
import { boxesOf, type ReturnTemplate, type ReturnTemplatePlan } from './return-template.js';
import {
  type ImportTaxReturnTemplate,
  type TaxReturnTemplateImportView,
  TaxReturnTemplatesView,
  TaxReturnTemplateView,
} from './return-templates.dto.js';
import { ukVatReturn } from './uk-vat-return.js';
import { usSalesTaxReturn } from './us-sales-tax-return.js';

const MANAGE = taxPermissions.manageTaxes.name;
const templates: readonly ReturnTemplate[] = [euVatReturn, ukVatReturn, usSalesTaxReturn];

/** Return forms to start from, and their way to a legal entity. */
@Injectable()
export class TaxReturnTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly taxCodes: TaxCodesRepository,
    private readonly forms: TaxReturnFormsService,
    private readonly knownForms: TaxReturnFormsRepository,
  ) {}

  all(): TaxReturnTemplatesView {
    return { templates: templates.map((template) => TaxReturnTemplateView.from(template)) };
  }

  import(body: ImportTaxReturnTemplate, { dryRun = false }: DryRunQuery): Promise<TaxReturnTemplateImportView> {
    const plan = planOf(body);
    const work = async (transaction: Transaction): Promise<TaxReturnTemplateImportView> => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const known = await this.taxCodes.byCode(transaction, legalEntityId, plan.taxCodes);
      const missingTaxCodes = plan.taxCodes.filter((code) => !known.has(code));
      if (known.size === 0) {
        const message = 'The legal entity has none of its tax codes: import the tax template first.';
        const error = { pointer: '/templateCode', code: 'no_tax_codes', message };
        throw taxProblems.tax_template_refused(message, [error]);
      }
      const there = await this.knownForms.byCode(transaction, legalEntityId, plan.code);
      const { validFrom, frequency = plan.frequency } = body;
      const taxCodes = plan.taxCodes.filter((code) => known.has(code));
      const boxes = boxesOf(plan.boxes, new Set(taxCodes));
      const dueBox = boxes.some(({ code }) => code === plan.dueBox) ? plan.dueBox : null;
      const content = { ...plan, frequency, validFrom, taxCodes, boxes, dueBox };
      const form = there ?? (await this.forms.add(transaction, legalEntityId, content));
      const status = dryRun ? 'dry_run' : there ? 'nothing_new' : 'imported';
      return { status, form: TaxReturnFormView.from(form), missingTaxCodes };
    };
    return dryRun ? this.unitOfWork.rehearse(MANAGE, work) : this.unitOfWork.run(MANAGE, work);
  }
}

function planOf({ templateCode, country, subdivision }: ImportTaxReturnTemplate): ReturnTemplatePlan {
  const template = templates.find(({ code }) => code === templateCode)!;
  const parameters = { country, subdivision };
  const missing = template.needs.filter((field) => parameters[field] === undefined);
  if (missing.length > 0) {
    const faults = missing.map((field) => {
      const message = `The template "${template.name}" needs ${field}.`;
      return { pointer: `/${field}`, code: 'parameter_missing', message };
    });
    throw taxProblems.tax_template_refused(faults[0]!.message, faults);
  }
  return template.plan(parameters);
}
