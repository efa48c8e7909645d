import { AtInstant, Choice, Code, Count, Email, Ref, Text } from '../http/fields/fields.js';
import { ListOf } from '../listing/page.view.js';
import { type Language, languages } from './language.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const mailStates = ['queued', 'sent', 'captured', 'failed', 'cancelled'] as const;
export type MailState = (typeof mailStates)[number];

export interface MailRow {
  id: string;
  kind: string;
  sourceId: string;
  personId: string | null;
  recipient: string;
  language: Language;
  state: MailState;
  attempts: number;
  lastError: string | null;
  finishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export class MailView {
  @Ref({ example: exampleId, description: 'Also the part of its `Message-ID` before the @.' })
  id: string;

  @Code(50, {
    example: 'invitation',
    pattern: '^[a-z_]+$',
    words: 'small letters and _',
    description: '`invitation`, `password_reset`, `notification` or `digest`; there may be more in time.',
  })
  kind: string;

  @Ref({ example: exampleId, description: 'What caused it: the invitation, the reset, the notification, the digest.' })
  sourceId: string;

  @Ref({ nullable: true, example: exampleId, description: 'The member it goes to; null for somebody who is invited.' })
  personId: string | null;

  @Email({
    example: 'anna.berg@example.com',
    description: 'The address of the person or of the invitation as it is now.',
  })
  recipient: string;

  @Choice(languages, { name: 'Language', example: 'en' })
  language: Language;

  @Choice(mailStates, {
    name: 'MailState',
    example: 'sent',
    description:
      '`queued`: to be sent, or tried again. `sent`: the mail server took it, which is not to say that it arrived. `captured`: it is one of a test organization, and kept to be read there instead of being sent. `failed`: it was refused, or tried for about a day in vain. `cancelled`: there was nothing to say any more.',
  })
  state: MailState;

  @Count(0, 2_147_483_647, { example: 1 })
  attemptCount: number;

  @Text(200, {
    nullable: true,
    example: 'EENVELOPE 550 5.1.1 (RCPT TO)',
    description: 'Codes of the last failure, or why it was cancelled; never a part of the mail.',
  })
  lastError: string | null;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T08:30:02.000Z',
    description: 'When it was over; null while queued.',
  })
  finishedAt: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ id, kind, sourceId, personId, recipient, language, state, attempts, ...row }: MailRow): MailView {
    return {
      id,
      kind,
      sourceId,
      personId,
      recipient,
      language,
      state,
      attemptCount: attempts,
      lastError: row.lastError,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class MailList extends ListOf(MailView) {}
