import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { taxLineColumns, taxLineSource } from '../lines/tax-lines.list.js';
import { leavesOf } from './calculate-boxes.js';
import { DECLARED_LINES } from './declared-lines.js';
import { TaxReturnFormsRepository } from './tax-return-forms.repository.js';
import { type TaxReturnLineRow, TaxReturnLineView } from './tax-return-lines.dto.js';
import { TaxReturnsRepository } from './tax-returns.repository.js';

const columns = [
  taxLineColumns,
  `, declared.is_late AS "isLate", declared.return_id AS "declaredIn", journal.code AS "journalCode",
   entry.number AS "entryNumber", entry.entry_date AS "entryDate", entry.description AS "entryDescription"`,
].join(' ');

const source = [
  '(',
  DECLARED_LINES,
  'SELECT declared.* FROM declared) AS declared JOIN (',
  taxLineSource,
  ') ON line.organization_id = $1 AND line.id = declared.tax_line_id',
  `JOIN accounting.journal_entry AS entry
     ON entry.organization_id = line.organization_id AND entry.id = line.entry_id
   JOIN accounting.journal AS journal
     ON journal.organization_id = entry.organization_id AND journal.id = entry.journal_id`,
].join(' ');

/** The tax lines that a return declares, down to their entries and documents. */
@Injectable()
export class TaxReturnLinesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: TaxReturnFormsRepository,
    private readonly returns: TaxReturnsRepository,
  ) {}

  list(id: string, request: ListRequest): Promise<Page<TaxReturnLineView>> {
    return this.unitOfWork.read(async (transaction) => {
      const { formId, formVersionId, startsOn } = await this.returns.get(transaction, id);
      const version = formVersionId
        ? await this.forms.version(transaction, formVersionId)
        : (await this.forms.versionOn(transaction, formId, startsOn))!;
      const pairs = version.boxes.flatMap((box) =>
        leavesOf(box, version.boxes).map((leaf) => ({ box: box.code, leaf })),
      );
      const boxes = pairs.map(({ box }) => box);
      const leaves = pairs.map(({ leaf }) => leaf);
      const rows = await request.rows<TaxReturnLineRow>(transaction, {
        columns,
        from: source,
        // All parameters are named, whatever is asked for: the database asks of each what type it has.
        where:
          'line.organization_id = $1 AND $3::text[] IS NOT NULL AND $4::text[] IS NOT NULL AND $5::uuid IS NOT NULL',
        parameters: [transaction.organizationId, id, boxes, leaves, version.id],
      });
      return request.page(rows, (row) => TaxReturnLineView.from(row));
    });
  }
}
