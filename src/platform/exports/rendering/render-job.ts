import type { Chart } from '../chart.js';
import type { Letter } from '../letter.js';
import type { Cell, ColumnHead, Emphasis, PaperRow, TableHead } from '../table.js';

/** What a file is proved by: how many rows it has, and the SHA-256 of the CSV that they would be. */
export interface RowsProof {
  rowCount: number;
  sha256: string;
}

/** A row of a spreadsheet, with a cell for each column. */
export interface SheetRow {
  cells: readonly Cell[];
  emphasis: Emphasis | undefined;
}

/** What a document says of the request that it answers. */
export interface Imprint {
  requestId: string;
  /** Language tag whose way of writing numbers is used; undefined for a neutral one. */
  locale: string | undefined;
}

/** A file that a thread renders. A chart or letter is there from the beginning; the rows of the others follow. */
export type RenderJob =
  | { kind: 'xlsx'; columns: readonly ColumnHead[] }
  | { kind: 'pdf'; columns: readonly ColumnHead[]; imprint: Imprint }
  | { kind: 'svg'; chart: Chart }
  | { kind: 'letter'; letter: Letter };

/** One that takes rows. */
export type RowsJob = Exclude<RenderJob, { kind: 'svg' | 'letter' }>;

/** What is sent to the thread, in this order. */
export type RenderStep =
  | { step: 'begin'; head: TableHead }
  | { step: 'rows'; rows: readonly (SheetRow | PaperRow)[] }
  | { step: 'end'; proof: RowsProof };

/** A file that takes its rows one after the other and is there when the last is in. */
export interface RenderedFile<Row> {
  begin(head: TableHead): void;
  row(row: Row): void;
  end(proof: RowsProof): Promise<Uint8Array>;
}
