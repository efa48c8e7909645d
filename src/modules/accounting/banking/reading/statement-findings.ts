/** What was found in a file of statements, and where. */
export interface StatementFinding {
  /** Line of the file, counted from 1. */
  line: number;
  code: string;
  message: string;
}

const MOST_FINDINGS = 100;
export const MOST_LINES = 200_000;

/** Faults refuse the file; remarks go with it. */
export class StatementFindings {
  readonly faults: StatementFinding[] = [];
  readonly remarks: StatementFinding[] = [];
  /** Faults found beyond those kept. */
  faultsLeftOff = 0;
  remarksLeftOff = 0;

  get refused(): boolean {
    return this.faults.length > 0;
  }

  fault(line: number, code: string, message: string): void {
    if (this.faults.length < MOST_FINDINGS) this.faults.push({ line, code, message });
    else this.faultsLeftOff++;
  }

  remark(line: number, code: string, message: string): void {
    if (this.remarks.length < MOST_FINDINGS) this.remarks.push({ line, code, message });
    else this.remarksLeftOff++;
  }
}

/** Text of a file as it may be shown in a message: quoted, and cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
