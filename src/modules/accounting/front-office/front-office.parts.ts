import { LastingSales } from './lasting-sales.service.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { SaleAlone } from './sale-alone.service.js';
import { SaleDeciding } from './sale-deciding.service.js';
import { SaleCustomers } from './sale-customers.service.js';
import { SaleInvoicing } from './sale-invoicing.service.js';
import { SalePayments } from './sale-payments.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import { SaleReceipts } from './sale-receipts.service.js';
import { SaleRefunds } from './sale-refunds.service.js';
import { SalesBatches } from './sales-batches.service.js';
import { SalesBatchesRepository } from './sales-batches.repository.js';
import { SalesChannelsController } from './sales-channels.controller.js';
import { SalesChannelsRepository } from './sales-channels.repository.js';
import { SalesChannelsService } from './sales-channels.service.js';
import { SalesController } from './sales.controller.js';
import { SalesForesight } from './sales-foresight.service.js';
import { SalesGroups } from './sales-groups.service.js';
import { SalesApart } from './sales-apart.service.js';
import { SalesPaidBefore } from './sales-paid-before.service.js';
import { SalesPlanning } from './sales-planning.service.js';
import { SalesPreparing } from './sales-preparing.service.js';
import { SalesRecording } from './sales-recording.service.js';
import { SalesWriting } from './sales-writing.service.js';
import { WithheldPayments } from './withheld-payments.service.js';
import { WithheldSales } from './withheld-sales.service.js';

/** What the accounting module takes in of the call of front offices. */
export const frontOfficeParts = {
  controllers: [SalesChannelsController, SalesController],
  providers: [
    LastingSales,
    RecordedSalesRepository,
    SaleAlone,
    SaleCustomers,
    SaleDeciding,
    SaleInvoicing,
    SaleKeeping,
    SalePayments,
    SaleReceipts,
    SaleRefunds,
    SalesBatches,
    SalesBatchesRepository,
    SalesChannelsRepository,
    SalesChannelsService,
    SalesForesight,
    SalesGroups,
    SalesApart,
    SalesPaidBefore,
    SalesPlanning,
    SalesPreparing,
    SalesRecording,
    SalesWriting,
    WithheldPayments,
    WithheldSales,
  ],
};
