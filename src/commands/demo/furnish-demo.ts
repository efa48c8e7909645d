import type { INestApplicationContext } from '@nestjs/common';
import { type CalendarDate, firstOfMonth } from '#kernel/calendar-date.js';
import { FiscalPeriodsService } from '#modules/accounting/calendar/fiscal-periods.service.js';
import type { FiscalYearView } from '#modules/accounting/calendar/fiscal-years.dto.js';
import { FiscalYearsService } from '#modules/accounting/calendar/fiscal-years.service.js';
import { ChartTemplatesService } from '#modules/accounting/chart/chart-templates.service.js';
import { JournalsService } from '#modules/accounting/chart/journals.service.js';
import { DimensionValuesService } from '#modules/accounting/dimensions/dimension-values.service.js';
import { DimensionsService } from '#modules/accounting/dimensions/dimensions.service.js';
import type { PostJournalEntriesInBulk } from '#modules/accounting/journal/bulk-posting.dto.js';
import { JournalPostingService } from '#modules/accounting/journal/journal-posting.service.js';
import { JournalReversalService } from '#modules/accounting/journal/journal-reversal.service.js';
import { YearEndClosingService } from '#modules/accounting/year-end/year-end-closing.service.js';
import { ExchangeRatesService } from '#modules/administration/exchange-rates/exchange-rates.service.js';
import { Progress } from '../progress.js';
import { demoStory } from './demo-entries.js';
import { costCentres, credit, debit, type DemoEntry, type DemoLine, demoJournals, euros } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';
import { DemoParties } from './demo-parties.js';
import { DemoSales } from './demo-sales.js';

const DIMENSION = 'COST-CENTRE';
const RATE_SOURCE = 'Bureau demo';
const BATCH = 100;

type EntryToPost = PostJournalEntriesInBulk['entries'][number];

/** Opens books and keeps them for the months, through the same services as a caller of the API. */
export class DemoBooks {
  private partyIds: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly legalEntityId: string,
    private readonly months: readonly DemoMonth[],
  ) {}

  async keep(): Promise<void> {
    const years = await this.open();
    const story = demoStory(this.months);
    const sales = new DemoSales(this.app, this.legalEntityId, this.months, story);
    await sales.open();
    const parties = await DemoParties.make(this.app, this.legalEntityId, story.entries);
    const entries = story.entries.filter(({ document }) => !document);
    this.partyIds = parties.ids;
    const progress = new Progress(Math.ceil(entries.length / BATCH));
    for (let at = 0; at < entries.length; at += BATCH) {
      const batch = entries.slice(at, at + BATCH);
      progress.draw(`entries of ${batch[0]!.date.slice(0, 7)}`);
      const { results } = await this.post(batch);
      parties.posted(batch, results);
      progress.step();
    }
    progress.end();
    await parties.settle();
    await sales.record(parties.ids, DIMENSION);
    await this.correct();
    await sales.remindAndReconcile();
    for (const year of years.filter(({ endsOn }) => endsOn <= this.months.at(-1)!.last)) await this.close(year);
  }

  /** All but the last period by themselves; that one takes the closing entry. */
  private async close({ id, version, periods }: FiscalYearView): Promise<void> {
    const beforeLast = periods.at(-2);
    const reason = 'Approved by the general meeting';
    if (beforeLast) {
      await this.service(FiscalPeriodsService).changeThrough('close', beforeLast.id, beforeLast.version, { reason });
    }
    await this.service(YearEndClosingService).close(id, version, { reason });
  }

  private async open(): Promise<FiscalYearView[]> {
    const { legalEntityId, months } = this;
    const years: FiscalYearView[] = [];
    for (const range of calendarYears(months)) {
      years.push(await this.service(FiscalYearsService).create({ legalEntityId, ...range }));
    }
    const template = { legalEntityId, templateCode: 'ifrs_general', nameBooksAccounts: true } as const;
    await this.service(ChartTemplatesService).import(template, {});
    for (const [code, name] of demoJournals) await this.service(JournalsService).create({ legalEntityId, code, name });
    const kind = 'cost_centre' as const;
    const { id: dimensionId } = await this.service(DimensionsService).create({
      legalEntityId,
      code: DIMENSION,
      name: 'Cost centre',
      kind,
    });
    for (const [code, name] of costCentres)
      await this.service(DimensionValuesService).create({ dimensionId, code, name });
    const currencies = { rateType: 'spot', fromCurrency: 'USD', toCurrency: 'EUR', source: RATE_SOURCE };
    for (const { first, dollar } of months) {
      await this.service(ExchangeRatesService).record({ ...currencies, rateOn: first, rate: dollar.toFixed() });
    }
    return years;
  }

  private post(batch: readonly DemoEntry[]) {
    const entries = batch.map((entry) => toPost(entry, this.legalEntityId, this.partyIds));
    return this.service(JournalPostingService).postInBulk({ mode: 'atomic', entries });
  }

  /** Somebody took an account for another: the entry is reversed, and posted again as it should be. */
  private async correct(): Promise<void> {
    const month = this.months[4]!;
    const fair = (account: string): DemoEntry => ({
      date: dayOf(month, 18),
      journal: 'GENERAL',
      description: 'Stand at the spring fair, paid in cash',
      lines: [debit(account, euros(240), 'WHOLESALE'), credit('1010', euros(240))],
    });
    const { results } = await this.post([fair('5320')]);
    const reversal = { entryDate: dayOf(month, 19), description: 'Entertainment taken for advertising' };
    await this.service(JournalReversalService).reverse(results[0]!.id!, reversal);
    await this.post([fair('5300')]);
  }

  private service<T>(type: new (...parameters: never[]) => T): T {
    return this.app.get<T>(type, { strict: false });
  }
}

/** The first one starts when the company does. */
function calendarYears(months: readonly DemoMonth[]): { startsOn: string; endsOn: string }[] {
  const years = [...new Set(months.map(({ first }) => first.slice(0, 4)))];
  return years.map((year, index) => ({
    startsOn: index === 0 ? months[0]!.first : firstOfMonth(`${year}-01-01` as CalendarDate),
    endsOn: `${year}-12-31`,
  }));
}

function toPost(
  { date, journal, description, reference, lines }: DemoEntry,
  legalEntityId: string,
  partyIds: ReadonlyMap<string, string>,
): EntryToPost {
  const external = reference ? { reference, externalSource: 'shop', externalId: reference } : {};
  return {
    legalEntityId,
    journalCode: journal,
    entryDate: date,
    description,
    ...external,
    lines: lines.map((line) => lineToPost(line, partyIds)),
  };
}

function lineToPost(
  { account, amount, costCentre, currency, exchangeRate, party, dueOn }: DemoLine,
  partyIds: ReadonlyMap<string, string>,
): EntryToPost['lines'][number] {
  const value = amount.abs().toFixed(2);
  return {
    accountCode: account,
    ...(amount.isPositive() ? { debit: value } : { credit: value }),
    ...(party ? { partyId: partyIds.get(party)!, ...(dueOn ? { dueOn } : {}) } : {}),
    ...(costCentre ? { dimensions: [{ dimensionCode: DIMENSION, valueCode: costCentre }] } : {}),
    ...(currency ? { currency, exchangeRate: exchangeRate!.toFixed(), exchangeRateSource: RATE_SOURCE } : {}),
  };
}
