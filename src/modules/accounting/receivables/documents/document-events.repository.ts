import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { EventDeclaration } from '#platform/events/event-declaration.js';

/** An event of a command that issues documents. */
export interface DocumentEvent {
  type: string;
  subject: string;
  /** The document whose number is added to the data, where it has one. */
  documentId: string | null;
  data: object;
}

/** Numbers are drawn when entries are posted: they are added where the events are written. */
const PUBLISH: Statement = {
  name: 'publish_events_of_documents',
  text: `
    INSERT INTO platform.outbox_event (organization_id, id, type, subject, data)
    SELECT $1, e.id, e.type, e.subject,
           CASE WHEN d.id IS NULL THEN e.data ELSE e.data || jsonb_build_object('number', d.number) END
    FROM json_to_recordset($2::json) AS e (id uuid, type text, subject text, "documentId" uuid, data jsonb)
    LEFT JOIN accounting.sales_document d ON d.organization_id = $1 AND d.id = e."documentId"`,
};

/** An event that tells nothing of numbers. */
export const unnumbered = <Data extends object>(
  { type }: EventDeclaration<Data>,
  subject: string,
  data: NoInfer<Data>,
): DocumentEvent => ({ type, subject, documentId: null, data });

/** An event that tells the number of a document. */
export const numbered = <Data extends { number: string }>(
  { type }: EventDeclaration<Data>,
  subject: string,
  documentId: string,
  data: NoInfer<Omit<Data, 'number'>>,
): DocumentEvent => ({ type, subject, documentId, data });

/** Tells what happened to documents that the running command issues. */
@Injectable()
export class DocumentEvents {
  async publish(transaction: Transaction, events: readonly DocumentEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => ({ ...event, id: newId() }));
    await transaction.rows(PUBLISH, [transaction.organizationId, JSON.stringify(rows)]);
  }
}
