import { Injectable } from '@nestjs/common';
import { actAs } from '../../database/acting.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requestContext } from '../../http/request-context.js';
import { Notifications } from '../../notifications/notifications.service.js';
import { authNotifications } from '../auth.notifications.js';
import { authProblems } from '../auth.problems.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import { PasswordHasher } from '../password-hasher.js';
import { refuseWeak } from '../password-rules.js';
import { readSecret } from '../secret-token.js';
import { SessionsRepository } from '../sessions.repository.js';
import type { ConfirmPasswordReset } from './password-resets.dto.js';
import { type OpenReset, PasswordResetsRepository } from './password-resets.repository.js';

/**
 * Sets a password by the token of a mail, and does no more: it signs nobody in, so whatever else the sign-in asks for is
 * asked for there. All that is wrong with a token is answered alike.
 */
@Injectable()
export class PasswordResetConfirmation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly resets: PasswordResetsRepository,
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly notifications: Notifications,
    private readonly history: LoginHistory,
  ) {}

  async confirm({ token, newPassword }: ConfirmPasswordReset, caller: Caller): Promise<void> {
    const secret = readSecret('bureau_reset_', token);
    const reset = secret && (await this.resets.findOpen(secret.hash));
    // Without a token that is good nobody makes the server compute a hash.
    if (!reset) throw notValid();
    const organizations = await this.sessions.findOrganizationNames(reset.userId);
    await refuseWeak(newPassword, { email: reset.email, name: reset.name, organizations }, '/newPassword');
    const hash = await this.passwords.hash(newPassword);
    const { organizationId, userId } = reset;
    const { requestId } = requestContext()!;
    const acting = { organizationId, actorId: userId, personId: userId, permissions: new Set<string>(), requestId };
    await actAs(acting, () => this.set(reset, hash, caller));
  }

  private set(reset: OpenReset, passwordHash: string, caller: Caller): Promise<void> {
    return this.unitOfWork.run('identity.password.reset', async (transaction) => {
      if (!(await this.resets.use(transaction, reset, passwordHash))) throw notValid();
      const notice = { to: [reset.userId], subjectId: reset.userId, data: {} };
      await this.notifications.notify(transaction, authNotifications.passwordReset, notice);
      const { userId } = reset;
      await this.history.recordIn(transaction, { userId, kind: 'password_reset', outcome: 'succeeded', caller });
    });
  }
}

function notValid() {
  const message = 'The token is not valid: it works once, within an hour. Ask for another mail.';
  return authProblems.password_reset_not_valid(message, [
    { pointer: '/token', code: 'password_reset_not_valid', message },
  ]);
}
