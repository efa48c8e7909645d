import { Money } from '#kernel/money.js';
import type { ProblemFactory } from '#kernel/problem.js';

/**
 * An amount as it was sent, in a currency whose decimals it must keep to.
 *
 * @throws Problem of the one who asks
 */
export function amountOf(text: string, currency: string, pointer: string, refused: ProblemFactory): Money {
  try {
    return Money.parse(text, currency);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `Must be an amount with the decimals of ${currency} at most.`;
    throw refused(message, [{ pointer, code: 'too_many_decimals', message }]);
  }
}
