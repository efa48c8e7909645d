import type { DimensionKind } from '../../dimensions/dimension-kind.js';

export interface NumberedDimension {
  code: string;
  kind: DimensionKind;
}

const reserved: Readonly<Partial<Record<DimensionKind, string>>> = { cost_centre: '1', project: '6' };
/** Numbers below are reserved by SIE (specification 5.12). */
const FIRST_FREE = 20;

/**
 * Dimensions have numbers in SIE. A code that is one stays; the first other cost centre is 1 and the first project 6,
 * where no code is; the rest follow from 20 on, in the order that they are given in.
 */
export function dimensionNumbers(dimensions: readonly NumberedDimension[]): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const { code } of dimensions) if (/^[1-9][0-9]{0,8}$/.test(code)) numbers.set(code, code);
  const taken = new Set(numbers.values());
  let next = FIRST_FREE;
  for (const { code, kind } of dimensions) {
    if (numbers.has(code)) continue;
    let number = reserved[kind];
    if (number === undefined || taken.has(number)) {
      while (taken.has(String(next))) next += 1;
      number = String(next);
    }
    taken.add(number);
    numbers.set(code, number);
  }
  return numbers;
}
