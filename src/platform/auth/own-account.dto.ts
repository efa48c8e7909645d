import { AtInstant, Flag, NewPassword, Ref, Secret, Text } from '../http/fields/fields.js';
import { ListOf } from '../listing/page.view.js';
import { newPasswordWords } from './password-rules.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class ChangePassword {
  @Secret(128, { example: '••••••••••••••••' })
  currentPassword: string;

  @NewPassword({
    example: '•••••••• ••••••••',
    description: `${newPasswordWords} Not the current one.`,
  })
  newPassword: string;
}

export interface SessionRow {
  id: string;
  organizationId: string;
  userAgent: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  secondFactorProvedAt: Date | null;
}

export class SessionView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The organization that the session acts in.' })
  organizationId: string;

  @Text(200, {
    nullable: true,
    example: 'curl/8.5.0',
    description: 'What the client called itself at the sign-in (`User-Agent`).',
  })
  userAgent: string | null;

  @Flag({ example: true, description: 'Whether it is the session of this request.' })
  isCurrent: boolean;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:40:00.000Z', description: 'When it last got tokens.' })
  lastUsedAt: string;

  @AtInstant({
    example: '2026-02-01T08:30:00.000Z',
    description: 'When it ends at the latest, a day after the sign-in.',
  })
  expiresAt: string;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T08:30:00.000Z',
    description: 'When it last proved a second factor; null when it never has.',
  })
  secondFactorProvedAt: string | null;

  static from(row: SessionRow, currentId: string): SessionView {
    return {
      id: row.id,
      organizationId: row.organizationId,
      userAgent: row.userAgent,
      isCurrent: row.id === currentId,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      secondFactorProvedAt: row.secondFactorProvedAt?.toISOString() ?? null,
    };
  }
}

export class SessionList extends ListOf(SessionView) {}
