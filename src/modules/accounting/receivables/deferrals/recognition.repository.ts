import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PostingDimension } from '../../contract/ledger-posting.js';

/** So many accounts and dimensions go into one entry; each takes a debit and a credit. */
const GROUPS_OF_ENTRY = 2_000;

/**
 * The days on which something is due that no entry has recognized, each with the day on which it can be posted: its own, or
 * the first day of the first open period after it.
 */
const DUE: Statement = {
  name: 'find_due_deferrals',
  text: `
    SELECT due.due_on AS "dueOn", CASE WHEN place.starts_on > due.due_on THEN place.starts_on WHEN place.starts_on IS NOT NULL THEN due.due_on END AS "postedOn", due.parts, due.schedules, due.groups,
           due.amount::text AS amount
    FROM (
      SELECT p.due_on, count(*)::integer AS parts, count(DISTINCT p.schedule_id)::integer AS schedules,
             count(DISTINCT (s.account_id, s.revenue_account_id, s.dimensions))::integer AS groups,
             sum(p.functional_amount) AS amount
      FROM accounting.deferral_part p
      JOIN accounting.deferral_schedule s ON s.organization_id = p.organization_id AND s.id = p.schedule_id
      LEFT JOIN accounting.deferral_recognized_part r ON r.organization_id = p.organization_id AND r.part_id = p.id
      WHERE p.organization_id = $1 AND p.legal_entity_id = $2 AND r.part_id IS NULL
        AND ($3::date IS NULL OR p.due_on <= $3) AND ($4::uuid[] IS NULL OR p.id = ANY ($4))
      GROUP BY p.due_on) due
    LEFT JOIN LATERAL (
      SELECT f.starts_on FROM accounting.fiscal_period f
      WHERE f.organization_id = $1 AND f.legal_entity_id = $2 AND f.ends_on >= due.due_on AND NOT f.is_adjustment
        AND f.fiscal_year_status = 'open'
        AND (f.status = 'open' OR ($5 AND f.status = 'soft_closed' AND f.starts_on <= due.due_on))
      ORDER BY f.starts_on LIMIT 1) place ON true
    ORDER BY due.due_on`,
};
/** Parts are taken first, and the entries post what was taken: a line that is invoiced meanwhile waits for the next run. */
const TAKE: Statement = {
  name: 'take_due_deferrals',
  text: `
    WITH day AS (
      SELECT * FROM unnest($3::date[], $4::date[]) AS d (due_on, posted_on)
    ), recognition AS (
      SELECT * FROM unnest($5::date[], $6::integer[], $7::uuid[]) AS n (posted_on, place, id)
    ), due AS (
      SELECT p.id, p.schedule_id, p.month, p.functional_amount, day.posted_on, s.account_id, s.revenue_account_id, s.dimensions,
             p.due_on,
             (dense_rank() OVER (PARTITION BY day.posted_on ORDER BY s.account_id, s.revenue_account_id, s.dimensions) - 1) / $8
               AS place
      FROM day
      JOIN accounting.deferral_part p ON p.organization_id = $1 AND p.legal_entity_id = $2 AND p.due_on = day.due_on
      JOIN accounting.deferral_schedule s ON s.organization_id = p.organization_id AND s.id = p.schedule_id
      LEFT JOIN accounting.deferral_recognized_part r ON r.organization_id = p.organization_id AND r.part_id = p.id
      WHERE r.part_id IS NULL AND ($9::uuid[] IS NULL OR p.id = ANY ($9))
    ), placed AS (
      SELECT due.*, n.id AS recognition_id FROM due
      JOIN recognition n ON n.posted_on = due.posted_on AND n.place = due.place
    ), posted AS (
      SELECT recognition_id, posted_on, account_id, revenue_account_id, dimensions, sum(functional_amount) AS amount,
             count(*) AS parts, count(DISTINCT schedule_id) AS schedules, min(month) AS first_month, max(month) AS last_month,
             min(due_on) AS first_due
      FROM placed GROUP BY recognition_id, posted_on, account_id, revenue_account_id, dimensions
    ), kept AS (
      -- What comes to nothing waits for what does not.
      SELECT recognition_id FROM posted GROUP BY recognition_id HAVING bool_or(amount <> 0)
    ), taken AS (
      INSERT INTO accounting.deferral_recognized_part (organization_id, part_id, legal_entity_id, recognition_id)
      SELECT $1, placed.id, $2, placed.recognition_id FROM placed JOIN kept USING (recognition_id)
    )
    SELECT recognition_id AS "recognitionId", posted_on AS "postedOn", account_id AS "accountId",
           revenue_account_id AS "revenueAccountId", dimensions, amount::text AS amount, parts::integer AS parts,
           schedules::integer AS schedules, first_month AS "firstMonth", last_month AS "lastMonth", first_due AS "firstDue"
    FROM posted JOIN kept USING (recognition_id)
    ORDER BY posted_on, recognition_id, account_id, revenue_account_id, dimensions`,
};
const RECORD: Statement = {
  name: 'insert_deferral_recognitions',
  text: `
    INSERT INTO accounting.deferral_recognition
      (organization_id, id, legal_entity_id, recognized_on, entry_id, actor_id, action, request_id)
    SELECT $1, n.id, $2, n.recognized_on, n.entry_id, $6, $7, $8
    FROM unnest($3::uuid[], $4::date[], $5::uuid[]) AS n (id, recognized_on, entry_id)`,
};
const WITH_DUE: Statement = {
  name: 'find_legal_entities_with_due_deferrals',
  text: `
    SELECT DISTINCT p.legal_entity_id AS id
    FROM accounting.deferral_part p
    LEFT JOIN accounting.deferral_recognized_part r ON r.organization_id = p.organization_id AND r.part_id = p.id
    WHERE p.organization_id = $1 AND p.due_on <= $2 AND r.part_id IS NULL ORDER BY 1`,
};

