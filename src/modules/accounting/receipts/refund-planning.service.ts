import { Injectable } from '@nestjs/common';
import { sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { RECEIPTS_JOURNAL } from '../chart/standard-journals.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import { TakenBackWithholdingsRepository } from '../withholding/taken-back-withholdings.repository.js';
import { WithholdingCodesRepository } from '../withholding/withholding-codes.repository.js';
import type { Correction } from './corrections.service.js';
import { planRefund, type RefundedCredit, type RefundPlan } from './plan-refund.js';
import { namedWithholdings } from './plan-withholding.js';
import type { RecordRefund } from './refunds.dto.js';
import { type OpenedSettlement, SettlementOpening } from './settlement-opening.service.js';
import { type PlannedSettlement, sumsByAccount } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';
import { TakenBackOfItems } from './taken-back-of-items.service.js';

/** A refund with its credits held, and the documents that what is taken back of these is reckoned by. */
export interface OpenedRefund {
  opened: OpenedSettlement;
  documents: ReadonlyMap<string, string>;
}

/** Decides what refunds do: what is paid back, and what is taken back of what had been withheld. */
@Injectable()
export class RefundPlanning {
  constructor(
    private readonly opening: SettlementOpening,
    private readonly withholdingCodes: WithholdingCodesRepository,
    private readonly takenBack: TakenBackWithholdingsRepository,
    private readonly takenBackOfItems: TakenBackOfItems,
  ) {}

  /**
   * Where something is taken back, the customer is held alone first, and then all that its share hangs on.
   *
   * @throws Problem legal_entity_required, legal_entity_unknown, settlement_taken, refund_refused
   */
  async open(transaction: Transaction, body: RecordRefund): Promise<OpenedRefund> {
    const named = body.items.map(({ openItemId }) => openItemId);
    const taking = body.items.filter((item) => namedWithholdings(item).length > 0);
    if (taking.length === 0) {
      const opened = await this.opening.open(transaction, 'refund', body, named);
      return { opened, documents: new Map<string, never>() };
    }
    await this.holdCustomer(transaction, body.partyId);
    const documents = await this.takenBack.itemsBeside(
      transaction,
      taking.map(({ openItemId }) => openItemId),
    );
    const opened = await this.opening.open(transaction, 'refund', body, [...named, ...documents.keys()]);
    return { opened, documents };
  }

  /** Until the transaction ends, nobody else takes back what was withheld of the customer, or reverses that. */
  holdCustomer(transaction: Transaction, partyId: string): Promise<void> {
    return this.takenBack.holdCustomer(transaction, partyId);
  }

  /**
   * With all that is wrong with it told at once. Writes nothing.
   *
   * @throws Problem refund_refused, over_allocated
   */
  async plan(transaction: Transaction, refund: OpenedRefund, body: RecordRefund): Promise<PlannedSettlement> {
    const { opened } = refund;
    const { party } = opened;
    const plan = await this.decide(transaction, refund, body);
    if (plan.errors) throw settlementRefusal('refund', plan.errors);
    const { refunded } = plan;
    const { currency } = refunded[0]!.item;
    const money = await this.opening.money(transaction, opened, body, currency);
    if (money.errors.length > 0) throw settlementRefusal('refund', money.errors);
    const account = money.account!;
    const amount = sum(refunded.map((one) => one.amount));
    const lines: PostingLine[] = [...sumsByAccount(refunded)].map(([accountCode, debit]) => {
      return { accountCode, partyId: party.id, debit: debit.toString() };
    });
    lines.push({ accountId: account.id, credit: amount.toString() });
    const { exchangeRate, exchangeRateSource, exchangeRateType, reference } = body;
    const description = 'Refund';
    return {
      dateField: '/refundedOn',
      journalCode: RECEIPTS_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: {
        settledOn: body.refundedOn,
        currency,
        amount,
        accountId: account.id,
        bankAccountId: body.bankAccountId === undefined ? undefined : account.bankAccountId!,
        reference,
        note: body.note,
        externalSource: body.externalSource,
        externalId: body.externalId,
      },
      money: { description, reference, currency, exchangeRate, exchangeRateSource, exchangeRateType, lines },
      payments: refunded,
      corrections: refunded.flatMap(correctionsOf),
    };
  }

  private async decide(
    transaction: Transaction,
    { opened, documents }: OpenedRefund,
    { items: wishes }: RecordRefund,
  ): Promise<RefundPlan> {
    const { legalEntityId, functionalCurrency, party, items } = opened;
    const scope = { legalEntityId, partyId: party.id, partyName: party.name };
    const codes = [...new Set(wishes.flatMap(namedWithholdings).map(({ wish }) => wish.code))];
    const none = new Map<string, never>();
    const withholdingCodes =
      codes.length > 0 ? await this.withholdingCodes.byCode(transaction, legalEntityId, codes) : none;
    const takenBack =
      documents.size > 0 ? await this.takenBackOfItems.ofHeld(transaction, items, documents, functionalCurrency) : none;
    return planRefund(wishes, scope, { items, withholdingCodes, takenBack, functionalCurrency });
  }
}

const correctionsOf = ({ item, withheld }: RefundedCredit): Correction[] =>
  withheld.map(({ amount, ...withholding }) => {
    return { item, amount, purpose: 'withholding', withTax: false, reason: null, withholding };
  });
