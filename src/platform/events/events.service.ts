import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import { STANDARD_ROWS } from '../listing/define-list.js';
import { ListCursor } from '../listing/list-cursor.js';
import { cloudEvent, type EventRow } from './cloud-event.js';
import { EventCatalogue, schemaNameOf } from './event-declaration.js';
import type { EventFeedView, EventsQuery, EventTypesView } from './events.dto.js';
import { eventProblems } from './events.problems.js';

const READ_COUNTER: Statement = {
  name: 'read_event_counter',
  text: `
    SELECT c.last_position::text AS "last", c.purged_position::text AS "purged"
    FROM platform.event_counter c WHERE c.organization_id = $1`,
};

const FOLLOWING = `
  SELECT e.id, e.organization_id AS "organizationId", e.type, e.subject, e.position::text AS position,
         e.occurred_at AS "occurredAt", e.data, o.is_test AS "isTest"
  FROM platform.outbox_event e
  JOIN platform.organization o ON o.id = e.organization_id
  WHERE e.organization_id = $1 AND e.position > $2::bigint
    AND ($3::text[] IS NULL OR e.type = ANY ($3)) AND ($4::text IS NULL OR e.subject = $4)
  ORDER BY e.position LIMIT $5::integer`;

/** Positions of the organization's events. */
interface Counter extends QueryResultRow {
  last: string;
  purged: string;
}

/** The events of an organization, in the order in which they were dispatched. */
@Injectable()
export class EventsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: ListCursor,
    private readonly catalogue: EventCatalogue,
  ) {}

  types(): EventTypesView {
    return {
      types: this.catalogue.all.map(({ type, description, example }) => {
        return { type, description, schemaName: schemaNameOf(type), example };
      }),
    };
  }

  feed(query: EventsQuery): Promise<EventFeedView> {
    const binding = bindingOf(query);
    const after = query.after === undefined ? undefined : this.positionOf(binding, query.after);
    return this.unitOfWork.read(async (transaction) => {
      const [counter = { last: '0', purged: '0' }] = await transaction.rows<Counter>(READ_COUNTER, [
        transaction.organizationId,
      ]);
      if (after !== undefined && BigInt(after) < BigInt(counter.purged)) throw expired();
      const { limit = STANDARD_ROWS } = query;
      const rows = await this.following(transaction, query, after ?? '0', limit + 1);
      const hasMore = rows.length > limit;
      const shown = rows.slice(0, limit);
      // All events up to the counter's place were seen, those that the filter leaves out as well.
      const reached = hasMore ? shown.at(-1)!.position : counter.last;
      return { data: shown.map(cloudEvent), next: this.cursors.write(binding, [reached]), hasMore };
    });
  }

  private positionOf(binding: string, cursor: string): string {
    const position = this.cursors.read(binding, cursor)?.[0];
    if (position !== undefined) return position;
    const message = 'Must be a cursor of this feed, answered for the same filters; start again without it.';
    throw platformProblems.invalid_cursor(message, [{ pointer: '?after', code: 'invalid_cursor', message }]);
  }

  private following(
    transaction: Transaction,
    { type, subject }: EventsQuery,
    after: string,
    limit: number,
  ): Promise<EventRow[]> {
    // Not prepared: which index serves it depends on what was asked for.
    return transaction.query<EventRow & QueryResultRow>(FOLLOWING, [
      transaction.organizationId,
      after,
      type ?? null,
      subject ?? null,
      limit,
    ]);
  }
}

/** The same for the same filters, in whatever order they were written. */
const bindingOf = ({ type = [], subject }: EventsQuery): string =>
  JSON.stringify(['event feed', type.toSorted(), subject ?? null]);

function expired(): Error {
  const message =
    'Events after this cursor were purged, being older than the organization keeps them. Read the records themselves, then start again without a cursor.';
  return eventProblems.event_cursor_expired(message, [{ pointer: '?after', code: 'event_cursor_expired', message }]);
}
