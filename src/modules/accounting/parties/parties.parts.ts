import { PartiesController } from './parties.controller.js';
import { PartiesRepository } from './parties.repository.js';
import { PartiesService } from './parties.service.js';
import { PartyBankAccountsController } from './party-bank-accounts.controller.js';
import { PartyBankAccountsRepository } from './party-bank-accounts.repository.js';
import { PartyBankAccountsService } from './party-bank-accounts.service.js';
import { PartyFactsRepository } from './party-facts.repository.js';
import { PartyMerging } from './party-merging.service.js';
import { PartyReferences } from './party-references.repository.js';
import { PartyStandingController } from './party-standing.controller.js';
import { PartySubjects } from './party-subjects.js';
import { PartyUpserts } from './party-upserts.service.js';
import { PartyWriting } from './party-writing.service.js';
import { PaymentTermsController } from './payment-terms.controller.js';
import { PaymentTerms } from './payment-terms.entity.js';
import { PaymentTermsService } from './payment-terms.service.js';

/** What the module is told of this feature. */
export const partiesParts = {
  controllers: [PartiesController, PartyBankAccountsController, PartyStandingController, PaymentTermsController],
  providers: [
    PartiesRepository,
    PartiesService,
    PartyBankAccountsRepository,
    PartyBankAccountsService,
    PartyFactsRepository,
    PartyMerging,
    PartyReferences,
    PartySubjects,
    PartyUpserts,
    PartyWriting,
    PaymentTermsService,
  ],
  entities: [PaymentTerms],
};
