import { CashBasisTaxesRepository } from './cash-basis/cash-basis-taxes.repository.js';
import { CashBasisTaxes } from './cash-basis/cash-basis-taxes.service.js';
import { DeferredTaxesController } from './cash-basis/deferred-taxes.controller.js';
import { DeferredTaxesService } from './cash-basis/deferred-taxes.service.js';
import { TaxCodesController } from './codes/tax-codes.controller.js';
import { TaxCodesRepository } from './codes/tax-codes.repository.js';
import { TaxCodesService } from './codes/tax-codes.service.js';
import { TaxRatesController } from './codes/tax-rates.controller.js';
import { TaxRatesRepository } from './codes/tax-rates.repository.js';
import { TaxRatesService } from './codes/tax-rates.service.js';
import { AppliedTaxesService } from './documents/applied-taxes.service.js';
import { TaxCalculationsController } from './documents/tax-calculations.controller.js';
import { TaxCalculationsService } from './documents/tax-calculations.service.js';
import { WantedWithholdings } from './documents/wanted-withholdings.service.js';
import { WithholdingTermsRepository } from './documents/withholding-terms.repository.js';
import { EntryTaxesService } from './entries/entry-taxes.service.js';
import { TaxLinesController } from './lines/tax-lines.controller.js';
import { TaxLinesRepository } from './lines/tax-lines.repository.js';
import { TaxLinesService } from './lines/tax-lines.service.js';
import { returnSettlementParts } from './return-settlements/return-settlements.parts.js';
import { taxReturnParts } from './returns/returns.parts.js';
import { TaxRulesController } from './rules/tax-rules.controller.js';
import { TaxRulesRepository } from './rules/tax-rules.repository.js';
import { TaxRulesService } from './rules/tax-rules.service.js';
import { TaxTemplatesController } from './templates/tax-templates.controller.js';
import { TaxTemplatesService } from './templates/tax-templates.service.js';

/** What the accounting module takes in of taxes. */
export const taxParts = {
  controllers: [
    DeferredTaxesController,
    TaxCalculationsController,
    TaxCodesController,
    TaxLinesController,
    TaxRatesController,
    TaxRulesController,
    TaxTemplatesController,
    ...returnSettlementParts.controllers,
    ...taxReturnParts.controllers,
  ],
  providers: [
    AppliedTaxesService,
    CashBasisTaxes,
    CashBasisTaxesRepository,
    DeferredTaxesService,
    EntryTaxesService,
    TaxCalculationsService,
    TaxCodesRepository,
    TaxCodesService,
    TaxLinesRepository,
    TaxLinesService,
    TaxRatesRepository,
    TaxRatesService,
    TaxRulesRepository,
    TaxRulesService,
    TaxTemplatesService,
    WantedWithholdings,
    WithholdingTermsRepository,
    ...returnSettlementParts.providers,
    ...taxReturnParts.providers,
  ],
};
