import type { ProblemError } from '#kernel/problem.js';
import type { FormBox } from './form-box.js';

export interface ArrangedBoxes {
  faults: ProblemError[];
  /** By code: 0 for sums of lines, and one more than the deepest of its terms for a formula. */
  depths: ReadonlyMap<string, number>;
}

/** Finds what is wrong with the boxes of a form, and in what order they are reckoned where nothing is. */
export function arrangeBoxes(boxes: readonly FormBox[]): ArrangedBoxes {
  const known = new Map(boxes.map((box) => [box.code, box]));
  const faults = boxes.flatMap((box, index) => [
    ...(boxes.findIndex(({ code }) => code === box.code) < index
      ? [fault(index, 'code', 'code_taken', `Two boxes have the code ${box.code}.`)]
      : []),
    ...(box.kind === 'lines' ? linesFaults(box, index) : formulaFaults(box, index, known)),
  ]);
  const depths = new Map<string, number>();
  if (faults.length > 0) return { faults, depths };
  for (const [index, { code }] of boxes.entries()) {
    if (depthOf(code, known, depths, new Set()) !== undefined) continue;
    faults.push(fault(index, 'terms', 'circular_formula', `The formula of box ${code} comes back to itself.`));
  }
  return { faults, depths };
}

function depthOf(
  code: string,
  known: ReadonlyMap<string, FormBox>,
  depths: Map<string, number>,
  above: ReadonlySet<string>,
): number | undefined {
  if (above.has(code)) return undefined;
  const found = depths.get(code);
  if (found !== undefined) return found;
  const { kind, terms } = known.get(code)!;
  let depth = 0;
  if (kind === 'formula') {
    for (const { box } of terms) {
      const below = depthOf(box, known, depths, new Set([...above, code]));
      if (below === undefined) return undefined;
      depth = Math.max(depth, below + 1);
    }
  }
  depths.set(code, depth);
  return depth;
}

function linesFaults({ amount, terms }: FormBox, index: number): ProblemError[] {
  return [
    ...(amount === null ? [fault(index, 'amount', 'amount_required', 'A sum of lines is of their base or tax.')] : []),
    ...(terms.length > 0 ? [fault(index, 'terms', 'terms_of_lines', 'Only a formula has other boxes.')] : []),
  ];
}

function formulaFaults(box: FormBox, index: number, known: ReadonlyMap<string, FormBox>): ProblemError[] {
  const { amount, isNegated, direction, side, categories, taxCodes, terms } = box;
  const faults: ProblemError[] = [];
  const chosen = { amount, direction, side, categories, taxCodes, isNegated: isNegated || null };
  for (const [field, value] of Object.entries(chosen)) {
    if (value !== null) faults.push(fault(index, field, 'lines_of_formula', 'A formula has boxes, and no lines.'));
  }
  if (terms.length === 0) {
    faults.push(fault(index, 'terms', 'terms_required', 'A formula names the boxes that it is of.'));
  }
  for (const [at, { box: code }] of terms.entries()) {
    const place = `terms/${at}/box`;
    if (!known.has(code)) {
      faults.push(fault(index, place, 'unknown_box', `The form has no box ${code}.`));
    } else if (terms.findIndex((term) => term.box === code) < at) {
      faults.push(fault(index, place, 'box_named_twice', `The formula names the box ${code} twice.`));
    }
  }
  return faults;
}

const fault = (index: number, field: string, code: string, message: string): ProblemError => {
  return { pointer: `/boxes/${index}/${field}`, code, message };
};
