import type { Operation } from '../platform/operations.js';

/** Which statuses each operation was seen to answer, beside those that the document promises. */
export class Coverage {
  private readonly seen = new Map<string, Map<number, number>>();

  constructor(
    private readonly operations: readonly Operation[],
    /** Why a promised status is not answered here; undefined where it should be. */
    private readonly whyNot: (operation: Operation, status: number) => string | undefined,
  ) {}

  add({ id }: Operation, status: number): void {
    const statuses = this.seen.get(id) ?? new Map<number, number>();
    this.seen.set(id, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  }

  requestsOf({ id }: Operation): number {
    return [...(this.seen.get(id)?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  }

  /** Of the pairs of operation and promised status that can be reached: how many, and which were not. */
  reached(): { of: number; missing: string[] } {
    const pairs = this.operations.flatMap((operation) =>
      operation.statuses
        .filter((status) => this.whyNot(operation, status) === undefined)
        .map((status) => ({ operation, status })),
    );
    const missing = pairs
      .filter(({ operation, status }) => !this.seen.get(operation.id)?.has(status))
      .map(({ operation, status }) => `${operation.id} ${status}`);
    return { of: pairs.length, missing };
  }

  /** A line for each operation, a column for each status: how often; `-` where promised and not seen, `.` where not to be. */
  toString(): string {
    const statuses = [...new Set(this.operations.flatMap((operation) => operation.statuses))].sort((a, b) => a - b);
    const widest = Math.max(...this.operations.map(({ id }) => id.length));
    const cell = (operation: Operation, status: number) => {
      const count = this.seen.get(operation.id)?.get(status);
      if (count !== undefined) return String(count);
      if (!operation.statuses.includes(status)) return '';
      return this.whyNot(operation, status) === undefined ? '-' : '.';
    };
    const lines = this.operations.map((operation) =>
      [operation.id.padEnd(widest), ...statuses.map((status) => cell(operation, status).padStart(5))].join(''),
    );
    return [[''.padEnd(widest), ...statuses.map((status) => String(status).padStart(5))].join(''), ...lines].join('\n');
  }
}
