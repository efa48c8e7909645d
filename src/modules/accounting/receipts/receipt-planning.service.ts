import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { RECEIPTS_JOURNAL } from '../chart/standard-journals.js';
import { WithholdingCodesRepository } from '../withholding/withholding-codes.repository.js';
import type { Correction } from './corrections.service.js';
import { EarlyDiscounts } from './early-discounts.repository.js';
import { ExpectedOfItems } from './expected-of-items.service.js';
import { namedWithholdings } from './plan-withholding.js';
import { type PlannedReceipt, planReceipt, type SettledItem } from './plan-receipt.js';
import { ReceiptLines } from './receipt-lines.service.js';
import type { RecordReceipt } from './receipts.dto.js';
import { type OpenedSettlement, SettlementOpening } from './settlement-opening.service.js';
import type { PlannedSettlement } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';

/** Decides what receipts do: what is posted, what it settles, and what is kept of them. */
@Injectable()
export class ReceiptPlanning {
  constructor(
    private readonly opening: SettlementOpening,
    private readonly discounts: EarlyDiscounts,
    private readonly lines: ReceiptLines,
    private readonly withholdingCodes: WithholdingCodesRepository,
    private readonly expectedOfItems: ExpectedOfItems,
  ) {}

  /**
   * With all that is wrong with it told at once. Writes nothing.
   *
   * @param opened with the items that it names
   * @throws Problem receipt_refused, over_allocated, posting_account_missing
   */
  async plan(transaction: Transaction, opened: OpenedSettlement, body: RecordReceipt): Promise<PlannedSettlement> {
    const { plan, account, currency } = await this.decide(transaction, opened, body);
    const { exchangeRate, exchangeRateSource, exchangeRateType, reference } = body;
    const rate = { currency, exchangeRate, exchangeRateSource, exchangeRateType };
    const lines = await this.lines.of(transaction, opened, plan, body, account.id);
    return {
      dateField: '/receivedOn',
      journalCode: RECEIPTS_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: {
        settledOn: body.receivedOn,
        currency,
        amount: plan.amount,
        charge: plan.charge,
        accountId: account.id,
        bankAccountId: body.bankAccountId === undefined ? undefined : account.bankAccountId!,
        isDeposit: body.deposit ?? false,
        reference,
        note: body.note,
        externalSource: body.externalSource,
        externalId: body.externalId,
      },
      money: { description: 'Receipt', reference, ...rate, lines },
      payments: plan.settled.map(({ item, paid }) => ({ item, amount: paid })),
      corrections: plan.settled.flatMap(correctionsOf),
    };
  }

  private async decide(transaction: Transaction, opened: OpenedSettlement, body: RecordReceipt) {
    const { legalEntityId, party, items } = opened;
    const currency = body.currency ?? opened.functionalCurrency;
    const takes = (body.allocations ?? []).some(({ discount, takeDiscount }) => discount !== undefined || takeDiscount);
    const discounts = takes ? await this.discounts.of(transaction, [...items.keys()]) : new Map<string, never>();
    const scope = { legalEntityId, partyId: party.id, partyName: party.name, currency };
    const named = (body.allocations ?? []).flatMap(namedWithholdings);
    const codes = [...new Set(named.map(({ wish }) => wish.code))];
    const withholdingCodes =
      codes.length > 0
        ? await this.withholdingCodes.byCode(transaction, legalEntityId, codes)
        : new Map<string, never>();
    const { functionalCurrency } = opened;
    const expected =
      codes.length > 0 ? await this.expectedOfItems.ofHeld(transaction, [...items.values()]) : new Map<string, never>();
    const facts = { items, discounts, withholdingCodes, expected, functionalCurrency };
    const plan = planReceipt(body, scope, facts);
    const { account, errors } = await this.opening.money(transaction, opened, body, currency);
    if (plan.errors || errors.length > 0) throw settlementRefusal('receipt', [...errors, ...(plan.errors ?? [])]);
    return { plan: plan satisfies PlannedReceipt, account: account!, currency };
  }
}

function correctionsOf({ item, discount, discountReason, withheld, difference }: SettledItem): Correction[] {
  const corrections: Correction[] = [];
  if (!discount.isZero()) {
    corrections.push({ item, amount: discount, purpose: 'early_discount', withTax: true, reason: discountReason });
  }
  for (const { amount, ...withholding } of withheld) {
    corrections.push({ item, amount, purpose: 'withholding', withTax: false, reason: null, withholding });
  }
  if (!difference.isZero()) {
    corrections.push({ item, amount: difference, purpose: 'payment_difference', withTax: false, reason: null });
  }
  return corrections;
}
