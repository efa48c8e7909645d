import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { AgingQuery, AgingView } from './aging.dto.js';
import { AgingService } from './aging.service.js';
import { PartyLedgerQuery, PartyLedgerView } from './party-ledger.dto.js';
import { PartyLedgerService } from './party-ledger.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class PartyReportsController {
  constructor(
    private readonly agings: AgingService,
    private readonly ledgers: PartyLedgerService,
  ) {}

  @Get('aging')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getAging',
    summary: 'Receivables or payables by age',
    description:
      'What is open at the end of a day, by customer or vendor and by how long it is overdue; of any day, also of the past. Its total is the balance of the control accounts, less what was posted to them of no party.',
  })
  @ApiReport(AgingView, { chart: true })
  aging(@Query() query: AgingQuery): Report<AgingView> {
    return this.agings.report(query);
  }

  @Get('party-ledger')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getPartyLedger',
    summary: 'Customer or vendor ledger',
    description:
      'The statement of account of one customer or vendor: what it opened with, each line on the control accounts with its document and the balance after it, what it closed with, and what was open then, in a section for each currency. Debits are positive. A range of more than 10,000 lines is refused.',
  })
  @ApiReport(PartyLedgerView, { chart: true })
  ledger(@Query() query: PartyLedgerQuery): Report<PartyLedgerView> {
    return this.ledgers.report(query);
  }
}
