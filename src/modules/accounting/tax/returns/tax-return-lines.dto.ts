import { Code, Count, Flag, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type TaxLineRow, TaxLineView } from '../lines/tax-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** A declared line as the database gives it. */
export interface TaxReturnLineRow extends TaxLineRow {
  isLate: boolean;
  declaredIn: string | null;
  journalCode: string;
  entryNumber: number;
  entryDate: string;
  entryDescription: string;
}

export class TaxReturnLineView extends TaxLineView {
  @Flag({ example: false, description: 'Of an earlier period, recorded after that one was filed.' })
  isLate: boolean;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The return or amendment that it was filed with; null while that is open.',
  })
  declaredIn: string | null;

  @Code(20, { example: 'SALES' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 42 })
  entryNumber: number;

  @OnDate({ example: '2026-03-05' })
  entryDate: string;

  @Text(500, { example: 'Invoice 1042' })
  entryDescription: string;

  static override from(row: TaxReturnLineRow): TaxReturnLineView {
    const { isLate, declaredIn, journalCode, entryNumber, entryDate, entryDescription } = row;
    const entry = { journalCode, entryNumber, entryDate, entryDescription };
    return { ...TaxLineView.from(row), isLate, declaredIn, ...entry };
  }
}

export class TaxReturnLineList extends ListOf(TaxReturnLineView) {}
