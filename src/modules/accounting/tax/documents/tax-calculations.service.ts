import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { calculateDocument, type CalculatedDocument } from '../calculation/calculate-document.js';
import type { TaxComponent } from '../calculation/tax-component.js';
import type { Adjustment, TaxDocument } from '../calculation/tax-document.js';
import { taxProblems } from '../tax.problems.js';
import { AppliedTaxesService, type TaxedSubject } from './applied-taxes.service.js';
import { type LineTaxes, TaxCalculationView } from './tax-calculation.view.js';
import type { TaxAdjustmentFields, TaxCalculationRequest } from './tax-calculations.dto.js';
import { WantedWithholdings } from './wanted-withholdings.service.js';

/** What taxes are reckoned of. */
type TaxedRequest = Omit<TaxCalculationRequest, 'withholdings' | 'partyId'>;

/** A document that can be calculated, and what came of the codes and rules of its lines. */
export interface PreparedTaxes {
  document: TaxDocument;
  lineTaxes: LineTaxes[];
}

/** Calculates documents that nobody keeps, and prepares those that somebody does. */
@Injectable()
export class TaxCalculationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly appliedTaxes: AppliedTaxesService,
    private readonly withholdings: WantedWithholdings,
  ) {}

  calculate(body: TaxCalculationRequest): Promise<TaxCalculationView> {
    return this.unitOfWork.read(async (transaction) => {
      const legalEntityId = await this.legalEntity.resolve(body.legalEntityId);
      const { document, lineTaxes } = await this.prepare(transaction, legalEntityId, body);
      const withholdings = await this.withholdings.of(transaction, legalEntityId, body);
      return TaxCalculationView.from(calculated({ ...document, withholdings }), lineTaxes, document.currency);
    });
  }

  /**
   * The document with the taxes that its codes and rules stand for, and nothing withheld.
   *
   * @throws Problem tax_calculation_refused with a pointer for each code or line that cannot be
   */
  async prepare(transaction: Transaction, legalEntityId: string, body: TaxedRequest): Promise<PreparedTaxes> {
    const { direction, taxPointOn: on, currency } = body;
    const { partyTaxClass = null, country = null, subdivision = null } = body;
    const point = { direction, on, currency, partyTaxClass, country, subdivision };
    const lines = body.lines.map((line, index): TaxedSubject => ({ ...line, pointer: `/lines/${index}` }));
    const named = (body.adjustments ?? []).flatMap(({ taxCodes }, index): TaxedSubject[] =>
      taxCodes ? [{ pointer: `/adjustments/${index}`, taxCodes }] : [],
    );
    const applied = await this.appliedTaxes.apply(transaction, legalEntityId, point, [...lines, ...named]);
    const taxes = applied.map((one) => one.taxes);
    const document = documentOf(body, taxes.slice(0, lines.length), taxes.slice(lines.length));
    const lineTaxes = applied.slice(0, lines.length).map(({ taxCodes, rule }) => ({ taxCodes, rule }));
    return { document, lineTaxes };
  }
}

/** The request names taxes by codes, so faults of taxes point at those. */
export function calculated(document: TaxDocument): CalculatedDocument {
  try {
    return calculateDocument(document);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const placed = error.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/\/taxes\/.*/, '/taxCodes') }));
    throw taxProblems.tax_calculation_refused(error.detail, placed);
  }
}

type Taxes = readonly TaxComponent[];

/** @param ofAdjustments of those that name taxes */
function documentOf(body: TaxedRequest, ofLines: readonly Taxes[], ofAdjustments: readonly Taxes[]): TaxDocument {
  const { direction, pricesIncludeTax = false, rounding = 'group', adjustments = [] } = body;
  let next = 0;
  return {
    currency: requireCurrency(body.currency),
    direction,
    pricesIncludeTax,
    rounding,
    lines: body.lines.map(({ quantity, unitPrice, priceBaseQuantity, adjustments: own = [] }, index) => ({
      quantity: new Decimal(quantity),
      unitPrice: new Decimal(unitPrice),
      priceBaseQuantity: decimal(priceBaseQuantity),
      adjustments: own.map(adjustmentOf),
      taxes: ofLines[index]!,
    })),
    adjustments: adjustments.map((one) => {
      return {
        ...adjustmentOf(one),
        taxes: one.taxCodes ? ofAdjustments[next++] : undefined,
      };
    }),
    prepaid: decimal(body.prepaid) ?? zero,
    cashRounding: decimal(body.cashRounding),
    withholdings: [],
  };
}

function adjustmentOf({ kind, amount, rate, reason }: TaxAdjustmentFields): Adjustment {
  return { kind, amount: decimal(amount), rate: decimal(rate), reason };
}

const decimal = (text: string | undefined) => (text === undefined ? undefined : new Decimal(text));
