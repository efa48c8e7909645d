import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type {
  ImportDetailView,
  ImportFormat,
  ImportStatus,
  ImportView,
  JournalImportDetailView,
} from './imports.dto.js';
import type { JournalImportReportView } from './journal-import.dto.js';
import type { SieReportView } from './sie-report.dto.js';

interface ImportRow {
  id: string;
  legal_entity_id: string;
  fiscal_year_id: string;
  format: ImportFormat;
  sha256: string;
  external_source: string;
  entry_count: number;
  status: ImportStatus;
  imported_by: string;
  imported_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
  version: number;
  updated_at: Date;
}

type ImportRowWithReport = ImportRow & { report: object };

const columns = `
  import.id, import.legal_entity_id, import.fiscal_year_id, import.format, import.sha256, import.external_source,
  import.entry_count, import.status, import.imported_by, import.imported_at, import.undone_by, import.undone_at,
  import.version, import.updated_at`;

const selectWithReport = ['SELECT', columns, ', import.report FROM accounting.import WHERE'].join(' ');

const GET: Statement = {
  name: 'get_import',
  text: [selectWithReport, 'import.organization_id = $1 AND import.id = $2'].join(' '),
};
const FIND_OF_FILE: Statement = {
  name: 'find_imports_of_file',
  text: [
    selectWithReport,
    'import.organization_id = $1 AND import.legal_entity_id = $2 AND import.sha256 = $3 ORDER BY import.id',
  ].join(' '),
};
const FIND_LATER: Statement = {
  name: 'find_later_import',
  text: `
    SELECT later.id, y.starts_on AS "startsOn", y.ends_on AS "endsOn"
    FROM accounting.import i
    JOIN accounting.fiscal_year own ON own.organization_id = i.organization_id AND own.id = i.fiscal_year_id
    JOIN accounting.import later ON later.organization_id = i.organization_id
      AND later.legal_entity_id = i.legal_entity_id AND later.status = 'imported' AND later.format = 'sie4'
    JOIN accounting.fiscal_year y ON y.organization_id = later.organization_id AND y.id = later.fiscal_year_id
    WHERE i.organization_id = $1 AND i.id = $2 AND y.starts_on > own.starts_on
    ORDER BY y.starts_on DESC LIMIT 1`,
};
const INSERT: Statement = {
  name: 'insert_import',
  text: `
    INSERT INTO accounting.import
      (organization_id, id, legal_entity_id, fiscal_year_id, format, sha256, external_source, entry_count, report, imported_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};
const INSERT_ENTRIES: Statement = {
  name: 'insert_import_entries',
  text: `
    INSERT INTO accounting.import_entry (organization_id, import_id, entry_id)
    SELECT $1, $2, entry_id FROM unnest($3::uuid[]) AS entry_id`,
};
const MARK_UNDONE: Statement = {
  name: 'mark_import_undone',
  text: `
    UPDATE accounting.import
    SET status = 'undone', undone_by = $3, undone_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

export interface NewImport {
  id: string;
  legalEntityId: string;
  format: ImportFormat;
  sha256: string;
  fiscalYearId: string;
  externalSource: string;
  entryIds: readonly string[];
  report: object;
}

/** An import as it stands in the database; the report is that of its format. */
export type StoredImport = Pick<ImportRow, 'id' | 'status'> & { report: object };

/** The imports of an organization; their entries stand in the journal. */
@Injectable()
export class ImportsRepository {
  /** @throws Problem not_found */
  async find(transaction: Transaction, id: string): Promise<ImportView> {
    return viewOf(await this.row(transaction, id));
  }

  /**
   * With the report of a SIE file.
   *
   * @throws Problem not_found, also for imports of entries
   */
  async get(transaction: Transaction, id: string): Promise<ImportDetailView> {
    const row = await this.row(transaction, id);
    if (row.format === 'sie4') return { ...viewOf(row), report: sieReportOf(row.report) };
    throw platformProblems.not_found(`The import ${id} is one of entries; read it with getJournalImport.`);
  }

  /**
   * With the report of a file of entries.
   *
   * @throws Problem not_found, also for imports of SIE files
   */
  async getJournal(transaction: Transaction, id: string): Promise<JournalImportDetailView> {
    const row = await this.row(transaction, id);
    if (row.format !== 'sie4') return { ...viewOf(row), report: row.report as JournalImportReportView };
    throw platformProblems.not_found(`The import ${id} is one of a SIE file; read it with getImport.`);
  }

  list(transaction: Transaction, request: ListRequest): Promise<Page<ImportView>> {
    return this.page(transaction, request, 'import.organization_id = $1');
  }

  /** Those of entries, without SIE files. */
  listJournals(transaction: Transaction, request: ListRequest): Promise<Page<ImportView>> {
    return this.page(transaction, request, "import.organization_id = $1 AND import.format <> 'sie4'");
  }

  /** All imports of the file, byte for byte, also those that were undone. */
  ofFile(transaction: Transaction, legalEntityId: string, sha256: string): Promise<StoredImport[]> {
    const values = [transaction.organizationId, legalEntityId, sha256];
    return transaction.rows<StoredImport>(FIND_OF_FILE, values);
  }

  /** The import of the latest fiscal year after that of the given one, and not undone. */
  async latestAfter(transaction: Transaction, id: string) {
    type Later = { id: string; startsOn: string; endsOn: string };
    const [later] = await transaction.rows<Later>(FIND_LATER, [transaction.organizationId, id]);
    return later;
  }

  async insert(transaction: Transaction, one: NewImport): Promise<void> {
    const { organizationId, acting } = transaction;
    const { id, legalEntityId, fiscalYearId, format, sha256, externalSource, entryIds, report } = one;
    const [text, count] = [JSON.stringify(report), entryIds.length];
    const values = [organizationId, id, legalEntityId, fiscalYearId, format, sha256, externalSource, count, text];
    await transaction.rows(INSERT, [...values, acting.actorId]);
    await transaction.rows(INSERT_ENTRIES, [organizationId, id, entryIds]);
  }

  async markUndone(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(MARK_UNDONE, [transaction.organizationId, id, transaction.acting.actorId]);
  }

  private async page(transaction: Transaction, request: ListRequest, where: string): Promise<Page<ImportView>> {
    const parameters = [transaction.organizationId];
    return request.page(
      await request.rows<ImportRow>(transaction, { columns, from: 'accounting.import', where, parameters }),
      viewOf,
    );
  }

  private async row(transaction: Transaction, id: string): Promise<ImportRowWithReport> {
    const [row] = await transaction.rows<ImportRowWithReport>(GET, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no import ${id}.`);
    return row;
  }
}

/** Reports of imports from before the books had budgets say nothing of them. */
export function sieReportOf(report: object): SieReportView {
  return { budget: null, ...(report as Omit<SieReportView, 'budget'>) };
}

function viewOf(row: ImportRow): ImportView {
  return {
    id: row.id,
    legalEntityId: row.legal_entity_id,
    fiscalYearId: row.fiscal_year_id,
    format: row.format,
    sha256: row.sha256,
    externalSource: row.external_source,
    entryCount: row.entry_count,
    status: row.status,
    importedBy: row.imported_by,
    importedAt: row.imported_at.toISOString(),
    undoneBy: row.undone_by,
    undoneAt: row.undone_at?.toISOString() ?? null,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}
