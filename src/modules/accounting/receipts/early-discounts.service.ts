import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../accounting.problems.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import { type DiscountedItem, grantable, offeredBy, stepOn } from './early-discount.js';
import { EarlyDiscounts } from './early-discounts.repository.js';
import type { DiscountStepFields, EarlyDiscountsView, RecordEarlyDiscounts } from './early-discounts.dto.js';
import { openOf, scaleFault } from './item-faults.js';
import { receiptPermissions } from './receipts.permissions.js';

/** Tells what an item earns for being paid early, and offers it. */
@Injectable()
export class EarlyDiscountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: OpenItemsRepository,
    private readonly discounts: EarlyDiscounts,
    private readonly clock: OrganizationClock,
  ) {}

  /** @throws Problem not_found */
  find(itemId: string, on: string | undefined): Promise<EarlyDiscountsView> {
    return this.unitOfWork.read((transaction) => this.describe(transaction, itemId, on));
  }

  /** @throws Problem not_found, early_discount_refused, early_discount_taken */
  record(itemId: string, { steps }: RecordEarlyDiscounts): Promise<EarlyDiscountsView> {
    return this.unitOfWork.run(receiptPermissions.grantDiscounts.name, async (transaction) => {
      const [item] = await this.items.hold(transaction, [itemId]);
      const { legalEntityId, entryId, lineNumber } = item ?? (await this.items.get(transaction, itemId));
      const errors = stepFaults(steps, item!);
      if (errors.length > 0) {
        const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
        throw accountingProblems.early_discount_refused(detail, errors);
      }
      const offered = steps.map(({ untilOn, percentage = null, amount = null }) => ({ untilOn, percentage, amount }));
      await this.discounts.record(transaction, [{ legalEntityId, entryId, lineNumber, steps: offered }]);
      return this.describe(transaction, itemId, undefined);
    });
  }

  private async describe(transaction: Transaction, id: string, named: string | undefined): Promise<EarlyDiscountsView> {
    const item = await this.items.get(transaction, id);
    const on = named ?? (await this.clock.today(transaction));
    const { steps, granted } = (await this.discounts.of(transaction, [item.id])).get(item.id)!;
    const { currency } = item;
    const { minorUnits } = requireCurrency(currency);
    const discounted: DiscountedItem = {
      currency,
      amount: new Decimal(item.amount).abs(),
      open: openOf(item),
      granted,
    };
    const step = stepOn(steps, on, discounted);
    const offered = step ? offeredBy(step, discounted) : zero;
    const available = grantable(offered, discounted);
    return {
      openItemId: item.id,
      on,
      steps: steps.map((one) => {
        const { untilOn, percentage } = one;
        return { untilOn, percentage, amount: offeredBy(one, discounted).toFixed(minorUnits) };
      }),
      offered: offered.toFixed(minorUnits),
      granted: granted.toFixed(minorUnits),
      available: available.toFixed(minorUnits),
      payable: discounted.open.minus(available).toFixed(minorUnits),
    };
  }
}

/** What is wrong with steps that are offered of an item; the database holds the same. */
function stepFaults(steps: readonly DiscountStepFields[], item: OpenItemView): ProblemError[] {
  const isCharge = item.amount.startsWith('-') === (item.control === 'payable');
  if (!isCharge) {
    const message = 'The item is a payment or a credit: a discount is offered on what is charged.';
    return [{ pointer: '', code: 'wrong_side', message }];
  }
  const amount = new Decimal(item.amount).abs();
  return steps.flatMap((step, index): ProblemError[] => {
    const at = `/steps/${index}`;
    const fault = (field: string, code: string, message: string) => [{ pointer: `${at}/${field}`, code, message }];
    if ((step.percentage === undefined) === (step.amount === undefined)) {
      return fault('percentage', 'percentage_or_amount', 'A step has a percentage or an amount.');
    }
    if (steps.findIndex(({ untilOn }) => untilOn === step.untilOn) < index) {
      return fault('untilOn', 'day_named_twice', 'Another step ends on this day.');
    }
    if (step.untilOn < item.entryDate) {
      return fault('untilOn', 'ends_too_early', `The item is dated ${item.entryDate}; a step ends then or later.`);
    }
    if (step.percentage !== undefined && !new Decimal(step.percentage).lessThan(100)) {
      return fault('percentage', 'discount_too_large', 'A discount is less than the item.');
    }
    if (step.amount !== undefined && !new Decimal(step.amount).lessThan(amount)) {
      return fault('amount', 'discount_too_large', 'A discount is less than the item.');
    }
    const scale = scaleFault(`${at}/amount`, step.amount, requireCurrency(item.currency));
    return scale ? [scale] : [];
  });
}
