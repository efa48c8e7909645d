import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  AccountStatementQuery,
  AccountStatementView,
  GeneralLedgerQuery,
  GeneralLedgerView,
} from './general-ledger.dto.js';
import { GeneralLedgerService } from './general-ledger.service.js';
import { IntegrityChecksQuery, IntegrityChecksView } from './integrity-checks.dto.js';
import { IntegrityChecksService } from './integrity-checks.service.js';
import { JournalReportQuery, JournalReportView } from './journal-report.dto.js';
import { JournalReportService } from './journal-report.service.js';
import { TrialBalanceQuery, TrialBalanceView } from './trial-balance.dto.js';
import { TrialBalanceService } from './trial-balance.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class ReportsController {
  constructor(
    private readonly trialBalances: TrialBalanceService,
    private readonly ledgers: GeneralLedgerService,
    private readonly journals: JournalReportService,
    private readonly integrity: IntegrityChecksService,
  ) {}

  @Get('reports/trial-balance')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getTrialBalance',
    summary: 'Trial balance as of a date or of a range',
    description:
      'Opening, movement and closing of every account, in the fiscal year that holds the date or in a range. Debits are positive.',
  })
  @ApiReport(TrialBalanceView)
  trialBalance(@Query() query: TrialBalanceQuery): Report<TrialBalanceView> {
    return this.trialBalances.report(query);
  }

  @Get('reports/general-ledger')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getGeneralLedger',
    summary: 'General ledger of a range',
    description:
      'Every account with its opening balance, its lines with the running balance, and its closing balance, page by page. Debits are positive; opening and closing are those of the trial balance.',
  })
  @ApiReport(GeneralLedgerView)
  generalLedger(@Query() query: GeneralLedgerQuery): Report<GeneralLedgerView> {
    return this.ledgers.ledger(query);
  }

  @Get('reports/account-statement')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getAccountStatement',
    summary: 'Statement of one account',
    description: 'The general ledger of one account, also where nothing was posted to it.',
  })
  @ApiReport(AccountStatementView, { chart: true })
  accountStatement(@Query() query: AccountStatementQuery): Report<AccountStatementView> {
    return this.ledgers.statement(query);
  }

  @Get('reports/journal')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getJournalReport',
    summary: 'Journal of a range',
    description: 'Posted entries with their lines by journal, date and number, page by page.',
  })
  @ApiReport(JournalReportView)
  journal(@Query() query: JournalReportQuery): Report<JournalReportView> {
    return this.journals.report(query);
  }

  @Get('integrity-checks')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'checkIntegrity',
    summary: 'Check the integrity of the books',
    description:
      'Proves the books from their lines up: balance of every entry, balances, numbers, periods, reversals. Reads all lines.',
  })
  @ProblemResponses(422)
  @ApiOkResponse({ type: IntegrityChecksView })
  integrityChecks(@Query() query: IntegrityChecksQuery): Promise<IntegrityChecksView> {
    return this.integrity.run(query.legalEntityId);
  }
}
