import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { TableHead } from '#platform/exports/table.js';
import { letterheadOf } from './letterhead.js';

export interface FiguresTitle {
  title: string;
  period: string;
  madeAt: Date;
}

/** What stands above figures of a legal entity when they leave as a file. The period comes first: it stands on every page. */
export function figuresHeading(
  entity: LegalEntityFact,
  { title, period, madeAt }: FiguresTitle,
  ...more: (readonly [string, string])[]
): TableHead {
  return {
    title,
    owner: entity.name,
    ownerDetails: letterheadOf(entity),
    facts: [
      ['Period', period],
      ['Currency', entity.functionalCurrency],
      ...more,
      ['Made at', instantText(madeAt.toISOString())],
    ],
  };
}

/** `2026-01-31 08:30:00 UTC`; times that somebody asked for may have another offset, and stay as they are. */
export const instantText = (text: string) => text.replace(/^(.{10})T(.{8})(?:\.\d+)?Z$/, '$1 $2 UTC');

export const periodText = (from: string, to: string): string => `${from} to ${to}`;

/** A fact that is worth a line where there is something of it. */
export const countFact = (name: string, count: number): (readonly [string, string])[] =>
  count === 0 ? [] : [[name, String(count)]];
