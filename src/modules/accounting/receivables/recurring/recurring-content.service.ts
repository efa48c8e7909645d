import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingPlanner } from '../../journal/posting-planner.service.js';
import { moduleRights } from '../../journal/posting-rights.js';
import { planIssue } from '../documents/plan-issue.js';
import { refuseSale } from '../documents/sales-faults.js';
import { SalesPreparation, type WantedDocument } from '../documents/sales-preparation.service.js';
import { faultsInDocument } from '../documents/tell-of-document.js';

/** What passes by itself: it is no fault of what is set up. */
const passing = ['party_on_hold'];
const ENTRY = '/entries/0';
/** What the ledger says of where a line goes; periods, rates and limits are those of the day on which it is issued. */
const whereLinesGo = /^\/(?:lines|adjustments)\/\d+\/(?:accountCode|dimensions)/;

/** Examines what recurring invoices say, as if it were invoiced on a day. */
@Injectable()
export class RecurringContent {
  constructor(
    private readonly preparation: SalesPreparation,
    private readonly planner: PostingPlanner,
  ) {}

  /**
   * As far as can be known before the day.
   *
   * @throws Problem sales_document_refused, tax_calculation_refused, posting_account_missing
   */
  async requireRight(transaction: Transaction, legalEntityId: string, wanted: WantedDocument): Promise<void> {
    const prepared = await this.preparation
      .prepare(transaction, 'invoice', legalEntityId, wanted)
      .catch((error: unknown) => {
        if (error instanceof Problem && passing.includes(error.code)) return undefined;
        throw error;
      });
    if (!prepared) return;
    const { request, posting } = planIssue(prepared);
    const [plan] = await this.planner.plan(transaction, [{ request, rights: moduleRights, pointer: ENTRY }]);
    const faults = faultsInDocument(plan!.errors ?? [], [posting.sources]);
    refuseSale(faults.filter(({ pointer }) => whereLinesGo.test(pointer)));
  }
}
