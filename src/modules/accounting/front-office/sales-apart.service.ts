import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSale, SaleView } from './record-sale.dto.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { SaleWish } from './sale-plan.js';
import { mayBePaidBefore, SalesPaidBefore } from './sales-paid-before.service.js';
import { isWithheld, WithheldSales } from './withheld-sales.service.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** Whether a sale hangs on more than its group knows: on the year of its customer, or on deposits. */
export const goesApart = (body: RecordSale): boolean => isWithheld(body) || mayBePaidBefore(body);

/** Takes sales that share no transaction with others, by the ways that issue invoices and record receipts by hand. */
@Injectable()
export class SalesApart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeping: SaleKeeping,
    private readonly withheld: WithheldSales,
    private readonly paidBefore: SalesPaidBefore,
  ) {}

  /** @throws Problem as `SalesRecording.record` */
  record(wish: SaleWish, dryRun: boolean): Promise<SaleView> {
    const way = isWithheld(wish.body) ? this.withheld : this.paidBefore;
    const work = (transaction: Transaction) => way.record(transaction, wish, dryRun);
    return this.keeping.once(() =>
      dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work),
    );
  }
}
