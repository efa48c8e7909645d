import { Injectable } from '@nestjs/common';
import { currentActing } from '#platform/database/acting.js';
import type { LastStatement, Transaction } from '#platform/database/transaction.js';
import { ended, UnitOfWork } from '#platform/database/unit-of-work.js';
import { digestOf } from './content-digest.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSale, SaleView } from './record-sale.dto.js';
import { SaleAlone } from './sale-alone.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { SaleWish } from './sale-plan.js';
import { goesApart, SalesApart } from './sales-apart.service.js';
import { SalesGroups } from './sales-groups.service.js';
import { SalesWriting } from './sales-writing.service.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** When what shares no transaction is done. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

const atOnce: Turns = (work) => work();

/** Takes what a front office has sold: customer, invoice, entry, payments and what they settle, in one transaction. */
@Injectable()
export class SalesRecording {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: SalesGroups,
    private readonly alone: SaleAlone,
    private readonly writing: SalesWriting,
    private readonly keeping: SaleKeeping,
    private readonly apart: SalesApart,
  ) {}

  /**
   * One effect for each external id of a channel: the same again is answered with what was recorded.
   *
   * @throws Problem sale_refused, sale_taken, sale_totals_differ, and what refuses the customer, the invoice or a payment,
   *   with pointers into the sale
   */
  async record(body: RecordSale, dryRun: boolean, inTurn: Turns = atOnce): Promise<SaleView> {
    const wish = { acting: currentActing(), body, digest: digestOf(body) };
    if (goesApart(body)) return inTurn(() => this.apart.record(wish, dryRun));
    if (dryRun) {
      return this.keeping.once(() =>
        this.unitOfWork.rehearse(ACTION, (transaction) => this.rehearse(transaction, wish)),
      );
    }
    return (await this.groups.record(wish)) ?? inTurn(() => this.recordAlone(wish));
  }

  /** What writes about its customer is audited under its own name, so it shares no transaction. */
  private recordAlone(wish: SaleWish): Promise<SaleView> {
    return this.keeping.once(() =>
      this.unitOfWork.runToLast(ACTION, async (transaction): Promise<LastStatement<SaleView>> => {
        const { existing, plan } = await this.alone.decide(transaction, wish);
        if (existing) {
          const last = await this.writing.write(transaction, [], [{ acting: wish.acting, view: existing }]);
          return { ...last, toResult: () => existing };
        }
        const last = await this.writing.write(transaction, [plan]);
        return { ...last, toResult: (rows) => last.toResult(rows)[0]! };
      }),
    );
  }

  /** With every entry that would be posted. */
  private async rehearse(transaction: Transaction, wish: SaleWish): Promise<SaleView> {
    const acting = { ...wish.acting, idempotency: undefined };
    const { existing, plan } = await this.alone.decide(transaction, { ...wish, acting });
    if (existing) return existing;
    const [view] = await ended(transaction, await this.writing.write(transaction, [plan]));
    return { ...view!, entries: await this.keeping.entriesOf(transaction, plan) };
  }
}
