import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ImportList, type ImportView, JournalImportDetailView } from './imports.dto.js';
import { importList } from './imports.list.js';
import { ImportsRepository } from './imports.repository.js';

@ApiTags('accounting')
@Controller('v1/accounting/journal-imports')
export class JournalImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportsRepository,
  ) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listJournalImports',
    summary: 'List imports of entries',
    description:
      'Imports of CSV, JSON and plain-text journals, the latest first; `listImports` lists SIE files besides.',
  })
  @ApiList(importList, ImportList)
  list(@ListQuery(importList) query: ListRequest): Promise<Page<ImportView>> {
    return this.unitOfWork.read((transaction) => this.imports.listJournals(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getJournalImport',
    summary: 'Read an import of entries',
    description: 'One import of CSV, JSON or a plain-text journal with its report.',
  })
  @Versioned()
  @ApiOkResponse({ type: JournalImportDetailView })
  get(@IdParam() id: string): Promise<JournalImportDetailView> {
    return this.unitOfWork.read((transaction) => this.imports.getJournal(transaction, id));
  }
}
