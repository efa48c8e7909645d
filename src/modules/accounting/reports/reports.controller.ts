import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { IntegrityChecksQuery, IntegrityChecksView } from './integrity-checks.dto.js';
import { IntegrityChecksService } from './integrity-checks.service.js';
import { TrialBalanceQuery, TrialBalanceView } from './trial-balance.dto.js';
import { TrialBalanceService } from './trial-balance.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class ReportsController {
  constructor(
    private readonly trialBalances: TrialBalanceService,
    private readonly integrity: IntegrityChecksService,
  ) {}

  @Get('reports/trial-balance')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getTrialBalance',
    summary: 'Trial balance as of a date',
    description:
      'Opening, movement and closing of every account in the fiscal year that holds the date. Debits are positive.',
  })
  @ProblemResponses(422)
  @ApiOkResponse({ type: TrialBalanceView })
  trialBalance(@Query() query: TrialBalanceQuery): Promise<TrialBalanceView> {
    return this.trialBalances.asOf(query);
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
