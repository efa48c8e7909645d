import { DeclaredTaxesController } from './declared-taxes.controller.js';
import { TaxReturnTemplatesController } from './templates/return-templates.controller.js';
import { TaxReturnTemplatesService } from './templates/return-templates.service.js';
import { TaxReturnFilingService } from './tax-return-filing.service.js';
import { TaxReturnFormsController } from './tax-return-forms.controller.js';
import { TaxReturnFormsRepository } from './tax-return-forms.repository.js';
import { TaxReturnFormsService } from './tax-return-forms.service.js';
import { TaxReturnLinesService } from './tax-return-lines.service.js';
import { TaxReturnReconciliationService } from './tax-return-reconciliation.service.js';
import { TaxReturnSubjects } from './tax-return-subjects.js';
import { TaxReturnsController } from './tax-returns.controller.js';
import { TaxReturnsRepository } from './tax-returns.repository.js';
import { TaxReturnsService } from './tax-returns.service.js';

/** What taxes take in of their returns. */
export const taxReturnParts = {
  controllers: [DeclaredTaxesController, TaxReturnFormsController, TaxReturnsController, TaxReturnTemplatesController],
  providers: [
    TaxReturnFilingService,
    TaxReturnFormsRepository,
    TaxReturnFormsService,
    TaxReturnLinesService,
    TaxReturnReconciliationService,
    TaxReturnsRepository,
    TaxReturnsService,
    TaxReturnSubjects,
    TaxReturnTemplatesService,
  ],
};
