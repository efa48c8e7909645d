import { WithholdingCodesController } from './withholding-codes.controller.js';
import { WithholdingCodesRepository } from './withholding-codes.repository.js';
import { WithholdingCodesService } from './withholding-codes.service.js';
import { WithholdingsController } from './withholdings.controller.js';
import { WithholdingsRepository } from './withholdings.repository.js';
import { WithholdingsService } from './withholdings.service.js';

/** What the module takes of taxes that customers withhold. */
export const withholdingParts = {
  controllers: [WithholdingCodesController, WithholdingsController],
  providers: [WithholdingCodesRepository, WithholdingCodesService, WithholdingsRepository, WithholdingsService],
};
