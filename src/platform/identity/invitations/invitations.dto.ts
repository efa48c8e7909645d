import { newPasswordWords } from '../../auth/password-rules.js';
import {
  AtInstant,
  Choice,
  Count,
  Email,
  NewPassword,
  Ref,
  Secret,
  Text,
  Value,
  Values,
} from '../../http/fields/fields.js';
import { secretRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { MOST_ROLES, roleCodeRule } from '../roles/role-fields.js';
import { type Language, languages } from '../../mail/language.js';
import type { Invitation } from './invitation.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const dots = '••••••••••••••••';
const language = {
  name: 'Language',
  optional: true,
  example: 'en',
  description: 'Of the mail; the own one of who invites where left out.',
} as const;
const days = { example: 7, description: 'Days until the token ends, 1 to 30; 7 where left out.' } as const;

export class CreateInvitation {
  @Email({ example: 'anna.berg@example.com', description: 'Kept in small letters. One open invitation has it.' })
  email: string;

  @Values(roleCodeRule, {
    min: 1,
    max: MOST_ROLES,
    distinct: true,
    example: ['bookkeeper'],
    description: 'Codes of the roles that the person is to have, with no more than you hold yourself.',
  })
  roles: string[];

  @Count(1, 30, { optional: true, ...days })
  validDays?: number;

  @Choice(languages, language)
  language?: Language;
}

export class ResendInvitation {
  @Count(1, 30, { optional: true, ...days })
  validDays?: number;

  @Choice(languages, language)
  language?: Language;
}

export class AcceptInvitationSignedIn {
  @Secret(128, { example: dots, description: 'The token of the invitation, `bureau_invite_…`. It works once.' })
  token: string;
}

export class AcceptInvitation extends AcceptInvitationSignedIn {
  @Text(200, { example: 'Anna Berg', description: 'How the person is to be called.' })
  name: string;

  @NewPassword({
    example: '•••••••• ••••••••',
    description: newPasswordWords,
  })
  password: string;
}

export const invitationStates = ['open', 'expired', 'accepted', 'revoked'] as const;
type InvitationState = (typeof invitationStates)[number];

export type InvitationRow = Omit<Invitation, 'organizationId' | 'tokenHash' | 'status'> & { status: InvitationState };

export class InvitationView {
  @Ref({ example: exampleId })
  id: string;

  @Email({ example: 'anna.berg@example.com' })
  email: string;

  @Values(roleCodeRule, {
    max: MOST_ROLES,
    example: ['bookkeeper'],
    description: 'None where it is to an engagement, which has them.',
  })
  roles: string[];

  @Ref({ nullable: true, example: exampleId, description: 'The engagement that it opens, if any.' })
  engagementId: string | null;

  @Choice(invitationStates, {
    name: 'InvitationStatus',
    example: 'open',
    description: 'An expired one can be given a new token; accepted and revoked ones stay so.',
  })
  status: InvitationState;

  @AtInstant({ example: '2026-02-07T08:30:00.000Z', description: 'When the token ends, or ended.' })
  expiresAt: string;

  @Ref({ example: exampleId, description: 'The person who gave the token, `userId` of a membership.' })
  invitedById: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: InvitationRow): InvitationView {
    const { id, email, roles, engagementId, status, expiresAt, invitedBy, version, createdAt, updatedAt } = row;
    return {
      id,
      email,
      roles,
      engagementId,
      status,
      expiresAt: expiresAt.toISOString(),
      invitedById: invitedBy,
      version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class InvitationList extends ListOf(InvitationView) {}

export class NewInvitationView extends InvitationView {
  @Value(secretRule(128, 0), {
    example: dots,
    description:
      'Empty where the installation sends mail: the token is in the mail alone, which proves the address. Without a mail server it is shown this once: hand it to the person by a way that reaches nobody else, since whoever has it can accept the invitation.',
  })
  token: string;
}

export class AcceptedInvitationView {
  @Ref({ example: exampleId })
  membershipId: string;

  @Ref({ example: exampleId })
  userId: string;

  @Ref({ example: exampleId, description: 'Sign in with it, or switch to it, to act in the organization.' })
  organizationId: string;

  @Text(200, { example: 'My organization' })
  organizationName: string;

  @Values(roleCodeRule, { max: MOST_ROLES, example: ['bookkeeper'] })
  roles: string[];
}
