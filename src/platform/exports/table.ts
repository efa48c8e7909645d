/** What the cells of a column hold; it decides how each kind of file writes them. */
export type CellKind = 'text' | 'amount' | 'count' | 'flag' | 'date' | 'instant';

/** A cell as text, the same as in JSON; null where there is no value. */
export type Cell = string | null;

/** How a column stands on paper, where there is less room than in a file of data. */
export interface PaperHeading {
  heading: string;
  /** Its part of the width, beside those of the others. */
  share: number;
}

export interface ColumnHead {
  name: string;
  kind: CellKind;
  /** Absent where the column is not printed. */
  paper?: PaperHeading;
}

/** A `subtotal` stands before the rows that it sums up, a `total` under them. */
export type Emphasis = 'subtotal' | 'total';

/** A row on paper. */
export interface PaperRow {
  /** One for each printed column. */
  cells: readonly Cell[];
  /** A line above the first row that has it, such as the account of the rows that follow. */
  group?: string;
  /** How far its first text is moved in. */
  level: number;
  emphasis: Emphasis | undefined;
}

export interface TableRow {
  /** One for each column. */
  cells: readonly Cell[];
  emphasis: Emphasis | undefined;
  /** A total that people look for under the rows; a file of data has no such row among its own. */
  isForReaders: boolean;
  paper(): PaperRow;
}

/** What stands above the rows. */
export interface TableHead {
  title: string;
  /** Whose figures they are: the company, and how it is registered. */
  owner: string;
  ownerDetails: readonly string[];
  /** Period, currency, state of the books: what somebody has to know who sees only the file. */
  facts: readonly (readonly [name: string, value: string])[];
}

/** Takes a table as it is read. `row` resolves when there is room for more. */
export interface TableSink {
  begin(head: TableHead): void;
  row(row: TableRow): Promise<void>;
}

/** Rows under named columns; nothing is read before `write`. */
export interface Table {
  columns: readonly ColumnHead[];
  write(sink: TableSink): Promise<void>;
}

/** One column of rows of a kind. */
export interface Column<Row> {
  name: string;
  /** Text where left out. */
  kind?: CellKind;
  cell: (row: Row) => Cell;
  /** Its place on paper; `cell` where the paper says it in another way. */
  paper?: PaperHeading & { cell?: (row: Row) => Cell };
}

/** How rows of a kind are written. */
export interface TableForm<Row> {
  columns: readonly Column<Row>[];
  emphasis?: (row: Row) => Emphasis | undefined;
  isForReaders?: (row: Row) => boolean;
  group?: (row: Row) => string | undefined;
  level?: (row: Row) => number;
}

/** Takes rows of a kind. */
export interface RowSink<Row> {
  begin(head: TableHead): void;
  row(row: Row): Promise<void>;
}

/** A table whose rows are read a part at a time. */
export function writtenTable<Row>(form: TableForm<Row>, write: (sink: RowSink<Row>) => Promise<void>): Table {
  const {
    columns,
    emphasis = () => undefined,
    isForReaders = () => false,
    group = () => undefined,
    level = () => 0,
  } = form;
  const printed = columns.filter(({ paper }) => paper);
  const rowOf = (row: Row): TableRow => ({
    cells: columns.map(({ cell }) => cell(row)),
    emphasis: emphasis(row),
    isForReaders: isForReaders(row),
    paper: () => ({
      cells: printed.map(({ cell, paper }) => (paper!.cell ?? cell)(row)),
      group: group(row),
      level: level(row),
      emphasis: emphasis(row),
    }),
  });
  return {
    columns: columns.map(({ name, kind = 'text', paper }) => ({
      name,
      kind,
      ...(paper && { paper: { heading: paper.heading, share: paper.share } }),
    })),
    write: (sink) => write({ begin: (head) => sink.begin(head), row: (row) => sink.row(rowOf(row)) }),
  };
}

/** A table that is small enough to be read as a whole. */
export function tableOf<Row>(
  form: TableForm<Row>,
  read: () => Promise<{ head: TableHead; rows: readonly Row[] }>,
): Table {
  return writtenTable(form, async (sink) => {
    const { head, rows } = await read();
    sink.begin(head);
    for (const row of rows) await sink.row(row);
  });
}
