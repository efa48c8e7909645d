import { DocumentReversals } from '../journal/document-reversals.service.js';
import { Corrections } from './corrections.service.js';
import { DepositApplicationsController } from './deposit-applications.controller.js';
import { DepositApplications } from './deposit-applications.service.js';
import { DepositsController } from './deposits.controller.js';
import { DepositsRepository } from './deposits.repository.js';
import { EarlyDiscountsController } from './early-discounts.controller.js';
import { EarlyDiscounts } from './early-discounts.repository.js';
import { EarlyDiscountsService } from './early-discounts.service.js';
import { ExpectedOfItems } from './expected-of-items.service.js';
import { HeldReceiptItems } from './held-receipt-items.service.js';
import { ReceiptLines } from './receipt-lines.service.js';
import { ReceiptPlanning } from './receipt-planning.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptsService } from './receipts.service.js';
import { RefundPlanning } from './refund-planning.service.js';
import { RefundsController } from './refunds.controller.js';
import { RefundsService } from './refunds.service.js';
import { SettledDocumentsRepository } from './settled-documents.repository.js';
import { SettlementOpening } from './settlement-opening.service.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementRecording } from './settlement-recording.service.js';
import { SettlementReversal } from './settlement-reversal.service.js';
import { SettlementSubjects } from './settlement-subjects.js';
import { SettlementUndoing } from './settlement-undoing.service.js';
import { SettlementsRepository } from './settlements.repository.js';
import { TakenBackOfItems } from './taken-back-of-items.service.js';
import { WriteOffsController } from './write-offs.controller.js';
import { WriteOffsService } from './write-offs.service.js';

/** What the module takes of receipts, refunds and write-offs. */
export const receiptParts = {
  controllers: [
    DepositApplicationsController,
    DepositsController,
    EarlyDiscountsController,
    ReceiptsController,
    RefundsController,
    WriteOffsController,
  ],
  providers: [
    Corrections,
    DepositApplications,
    DepositsRepository,
    DocumentReversals,
    EarlyDiscounts,
    EarlyDiscountsService,
    ExpectedOfItems,
    HeldReceiptItems,
    ReceiptLines,
    ReceiptPlanning,
    ReceiptsService,
    RefundPlanning,
    RefundsService,
    SettledDocumentsRepository,
    SettlementOpening,
    SettlementReading,
    SettlementRecording,
    SettlementReversal,
    SettlementSubjects,
    SettlementUndoing,
    SettlementsRepository,
    TakenBackOfItems,
    WriteOffsService,
  ],
};
