import { ReturnSettlementService } from './return-settlement.service.js';
import { ReturnSettlementsController } from './return-settlements.controller.js';
import { ReturnSettlementsRepository } from './return-settlements.repository.js';
import { ReturnSettlementsService } from './return-settlements.service.js';

/** What taxes take in of settlements of their returns. */
export const returnSettlementParts = {
  controllers: [ReturnSettlementsController],
  providers: [ReturnSettlementService, ReturnSettlementsRepository, ReturnSettlementsService],
};
