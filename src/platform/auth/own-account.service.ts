import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { Notifications } from '../notifications/notifications.service.js';
import { authNotifications } from './auth.notifications.js';
import type { Caller } from './caller.decorator.js';
import { type ChangePassword, type SessionRow, SessionView } from './own-account.dto.js';
import { LoginHistory } from './login-history/login-history.service.js';
import { OwnPassword, wrongPassword } from './own-password.service.js';
import { PasswordHasher } from './password-hasher.js';
import { refuseWeak } from './password-rules.js';
import type { Principal } from './principal.js';
import { sessionColumns, sessionSource } from './sessions.list.js';
import { SessionsRepository } from './sessions.repository.js';

/** What people do about their own password and sessions, in whatever organization they act. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly ownPassword: OwnPassword,
    private readonly history: LoginHistory,
    private readonly notifications: Notifications,
  ) {}

  /** Ends all other sessions of the person. */
  async changePassword(principal: Principal, body: ChangePassword, caller: Caller): Promise<void> {
    const { currentPassword, newPassword } = body;
    const user = await this.ownPassword.prove(principal.userId, currentPassword, caller.address);
    const { email, name } = user;
    const organizations = await this.sessions.findOrganizationNames(user.id);
    await refuseWeak(newPassword, { email, name, current: currentPassword, organizations }, '/newPassword');
    const hash = await this.passwords.hash(newPassword);
    await this.unitOfWork.run('auth.password.change', async (transaction) => {
      if (!(await this.sessions.changePassword(transaction, user, hash, principal.sessionId!))) throw wrongPassword();
      const notice = { to: [user.id], subjectId: user.id, data: {} };
      await this.notifications.notify(transaction, authNotifications.passwordChanged, notice);
      await this.history.recordIn(transaction, {
        userId: user.id,
        kind: 'password_changed',
        outcome: 'succeeded',
        caller,
      });
    });
  }

  /** The person's sessions in all organizations: they stand outside of them, so the person is the only condition. */
  list({ userId, sessionId }: Principal, request: ListRequest): Promise<Page<SessionView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<SessionRow>(transaction, {
        columns: sessionColumns,
        from: sessionSource,
        where: 'session.user_id = $1',
        parameters: [userId],
      });
      return request.page(rows, (row) => SessionView.from(row, sessionId!));
    });
  }

  async endSession({ userId }: Principal, id: string): Promise<void> {
    if (await this.sessions.end(id, userId, 'ended_by_person')) return;
    throw platformProblems.not_found(`You have no session ${id}.`);
  }
}
