import type { Chart } from './chart.js';
import type { Table } from './table.js';

/** A report, in whichever form it is asked for; nothing is read before. */
export interface Report<View extends object> {
  /** Name of the file, without its ending: `trial-balance-2026-12-31`. */
  name: string;
  view(): Promise<View>;
  table(): Table;
  /** Where a picture says something. */
  chart?(): Promise<Chart>;
}
