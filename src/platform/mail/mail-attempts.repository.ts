import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../database/transaction.js';
import type { DueMail } from './mail-kinds.js';
import type { MailState } from './mails.dto.js';
import type { RenderedMail } from './render-mail.js';

/** A mail as a worker meets it, held until its transaction ends. */
export interface HeldMail extends DueMail, QueryResultRow {
  attempts: number;
  address: string;
  createdAt: Date;
  isOrganizationActive: boolean;
  isOrganizationTest: boolean;
  /** Also of nobody: somebody who is invited has no account. */
  isPersonActive: boolean;
}

/** What came of an attempt. */
export interface MailOutcome {
  state: MailState;
  error?: string;
}

const HOLD: Statement = {
  name: 'hold_mail',
  text: `
    SELECT m.id, m.kind, m.source_id AS "sourceId", m.person_id AS "personId", m.language, m.attempts,
           m.created_at AS "createdAt", coalesce(u.email, i.email) AS address,
           o.status = 'active' AS "isOrganizationActive", o.is_test AS "isOrganizationTest",
           coalesce(u.status = 'active', true) AS "isPersonActive"
    FROM platform.mail m
    JOIN platform.organization o ON o.id = m.organization_id
    LEFT JOIN identity.user_account u ON u.id = m.person_id
    LEFT JOIN identity.invitation i ON i.organization_id = m.organization_id AND i.id = m.invitation_id
    WHERE m.organization_id = $1 AND m.id = $2 AND m.state = 'queued' FOR UPDATE OF m`,
};
const BEGIN: Statement = {
  name: 'begin_mail_attempt',
  text: 'UPDATE platform.mail SET attempts = attempts + 1, updated_at = now() WHERE organization_id = $1 AND id = $2',
};
/** Nothing where another attempt has followed this one. */
const SETTLE: Statement = {
  name: 'settle_mail',
  text: `
    UPDATE platform.mail
    SET state = $4, last_error = coalesce($5, last_error), updated_at = now(),
        finished_at = CASE WHEN $4 <> 'queued' THEN now() END
    WHERE organization_id = $1 AND id = $2 AND attempts = $3 AND state = 'queued'`,
};

const CAPTURE: Statement = {
  name: 'capture_mail',
  text: `
    INSERT INTO platform.captured_mail (organization_id, id, kind, source_id, recipient, subject, text_body, html_body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const TRIM_CAPTURED: Statement = {
  name: 'trim_captured_mails',
  text: `
    DELETE FROM platform.captured_mail WHERE organization_id = $1 AND id IN (
      SELECT id FROM platform.captured_mail WHERE organization_id = $1 ORDER BY captured_at DESC, id DESC OFFSET $2)`,
};

/** So many of an organization are kept, the newest. */
const MOST_CAPTURED = 1_000;

/** What workers write of mails. Whatever ends an attempt names its number, so that one which was followed ends nothing. */
@Injectable()
export class MailAttempts {
  async hold(transaction: Transaction, id: string): Promise<HeldMail | undefined> {
    const [mail] = await transaction.rows<HeldMail>(HOLD, [transaction.organizationId, id]);
    return mail;
  }

  /** @returns the number of the attempt */
  async begin(transaction: Transaction, { id, attempts }: HeldMail): Promise<number> {
    await transaction.rows(BEGIN, [transaction.organizationId, id]);
    return attempts + 1;
  }

  /** Keeps what a mail of a test organization says. The database takes none of a live one. */
  async capture(transaction: Transaction, mail: HeldMail, { subject, text, html }: RenderedMail): Promise<void> {
    const { organizationId } = transaction;
    const { id, kind, sourceId, address } = mail;
    await transaction.rows(CAPTURE, [organizationId, id, kind, sourceId, address, subject, text, html]);
    await transaction.rows(TRIM_CAPTURED, [organizationId, MOST_CAPTURED]);
  }

  async settle(transaction: Transaction, id: string, attempt: number, { state, error }: MailOutcome): Promise<void> {
    await transaction.rows(SETTLE, [transaction.organizationId, id, attempt, state, error ?? null]);
  }
}
