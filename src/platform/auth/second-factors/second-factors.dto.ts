import { AtInstant, Choice, Code, Count, Nested, Ref, Secret, Text, Values } from '../../http/fields/fields.js';
import { textRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { RECOVERY_CODES } from './recovery-codes.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const dots = '••••••••••••••••';

const sixDigits = { pattern: '^[0-9]{6}$', words: 'six digits' };

export class SecondFactorProof {
  @Code(6, {
    ...sixDigits,
    optional: true,
    example: '492039',
    description: 'What the authenticator shows. It works once.',
  })
  code?: string;

  @Secret(64, {
    optional: true,
    example: dots,
    description: 'In place of `code`: one of the recovery codes, with or without hyphens. It works once.',
  })
  recoveryCode?: string;
}

export class CompleteSignIn extends SecondFactorProof {
  @Secret(2000, {
    example: dots,
    description: 'The `challenge.token` of the refusal `second_factor_challenge` that the password was answered with.',
  })
  challenge: string;
}

export class StepUp extends SecondFactorProof {}

export class StepUpView {
  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'When the session last proved a second factor.' })
  provedAt: string;

  @AtInstant({
    example: '2026-01-31T08:40:00.000Z',
    description: 'Until when sensitive actions need no further proof.',
  })
  validUntil: string;
}

export class AddSecondFactor {
  @Text(100, { example: 'Phone', description: 'Tells the authenticators of the person apart.' })
  name: string;

  @Secret(128, { example: dots, description: 'The own password, so that a stolen token adds nothing.' })
  currentPassword: string;
}

export class ConfirmSecondFactor {
  @Code(6, { ...sixDigits, example: '492039', description: 'What the new authenticator shows.' })
  code: string;
}

export const secondFactorStatuses = ['pending', 'active'] as const;

export interface SecondFactorRow {
  id: string;
  name: string;
  confirmedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
}

export class SecondFactorView {
  @Ref({ example: exampleId })
  id: string;

  @Text(100, { example: 'Phone' })
  name: string;

  @Choice(secondFactorStatuses, {
    name: 'SecondFactorStatus',
    example: 'active',
    description: '`pending` until a code of it is confirmed; it counts from then on.',
  })
  status: (typeof secondFactorStatuses)[number];

  @AtInstant({ nullable: true, example: '2026-01-31T08:31:00.000Z' })
  confirmedAt: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T08:31:00.000Z', description: 'When a code of it last counted.' })
  lastUsedAt: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  static from({ id, name, confirmedAt, lastUsedAt, createdAt }: SecondFactorRow): SecondFactorView {
    return {
      id,
      name,
      status: confirmedAt === null ? 'pending' : 'active',
      confirmedAt: confirmedAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }
}

export class SecondFactorList extends ListOf(SecondFactorView) {}

export class NewSecondFactorView extends SecondFactorView {
  @Secret(200, { example: dots, description: 'For authenticators that take it typed: base32, RFC 4648. Shown once.' })
  secret: string;

  @Secret(2000, {
    example: dots,
    description: 'The same as an `otpauth://` address, which authenticators read from a QR code. Shown once.',
  })
  otpauthUri: string;
}

const codesRule = textRule({ max: 64 });

export class RecoveryCodesView {
  @Values(codesRule, {
    max: RECOVERY_CODES,
    example: ['0A1B-2C3D-4E5F-6G7H-8J9K-0M1N'],
    description: 'Each works once in the place of an authenticator. Shown once: they are kept as hashes.',
  })
  recoveryCodes: string[];
}

export class ConfirmedSecondFactorView extends RecoveryCodesView {
  @Nested(() => SecondFactorView)
  secondFactor: SecondFactorView;
}

export class RecoveryCodeStateView {
  @Count(0, RECOVERY_CODES, { example: 9, description: 'Recovery codes that have not been used.' })
  left: number;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T08:31:00.000Z',
    description: 'When they were made; null without any.',
  })
  madeAt: string | null;
}
