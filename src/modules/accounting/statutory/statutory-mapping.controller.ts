import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { CsvBody, LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  ImportMappingQuery,
  MapAccounts,
  MappingChangeView,
  StatutoryMappingList,
  type StatutoryMappingView,
} from './statutory-mapping.dto.js';
import { statutoryMappingList } from './statutory-mapping.list.js';
import { StatutoryMappingService } from './statutory-mapping.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/statutory-charts')
export class StatutoryMappingController {
  constructor(private readonly mapping: StatutoryMappingService) {}

  @Get(':id/account-mappings')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listAccountMappings',
    summary: 'List accounts with their statutory lines',
    description:
      'Every account that takes postings, of all legal entities, with the line of this chart that it belongs to; `isMapped=false` finds those that belong to none yet.',
  })
  @ApiList(statutoryMappingList, StatutoryMappingList)
  list(
    @IdParam() id: string,
    @ListQuery(statutoryMappingList) query: ListRequest,
  ): Promise<Page<StatutoryMappingView>> {
    return this.mapping.list(id, query);
  }

  @Post(':id/map-accounts')
  @HttpCode(200)
  @LargeBody({ keys: 2500 })
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateAccountMappings',
    summary: 'Map accounts to statutory lines',
    description:
      'Says of accounts of one legal entity which line of the chart they belong to, all or none: many accounts to one line, an account to one line of each chart. Groups are not mapped; the accounts below them are.',
  })
  @Versioned()
  @ApiOkResponse({ type: MappingChangeView })
  map(@IdParam() id: string, @IfMatch() version: number, @Body() body: MapAccounts): Promise<MappingChangeView> {
    return this.mapping.map(id, version, body);
  }

  @Post(':id/import-mapping')
  @HttpCode(200)
  @CsvBody({
    bodyLimit: 1024 * 1024,
    description:
      'The column names `accountCode` and `lineCode`, then one account on each line; an empty `lineCode` takes the account out of the chart. Separated by comma, semicolon or tab, UTF-8; at most 5,000 accounts in 1 MiB.',
  })
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importStatutoryMapping',
    summary: 'Import a statutory mapping from a CSV file',
    description:
      'The same as `updateAccountMappings` for a file; each fault names its line. The same file again changes nothing.',
  })
  @Versioned()
  @ApiOkResponse({ type: MappingChangeView })
  importMapping(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() file: Buffer,
    @Query() query: ImportMappingQuery,
  ): Promise<MappingChangeView> {
    return this.mapping.importFile(id, version, file, query);
  }
}
