import type { FiscalYearView } from '#modules/accounting/calendar/fiscal-years.dto.js';
import type { FiscalPeriodView } from '#modules/accounting/calendar/fiscal-periods.dto.js';
import type { TrialBalanceView } from '#modules/accounting/reports/trial-balance.dto.js';
import { type Actor, type Answer, newActor } from './actor.js';

const years = '/v1/accounting/fiscal-years';
const periods = '/v1/accounting/fiscal-periods';

/** The fiscal calendar of an actor's books, in the words of those who close them. */
export class Calendar {
  constructor(
    private readonly actor: Actor,
    private readonly legalEntityId = actor.legalEntityId,
  ) {}

  /** The fiscal year that starts on the day, as it is now. */
  async year(startsOn: string): Promise<FiscalYearView> {
    const { body } = await this.actor.get(`${years}?legalEntityId=${this.legalEntityId}&startsOn=${startsOn}`);
    return body.data[0];
  }

  /** The period of the year with that number, as it is now. */
  async period(yearStartsOn: string, number: number): Promise<FiscalPeriodView> {
    const { periods: own } = await this.year(yearStartsOn);
    return own.find((period) => period.number === number)!;
  }

  async onPeriod(verb: string, yearStartsOn: string, number: number, body: object = {}): Promise<Answer> {
    const { id, version } = await this.period(yearStartsOn, number);
    return this.actor.post(`${periods}/${id}/${verb}`, body, { 'If-Match': `"${version}"` });
  }

  /** Closes softly all periods of the year that precede the one which takes the closing entry. */
  async closePeriodsBeforeLast(yearStartsOn: string): Promise<void> {
    const { periods: own } = await this.year(yearStartsOn);
    const answer = await this.onPeriod('close-through', yearStartsOn, own.length - 1);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** `close` or `reopen`, with the version that the year has now. */
  async onYear(verb: 'close' | 'reopen', startsOn: string, body: object = {}, query = ''): Promise<Answer> {
    const { id, version } = await this.year(startsOn);
    return this.actor.post(`${years}/${id}/${verb}${query}`, body, { 'If-Match': `"${version}"` });
  }

  async trialBalance(asOf: string, query = ''): Promise<TrialBalanceView> {
    const path = `/v1/accounting/reports/trial-balance?legalEntityId=${this.legalEntityId}&asOf=${asOf}${query}`;
    const { status, body } = await this.actor.get(path);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Closing balances that are not zero, by account code. */
  async balances(asOf: string, query = ''): Promise<Record<string, string>> {
    const { lines } = await this.trialBalance(asOf, query);
    const shown = lines.filter(({ closing }) => Number(closing) !== 0);
    return Object.fromEntries(shown.map(({ accountCode, closing }) => [accountCode, closing]));
  }

  /** Opening balances that are not zero, by account code. */
  async openings(asOf: string): Promise<Record<string, string>> {
    const { lines } = await this.trialBalance(asOf);
    const shown = lines.filter(({ opening }) => Number(opening) !== 0);
    return Object.fromEntries(shown.map(({ accountCode, opening }) => [accountCode, opening]));
  }

  async nameRetainedEarnings(retainedEarningsAccountCode: string): Promise<void> {
    const path = `/v1/accounting/books/${this.legalEntityId}`;
    const { headers } = await this.actor.get(path);
    const answer = await this.actor.patch(path, { retainedEarningsAccountCode }, headers['etag']);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** The integrity checks that did not pass, with what they found. */
  async failedChecks(): Promise<object[]> {
    const { body } = await this.actor.get('/v1/accounting/integrity-checks');
    return body.checks.filter(({ status }: { status: string }) => status !== 'passed');
  }
}

/** Books of 2026 that can be furnished and closed, with an account for the result. */
export async function booksToClose(): Promise<{ actor: Actor; calendar: Calendar }> {
  const actor = await newActor();
  await actor.openBooks();
  await actor.post('/v1/accounting/accounts', { code: '2091', name: 'Retained earnings', type: 'equity' });
  return { actor, calendar: new Calendar(actor) };
}

/** Sales of 100 in March and rent of 30 on the last day; all periods but the last are closed, 2091 takes the result. */
export async function furnish(actor: Actor, calendar: Calendar): Promise<void> {
  await actor.postEntry('1000', '3000', '100.00');
  await actor.postEntry('4000', '1000', '30.00', { entryDate: '2026-12-31' });
  await calendar.nameRetainedEarnings('2091');
  await calendar.closePeriodsBeforeLast('2026-01-01');
}

/** What the accounts of such books have on the last day before the year is closed, and after. */
export const beforeClosing = { '1000': '70.00', '3000': '-100.00', '4000': '30.00' };
export const afterClosing = { '1000': '70.00', '2091': '-70.00' };
