import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../database/transaction.js';
import { FrontOffice } from '../mail/front-office.js';
import type { InLanguages } from '../mail/language.js';
import type { MailContent } from '../mail/mail-content.js';
import { type DueMail, MailKinds } from '../mail/mail-kinds.js';
import { isMandatory, NotificationKinds } from './notification-kind.js';
import { type NotificationRow, sayNotification } from './notification-row.js';

const MOST_IN_DIGEST = 100;

const SHOWN = `
  SELECT n.id, n.kind, n.subject_id AS "subjectId", n.data, about.name AS person, o.name AS organization
  FROM platform.notification n
  JOIN platform.organization o ON o.id = n.organization_id
  JOIN identity.membership m ON m.organization_id = n.organization_id AND m.user_id = n.user_id AND m.status = 'active'
    AND (NOT m.is_engaged OR EXISTS (SELECT FROM identity.engagement_of(m.organization_id, m.user_id)))
  LEFT JOIN identity.user_account about ON about.id = n.about_person_id
  WHERE n.organization_id = $1`;
const FIND: Statement = { name: 'find_mailed_notification', text: [SHOWN, 'AND n.id = $2'].join(' ') };
const FIND_DIGEST: Statement = {
  name: 'find_digest_notifications',
  text: [SHOWN, 'AND n.digest_id = $2 AND n.read_at IS NULL ORDER BY n.created_at, n.id'].join(' '),
};

type ShownRow = NotificationRow & QueryResultRow & { organization: string };

interface Words {
  read: string;
  digest: (organization: string) => string;
  unread: (count: number) => string;
  more: (count: number) => string;
  footer: (organization: string) => string;
}

const words: InLanguages<Words> = {
  en: {
    read: 'Read it',
    digest: (organization) => `What is new in ${organization}`,
    unread: (count) => (count === 1 ? 'One notification is unread.' : `${count} notifications are unread.`),
    more: (count) => `And ${count} more.`,
    footer: (organization) =>
      `You receive this as a member of ${organization}. In your preferences you decide what is mailed to you.`,
  },
  de: {
    read: 'Ansehen',
    digest: (organization) => `Neues in ${organization}`,
    unread: (count) =>
      count === 1 ? 'Eine Benachrichtigung ist ungelesen.' : `${count} Benachrichtigungen sind ungelesen.`,
    more: (count) => `Und ${count} weitere.`,
    footer: (organization) =>
      `Sie erhalten diese Mail als Mitglied von ${organization}. Was Sie per Mail erhalten, bestimmen Sie in Ihren Einstellungen.`,
  },
};

/** The mails that bring notifications, one by one or a day's in one. Only to members. */
@Injectable()
export class NotificationMail implements OnModuleInit {
  constructor(
    private readonly mails: MailKinds,
    private readonly kinds: NotificationKinds,
    private readonly frontOffice: FrontOffice,
  ) {}

  onModuleInit(): void {
    this.mails.add({ name: 'notification', compose: (transaction, mail) => this.one(transaction, mail) });
    this.mails.add({ name: 'digest', compose: (transaction, mail) => this.digest(transaction, mail) });
  }

  private async one(transaction: Transaction, { sourceId, language }: DueMail): Promise<MailContent | undefined> {
    const [row] = await transaction.rows<ShownRow>(FIND, [transaction.organizationId, sourceId]);
    if (!row) return undefined;
    const { title, text } = sayNotification(this.kinds, row, language);
    const { read, footer } = words[language];
    const place = { page: `notifications/${row.id}`, label: read, request: `GET /v1/notifications/${row.id}` };
    return {
      subject: title,
      parts: [{ paragraph: text }, this.frontOffice.pointTo(place)],
      footer: footer(row.organization),
      isPersonal: isMandatory({ name: row.kind }),
    };
  }

  private async digest(transaction: Transaction, { sourceId, language }: DueMail): Promise<MailContent | undefined> {
    const rows = await transaction.rows<ShownRow>(FIND_DIGEST, [transaction.organizationId, sourceId]);
    if (rows.length === 0) return undefined;
    const { organization } = rows[0]!;
    const { digest, unread, more, read, footer } = words[language];
    const left = rows.length - MOST_IN_DIGEST;
    return {
      subject: digest(organization),
      parts: [
        { paragraph: unread(rows.length) },
        { items: rows.slice(0, MOST_IN_DIGEST).map((row) => sayNotification(this.kinds, row, language)) },
        ...(left > 0 ? [{ paragraph: more(left) }] : []),
        this.frontOffice.pointTo({ page: 'notifications', label: read, request: 'GET /v1/notifications?isRead=false' }),
      ],
      footer: footer(organization),
    };
  }
}
