import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires, RequiresStepUp } from '#platform/permissions/requires.decorator.js';
import { partyPermissions } from './parties.permissions.js';
import {
  CreatePartyBankAccount,
  PartyBankAccountList,
  PartyBankAccountView,
  UpdatePartyBankAccount,
} from './party-bank-accounts.dto.js';
import { partyBankAccountList } from './party-bank-accounts.list.js';
import { PartyBankAccountsService } from './party-bank-accounts.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/party-bank-accounts')
export class PartyBankAccountsController {
  constructor(private readonly accounts: PartyBankAccountsService) {}

  @Get()
  @Requires(partyPermissions.readParties)
  @Recorded('accounting.party_bank_account')
  @ApiOperation({
    operationId: 'listPartyBankAccounts',
    summary: 'List bank accounts of parties',
    description:
      'In the order in which they were entered; `partyId` gives those of one party. Numbers are masked for whoever may not read them (`accounting.party_bank_account.read`).',
  })
  @ApiList(partyBankAccountList, PartyBankAccountList)
  list(@ListQuery(partyBankAccountList) query: ListRequest): Promise<Page<PartyBankAccountView>> {
    return this.accounts.list(query);
  }

  @Post()
  @Requires(partyPermissions.manageBankDetails)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createPartyBankAccount',
    summary: 'Enter a bank account of a party',
    description: 'It is of no use until another person has verified it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: PartyBankAccountView })
  create(@Body() body: CreatePartyBankAccount): Promise<PartyBankAccountView> {
    return this.accounts.create(body);
  }

  @Get(':id')
  @Requires(partyPermissions.readParties)
  @Recorded('accounting.party_bank_account')
  @ApiOperation({
    operationId: 'getPartyBankAccount',
    summary: 'Read a bank account of a party',
    description: 'One bank account; its numbers are masked for whoever may not read them.',
  })
  @Versioned()
  @ApiOkResponse({ type: PartyBankAccountView })
  get(@IdParam() id: string): Promise<PartyBankAccountView> {
    return this.accounts.find(id);
  }

  @Patch(':id')
  @Requires(partyPermissions.manageBankDetails)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updatePartyBankAccount',
    summary: 'Change a bank account of a party',
    description: 'Fields that are left out stay as they are. It has to be verified anew, by another person.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyBankAccountView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePartyBankAccount,
  ): Promise<PartyBankAccountView> {
    return this.accounts.update(id, version, body);
  }

  @Post(':id/verify')
  @HttpCode(200)
  @Requires(partyPermissions.verifyBankDetails)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'verifyPartyBankAccount',
    summary: 'Verify a bank account of a party',
    description:
      'Money may be sent there from now on. By another person than who wrote it last, whatever keys and programs act for them; best by asking the party another way than the number came.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyBankAccountView })
  verify(@IdParam() id: string, @IfMatch() version: number): Promise<PartyBankAccountView> {
    return this.accounts.verify(id, version);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires(partyPermissions.manageBankDetails)
  @Idempotent()
  @ApiOperation({
    operationId: 'archivePartyBankAccount',
    summary: 'Archive a bank account of a party',
    description: 'No money is sent there any more. Entered again, it is verified again.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyBankAccountView })
  archive(@IdParam() id: string, @IfMatch() version: number): Promise<PartyBankAccountView> {
    return this.accounts.archive(id, version);
  }
}
