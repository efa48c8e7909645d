import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DimensionRequirement } from '../dimensions/dimension-kind.js';

export interface DimensionFact {
  id: string;
  legalEntityId: string;
  code: string;
  isActive: boolean;
}

export interface DimensionValueFact {
  id: string;
  dimensionId: string;
  code: string;
  name: string;
  isActive: boolean;
  validFrom: CalendarDate | null;
  validTo: CalendarDate | null;
}

export interface DimensionRuleFact {
  accountId: string;
  dimensionId: string;
  requirement: DimensionRequirement;
  defaultValueId: string | null;
}

/** What the books say about the dimensions that requests name, and those that accounts have rules about. */
export class DimensionFacts {
  static readonly none = new DimensionFacts([], [], []);

  private readonly byCode: Map<string, DimensionFact>;
  private readonly byId: Map<string, DimensionFact>;
  private readonly valuesByCode: Map<string, DimensionValueFact>;
  private readonly valuesById: Map<string, DimensionValueFact>;
  private readonly rulesByAccount = new Map<string, DimensionRuleFact[]>();

  constructor(
    dimensions: readonly DimensionFact[],
    values: readonly DimensionValueFact[],
    rules: readonly DimensionRuleFact[],
  ) {
    this.byCode = new Map(dimensions.map((fact) => [key(fact.legalEntityId, fact.code), fact]));
    this.byId = new Map(dimensions.map((fact) => [fact.id, fact]));
    this.valuesByCode = new Map(values.map((fact) => [key(fact.dimensionId, fact.code), fact]));
    this.valuesById = new Map(values.map((fact) => [fact.id, fact]));
    for (const rule of rules) {
      this.rulesByAccount.set(rule.accountId, [...(this.rulesByAccount.get(rule.accountId) ?? []), rule]);
    }
  }

  dimension(legalEntityId: string, code: string): DimensionFact | undefined {
    return this.byCode.get(key(legalEntityId, code));
  }

  value(dimensionId: string, code: string): DimensionValueFact | undefined {
    return this.valuesByCode.get(key(dimensionId, code));
  }

  /** Rules of the account about active dimensions; those about inactive ones rest. */
  rules(accountId: string): { rule: DimensionRuleFact; dimension: DimensionFact; byDefault?: DimensionValueFact }[] {
    return (this.rulesByAccount.get(accountId) ?? []).flatMap((rule) => {
      const dimension = this.byId.get(rule.dimensionId);
      if (!dimension?.isActive) return [];
      const byDefault = rule.defaultValueId === null ? undefined : this.valuesById.get(rule.defaultValueId);
      return [{ rule, dimension, byDefault }];
    });
  }
}

const key = (scope: string, name: string) => `${scope}/${name}`;
