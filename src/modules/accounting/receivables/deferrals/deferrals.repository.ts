import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { DeferralMethod } from './deferral-method.js';
import type { PlannedPart, StandingMonth } from './plan-deferral.js';

const POSTED: Statement = {
  name: 'find_posted_deferrals',
  text: `
    SELECT l.document_id AS "documentId", l.position, (j.functional_credit - j.functional_debit)::text AS "functionalAmount",
           e.functional_currency AS "functionalCurrency"
    FROM accounting.sales_document_line l
    JOIN accounting.sales_document d ON d.organization_id = l.organization_id AND d.id = l.document_id
    JOIN accounting.journal_entry e ON e.organization_id = d.organization_id AND e.id = d.entry_id
    JOIN accounting.journal_line j ON j.organization_id = d.organization_id AND j.entry_id = d.entry_id
      AND j.line_number = l.deferred_line_number
    WHERE l.organization_id = $1 AND l.document_id = ANY ($2::uuid[]) AND l.deferred_line_number IS NOT NULL`,
};
const HOLD: Statement = {
  name: 'hold_deferrals',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.deferral', $1::uuid, $2::uuid), 0))",
};
const STANDING: Statement = {
  name: 'find_standing_deferrals',
  text: `
    SELECT s.id, s.document_id AS "documentId", s.position, s.method, s.service_from AS "from", s.service_through AS through,
           p.month, sum(p.amount)::text AS amount, sum(p.functional_amount)::text AS "functionalAmount",
           max(g.recognized_on) AS "recognizedOn"
    FROM accounting.deferral_schedule s
    JOIN accounting.deferral_part p ON p.organization_id = s.organization_id AND p.schedule_id = s.id
    LEFT JOIN accounting.deferral_recognized_part r ON r.organization_id = p.organization_id AND r.part_id = p.id
    LEFT JOIN accounting.deferral_recognition g ON g.organization_id = r.organization_id AND g.id = r.recognition_id
    WHERE s.organization_id = $1 AND s.document_id = ANY ($2::uuid[])
    GROUP BY s.organization_id, s.id, p.month ORDER BY s.id, p.month`,
};
const INSERT: Statement = {
  name: 'insert_deferrals',
  text: `
    WITH schedules AS (
      INSERT INTO accounting.deferral_schedule
        (organization_id, id, legal_entity_id, document_id, position, account_id, revenue_account_id, dimensions, method,
         service_from, service_through, currency, amount, functional_amount)
      SELECT $1, n.id, l.legal_entity_id, l.document_id, l.position, l.deferred_account_id, l.account_id, l.dimensions, l.deferral,
             l.service_from, l.service_through, d.currency, l.net, n."functionalAmount"
      FROM json_to_recordset($2::json) AS n (id uuid, "documentId" uuid, position integer, "functionalAmount" numeric)
      JOIN accounting.sales_document_line l
        ON l.organization_id = $1 AND l.document_id = n."documentId" AND l.position = n.position
      JOIN accounting.sales_document d ON d.organization_id = $1 AND d.id = l.document_id
    )
    INSERT INTO accounting.deferral_part
      (organization_id, id, legal_entity_id, schedule_id, document_id, month, due_on, amount, functional_amount)
    SELECT $1, n.id, n."legalEntityId", n."scheduleId", n."documentId", n.month, n."dueOn", n.amount, n."functionalAmount"
    FROM json_to_recordset($3::json) AS n (
      id uuid, "legalEntityId" uuid, "scheduleId" uuid, "documentId" uuid, month date, "dueOn" date, amount numeric,
      "functionalAmount" numeric)`,
};

/** What a line of a document posted to its deferred account. */
export interface PostedDeferral {
  documentId: string;
  position: number;
  functionalAmount: Decimal;
  functionalCurrency: string;
}

/** A deferral as it stands: with what credit notes have changed of it. */
export interface StandingDeferral {
  id: string;
  documentId: string;
  position: number;
  method: DeferralMethod;
  from: CalendarDate;
  through: CalendarDate;
  months: StandingMonth[];
}

export interface NewSchedule {
  id: string;
  documentId: string;
  position: number;
  functionalAmount: Decimal;
}

export interface NewPart extends PlannedPart {
  id: string;
  legalEntityId: string;
  scheduleId: string;
  documentId: string;
}

type StandingRow = Omit<StandingDeferral, 'months'> &
  Record<'amount' | 'functionalAmount', string> &
  Pick<StandingMonth, 'month' | 'recognizedOn'>;

@Injectable()
export class DeferralsRepository {
  /** Until the transaction ends nobody else recognizes or cuts deferrals of the legal entity. */
  async hold(transaction: Transaction, legalEntityId: string): Promise<void> {
    await transaction.rows(HOLD, [transaction.organizationId, legalEntityId]);
  }

  async posted(transaction: Transaction, documentIds: readonly string[]): Promise<PostedDeferral[]> {
    const values = [transaction.organizationId, documentIds];
    const rows = await transaction.rows<Omit<PostedDeferral, 'functionalAmount'> & { functionalAmount: string }>(
      POSTED,
      values,
    );
    return rows.map((row) => ({ ...row, functionalAmount: new Decimal(row.functionalAmount) }));
  }

  /** Those of invoices, by invoice and position. */
  async standing(transaction: Transaction, invoiceIds: readonly string[]): Promise<StandingDeferral[]> {
    const values = [transaction.organizationId, invoiceIds];
    const rows = await transaction.rows<StandingRow & Record<string, unknown>>(STANDING, values);
    const found = new Map<string, StandingDeferral>();
    for (const { month, recognizedOn, amount, functionalAmount, ...schedule } of rows) {
      const known = found.get(schedule.id) ?? { ...schedule, months: [] };
      const amounts = { amount: new Decimal(amount), functionalAmount: new Decimal(functionalAmount) };
      known.months.push({ month, recognizedOn, ...amounts });
      found.set(schedule.id, known);
    }
    return [...found.values()];
  }

  async insert(transaction: Transaction, schedules: readonly NewSchedule[], parts: readonly NewPart[]): Promise<void> {
    const values = [transaction.organizationId, JSON.stringify(schedules), JSON.stringify(parts)];
    await transaction.rows(INSERT, values);
  }
}

export const newPart = (
  part: PlannedPart,
  of: Pick<NewPart, 'legalEntityId' | 'scheduleId' | 'documentId'>,
): NewPart => {
  const { month, dueOn, amount, functionalAmount } = part;
  return { id: newId(), ...of, month, dueOn, amount, functionalAmount };
};
