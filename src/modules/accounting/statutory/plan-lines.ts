import type { ProblemError } from '#kernel/problem.js';

export interface KnownLine {
  id: string;
  code: string;
  name: string;
  isMapped: boolean;
}

export interface LineChanges {
  added: readonly { code: string; name: string }[];
  renamed: readonly { id: string; name: string }[];
  removed: readonly { id: string }[];
}

interface Line {
  code: string;
  name: string;
}

export type LinesPlan =
  | { changes: LineChanges; faults?: undefined; inUse?: undefined }
  | { changes?: undefined; faults: ProblemError[]; inUse: ProblemError[] };

/** What makes the lines of a chart those that were sent: added, renamed, removed. Lines with accounts stay. */
export function planLines(sent: readonly Line[], known: readonly KnownLine[]): LinesPlan {
  const wanted = new Map<string, Line>();
  const faults = sent.flatMap((line, index): ProblemError[] => {
    const isRepeated = wanted.has(line.code);
    wanted.set(line.code, line);
    const message = `The line ${line.code} is there twice.`;
    return isRepeated ? [{ pointer: `/lines/${index}/code`, code: 'duplicate_code', message }] : [];
  });
  const removed = known.filter(({ code }) => !wanted.has(code));
  const inUse = removed
    .filter(({ isMapped }) => isMapped)
    .map(({ code }): ProblemError => {
      const message = `Accounts are mapped to the line ${code}; map them to another line first.`;
      return { pointer: '/lines', code: 'line_in_use', message };
    });
  if (faults.length > 0 || inUse.length > 0) return { faults, inUse };
  const codes = new Set(known.map(({ code }) => code));
  const renamed = known.flatMap(({ id, code, name }) => {
    const line = wanted.get(code);
    return line && line.name !== name ? [{ id, name: line.name }] : [];
  });
  return { changes: { added: sent.filter(({ code }) => !codes.has(code)), renamed, removed } };
}
