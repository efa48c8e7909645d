import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { actAs, type Acting, SYSTEM_ACTOR } from '../../database/acting.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requestContext } from '../../http/request-context.js';
import { MailTokens } from '../../mail/mail-tokens.js';
import { Mails } from '../../mail/mails.service.js';
import { SessionsRepository } from '../sessions.repository.js';
import { onTheBeat } from './answer-beat.js';
import type { RequestPasswordReset } from './password-resets.dto.js';
import { PasswordResetsRepository } from './password-resets.repository.js';
import { ResetThrottle } from './reset-throttle.js';

/** Asks for resets. What is answered, and when, does not depend on whether there is such a person. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly resets: PasswordResetsRepository,
    private readonly mails: Mails,
    private readonly tokens: MailTokens,
    private readonly throttle: ResetThrottle,
  ) {}

  async request({ email }: RequestPasswordReset, address: string): Promise<void> {
    await this.throttle.admit(address);
    await onTheBeat(() => this.mailTo(email.toLowerCase()));
  }

  /** By the organization that the person would sign in to; who can sign in nowhere needs no password. */
  private async mailTo(email: string): Promise<void> {
    const user = await this.sessions.findUser(email);
    const [membership] = user ? await this.sessions.findMemberships(user.id) : [];
    if (!user || !membership) return;
    await actAs(nobodyIn(membership.organization_id), () =>
      this.unitOfWork.run('identity.password_reset.request', async (transaction) => {
        const [id, mailId, personId] = [newId(), newId(), user.id];
        const { hash: tokenHash } = this.tokens.of('bureau_reset_', transaction.organizationId, mailId);
        if (!(await this.resets.insert(transaction, { id, userId: personId, tokenHash }))) return;
        await this.mails.enqueue(transaction, { id: mailId, kind: 'password_reset', sourceId: id, to: { personId } });
      }),
    );
  }
}

/** Whoever asks for a reset has said who they are, and no more. */
function nobodyIn(organizationId: string): Acting {
  const { requestId } = requestContext()!;
  return { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId };
}
