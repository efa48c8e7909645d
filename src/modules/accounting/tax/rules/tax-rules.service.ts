import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { TaxCodesRepository } from '../codes/tax-codes.repository.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { type CreateTaxRule, type TaxRuleRow, TaxRuleView, type UpdateTaxRule } from './tax-rules.dto.js';
import { taxRuleColumns, taxRuleSource } from './tax-rules.list.js';
import { TaxRulesRepository } from './tax-rules.repository.js';

const MANAGE = taxPermissions.manageTaxes.name;

type Proposed = Omit<TaxRuleRow, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** The rules by which lines get their tax codes. */
@Injectable()
export class TaxRulesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly taxCodes: TaxCodesRepository,
    private readonly taxRules: TaxRulesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<TaxRuleView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<TaxRuleRow>(transaction, {
        columns: taxRuleColumns,
        from: taxRuleSource,
        where: 'rule.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxRuleView.from(row));
    });
  }

  find(id: string): Promise<TaxRuleView> {
    return this.unitOfWork.read(async (transaction) => TaxRuleView.from(await this.taxRules.get(transaction, id)));
  }

  create(body: CreateTaxRule): Promise<TaxRuleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const { partyTaxClass = null, itemTaxClass = null, country = null, subdivision = null } = body;
      const { name, direction, priority, taxCode, validFrom = null, validTo = null } = body;
      const conditions = { partyTaxClass, itemTaxClass, country, subdivision, validFrom, validTo };
      const rule = { legalEntityId, name, direction, priority, ...conditions, taxCode, status: 'active' as const };
      const id = await this.taxRules.insert(transaction, rule, await this.prove(transaction, rule));
      return TaxRuleView.from(await this.taxRules.get(transaction, id));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateTaxRule): Promise<TaxRuleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      requireVersion(await this.taxRules.hold(transaction, id), expectedVersion);
      const rule: TaxRuleRow = { ...(await this.taxRules.get(transaction, id)), ...body };
      await this.taxRules.update(transaction, rule, await this.prove(transaction, rule));
      return TaxRuleView.from(await this.taxRules.get(transaction, id));
    });
  }

  /** @returns the id of the tax code that it leads to */
  private async prove(transaction: Transaction, rule: Proposed): Promise<string> {
    const { legalEntityId, taxCode, direction, validFrom, validTo, country, subdivision } = rule;
    const faults: ProblemError[] = [];
    const code = (await this.taxCodes.byCode(transaction, legalEntityId, [taxCode])).get(taxCode);
    if (!code) {
      const message = `The legal entity has no tax code ${taxCode}.`;
      faults.push({ pointer: '/taxCode', code: 'unknown_tax_code', message });
    } else if (code.appliesTo !== 'both' && code.appliesTo !== direction) {
      const message = `${taxCode} is for documents of ${code.appliesTo} only.`;
      faults.push({ pointer: '/taxCode', code: 'other_direction', message });
    }
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      const message = 'A rule ends on its first day or later.';
      faults.push({ pointer: '/validTo', code: 'validity_order', message });
    }
    if (subdivision !== null && country === null) {
      faults.push({ pointer: '/subdivision', code: 'no_country', message: 'A subdivision is of a country: name it.' });
    }
    if (faults.length > 0) throw taxProblems.tax_rule_refused(faults[0]!.message, faults);
    return code!.id;
  }
}
