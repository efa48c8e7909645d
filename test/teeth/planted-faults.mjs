import { accessFaults } from './faults/access.mjs';
import { commandFaults } from './faults/commands.mjs';
import { deferralFaults } from './faults/deferrals.mjs';
import { bankingFaults } from './faults/banking.mjs';
import { ledgerFaults } from './faults/ledger.mjs';
import { outsideFaults } from './faults/outside.mjs';
import { cutOverFaults } from './faults/cut-over.mjs';
import { dunningFaults } from './faults/dunning.mjs';
import { cashBasisFaults } from './faults/cash-basis.mjs';
import { cashFlowFaults } from './faults/cash-flows.mjs';
import { receiptFaults } from './faults/receipts.mjs';
import { receivableFaults } from './faults/receivables.mjs';
import { revaluationFaults } from './faults/revaluations.mjs';
import { taxSettlementFaults } from './faults/tax-settlements.mjs';
import { withholdingFaults } from './faults/withholdings.mjs';
import { tenancyFaults } from './faults/tenancy.mjs';

/**
 * Faults that a careless change could bring in: each a text of the sources that stands there once, what it becomes, and
 * the specs that have to fail then.
 */
export const plantedFaults = [
  ...ledgerFaults,
  ...receiptFaults,
  ...receivableFaults,
  ...deferralFaults,
  ...cutOverFaults,
  ...dunningFaults,
  ...cashBasisFaults,
  ...cashFlowFaults,
  ...taxSettlementFaults,
  ...revaluationFaults,
  ...withholdingFaults,
  ...bankingFaults,
  ...tenancyFaults,
  ...commandFaults,
  ...accessFaults,
  ...outsideFaults,
];
