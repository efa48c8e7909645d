import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchUndoService } from './bank-match-undo.service.js';
import {
  BankMatchDetailView,
  BankMatchList,
  type BankMatchView,
  MatchBankLines,
  UndoBankMatch,
} from './bank-matches.dto.js';
import { bankMatchList } from './bank-matches.list.js';
import { BankMatchesRepository } from './bank-matches.repository.js';
import { BankMatchingService } from './bank-matching.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-matches')
export class BankMatchesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: BankMatchesRepository,
    private readonly matching: BankMatchingService,
    private readonly undoing: BankMatchUndoService,
  ) {}

  @Post()
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'matchBankLines',
    summary: 'Match lines of bank statements',
    description:
      'Says that lines of statements and lines of the books on the same bank account are the same money: one with one, one with several, several with several, in equal sums. Lines of one side alone are matched where they cancel each other out. Nothing is in two matches that stand.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankMatchDetailView })
  match(@Body() body: MatchBankLines): Promise<BankMatchDetailView> {
    return this.matching.match(body);
  }

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankMatches',
    summary: 'List matches of bank lines',
    description: 'What was matched with what, the latest first; also what was taken back, and what takes back.',
  })
  @ApiList(bankMatchList, BankMatchList)
  list(@ListQuery(bankMatchList) query: ListRequest): Promise<Page<BankMatchView>> {
    return this.unitOfWork.read((transaction) => this.matches.list(transaction, query));
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankMatch',
    summary: 'Read a match of bank lines',
    description: 'One match with its lines of both sides; what takes a match back shows the lines of that.',
  })
  @ApiOkResponse({ type: BankMatchDetailView })
  get(@IdParam() id: string): Promise<BankMatchDetailView> {
    return this.unitOfWork.read((transaction) => this.matches.get(transaction, id));
  }

  @Post(':id/undo')
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'undoBankMatch',
    summary: 'Undo a match of bank lines',
    description:
      'All its lines wait again. An entry that was posted for the match is reversed, and what it settled is open again; the entry and its reversal are matched with each other. So are receipts that were recorded for it. The match stays on record, with the reason. Refused where the bank account is signed off up to there.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankMatchDetailView })
  undo(@IdParam() id: string, @Body() body: UndoBankMatch): Promise<BankMatchDetailView> {
    return this.undoing.undo(id, body);
  }
}
