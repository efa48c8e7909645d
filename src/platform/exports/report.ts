import type { CsvTable } from './csv-stream.js';

/** A report, in whichever form it is asked for; nothing is read before. */
export interface Report<View extends object> {
  /** Name of the file, without its ending: `trial-balance-2026-12-31`. */
  name: string;
  view(): Promise<View>;
  table(): CsvTable;
}

/** One column of a table whose rows are at hand. */
export interface Column<Row> {
  name: string;
  /** Text that somebody wrote has to go through `textCell`. */
  cell: (row: Row) => string;
}

/** The rows of a view that is small enough to be made as a whole. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: () => Promise<readonly Row[]>): CsvTable {
  return {
    columns: columns.map(({ name }) => name),
    async write(row) {
      for (const one of await rows()) await row(columns.map(({ cell }) => cell(one)));
    },
  };
}
