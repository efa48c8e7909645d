import { AtInstant, Choice, Count, Email, Flag, Ref, Text, Values } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import { MOST_ROLES, roleCodeRule } from '../roles/role-fields.js';
import type { Membership } from './membership.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class UpdateMembership {
  @Values(roleCodeRule, {
    min: 1,
    max: MOST_ROLES,
    distinct: true,
    example: ['accountant'],
    description:
      'Codes of all roles that the person is to have: built-in ones and active ones of the organization. Those that are added must not give more than you hold yourself.',
  })
  roles: string[];
}

export const membershipStatuses = ['active', 'ended'] as const;

/** A membership with its person. */
export type MembershipRow = Membership & { name: string; email: string };

export class MemberView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The person, who may be a member of several organizations.' })
  userId: string;

  @Text(200, { example: 'Anna Berg' })
  name: string;

  @Email({ example: 'anna.berg@example.com' })
  email: string;

  @Values(roleCodeRule, {
    max: MOST_ROLES,
    example: ['accountant'],
    description: 'None of a person who is engaged: the engagements say what they may do, and when.',
  })
  roles: string[];

  @Flag({ example: false, description: 'Whether the person belongs to another firm and acts by engagements.' })
  isEngaged: boolean;

  @Choice(membershipStatuses, {
    name: 'MembershipStatus',
    example: 'active',
    description: 'A person whose membership has ended cannot act in the organization; the row stays for the records.',
  })
  status: 'active' | 'ended';

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: MembershipRow): MemberView {
    const { id, userId, name, email, roles, isEngaged, status, version, createdAt, updatedAt } = row;
    return {
      id,
      userId,
      name,
      email,
      roles,
      isEngaged,
      status,
      version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class MemberList extends ListOf(MemberView) {}
