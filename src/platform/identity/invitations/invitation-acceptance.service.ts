import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { PasswordHasher } from '../../auth/password-hasher.js';
import { refuseWeak } from '../../auth/password-rules.js';
import type { Principal } from '../../auth/principal.js';
import { readSecret } from '../../auth/secret-token.js';
import { GlobalStatements } from '../../database/global-statements.js';
import { actAs, SYSTEM_ACTOR } from '../../database/acting.js';
import type { Statement } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requestContext } from '../../http/request-context.js';
import { isReservedAddress } from '../../mail/reserved-address.js';
import { MailTransport } from '../../mail/mail-transport.js';
import { Notifications } from '../../notifications/notifications.service.js';
import { identityNotifications } from '../identity.notifications.js';
import { identityProblems } from '../identity.problems.js';
import type { AcceptedInvitationView, AcceptInvitation, AcceptInvitationSignedIn } from './invitations.dto.js';

interface AcceptanceFact {
  membership_id: string;
  user_id: string;
  organization_id: string;
  organization_name: string;
  roles: string[];
}

interface InvitingFact {
  name: string;
  isTest: boolean;
}

interface InviterFact {
  id: string;
  invited_by: string;
}

const ACCEPT: Statement = {
  name: 'accept_invitation',
  text: 'SELECT * FROM identity.accept_invitation($1, $2, $3, $4, $5, $6, $7)',
};
const FIND_INVITER: Statement = {
  name: 'find_inviter',
  text: 'SELECT id, invited_by FROM identity.invitation WHERE organization_id = $1 AND token_hash = $2',
};
const FIND_INVITING: Statement = {
  name: 'find_inviting_organization',
  text: 'SELECT name, is_test AS "isTest" FROM platform.organization WHERE id = $1',
};
const FIND_OPEN: Statement = {
  name: 'find_open_invitation',
  text: 'SELECT identity.find_open_invitation($1, $2) AS email',
};

/**
 * Takes invitations, outside of the organization that the caller acts in, if any. All that is wrong with one is answered
 * alike: an unknown, used, expired or revoked token, or one that is for somebody else.
 */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly database: GlobalStatements,
    private readonly passwords: PasswordHasher,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
    private readonly transport: MailTransport,
  ) {}

  /** As a new person. */
  async accept({ token, name, password }: AcceptInvitation): Promise<AcceptedInvitationView> {
    const secret = requireSecret(token);
    const [open] = await this.database.rows<{ email: string | null }>(FIND_OPEN, [secret.organizationId, secret.hash]);
    // Without a token that is good nobody makes the server compute a hash.
    if (!open?.email) throw notValid();
    const inviting = await this.findInviting(secret.organizationId);
    this.requireProof(open.email, inviting);
    await refuseWeak(password, { email: open.email, name, organizations: [inviting.name] }, '/password');
    return this.take(secret, newId(), name, await this.passwords.hash(password));
  }

  /** As the signed-in person, who has the address that was invited. */
  acceptAs({ userId }: Principal, { token }: AcceptInvitationSignedIn): Promise<AcceptedInvitationView> {
    return this.take(requireSecret(token), userId, null, null);
  }

  private async findInviting(organizationId: string): Promise<InvitingFact> {
    const acting = { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
    const [inviting] = await actAs(acting, () =>
      this.unitOfWork.read((transaction) =>
        transaction.rows<InvitingFact & Record<string, unknown>>(FIND_INVITING, [organizationId]),
      ),
    );
    if (!inviting) throw notValid();
    return inviting;
  }

  /** Whoever reads the kept mails of a test organization has not shown that the address is theirs. */
  private requireProof(email: string, { isTest }: InvitingFact): void {
    if (!isTest || isReservedAddress(email) || !this.transport.reachesPeople) return;
    const message =
      'Invitations of a test organization make accounts for addresses that are reserved for tests only, such as anna@example.com.';
    throw identityProblems.test_address_required(message, [
      { pointer: '/token', code: 'test_address_required', message },
    ]);
  }

  /** In the organization that invites, as the person; what the token does not open is taken back. */
  private take(
    { organizationId, hash }: ReturnType<typeof requireSecret>,
    userId: string,
    name: string | null,
    passwordHash: string | null,
  ): Promise<AcceptedInvitationView> {
    const { requestId } = requestContext()!;
    const acting = { organizationId, actorId: userId, personId: userId, permissions: new Set<string>(), requestId };
    const values = [organizationId, hash, requestId, newId(), userId, name, passwordHash];
    const command = () =>
      this.unitOfWork.run('identity.invitation.accept', async (transaction) => {
        const [taken] = await transaction.rows<AcceptanceFact & Record<string, unknown>>(ACCEPT, values);
        if (!taken) throw notValid();
        const [invitation] = await transaction.rows<InviterFact & Record<string, unknown>>(FIND_INVITER, [
          organizationId,
          hash,
        ]);
        await this.notifications.notify(transaction, identityNotifications.invitationAccepted, {
          to: [invitation!.invited_by],
          subjectId: taken.membership_id,
          aboutPersonId: userId,
          data: {},
        });
        return viewOf(taken);
      });
    return actAs(acting, command);
  }
}

function viewOf(taken: AcceptanceFact): AcceptedInvitationView {
  return {
    membershipId: taken.membership_id,
    userId: taken.user_id,
    organizationId: taken.organization_id,
    organizationName: taken.organization_name,
    roles: taken.roles,
  };
}

function requireSecret(token: string): { organizationId: string; hash: Buffer } {
  const secret = readSecret('bureau_invite_', token);
  if (!secret) throw notValid();
  return secret;
}

function notValid() {
  const message = 'The invitation is not valid, or not for you. If you have an account, sign in and accept it there.';
  return identityProblems.invitation_not_valid(message, [{ pointer: '/token', code: 'invitation_not_valid', message }]);
}
