import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { ApiWrittenFile, type WrittenFile } from '#platform/exports/written-file.js';
import { IdParam } from '#platform/http/id-param.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../../accounting.permissions.js';
import { StatementFiles } from './statement-files.service.js';
import { PrintStatementQuery } from './statements.dto.js';

@ApiTags('accounting')
@Controller('v1/accounting/parties')
export class StatementsController {
  constructor(private readonly files: StatementFiles) {}

  @Get(':id/statement/pdf')
  @Requires(accountingPermissions.readEntries)
  @Recorded('accounting.party')
  @ApiOperation({
    operationId: 'getPartyStatementPdf',
    summary: 'Print a statement of account',
    description:
      'A letter to the customer or vendor in English or German, with numbers and days as its region writes them: for each currency what its account opened with, each charge and payment with its document and the balance after it, what it closed with, and what was open at the end of `to`, item by item and by age. The figures are those of `getPartyLedger`; lines that adjust the functional currency alone are left out. One that was merged into another stands for the other. A range of more than 10,000 lines is refused.',
  })
  @ApiWrittenFile({ type: 'application/pdf', description: 'The statement as PDF.' })
  pdf(@IdParam() id: string, @Query() query: PrintStatementQuery): Promise<WrittenFile> {
    return this.files.pdf(id, query);
  }
}
