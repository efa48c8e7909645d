import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { Language } from '../../mail/language.js';
import { MailTokens } from '../../mail/mail-tokens.js';
import { MailTransport } from '../../mail/mail-transport.js';
import { Mails } from '../../mail/mails.service.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { identityPermissions } from '../identity.permissions.js';
import { identityProblems } from '../identity.problems.js';
import { RoleGrants } from '../role-grants.service.js';
import { Invitation } from './invitation.entity.js';
import {
  type CreateInvitation,
  type InvitationRow,
  InvitationView,
  type NewInvitationView,
  type ResendInvitation,
} from './invitations.dto.js';
import { invitationColumns } from './invitations.list.js';

const MANAGE = identityPermissions.manageMemberships.name;
const STANDARD_DAYS = 7;
const DAY_IN_MILLISECONDS = 24 * 3600 * 1000;

const FIND_OBSTACLE: Statement = {
  name: 'find_invitation_obstacle',
  text: `
    SELECT EXISTS (
             SELECT FROM identity.membership m JOIN identity.user_account u ON u.id = m.user_id
             WHERE m.organization_id = $1 AND m.status = 'active' AND u.email = $2) AS is_member,
           EXISTS (
             SELECT FROM identity.invitation i
             WHERE i.organization_id = $1 AND i.email = $2 AND i.status = 'open') AS is_invited`,
};

const FIND_ENGAGEMENT: Statement = {
  name: 'find_roles_of_engagement',
  text: 'SELECT roles FROM identity.engagement WHERE organization_id = $1 AND id = $2',
};

/** Invites people by e-mail address; who they are elsewhere, the organization does not learn. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly mails: Mails,
    private readonly tokens: MailTokens,
    private readonly transport: MailTransport,
  ) {}

  list(request: ListRequest): Promise<Page<InvitationView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<InvitationRow>(transaction, {
        columns: invitationColumns,
        from: 'identity.invitation',
        where: 'invitation.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => InvitationView.from(row));
    });
  }

  find(id: string): Promise<InvitationView> {
    return this.unitOfWork.read(async (transaction) => viewOf(transaction, await load(transaction, id)));
  }

  create({ email: address, roles, ...token }: CreateInvitation): Promise<NewInvitationView> {
    const email = address.toLowerCase();
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.grants.requireGrantable(transaction, roles, '/roles');
      await refuseObstacle(transaction, email);
      const { organizationId, manager } = transaction;
      const invitation = manager.create(Invitation, { organizationId, id: newId(), email, roles, status: 'open' });
      return this.giveToken(transaction, invitation, token);
    });
  }

  /** To an engagement that the caller may give; the token as `create` has it. */
  async inviteEngaged(
    transaction: Transaction,
    { email, engagementId, ...token }: { email: string; engagementId: string; validDays?: number; language?: Language },
  ): Promise<string> {
    await refuseObstacle(transaction, email);
    const { organizationId, manager } = transaction;
    const fields = { organizationId, id: newId(), email, roles: [], engagementId, status: 'open' as const };
    return (await this.giveToken(transaction, manager.create(Invitation, fields), token)).token;
  }

  /** Whoever gives a token gives what it opens, so the roles are looked at again. */
  resend(id: string, expectedVersion: number, token: ResendInvitation): Promise<NewInvitationView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const invitation = await loadOpen(transaction, id, expectedVersion);
      const opened = invitation.engagementId ? await rolesOfEngagement(transaction, invitation) : invitation.roles;
      await this.grants.requireGrantable(transaction, opened, '');
      return this.giveToken(transaction, invitation, token);
    });
  }

  revoke(id: string, expectedVersion: number): Promise<InvitationView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const invitation = await loadOpen(transaction, id, expectedVersion);
      invitation.status = 'revoked';
      return viewOf(transaction, await transaction.manager.save(invitation));
    });
  }

  /**
   * Mails a new token; the one before, if any, is worth nothing from here on. Where mail reaches people, nobody else gets to
   * see it: whoever has it has read the mail, so the address is the person's own.
   */
  private async giveToken(
    transaction: Transaction,
    invitation: Invitation,
    { validDays = STANDARD_DAYS, language }: { validDays?: number; language?: Language },
  ): Promise<NewInvitationView> {
    const { acting, organizationId, manager, startedAt } = transaction;
    const mailId = newId();
    const { text, hash: tokenHash } = this.tokens.of('bureau_invite_', organizationId, mailId);
    const expiresAt = new Date((await startedAt).getTime() + validDays * DAY_IN_MILLISECONDS);
    const invitedBy = acting.personId!;
    const saved = await manager.save(Object.assign(invitation, { tokenHash, expiresAt, invitedBy }));
    const to = { invitationId: saved.id, languageOf: invitedBy };
    await this.mails.enqueue(transaction, { id: mailId, kind: 'invitation', sourceId: saved.id, to, language });
    return { ...(await viewOf(transaction, saved)), token: this.transport.reachesPeople ? '' : text };
  }
}

async function rolesOfEngagement(transaction: Transaction, { engagementId }: Invitation): Promise<string[]> {
  const values = [transaction.organizationId, engagementId];
  const [engagement] = await transaction.rows<{ roles: string[] }>(FIND_ENGAGEMENT, values);
  return engagement!.roles;
}

async function refuseObstacle(transaction: Transaction, email: string): Promise<void> {
  const [obstacle] = await transaction.rows<{ is_member: boolean; is_invited: boolean }>(FIND_OBSTACLE, [
    transaction.organizationId,
    email,
  ]);
  const at = (code: string, message: string) => [{ pointer: '/email', code, message }];
  if (obstacle!.is_member) {
    const message = 'A person with this address is a member: change the roles of the membership.';
    throw identityProblems.already_member(message, at('already_member', message));
  }
  if (obstacle!.is_invited) {
    const message = 'This address has an open invitation: give it a new token, or revoke it.';
    throw identityProblems.invitation_open(message, at('invitation_open', message));
  }
}

async function viewOf({ startedAt }: Transaction, invitation: Invitation): Promise<InvitationView> {
  const isOver = invitation.status === 'open' && invitation.expiresAt <= (await startedAt);
  return InvitationView.from({ ...invitation, status: isOver ? 'expired' : invitation.status });
}

async function loadOpen(transaction: Transaction, id: string, expectedVersion: number): Promise<Invitation> {
  const invitation = await load(transaction, id, 'pessimistic_write');
  requireVersion(invitation.version, expectedVersion);
  if (invitation.status === 'open') return invitation;
  throw identityProblems.invitation_closed(`The invitation is ${invitation.status}, which is final.`);
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<Invitation> {
  const invitation = await manager.findOne(Invitation, { where: { organizationId, id }, lock: mode && { mode } });
  if (!invitation) throw platformProblems.not_found(`There is no invitation ${id}.`);
  return invitation;
}
