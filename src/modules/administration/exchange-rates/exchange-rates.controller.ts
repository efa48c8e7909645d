import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { CsvBody, LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import {
  ApplicableRateQuery,
  ApplicableRateView,
  ExchangeRateList,
  ExchangeRateView,
  RecordExchangeRate,
} from './exchange-rates.dto.js';
import { exchangeRateList } from './exchange-rates.list.js';
import { ExchangeRatesService } from './exchange-rates.service.js';
import {
  ExchangeRateImportView,
  ImportExchangeRates,
  ImportExchangeRatesFromCsvQuery,
  ImportExchangeRatesQuery,
  MOST_JSON_RATES,
} from './rate-import.dto.js';
import { RateImportService } from './rate-import.service.js';

const MiB = 1024 * 1024;

@ApiTags('administration')
@Controller('v1/administration/exchange-rates')
export class ExchangeRatesController {
  constructor(
    private readonly rates: ExchangeRatesService,
    private readonly imports: RateImportService,
  ) {}

  @Get()
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'listExchangeRates',
    summary: 'List exchange rates',
    description: 'Recorded rates with all their revisions, the latest day first.',
  })
  @ApiList(exchangeRateList, ExchangeRateList)
  list(@ListQuery(exchangeRateList) query: ListRequest): Promise<Page<ExchangeRateView>> {
    return this.rates.list(query);
  }

  @Post()
  @Requires(administrationPermissions.recordExchangeRates)
  @Idempotent()
  @ApiOperation({
    operationId: 'recordExchangeRate',
    summary: 'Record an exchange rate',
    description:
      'A rate never changes. A correction is a further revision for the same type, pair and day, recorded when it is asked for; look-ups take the latest, and those as known at an earlier instant the one that was known then.',
  })
  @ApiCreatedResponse({ type: ExchangeRateView })
  record(@Body() body: RecordExchangeRate): Promise<ExchangeRateView> {
    return this.rates.record(body);
  }

  @Post('import')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 4 * MiB, keys: 6 * MOST_JSON_RATES + 10, elements: MOST_JSON_RATES })
  @Requires(administrationPermissions.recordExchangeRates)
  @Idempotent()
  @ApiOperation({
    operationId: 'importExchangeRates',
    summary: 'Import exchange rates',
    description:
      'All or none. Rates that are recorded already add nothing, and the report says so; one that differs refuses the import unless corrections are asked for.',
  })
  @ApiOkResponse({ type: ExchangeRateImportView })
  importRates(
    @Body() body: ImportExchangeRates,
    @Query() query: ImportExchangeRatesQuery,
  ): Promise<ExchangeRateImportView> {
    return this.imports.importRates(body, query);
  }

  @Post('import-csv')
  @HttpCode(200)
  @CsvBody({
    bodyLimit: 4 * MiB,
    description:
      'A line of column names (`rateType`, `fromCurrency`, `toCurrency`, `rateOn`, `rate`, `source`, in any order), then one rate on each line, separated by comma, semicolon or tab. UTF-8, decimal points, dates as YYYY-MM-DD; at most 20,000 rates in 4 MiB.',
  })
  @Requires(administrationPermissions.recordExchangeRates)
  @Idempotent()
  @ApiOperation({
    operationId: 'importExchangeRatesFromCsv',
    summary: 'Import exchange rates from a CSV file',
    description: 'The same as `importExchangeRates` for a file; each fault names its line and column.',
  })
  @ApiOkResponse({ type: ExchangeRateImportView })
  importCsv(@Body() file: Buffer, @Query() query: ImportExchangeRatesFromCsvQuery): Promise<ExchangeRateImportView> {
    return this.imports.importCsv(file, query);
  }

  @Get('applicable')
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'getApplicableExchangeRate',
    summary: 'Find the exchange rate for a pair and a day',
    description:
      'The rate of the latest day on or before the one asked for, not older than allowed: of the pair itself, else the inverse of the opposite pair, else through the base currency of the policy. The answer tells every step. 404 where the rules lead to none; there is no other default.',
  })
  @ProblemResponses(404)
  @ApiOkResponse({ type: ApplicableRateView })
  applicable(@Query() query: ApplicableRateQuery): Promise<ApplicableRateView> {
    return this.rates.applicable(query);
  }

  @Get(':id')
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'getExchangeRate',
    summary: 'Read an exchange rate',
    description: 'One revision of a recorded rate.',
  })
  @ApiOkResponse({ type: ExchangeRateView })
  get(@IdParam() id: string): Promise<ExchangeRateView> {
    return this.rates.get(id);
  }
}
