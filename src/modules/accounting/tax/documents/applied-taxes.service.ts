import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { TaxComponent } from '../calculation/tax-component.js';
import { TaxCodesRepository } from '../codes/tax-codes.repository.js';
import { reasonOf, resolveTaxRule, type TaxSituation } from '../rules/resolve-tax-rule.js';
import { TaxRulesRepository } from '../rules/tax-rules.repository.js';
import { taxProblems } from '../tax.problems.js';
import { componentsOnDate, type TaxPoint } from './components-on-date.js';
import type { LineTaxes } from './tax-calculation.view.js';

/** Something that bears taxes: by codes, or where it names none by rules. */
export interface TaxedSubject {
  /** Where the request has it. */
  pointer: string;
  taxCodes?: readonly string[] | undefined;
  itemTaxClass?: string | null | undefined;
}

export interface AppliedTaxes extends LineTaxes {
  taxes: readonly TaxComponent[];
}

export type DocumentPoint = TaxPoint & Omit<TaxSituation, 'itemTaxClass' | 'taxPointOn' | 'direction'>;

/** The taxes that lines bear on their tax point date: from codes or rules to rates. */
@Injectable()
export class AppliedTaxesService {
  constructor(
    private readonly taxCodes: TaxCodesRepository,
    private readonly taxRules: TaxRulesRepository,
  ) {}

  /**
   * In the order of the subjects; those with the same codes share one list.
   *
   * @throws Problem tax_calculation_refused with a pointer for each code or line that cannot be
   */
  async apply(
    transaction: Transaction,
    legalEntityId: string,
    point: DocumentPoint,
    subjects: readonly TaxedSubject[],
  ): Promise<AppliedTaxes[]> {
    const named = await this.name(transaction, legalEntityId, point, subjects);
    const codes = [...new Set(named.flatMap(({ taxCodes }) => taxCodes))];
    const known = await this.taxCodes.byCode(transaction, legalEntityId, codes);
    const parts = [...known.values()].flatMap(({ components }) => components.map(({ code }) => code));
    const ofParts = await this.taxCodes.byCode(transaction, legalEntityId, parts);
    const all = new Map([...ofParts, ...known]);
    const faults: ProblemError[] = [];
    const lists = new Map<string, TaxComponent[]>();
    const applied = named.map(({ taxCodes, rule }, index) => {
      const key = JSON.stringify(taxCodes);
      const taxes = taxCodes.flatMap((code, at) => {
        const found = componentsOnDate(code, all, point);
        const { pointer } = subjects[index]!;
        if (found.fault) faults.push({ ...found.fault, pointer: rule ? pointer : `${pointer}/taxCodes/${at}` });
        return found.taxes ?? [];
      });
      const shared = lists.get(key) ?? taxes;
      lists.set(key, shared);
      return { taxCodes, rule, taxes: shared };
    });
    refuse(faults);
    return applied;
  }

  private async name(
    transaction: Transaction,
    legalEntityId: string,
    { direction, on, partyTaxClass, country, subdivision }: DocumentPoint,
    subjects: readonly TaxedSubject[],
  ): Promise<LineTaxes[]> {
    const needsRules = subjects.some(({ taxCodes }) => taxCodes === undefined);
    const rules = needsRules ? await this.taxRules.active(transaction, legalEntityId, direction, on) : [];
    const faults: ProblemError[] = [];
    const named = subjects.map(({ pointer, taxCodes, itemTaxClass = null }): LineTaxes => {
      if (taxCodes) return { taxCodes: [...taxCodes], rule: null };
      const rule = resolveTaxRule(rules, {
        direction,
        taxPointOn: on,
        itemTaxClass,
        partyTaxClass,
        country,
        subdivision,
      });
      if (rule) {
        const { id, name, priority, taxCode } = rule;
        return { taxCodes: [taxCode], rule: { id, name, priority, reason: reasonOf(rule) } };
      }
      const message = 'The line names no tax codes, and no tax rule holds for it.';
      faults.push({ pointer, code: 'no_tax_rule', message });
      return { taxCodes: [], rule: null };
    });
    refuse(faults);
    return named;
  }
}

function refuse(faults: ProblemError[]): void {
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw taxProblems.tax_calculation_refused(detail, faults.slice(0, 100));
}
