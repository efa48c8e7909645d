import type { RateQuestion } from '../contract/exchange-rates.js';
import type { DerivedRate, RateLeg } from './derive-rate.js';

const MOST_SOURCE = 100;

/** How a rate came about, in a sentence. */
export function explainRate({ rateType, fromCurrency, toCurrency }: RateQuestion, derived: DerivedRate): string {
  const { rate, derivation, legs } = derived;
  const result = `1 ${fromCurrency} = ${rate.toString()} ${toCurrency}`;
  const [first, second] = legs.map(stepOf) as [string, string];
  switch (derivation) {
    case 'direct':
      return `${result}: the ${rateType} rate that is recorded, ${originOf(legs[0]!)}.`;
    case 'inverse':
      return `${result}: ${first}, of type ${rateType}; 15 significant digits.`;
    case 'triangulated':
      return `${result}: ${first}, times ${second}, of type ${rateType}; 15 significant digits.`;
  }
}

function stepOf(leg: RateLeg): string {
  const { fromCurrency, toCurrency, rate } = leg.recorded;
  const recorded = `1 ${fromCurrency} = ${rate.toString()} ${toCurrency} (${originOf(leg)})`;
  return leg.isInverse ? `the inverse of ${recorded}` : recorded;
}

const originOf = ({ recorded, ageDays }: RateLeg): string => {
  const age = ageDays === 0 ? '' : `, ${ageDays} ${ageDays === 1 ? 'day' : 'days'} before`;
  return `${recorded.source}, ${recorded.rateOn}${age}`;
};

/**
 * The same in at most 100 characters, for the line that was converted: `ECB (spot of 2026-01-30, inverse)`. The day is
 * that of the oldest step; long names of sources are cut.
 */
export function rateSource({ rateType }: Pick<RateQuestion, 'rateType'>, { derivation, legs }: DerivedRate): string {
  const oldest = legs.map(({ recorded }) => recorded.rateOn).sort()[0]!;
  const via = derivation === 'triangulated' ? `, via ${baseOf(legs[0]!)}` : '';
  const facts = ` (${rateType} of ${oldest}${derivation === 'inverse' ? ', inverse' : via})`;
  const sources = [...new Set(legs.map(({ recorded }) => recorded.source))].join(' / ');
  const room = MOST_SOURCE - facts.length;
  const letters = Array.from(sources);
  return (
    (letters.length <= room
      ? sources
      : `${letters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`) + facts
  );
}

/** The currency in the middle of two steps. */
const baseOf = ({ recorded, isInverse }: RateLeg) => (isInverse ? recorded.fromCurrency : recorded.toCurrency);
