import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { ApiWrittenFile, type WrittenFile } from '#platform/exports/written-file.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { PrintDocumentQuery } from './document-files.dto.js';
import { DocumentFiles } from './document-files.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/credit-notes')
export class CreditNoteFilesController {
  constructor(private readonly files: DocumentFiles) {}

  @Get(':id/pdf')
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'getCreditNotePdf',
    summary: 'Print a credit note',
    description:
      'The credit note as it goes to the customer, in English or German, with numbers and days as its region writes them. Made of what was kept when it was issued: the same at any time.',
  })
  @ApiWrittenFile({ type: 'application/pdf', description: 'The credit note as PDF.' })
  pdf(@IdParam() id: string, @Query() { language }: PrintDocumentQuery): Promise<WrittenFile> {
    return this.files.pdf('credit_note', id, language);
  }

  @Get(':id/ubl')
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'getCreditNoteUbl',
    summary: 'Write a credit note as UBL',
    description:
      'The credit note as UBL 2.1 in the form of Peppol BIS Billing 3.0. What it lacks for that is refused, each member with where it is filled in (`electronic_document_incomplete`).',
  })
  @ProblemResponses(409)
  @ApiWrittenFile({ type: 'application/xml', description: 'The credit note as UBL 2.1, in UTF-8.' })
  ubl(@IdParam() id: string): Promise<WrittenFile> {
    return this.files.ubl('credit_note', id);
  }

  @Get(':id/factur-x')
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'getCreditNoteFacturx',
    summary: 'Write a credit note as Factur-X',
    description:
      'The PDF of the credit note as PDF/A-3 with the same as XML within (`factur-x.xml`, Cross Industry Invoice of the profile EN 16931), which Factur-X 1.0 and ZUGFeRD 2 both are. What it lacks for that is refused, each member with where it is filled in (`electronic_document_incomplete`).',
  })
  @ProblemResponses(409)
  @ApiWrittenFile({ type: 'application/pdf', description: 'The credit note as PDF/A-3 with XML within.' })
  facturX(@IdParam() id: string, @Query() { language }: PrintDocumentQuery): Promise<WrittenFile> {
    return this.files.facturX('credit_note', id, language);
  }
}
