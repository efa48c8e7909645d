import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { type AcceptedJob, BecomesJob } from '#platform/jobs/accepted-job.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchRunDetailView, BankMatchRunList, type BankMatchRunView } from './bank-match-runs.dto.js';
import { bankMatchRunList } from './bank-match-runs.list.js';
import { BankMatchRunsRepository } from './bank-match-runs.repository.js';
import { BankMatchRunRequests } from './bank-match-run-requests.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class BankMatchRunsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: BankMatchRunsRepository,
    private readonly matching: BankMatchRunRequests,
  ) {}

  @Post('bank-accounts/:id/match-lines')
  @HttpCode(202)
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent()
  @BecomesJob()
  @ApiOperation({
    operationId: 'runBankMatching',
    summary: 'Match the lines of a bank account',
    description:
      'As a job: looks for what each unmatched line may be, by match rules, references, amounts and who pays, keeps it for `listBankMatchSuggestions`, and accepts what an automatic rule says and what is certain from the `autoMatchScore` of the bank account on.',
  })
  run(@IdParam() id: string): Promise<AcceptedJob> {
    return this.matching.request(id);
  }

  @Get('bank-match-runs')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankMatchRuns',
    summary: 'List looks for bank matches',
    description: 'What `runBankMatching` has done, the latest first, without what was refused.',
  })
  @ApiList(bankMatchRunList, BankMatchRunList)
  list(@ListQuery(bankMatchRunList) query: ListRequest): Promise<Page<BankMatchRunView>> {
    return this.unitOfWork.read((transaction) => this.runs.list(transaction, query));
  }

  @Get('bank-match-runs/:id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankMatchRun',
    summary: 'Read a look for bank matches',
    description: 'How many lines were looked at, what came of them, and why suggestions could not be accepted.',
  })
  @ApiOkResponse({ type: BankMatchRunDetailView })
  get(@IdParam() id: string): Promise<BankMatchRunDetailView> {
    return this.unitOfWork.read((transaction) => this.runs.get(transaction, id));
  }
}
