import { Module } from '@nestjs/common';
import { AdministrationModule } from '#modules/administration/administration.module.js';
import { LedgerPosting } from './contract/ledger-posting.js';
import { ExternalIdsRepository } from './journal/external-ids.repository.js';
import { JournalEntriesController } from './journal/journal-entries.controller.js';
import { JournalEntriesRepository } from './journal/journal-entries.repository.js';
import { JournalPostingService } from './journal/journal-posting.service.js';
import { JournalReversalService } from './journal/journal-reversal.service.js';
import { PostingFactsRepository } from './journal/posting-facts.repository.js';
import { PostingGroups } from './journal/posting-groups.service.js';
import { PostingPlanner } from './journal/posting-planner.service.js';

@Module({
  imports: [AdministrationModule],
  controllers: [JournalEntriesController],
  providers: [
    ExternalIdsRepository,
    JournalEntriesRepository,
    JournalPostingService,
    JournalReversalService,
    PostingFactsRepository,
    PostingGroups,
    PostingPlanner,
    { provide: LedgerPosting, useExisting: JournalPostingService },
  ],
  exports: [LedgerPosting],
})
export class AccountingModule {}
