import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '#platform/http/id-param.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchSuggestionsQuery, BankMatchSuggestionsView } from './bank-suggestions.dto.js';
import { BankSuggestionsService } from './bank-suggestions.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-accounts')
export class BankSuggestionsController {
  constructor(private readonly suggestions: BankSuggestionsService) {}

  @Get(':id/match-suggestions')
  @Requires(bankingPermissions.matchBankLines)
  @ApiOperation({
    operationId: 'getBankMatchSuggestions',
    summary: 'Suggest matches of a bank account',
    description:
      'For lines of its statements that wait: lines of the books of the same amount, and open items of customers (for what comes in) and vendors (for what goes out), by references in the texts of the line, amounts, days, and the account and name of who pays. Several items of a party are one suggestion where the line names them and they sum up to it. An item is of the amount as well where that is what is left after all that the customer is still expected to withhold of it. Writes nothing.',
  })
  @ApiOkResponse({ type: BankMatchSuggestionsView })
  suggest(@IdParam() id: string, @Query() query: BankMatchSuggestionsQuery): Promise<BankMatchSuggestionsView> {
    return this.suggestions.suggest(id, query);
  }
}
