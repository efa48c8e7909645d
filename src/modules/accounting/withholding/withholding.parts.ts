import { ExpectedWithholdingsController } from './expected-withholdings.controller.js';
import { ExpectedWithholdingsService } from './expected-withholdings.service.js';
import { ExpectedWithholdingsRepository } from './expected-withholdings.repository.js';
import { TakenBackWithholdingsRepository } from './taken-back-withholdings.repository.js';
import { WithholdingCodesController } from './withholding-codes.controller.js';
import { WithholdingCodesRepository } from './withholding-codes.repository.js';
import { WithholdingCodesService } from './withholding-codes.service.js';
import { WithholdingRatesController } from './withholding-rates.controller.js';
import { WithholdingRatesRepository } from './withholding-rates.repository.js';
import { WithholdingRatesService } from './withholding-rates.service.js';
import { WithholdingSumsRepository } from './withholding-sums.repository.js';
import { WithholdingsController } from './withholdings.controller.js';
import { WithholdingsRepository } from './withholdings.repository.js';
import { WithholdingsService } from './withholdings.service.js';

/** What the module takes of taxes that customers withhold. */
export const withholdingParts = {
  controllers: [
    ExpectedWithholdingsController,
    WithholdingCodesController,
    WithholdingRatesController,
    WithholdingsController,
  ],
  providers: [
    ExpectedWithholdingsRepository,
    ExpectedWithholdingsService,
    TakenBackWithholdingsRepository,
    WithholdingCodesRepository,
    WithholdingCodesService,
    WithholdingRatesRepository,
    WithholdingRatesService,
    WithholdingSumsRepository,
    WithholdingsRepository,
    WithholdingsService,
  ],
};
