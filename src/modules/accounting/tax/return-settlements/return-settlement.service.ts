import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import { LedgerPosting } from '../../contract/ledger-posting.js';
import { TaxReturnFormsRepository } from '../returns/tax-return-forms.repository.js';
import type { TaxReturnRow } from '../returns/tax-returns.dto.js';
import { TaxReturnsRepository } from '../returns/tax-returns.repository.js';
import { taxEvents } from '../tax.events.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { dueOfReturn } from './due-of-return.js';
import { type PlannedReturnSettlement, planReturnSettlement, type TaxOnAccount } from './plan-return-settlement.js';
import { type SettleTaxReturn, TaxReturnSettlementView } from './return-settlements.dto.js';
import { ReturnSettlementsRepository } from './return-settlements.repository.js';
import { inWordsOfDocument } from '../../journal/in-words-of-document.js';

const ACTION = taxPermissions.settleTaxReturns.name;

interface PlannedOfReturn extends PlannedReturnSettlement {
  due: Decimal;
  accountId: string;
  roundingAccountId: string | null;
}

/** Settles filed returns: what their taxes left on tax accounts becomes what is owed to the authority, or by it. */
@Injectable()
export class ReturnSettlementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: TaxReturnFormsRepository,
    private readonly returns: TaxReturnsRepository,
    private readonly settlements: ReturnSettlementsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly ledger: LedgerPosting,
  ) {}

  /** @throws Problem tax_return_state, tax_return_settlement_refused, posting_account_missing, period_closed, entry_refused */
  settle(returnId: string, body: SettleTaxReturn, dryRun: boolean): Promise<TaxReturnSettlementView> {
    const work = (transaction: Transaction) => this.settleWithin(transaction, returnId, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async settleWithin(
    transaction: Transaction,
    returnId: string,
    body: SettleTaxReturn,
  ): Promise<TaxReturnSettlementView> {
    const filed = await this.returns.hold(transaction, returnId);
    await this.requireUnsettled(transaction, filed, body.settledOn);
    const dueBox = await this.dueBox(transaction, filed, body.dueBox);
    const planned = await this.plan(transaction, filed, dueBox);
    const { legalEntityId, formCode, startsOn, endsOn, revision } = filed;
    const id = newId();
    const name = revision === 0 ? formCode : `${formCode}, amendment ${revision}`;
    const [entry] = await inWordsOfDocument('/settledOn', () =>
      this.ledger.post([
        {
          legalEntityId,
          entryDate: body.settledOn as CalendarDate,
          description: `Tax settled: ${name}, ${startsOn} to ${endsOn}`,
          ...(filed.reference !== null && { reference: filed.reference }),
          softCloseReason: body.softCloseReason,
          origin: { type: 'tax_return_settlement', id },
          lines: planned.lines,
        },
      ]),
    );
    const { due: amountDue, rounding, accountId, roundingAccountId } = planned;
    const kept = { id, legalEntityId, returnId, settledOn: body.settledOn, dueBox, entryId: entry!.id };
    await this.settlements.insert(transaction, ACTION, { ...kept, amountDue, rounding, accountId, roundingAccountId });
    const view = TaxReturnSettlementView.from(await this.settlements.get(transaction, id));
    const data = { settlementId: id, taxReturnId: returnId, legalEntityId, entryId: view.entryId };
    const { settledOn, currency } = view;
    await transaction.publish(taxEvents.taxReturnSettled, returnId, {
      ...data,
      settledOn,
      amountDue: view.amountDue,
      currency,
    });
    return view;
  }

  private async requireUnsettled(transaction: Transaction, filed: TaxReturnRow, settledOn: string): Promise<void> {
    const { id, status, endsOn } = filed;
    if (status === 'open') {
      throw taxProblems.tax_return_state('The return is not filed yet: file it, and settle what was declared.');
    }
    const live = await this.settlements.live(transaction, id);
    if (live) {
      const message = `The settlement ${live.id} of ${live.settledOn} settles the return; reverse it to settle it anew.`;
      throw taxProblems.tax_return_state(message);
    }
    if (settledOn >= endsOn) return;
    const message = `The period of the return ends on ${endsOn}: it is settled on that day or later.`;
    throw refused('/settledOn', 'before_period_end', message);
  }

  private async dueBox(
    transaction: Transaction,
    { formVersionId }: TaxReturnRow,
    named: string | undefined,
  ): Promise<string> {
    const { dueBox } = await this.forms.version(transaction, formVersionId!);
    if (dueBox === null && named === undefined) {
      const message = 'The form does not say which of its boxes is what is due; name it.';
      throw refused('/dueBox', 'due_box_required', message);
    }
    if (dueBox !== null && named !== undefined && named !== dueBox) {
      const message = `What is due by the form is box ${dueBox}; leave it out, or name that one.`;
      throw refused('/dueBox', 'other_due_box', message);
    }
    return dueBox ?? named!;
  }

  /** An amendment settles by how much it differs from what it amends, which is settled by itself. */
  private async plan(transaction: Transaction, filed: TaxReturnRow, dueBox: string): Promise<PlannedOfReturn> {
    const { id, legalEntityId, amends } = filed;
    const declared = await this.dueOf(transaction, filed, dueBox);
    const amended = amends === null ? undefined : await this.returns.get(transaction, amends);
    const due = amended ? declared.minus(await this.dueOf(transaction, amended, dueBox)) : declared;
    const taxes = await this.settlements.taxes(transaction, id);
    const accounts = await this.postingAccounts.of(transaction, legalEntityId);
    const settlement = accounts.get('tax_settlement');
    requireOther(taxes, settlement.code);
    const rounding = await this.settlements.roundingAccount(transaction, legalEntityId);
    const planned = planReturnSettlement(taxes, due, { settlement: settlement.id, rounding });
    if (planned.lines.length === 0 && planned.rounding.isZero()) {
      throw taxProblems.tax_return_state('The return declares no tax: there is nothing to settle.');
    }
    const isRounded = !planned.rounding.isZero();
    if (isRounded && rounding === undefined) {
      const message =
        `The boxes are rounded by ${planned.rounding.toFixed()}, and the books name no account for rounding differences: ` +
        'name one by updateBooksAccounts.';
      throw refused('', 'rounding_account_missing', message);
    }
    return { ...planned, due, accountId: settlement.id, roundingAccountId: isRounded ? rounding! : null };
  }

  private async dueOf(transaction: Transaction, { id, formVersionId }: TaxReturnRow, box: string): Promise<Decimal> {
    const { boxes } = await this.forms.version(transaction, formVersionId!);
    const groups = await this.returns.groups(transaction, id);
    const amounts = await this.returns.amounts(transaction, id);
    const { due, fault } = dueOfReturn({ boxes, groups, amounts }, box);
    if (fault) throw refused('/dueBox', fault.code, fault.message);
    return due;
  }
}

function requireOther(taxes: readonly TaxOnAccount[], settlementCode: string): void {
  if (!taxes.some(({ accountCode }) => accountCode === settlementCode)) return;
  const message =
    `The account ${settlementCode} is named for tax settlement, and taxes of the return were posted to it: what is owed ` +
    'to the authority needs an account of its own. Name another one for the purpose “tax_settlement”.';
  throw refused('', 'settlement_on_tax_account', message);
}

const refused = (pointer: string, code: string, message: string) =>
  taxProblems.tax_return_settlement_refused(message, [{ pointer, code, message }]);
