import { Money } from '#kernel/money.js';
import { platformProblems } from '#platform/http/platform.problems.js';

/**
 * An amount as it was sent, in a currency whose decimals it must keep to.
 *
 * @throws Problem validation_failed
 */
export function amountOf(text: string, currency: string, pointer: string): Money {
  try {
    return Money.parse(text, currency);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `Must be an amount with the decimals of ${currency} at most.`;
    throw platformProblems.validation_failed(message, [{ pointer, code: 'too_many_decimals', message }]);
  }
}
