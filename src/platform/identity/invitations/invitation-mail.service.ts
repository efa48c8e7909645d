import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../../database/transaction.js';
import { FrontOffice } from '../../mail/front-office.js';
import type { InLanguages } from '../../mail/language.js';
import type { MailContent } from '../../mail/mail-content.js';
import { type DueMail, MailKinds } from '../../mail/mail-kinds.js';
import { MailTokens } from '../../mail/mail-tokens.js';

interface InvitationFact extends QueryResultRow {
  tokenHash: Buffer;
  expiresAt: Date;
  organization: string;
  inviter: string;
}

const FIND: Statement = {
  name: 'find_invitation_to_mail',
  text: `
    SELECT i.token_hash AS "tokenHash", i.expires_at AS "expiresAt", o.name AS organization, u.name AS inviter
    FROM identity.invitation i
    JOIN platform.organization o ON o.id = i.organization_id
    JOIN identity.user_account u ON u.id = i.invited_by
    WHERE i.organization_id = $1 AND i.id = $2 AND i.status = 'open' AND i.expires_at > now()`,
};

const ACCEPTING = { page: 'invitations/accept', request: 'POST /v1/identity/invitations/accept' };

interface Words {
  subject: (organization: string) => string;
  invited: (inviter: string, organization: string) => string;
  accept: string;
  token: string;
  until: (day: string) => string;
  footer: string;
}

const words: InLanguages<Words> = {
  en: {
    subject: (organization) => `Invitation to ${organization}`,
    invited: (inviter, organization) => `${inviter} invites you to work in ${organization}.`,
    accept: 'Accept the invitation',
    token: 'Your token',
    until: (day) => `The invitation is good until ${day} (UTC) and works once. Do not pass it on.`,
    footer: 'If you do not know who this is from, ignore this mail: nothing happens then.',
  },
  de: {
    subject: (organization) => `Einladung zu ${organization}`,
    invited: (inviter, organization) => `${inviter} lädt Sie ein, in ${organization} mitzuarbeiten.`,
    accept: 'Einladung annehmen',
    token: 'Ihr Token',
    until: (day) => `Die Einladung gilt bis ${day} (UTC) und nur einmal. Geben Sie sie nicht weiter.`,
    footer: 'Wenn Sie den Absender nicht kennen, übergehen Sie diese Mail: Es geschieht dann nichts.',
  },
};

/** The mail that brings an invitation. One that was replaced, accepted, revoked or has expired is not sent any more. */
@Injectable()
export class InvitationMail implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly tokens: MailTokens,
    private readonly frontOffice: FrontOffice,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ name: 'invitation', compose: (transaction, mail) => this.compose(transaction, mail) });
  }

  private async compose(transaction: Transaction, mail: DueMail): Promise<MailContent | undefined> {
    const { organizationId } = transaction;
    const [invitation] = await transaction.rows<InvitationFact>(FIND, [organizationId, mail.sourceId]);
    if (!invitation) return undefined;
    const { organization, inviter, expiresAt } = invitation;
    const token = this.tokens.of('bureau_invite_', organizationId, mail.id);
    if (!token.hash.equals(invitation.tokenHash)) return undefined;
    const say = words[mail.language];
    const day = new Intl.DateTimeFormat(mail.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    return {
      subject: say.subject(organization),
      parts: [
        { paragraph: say.invited(inviter, organization) },
        ...this.frontOffice.handOver({ ...ACCEPTING, label: say.accept }, { label: say.token, text: token.text }),
        { paragraph: say.until(day.format(expiresAt)) },
      ],
      footer: say.footer,
    };
  }
}
