import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { CsvBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  AccountImportView,
  ChartTemplateImportView,
  ImportAccountsQuery,
  ImportChartTemplate,
} from './account-import.dto.js';
import { AccountImportService } from './account-import.service.js';
import { ChartTemplatesView } from './chart-templates.dto.js';
import { ChartTemplatesService } from './chart-templates.service.js';

const MiB = 1024 * 1024;

@ApiTags('accounting')
@Controller('v1/accounting')
export class AccountImportsController {
  constructor(
    private readonly accountImport: AccountImportService,
    private readonly templates: ChartTemplatesService,
  ) {}

  @Post('accounts/import')
  @HttpCode(200)
  @CsvBody({
    bodyLimit: 2 * MiB,
    description:
      'A line of column names, then one account on each line, in any order: `code`, `name` and `type` are needed; `subtype`, `cashFlowSection`, `control`, `currency`, `isGroup` (`true` or `false`), `parentCode` and `status` may be left out. Separated by comma, semicolon or tab, UTF-8; at most 5,000 accounts in 2 MiB.',
  })
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importAccounts',
    summary: 'Import accounts from a CSV file',
    description:
      'Adds the accounts and groups of the file to the chart of a legal entity, all or none; each fault names its line and column. Accounts that are there already add nothing and are reported, with what differs; one of another type, or a group in the place of an account, refuses the file.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: AccountImportView })
  importAccounts(@Body() file: Buffer, @Query() query: ImportAccountsQuery): Promise<AccountImportView> {
    return this.accountImport.importFile(file, query);
  }

  @Get('chart-templates')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getChartTemplates',
    summary: 'Read the chart templates',
    description: 'Charts of accounts to start from, with all their groups and accounts.',
  })
  @ApiOkResponse({ type: ChartTemplatesView })
  getTemplates(): ChartTemplatesView {
    return this.templates.all();
  }

  @Post('accounts/import-template')
  @HttpCode(200)
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importChartTemplate',
    summary: 'Import a chart template',
    description:
      'Adds the accounts of a template that the chart of a legal entity lacks, all or none. Codes that are there already stay as they are and are reported; one of another type, or a group in the place of an account, refuses the import.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ChartTemplateImportView })
  importTemplate(@Body() body: ImportChartTemplate, @Query() query: DryRunQuery): Promise<ChartTemplateImportView> {
    return this.templates.import(body, query);
  }
}
