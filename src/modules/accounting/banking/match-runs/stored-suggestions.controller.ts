import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import {
  AcceptBankSuggestion,
  AcceptBankSuggestions,
  AcceptedBankSuggestionsView,
  AcceptedBankSuggestionView,
  RejectBankSuggestion,
  RejectedBankSuggestionView,
  StoredBankSuggestionList,
  type StoredBankSuggestionView,
} from './stored-suggestions.dto.js';
import { storedSuggestionList } from './stored-suggestions.list.js';
import { StoredSuggestionsRepository } from './stored-suggestions.repository.js';
import { SuggestionDecisions } from './suggestion-decisions.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-match-suggestions')
export class StoredSuggestionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: StoredSuggestionsRepository,
    private readonly decisions: SuggestionDecisions,
  ) {}

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankMatchSuggestions',
    summary: 'List suggestions of bank matches',
    description:
      'What `runBankMatching` has found that unmatched lines may be, the most likely first. They go when the line is matched or excluded, when they are rejected, and when the line is looked at anew.',
  })
  @ApiList(storedSuggestionList, StoredBankSuggestionList)
  list(@ListQuery(storedSuggestionList) query: ListRequest): Promise<Page<StoredBankSuggestionView>> {
    return this.unitOfWork.read((transaction) => this.suggestions.list(transaction, query));
  }

  @Post('accept')
  @HttpCode(200)
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'acceptBankMatchSuggestions',
    summary: 'Accept many suggestions of bank matches',
    description:
      'Up to a hundred, as `acceptBankMatchSuggestion` does: all of them or none. What cannot be accepted is told together, with its place in the request.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: AcceptedBankSuggestionsView })
  acceptMany(@Body() body: AcceptBankSuggestions): Promise<AcceptedBankSuggestionsView> {
    return this.decisions.acceptMany(body);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'acceptBankMatchSuggestion',
    summary: 'Accept a suggestion of a bank match',
    description:
      'Makes of the line what was suggested: matches it with the line of the books, posts the payment and settles the items, with what was withheld of them, or does what the rule says. Refused as stale where an item has another amount open or to be withheld by now, the line of the books is taken, or the rule was changed. `undoBankMatch` takes it back.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: AcceptedBankSuggestionView })
  accept(@IdParam() id: string, @Body() body: AcceptBankSuggestion): Promise<AcceptedBankSuggestionView> {
    return this.decisions.accept(id, body);
  }

  @Post(':id/reject')
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'rejectBankMatchSuggestion',
    summary: 'Reject a suggestion of a bank match',
    description:
      'Says that the line is not this. It is not suggested for the line again unless facts change: what an item has open or is to be withheld of it, or the rule.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: RejectedBankSuggestionView })
  reject(@IdParam() id: string, @Body() body: RejectBankSuggestion): Promise<RejectedBankSuggestionView> {
    return this.decisions.reject(id, body);
  }
}
