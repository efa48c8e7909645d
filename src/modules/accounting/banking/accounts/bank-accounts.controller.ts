import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires, RequiresStepUp } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankAccountList, BankAccountView, CreateBankAccount, UpdateBankAccount } from './bank-accounts.dto.js';
import { bankAccountList } from './bank-accounts.list.js';
import { BankMatchDetailView, MatchBankOpeningBalance } from '../matching/bank-matches.dto.js';
import { BankMatchingService } from '../matching/bank-matching.service.js';
import { BankAccountsService } from './bank-accounts.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-accounts')
export class BankAccountsController {
  constructor(
    private readonly accounts: BankAccountsService,
    private readonly matching: BankMatchingService,
  ) {}

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankAccounts',
    summary: 'List bank accounts',
    description:
      'The bank accounts of all legal entities in the order of their ledger accounts, each with its last balance.',
  })
  @ApiList(bankAccountList, BankAccountList)
  list(@ListQuery(bankAccountList) query: ListRequest): Promise<Page<BankAccountView>> {
    return this.accounts.list(query);
  }

  @Post()
  @Requires(bankingPermissions.manageBankAccounts)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createBankAccount',
    summary: 'Create a bank account',
    description:
      'Says which ledger account an account at a bank or a card is, by what files of the bank name it, and with which balance its statements begin.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankAccountView })
  create(@Body() body: CreateBankAccount): Promise<BankAccountView> {
    return this.accounts.create(body);
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankAccount',
    summary: 'Read a bank account',
    description: 'One bank account with its last balance and how its CSV files are read.',
  })
  @Versioned()
  @ApiOkResponse({ type: BankAccountView })
  get(@IdParam() id: string): Promise<BankAccountView> {
    return this.accounts.find(id);
  }

  @Patch(':id')
  @Requires(bankingPermissions.manageBankAccounts)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateBankAccount',
    summary: 'Change a bank account',
    description:
      'What is left out stays; `csvMappings` replaces all of them. Ledger account and currency are fixed, and so is the start once there are statements.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankAccountView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateBankAccount): Promise<BankAccountView> {
    return this.accounts.update(id, version, body);
  }

  @Post(':id/match-opening')
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'matchBankOpeningBalance',
    summary: 'Match the opening balance of a bank account',
    description:
      'Says which lines of the books make the balance that the bank account began with: those from before that day, except what was on its way then. Once for a bank account; undone as other matches are.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankMatchDetailView })
  matchOpening(@IdParam() id: string, @Body() body: MatchBankOpeningBalance): Promise<BankMatchDetailView> {
    return this.matching.matchOpening(id, body);
  }
}
