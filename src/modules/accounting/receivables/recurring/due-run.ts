import type { PartedCommand } from '#platform/idempotency/command-in-parts.js';
import type { DueInvoiceView, RecurringInvoicesRunView } from './recurring-invoices.dto.js';
import type { DuePlace, DueScope } from './recurring-invoices.repository.js';

/** What is kept with a date that was done: where the run was, and what came of dates since the one that was kept before. */
export interface KeptDate {
  through: string;
  place: DuePlace;
  results: DueInvoiceView[];
  /** Nothing else was due by then: the dates that are kept are the whole run. */
  isLast: boolean;
}

/** A run of due dates, from its beginning or from where one under the same key broke off. */
export class DueRun {
  readonly results: DueInvoiceView[];
  /** The recurring invoice whose dates are made, or were made last. */
  last: DuePlace | undefined;
  /** Whether the dates that are kept say all that the run did. */
  isKept: boolean;
  private keptParts: number;
  /** How many of the results are kept. */
  private keptResults: number;

  constructor(
    readonly scope: DueScope,
    readonly action: string,
    private readonly command?: PartedCommand<KeptDate, RecurringInvoicesRunView>,
    kept: readonly KeptDate[] = [],
  ) {
    this.results = kept.flatMap(({ results }) => results);
    this.last = kept.at(-1)?.place;
    this.isKept = kept.at(-1)?.isLast ?? false;
    this.keptParts = kept.length;
    this.keptResults = this.results.length;
  }

  /** Whether what comes of each date is kept with it. */
  get isKeeping(): boolean {
    return this.command !== undefined;
  }

  wasRefused({ id }: DuePlace): boolean {
    return this.results.some(({ recurringId, outcome }) => recurringId === id && outcome === 'refused');
  }

  /** Does the next date as a part of the command, where there is one. */
  actAsNext<T>(work: () => Promise<T>): Promise<T> {
    return this.command ? this.command.actAsPart(this.keptParts, work) : work();
  }

  keep(place: DuePlace, result: DueInvoiceView | undefined, isLast: boolean): KeptDate {
    const results = [...this.results.slice(this.keptResults), ...(result ? [result] : [])];
    return { through: this.scope.through, place, results, isLast };
  }

  /** @returns what came of the date, once it is kept */
  took({ results, isLast }: KeptDate): DueInvoiceView | undefined {
    const before = this.results.length - this.keptResults;
    this.keptParts += 1;
    this.keptResults += results.length;
    this.isKept = isLast;
    return results[before];
  }
}
