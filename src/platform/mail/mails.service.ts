import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import type { Language } from './language.js';
import { type MailRow, MailView } from './mails.dto.js';
import { mailColumns, mailTables } from './mails.list.js';

/** A language that is not given is that of the person, or of `languageOf`. */
const ENQUEUE: Statement = {
  name: 'enqueue_mail',
  text: `
    INSERT INTO platform.mail (organization_id, id, kind, source_id, person_id, invitation_id, language)
    SELECT $1, $2, $3, $4, $5, $6, coalesce($7, (
      SELECT s.language FROM platform.notification_settings s
      WHERE s.organization_id = $1 AND s.user_id = coalesce($5::uuid, $8::uuid)), 'en')`,
};
const FIND: Statement = {
  name: 'find_mail',
  text: ['SELECT', mailColumns, 'FROM', mailTables, 'WHERE mail.organization_id = $1 AND mail.id = $2'].join(' '),
};

export interface NewMail {
  id: string;
  kind: string;
  sourceId: string;
  to: { personId: string } | { invitationId: string; languageOf: string };
  language?: Language;
}

/** Mails of an organization: asked for, and looked at. */
@Injectable()
export class Mails {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Puts a mail in the queue, in the transaction of what causes it. */
  async enqueue(transaction: Transaction, { id, kind, sourceId, to, language }: NewMail): Promise<void> {
    const [personId, invitationId, languageOf] =
      'personId' in to ? [to.personId, null, null] : [null, to.invitationId, to.languageOf];
    const recipient = [personId, invitationId, language ?? null, languageOf];
    await transaction.rows(ENQUEUE, [transaction.organizationId, id, kind, sourceId, ...recipient]);
  }

  list(request: ListRequest): Promise<Page<MailView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<MailRow>(transaction, {
        columns: mailColumns,
        from: mailTables,
        where: 'mail.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => MailView.from(row));
    });
  }

  find(id: string): Promise<MailView> {
    return this.unitOfWork.read(async (transaction) => {
      const [row] = await transaction.rows<MailRow & QueryResultRow>(FIND, [transaction.organizationId, id]);
      if (!row) throw platformProblems.not_found(`There is no mail ${id}.`);
      return MailView.from(row);
    });
  }
}
