import { Injectable } from '@nestjs/common';
import { readAccountTypeOverrides } from './account-type-overrides.js';
import { FileImportService } from './file-import.service.js';
import { sieReportOf } from './imports.repository.js';
import { SieImportPreparation } from './sie-import-preparation.service.js';
import type { ImportSieQuery, SieImportView } from './sie-import.dto.js';

/** Imports a year of books from a SIE 4 file. */
@Injectable()
export class SieImportService {
  constructor(
    private readonly files: FileImportService,
    private readonly preparation: SieImportPreparation,
  ) {}

  async import(bytes: Buffer, query: ImportSieQuery): Promise<SieImportView> {
    const { dryRun = false, legalEntityId, accountTypeOverrides, ...rest } = query;
    const overrides = accountTypeOverrides === undefined ? {} : readAccountTypeOverrides(accountTypeOverrides);
    const options = { ...rest, accountTypeOverrides: overrides };
    const file = { format: 'sie4', content: bytes, legalEntityId, pointer: '?legalEntityId', dryRun } as const;
    const answer = await this.files.import(file, (transaction, scope) =>
      this.preparation.prepare(transaction, scope, { bytes, options }),
    );
    return { ...answer, ...sieReportOf(answer) };
  }
}
