import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { IdParam } from '#platform/http/id-param.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { TaxReturnFilingService } from './tax-return-filing.service.js';
import { TaxReturnLineList, type TaxReturnLineView } from './tax-return-lines.dto.js';
import { TaxReturnLinesService } from './tax-return-lines.service.js';
import { TaxReturnReconciliationView } from './tax-return-reconciliation.dto.js';
import { TaxReturnReconciliationService } from './tax-return-reconciliation.service.js';
import { TaxReturnBoxesView } from './tax-returns.dto.js';
import { taxReturnLineList } from './tax-returns.list.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-returns')
export class DeclaredTaxesController {
  constructor(
    private readonly filing: TaxReturnFilingService,
    private readonly lines: TaxReturnLinesService,
    private readonly reconciliation: TaxReturnReconciliationService,
  ) {}

  @Get(':id/boxes')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxReturnBoxes',
    summary: 'Read the boxes of a tax return',
    description:
      'What is declared: as it was filed, and of an open return as it would be filed now. Says as well what is not declared, so that nothing is forgotten.',
  })
  @ApiReport(TaxReturnBoxesView)
  boxes(@IdParam() id: string): Report<TaxReturnBoxesView> {
    return this.filing.boxes(id);
  }

  @Get(':id/lines')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxReturnLines',
    summary: 'List the lines of a tax return',
    description:
      'The tax lines that are declared, with the entries and documents that they are of; with `box` those of one box, with `isLate` those of earlier periods.',
  })
  @ApiList(taxReturnLineList, TaxReturnLineList)
  list(@IdParam() id: string, @ListQuery(taxReturnLineList) query: ListRequest): Promise<Page<TaxReturnLineView>> {
    return this.lines.list(id, query);
  }

  @Get(':id/reconciliation')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxReturnReconciliation',
    summary: 'Reconcile a tax return with the books',
    description:
      'Holds the tax that is declared against the movement of the tax accounts in the period, and names what stands between: taxes of other days, and postings to the accounts that no tax line is about. JSON has the first 200 of these, a file has all.',
  })
  @ApiReport(TaxReturnReconciliationView)
  reconcile(@IdParam() id: string): Report<TaxReturnReconciliationView> {
    return this.reconciliation.report(id);
  }
}
