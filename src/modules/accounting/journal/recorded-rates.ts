import type { RateQuestion } from '#modules/administration/contract/exchange-rates.js';
import type { PostingLine, PostingRequest } from '../contract/ledger-posting.js';
import { type PostingFacts, rateKey } from './posting-facts.js';

/** The type of the rate that lines take where neither they nor their entry name one: that of the day (IAS 21.21). */
const USUAL_TYPE = 'spot';

/** Whether rate or source are given, with the line or with its entry; then no recorded rate is taken. */
export const bringsRate = (request: PostingRequest, line: PostingLine): boolean =>
  [line.exchangeRate, request.exchangeRate, line.exchangeRateSource, request.exchangeRateSource].some(
    (given) => given !== undefined,
  );

/** The recorded rate that a foreign line without one of its own takes. */
export function questionOf(
  request: PostingRequest,
  line: PostingLine,
  fromCurrency: string,
  toCurrency: string,
): RateQuestion {
  const rateType = line.exchangeRateType ?? request.exchangeRateType ?? USUAL_TYPE;
  return { rateType, fromCurrency, toCurrency, rateOn: request.entryDate };
}

/** The recorded rates that the requests need, each once; none where all is in functional currency or brings its rate. */
export function neededRates(requests: readonly PostingRequest[], facts: PostingFacts): RateQuestion[] {
  const questions = new Map<string, RateQuestion>();
  for (const request of requests) {
    const functional: string | undefined = facts.books(request.legalEntityId)?.functionalCurrency.code;
    if (functional === undefined) continue;
    for (const line of request.lines) {
      const currency: string = line.currency ?? request.currency ?? functional;
      if (currency === functional || bringsRate(request, line)) continue;
      const question = questionOf(request, line, currency, functional);
      questions.set(rateKey(question), question);
    }
  }
  return [...questions.values()];
}
