import { TaxCodesController } from './codes/tax-codes.controller.js';
import { TaxCodesRepository } from './codes/tax-codes.repository.js';
import { TaxCodesService } from './codes/tax-codes.service.js';
import { TaxRatesController } from './codes/tax-rates.controller.js';
import { TaxRatesService } from './codes/tax-rates.service.js';

/** What the accounting module takes in of taxes. */
export const taxParts = {
  controllers: [TaxCodesController, TaxRatesController],
  providers: [TaxCodesRepository, TaxCodesService, TaxRatesService],
};
