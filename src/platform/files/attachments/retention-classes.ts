import { Injectable } from '@nestjs/common';
import { addMonths, type CalendarDate } from '#kernel/calendar-date.js';
import type { Retention } from './attachable-subjects.js';
import type { Keeping } from './attachments.repository.js';

/** Why and how long files have to be kept: each module adds its own classes when it starts. */
@Injectable()
export class RetentionClasses {
  private readonly years = new Map<string, number>();

  add(retentionClass: string, standardYears: number): void {
    if (this.years.has(retentionClass)) throw new Error(`There are two retention classes called ${retentionClass}.`);
    this.years.set(retentionClass, standardYears);
  }

  /** What is written down with an attachment: later settings do not change it. */
  keepingOf(retention: Retention | undefined): Keeping | undefined {
    if (!retention) return undefined;
    const { retentionClass, from } = retention;
    const years = this.years.get(retentionClass);
    if (years === undefined) throw new Error(`There is no retention class ${retentionClass}.`);
    return { retentionClass, keepUntil: yearsAfter(from, years) };
  }
}

/** Up to the end of the calendar. */
function yearsAfter(from: CalendarDate, years: number): CalendarDate {
  const isBeyond = Number(from.slice(0, 4)) + years > 2199;
  return isBeyond ? ('2199-12-31' as CalendarDate) : addMonths(from, 12 * years);
}
