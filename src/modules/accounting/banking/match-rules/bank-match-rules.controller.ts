import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import {
  BankMatchRuleList,
  BankMatchRuleView,
  BankRulePreviewView,
  CreateBankMatchRule,
  PreviewBankMatchRule,
  UpdateBankMatchRule,
} from './bank-match-rules.dto.js';
import { bankMatchRuleList } from './bank-match-rules.list.js';
import { BankMatchRulesService } from './bank-match-rules.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-match-rules')
export class BankMatchRulesController {
  constructor(private readonly rules: BankMatchRulesService) {}

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankMatchRules',
    summary: 'List match rules of banks',
    description: 'What lines of bank statements become by what they say, in the order in which the rules count.',
  })
  @ApiList(bankMatchRuleList, BankMatchRuleList)
  list(@ListQuery(bankMatchRuleList) query: ListRequest): Promise<Page<BankMatchRuleView>> {
    return this.rules.list(query);
  }

  @Post()
  @Requires(bankingPermissions.manageBankMatchRules)
  @Idempotent()
  @ApiOperation({
    operationId: 'createBankMatchRule',
    summary: 'Create a match rule of banks',
    description:
      'Says which lines of bank statements it is about, by side, amount, who stands at the other end, texts and code, and what they become: an entry to accounts by shares, a payment of a party, or nothing, for a reason. It takes effect with the next `runBankMatching`, by itself or as a suggestion.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankMatchRuleView })
  create(@Body() body: CreateBankMatchRule): Promise<BankMatchRuleView> {
    return this.rules.create(body);
  }

  @Post('preview')
  @HttpCode(200)
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'previewBankMatchRule',
    summary: 'Preview a match rule of banks',
    description:
      'Which of the unmatched lines of a bank account the conditions fit, and which rule counts for each of them now. Writes nothing.',
  })
  @ApiOkResponse({ type: BankRulePreviewView })
  preview(@Body() body: PreviewBankMatchRule): Promise<BankRulePreviewView> {
    return this.rules.preview(body);
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankMatchRule',
    summary: 'Read a match rule of banks',
    description: 'One rule with its conditions and what it does.',
  })
  @Versioned()
  @ApiOkResponse({ type: BankMatchRuleView })
  get(@IdParam() id: string): Promise<BankMatchRuleView> {
    return this.rules.find(id);
  }

  @Patch(':id')
  @Requires(bankingPermissions.manageBankMatchRules)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateBankMatchRule',
    summary: 'Change a match rule of banks',
    description:
      'What is left out stays; conditions and action are replaced as a whole. What was suggested by the rule as it was is stale. A rule is done away with by the status `inactive`.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankMatchRuleView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateBankMatchRule,
  ): Promise<BankMatchRuleView> {
    return this.rules.update(id, version, body);
  }
}
