import { DunningBlocksController } from './blocks/dunning-blocks.controller.js';
import { DunningBlocksRepository } from './blocks/dunning-blocks.repository.js';
import { DunningBlocksService } from './blocks/dunning-blocks.service.js';
import { DunningLetterFiles } from './letters/dunning-letter-files.service.js';
import { DunningLettersController } from './letters/dunning-letters.controller.js';
import { DunningLettersRepository } from './letters/dunning-letters.repository.js';
import { DunningLettersService } from './letters/dunning-letters.service.js';
import { DunningLevelsController } from './levels/dunning-levels.controller.js';
import { DunningLevelsRepository } from './levels/dunning-levels.repository.js';
import { DunningLevelsService } from './levels/dunning-levels.service.js';
import { DunningCharges } from './runs/dunning-charges.service.js';
import { DunningConfirmation } from './runs/dunning-confirmation.service.js';
import { DunningFactsRepository } from './runs/dunning-facts.repository.js';
import { DunningLetterMaking } from './runs/dunning-letter-making.service.js';
import { DunningProposals } from './runs/dunning-proposals.service.js';
import { DunningRunsController } from './runs/dunning-runs.controller.js';
import { DunningRunsRepository } from './runs/dunning-runs.repository.js';
import { DunningRunsService } from './runs/dunning-runs.service.js';
import { DunningWriting } from './runs/dunning-writing.service.js';

/** What the accounting module takes in of dunning. */
export const dunningParts = {
  controllers: [DunningBlocksController, DunningLettersController, DunningLevelsController, DunningRunsController],
  providers: [
    DunningBlocksRepository,
    DunningBlocksService,
    DunningCharges,
    DunningConfirmation,
    DunningFactsRepository,
    DunningLetterFiles,
    DunningLetterMaking,
    DunningLettersRepository,
    DunningLettersService,
    DunningLevelsRepository,
    DunningLevelsService,
    DunningProposals,
    DunningRunsRepository,
    DunningRunsService,
    DunningWriting,
  ],
};
