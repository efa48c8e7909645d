import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { ApiWrittenFile, type WrittenFile } from '#platform/exports/written-file.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ExportPlainTextQuery, ExportSieQuery } from './exports.dto.js';
import { PlainTextExportService } from './plain-text-export.service.js';
import { SieExportService } from './sie-export.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/exports')
export class ExportsController {
  constructor(
    private readonly plainText: PlainTextExportService,
    private readonly sie: SieExportService,
  ) {}

  @Get('plain-text')
  @Requires(accountingPermissions.readEntries)
  @Recorded('accounting.journal_entry')
  @ApiOperation({
    operationId: 'exportPlainTextJournal',
    summary: 'Export the books as a plain-text journal',
    description:
      'Writes accounts and posted entries as hledger and ledger read them, by date, so that another program can check the balances: `hledger -f books.journal balance --cost`. Lines in other currencies have the functional amount as their total cost.',
  })
  @ApiWrittenFile({
    type: 'text/plain; charset=utf-8',
    description: 'The journal, in UTF-8. The stream breaks off when reading fails on the way.',
  })
  plainTextJournal(@Query() query: ExportPlainTextQuery): WrittenFile {
    return this.plainText.file(query);
  }

  @Get('sie')
  @Requires(accountingPermissions.readEntries)
  @Recorded('accounting.journal_entry')
  @ApiOperation({
    operationId: 'exportSieFile',
    summary: 'Export a fiscal year as a SIE 4 file',
    description:
      'Writes accounts, dimensions, opening and closing balances and all entries of the fiscal year that holds the date, as a SIE file of type 4E; `importSieFile` makes the same balances of it. What the file cannot hold refuses the export unless it is accepted.',
  })
  @ApiWrittenFile({
    type: 'application/octet-stream',
    description: 'The file, in code page 437. The stream breaks off when reading fails on the way.',
  })
  sieFile(@Query() query: ExportSieQuery): WrittenFile {
    return this.sie.file(query);
  }
}
