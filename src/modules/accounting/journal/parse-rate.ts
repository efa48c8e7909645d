import { Decimal } from '#kernel/decimal.js';

/** Digits that rates of modules may have, so that an amount and its total are kept exactly; callers have fewer. */
const form = /^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,30})?$/;

/** Reads a rate, functional units for one unit; undefined for what is none. */
export function parseRate(text: string): Decimal | undefined {
  return form.test(text) ? new Decimal(text) : undefined;
}