export interface DueScope {
  legalEntityId: string;
  /** Up to this day; all of the named parts where left out. */
  through?: CalendarDate;
  partIds?: readonly string[];
  /** Whether a period that is softly closed takes what is due in it. */
  passSoftClose?: boolean;
}

/** What is due on a day. */
export interface DueDay {
  dueOn: CalendarDate;
  /** Null where no period after it is open. */
  postedOn: CalendarDate | null;
  parts: number;
  schedules: number;
  groups: number;
  /** In the functional currency. */
  amount: string;
}

/** What an entry moves from one account to another, for one set of values of dimensions. */
export interface TakenGroup {
  recognitionId: string;
  postedOn: CalendarDate;
  accountId: string;
  revenueAccountId: string;
  dimensions: PostingDimension[];
  amount: string;
  parts: number;
  schedules: number;
  firstMonth: CalendarDate;
  lastMonth: CalendarDate;
  firstDue: CalendarDate;
}

export interface NewRecognition {
  id: string;
  recognizedOn: CalendarDate;
  entryId: string;
}

@Injectable()
export class RecognitionRepository {
  due(
    transaction: Transaction,
    { legalEntityId, through, partIds, passSoftClose = false }: DueScope,
  ): Promise<DueDay[]> {
    const values = [transaction.organizationId, legalEntityId, through ?? null, partIds ?? null, passSoftClose];
    return transaction.rows<DueDay & Record<string, unknown>>(DUE, values);
  }

  /** Takes what is due on the days, each of which can be posted. The caller records the entries. */
  take(
    transaction: Transaction,
    { legalEntityId, partIds }: DueScope,
    days: readonly (DueDay & { postedOn: CalendarDate })[],
  ): Promise<TakenGroup[]> {
    const groups = new Map<CalendarDate, number>();
    for (const day of days) groups.set(day.postedOn, (groups.get(day.postedOn) ?? 0) + day.groups);
    const places = [...groups].flatMap(([postedOn, count]) =>
      Array.from({ length: Math.ceil(count / GROUPS_OF_ENTRY) }, (_, place) => ({ postedOn, place, id: newId() })),
    );
    return transaction.rows<TakenGroup & Record<string, unknown>>(TAKE, [
      transaction.organizationId,
      legalEntityId,
      days.map(({ dueOn }) => dueOn),
      days.map(({ postedOn }) => postedOn),
      places.map(({ postedOn }) => postedOn),
      places.map(({ place }) => place),
      places.map(({ id }) => id),
      GROUPS_OF_ENTRY,
      partIds ?? null,
    ]);
  }

  async record(transaction: Transaction, legalEntityId: string, all: readonly NewRecognition[]): Promise<void> {
    const { actorId, requestId } = transaction.acting;
    await transaction.rows(RECORD, [
      transaction.organizationId,
      legalEntityId,
      all.map(({ id }) => id),
      all.map(({ recognizedOn }) => recognizedOn),
      all.map(({ entryId }) => entryId),
      actorId,
      'accounting.deferral.recognize',
      requestId,
    ]);
  }

  async legalEntitiesWithDue(transaction: Transaction, through: CalendarDate): Promise<string[]> {
    const rows = await transaction.rows<{ id: string }>(WITH_DUE, [transaction.organizationId, through]);
    return rows.map(({ id }) => id);
  }
}
