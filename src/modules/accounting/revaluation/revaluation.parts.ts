import { RevaluationController } from './revaluation.controller.js';
import { RevaluationRepository } from './revaluation.repository.js';
import { RevaluationService } from './revaluation.service.js';
import { RevaluationRunsService } from './revaluation-runs.service.js';
import { Valuation } from './valuation.service.js';

/** What the module takes of what is valued at closing rates. */
export const revaluationParts = {
  controllers: [RevaluationController],
  providers: [RevaluationRepository, RevaluationService, RevaluationRunsService, Valuation],
};
