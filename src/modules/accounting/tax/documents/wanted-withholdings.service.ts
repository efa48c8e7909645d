import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import type { Withholding } from '../calculation/tax-document.js';
import { taxProblems } from '../tax.problems.js';
import type { TaxCalculationRequest, WithholdingFields } from './tax-calculations.dto.js';
import { withholdingBy, withholdingTerms } from './withholding-terms.js';
import { WithholdingTermsRepository } from './withholding-terms.repository.js';

const termsOfCode = ['base', 'baseShare', 'threshold', 'thresholdRule'] as const;

/** What the payer of a document that nobody keeps would withhold: by terms of the caller, or by those of codes. */
@Injectable()
export class WantedWithholdings {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly terms: WithholdingTermsRepository,
  ) {}

  /** @throws Problem tax_calculation_refused with a pointer for each code that cannot be */
  async of(transaction: Transaction, legalEntityId: string, body: TaxCalculationRequest): Promise<Withholding[]> {
    const { withholdings = [], taxPointOn: on, partyId = null } = body;
    if (partyId !== null && !(await this.terms.knows(transaction, legalEntityId, partyId))) {
      const message = `The legal entity has no party ${partyId}.`;
      throw taxProblems.tax_calculation_refused(message, [{ pointer: '/partyId', code: 'unknown_party', message }]);
    }
    const codes = withholdings.flatMap(({ code, rate }) => (rate === undefined ? code : []));
    if (codes.length === 0) return withholdings.map(ofCaller);
    const found = await this.terms.find(transaction, legalEntityId, { on, partyId }, codes);
    const { functionalCurrency } = await this.legalEntity.describe(legalEntityId);
    const faults: ProblemError[] = [];
    const wanted = withholdings.map((one, index) => {
      if (one.rate !== undefined) return ofCaller(one);
      const fault = (field: string, code: string, message: string) =>
        faults.push({ pointer: `/withholdings/${index}${field}`, code, message });
      const { terms, fault: ofCode } = withholdingTerms(one.code, found.get(one.code), on);
      if (ofCode) fault('/code', ofCode.code, ofCode.message);
      if (body.currency !== functionalCurrency) {
        fault('', 'withholding_currency', `Codes say what is withheld in ${functionalCurrency}: give a rate.`);
      }
      for (const field of termsOfCode.filter((name) => one[name] !== undefined)) {
        fault(`/${field}`, 'terms_of_code', 'The code says this: give a rate as well, or leave it out.');
      }
      return terms && ofCodeAfter(withholdingBy(terms), one.cumulativeBase);
    });
    if (faults.length > 0) throw taxProblems.tax_calculation_refused(faults[0]!.message, faults);
    return wanted.flatMap((one) => one ?? []);
  }
}

/** Whatever the caller says of the year counts instead. */
const ofCodeAfter = (terms: Withholding, cumulativeBase: string | undefined): Withholding =>
  cumulativeBase === undefined
    ? terms
    : { ...terms, cumulativeBase: new Decimal(cumulativeBase), cumulativeTaxable: undefined };

function ofCaller({ code, rate, base = 'net', thresholdRule, ...fields }: WithholdingFields): Withholding {
  return {
    code,
    rate: new Decimal(rate!),
    base,
    thresholdRule,
    baseShare: decimal(fields.baseShare),
    threshold: decimal(fields.threshold),
    cumulativeBase: decimal(fields.cumulativeBase),
  };
}

const decimal = (text: string | undefined) => (text === undefined ? undefined : new Decimal(text));
