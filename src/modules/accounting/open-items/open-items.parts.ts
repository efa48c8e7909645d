import { AllocationFollowers } from './allocation-followers.js';
import { AllocationService } from './allocation.service.js';
import { AllocationsController } from './allocations.controller.js';
import { AllocationsRepository } from './allocations.repository.js';
import { ExchangeDifferences } from './exchange-differences.service.js';
import { OpenItemsController } from './open-items.controller.js';
import { OpenItemsRepository } from './open-items.repository.js';
import { SettlementDates } from './settlement-dates.service.js';

export const openItems = {
  controllers: [AllocationsController, OpenItemsController],
  providers: [
    AllocationFollowers,
    AllocationService,
    AllocationsRepository,
    ExchangeDifferences,
    OpenItemsRepository,
    SettlementDates,
  ],
};
