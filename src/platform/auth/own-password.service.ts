import { Injectable } from '@nestjs/common';
import { authProblems } from './auth.problems.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsRepository, type UserFact } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** The password of somebody who is signed in, asked for again. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * As many guesses as at the door, counted with those: a token that was stolen does not open the password.
   *
   * @throws Problem password_wrong, or too_many_requests
   */
  async prove(userId: string, currentPassword: string, address: string): Promise<UserFact> {
    const user = await this.sessions.getUser(userId);
    if (!user) throw wrongPassword();
    const isRight = await this.throttle.check({ account: user.email, address }, () =>
      this.passwords.verify(user.password_hash, currentPassword),
    );
    if (!isRight) throw wrongPassword();
    return user;
  }
}

export const wrongPassword = () =>
  authProblems.password_wrong('The current password is not right.', [
    { pointer: '/currentPassword', code: 'password_wrong', message: 'Is not the current password.' },
  ]);
