import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking/banking.permissions.js';
import { BankReconciliationReportQuery, BankReconciliationReportView } from './bank-reconciliation-report.dto.js';
import { BankReconciliationReportService } from './bank-reconciliation-report.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class BankReportsController {
  constructor(private readonly reconciliations: BankReconciliationReportService) {}

  @Get('bank-reconciliation')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankReconciliationReport',
    summary: 'Bank reconciliation',
    description:
      'The proof of a bank account at the end of a day: balance of the statement, each deposit in transit and outstanding payment, balance of the books, and the difference. A day that is signed off is shown as it was then; of any other, also what is not matched.',
  })
  @ApiReport(BankReconciliationReportView)
  reconciliation(@Query() query: BankReconciliationReportQuery): Report<BankReconciliationReportView> {
    return this.reconciliations.report(query);
  }
}
