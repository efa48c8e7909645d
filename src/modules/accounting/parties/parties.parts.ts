import { PaymentTermsController } from './payment-terms.controller.js';
import { PaymentTerms } from './payment-terms.entity.js';
import { PaymentTermsService } from './payment-terms.service.js';

/** What the module is told of this feature. */
export const partiesParts = {
  controllers: [PaymentTermsController],
  providers: [PaymentTermsService],
  entities: [PaymentTerms],
};
