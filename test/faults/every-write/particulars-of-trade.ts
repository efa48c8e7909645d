import { dunningLevel } from '../../platform/furnished-dunning.js';
import { offered } from '../../platform/furnished-sales.js';
import type { Place, Ready } from './ready-organization.js';

/** How a request of an operation differs from the example of the document on a furnished row. */
export interface Particulars {
  on?: Place;
  query?: string;
  body?: object;
}

export function ofSettlements({ legalEntityId, settlements }: Ready): Record<string, Particulars> {
  const { receipt, refund, writeOff, application, partyId, chargeId, creditId, cashId: accountId } = settlements;
  const reversal = { reversedOn: '2026-03-31', reason: 'Returned' };
  const ofCredit = [{ openItemId: creditId, amount: '1.00' }];
  const ofCharge = [{ openItemId: chargeId, amount: '1.00' }];
  const head = { legalEntityId, partyId };
  const rate = { exchangeRate: '11.50', exchangeRateSource: 'agreed' };
  return {
    recordReceipt: { body: { ...head, receivedOn: '2026-03-31', amount: '1.50', accountId, allocations: ofCharge } },
    reverseReceipt: { on: receipt, body: reversal },
    recordRefund: { body: { ...head, ...rate, refundedOn: '2026-03-31', accountId, items: ofCredit } },
    reverseRefund: { on: refund, body: reversal },
    recordWriteOff: { body: { ...head, writtenOffOn: '2026-03-31', reason: 'Insolvent', items: ofCharge } },
    reverseWriteOff: { on: writeOff, body: reversal },
    applyDeposit: {
      body: { ...head, depositItemId: settlements.depositId, appliedOn: '2026-03-31', allocations: ofCharge },
    },
    reverseDepositApplication: { on: application, body: reversal },
    recordEarlyDiscounts: {
      on: { id: chargeId, version: 1 },
      body: { steps: [{ untilOn: '2026-03-31', percentage: '2' }] },
    },
  };
}

export function ofQuotes({ legalEntityId, soldTo: partyId, quotes }: Ready): Record<string, Particulars> {
  const days = { issuedOn: '2026-01-07' };
  return {
    createQuote: { body: { legalEntityId, ...offered(partyId) } },
    updateQuote: { on: quotes.draft, body: { note: 'Changed' } },
    deleteQuote: { on: quotes.draft },
    sendQuote: { on: quotes.draft, body: { sentOn: '2026-01-05' } },
    acceptQuote: { on: quotes.sent, body: { answeredOn: '2026-01-06' } },
    declineQuote: { on: quotes.sent, body: { answeredOn: '2026-01-06' } },
    reviseQuote: { on: quotes.sent },
    convertQuote: { on: quotes.accepted, body: days },
    invoiceQuote: { on: quotes.accepted, body: days },
  };
}

export function ofDunning({ legalEntityId, emptyEntity, dunning }: Ready): Record<string, Particulars> {
  return {
    createDunningLevel: { body: { legalEntityId, ...dunningLevel(3) } },
    createStandardDunningLevels: { body: { legalEntityId: emptyEntity.id } },
    updateDunningLevel: { body: { name: 'Renamed' } },
    deleteDunningLevel: { on: dunning.lastLevel },
    createDunningBlock: { body: { openItemId: dunning.item, reason: 'Disputed' } },
    createRevaluationRun: { body: { legalEntityId, asOf: '2026-04-30' } },
    createDunningRun: { body: { legalEntityId, runOn: '2026-03-31' } },
    updateDunningRun: { body: { includesPartiesOnHold: true } },
    confirmDunningRun: { body: {} },
    cancelDunningLetter: { body: { reason: 'Wrong' } },
  };
}
