import { Injectable } from '@nestjs/common';
import { platformProblems } from '../../http/platform.problems.js';
import type { SignInView } from '../auth.dto.js';
import { authProblems } from '../auth.problems.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import { PersonSignIn } from '../person-sign-in.service.js';
import { SessionsRepository, type UserFact } from '../sessions.repository.js';
import { FederatedIdentitiesRepository } from './federated-identities.repository.js';
import type {
  BeginIdentityProviderSignIn,
  CompleteIdentityProviderSignIn,
  IdentityProviderSignInView,
} from './identity-provider.dto.js';
import { IdentityProvider, type VouchedPerson } from './identity-provider.js';
import { SignInTransactions } from './sign-in-transactions.js';

/** Sign-ins that an identity provider vouches for. */
@Injectable()
export class IdentityProviderSignIn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly transactions: SignInTransactions,
    private readonly identities: FederatedIdentitiesRepository,
    private readonly sessions: SessionsRepository,
    private readonly signIn: PersonSignIn,
    private readonly history: LoginHistory,
  ) {}

  /** @throws Problem identity_provider_missing, service_unavailable */
  async begin({ organizationId }: BeginIdentityProviderSignIn): Promise<IdentityProviderSignInView> {
    const begun = this.transactions.begin(organizationId);
    const authorizationUrl = await this.provider.authorizationUrl(begun);
    const { token, expiresAt } = this.transactions.seal(begun);
    return { authorizationUrl, transaction: token, expiresAt: expiresAt.toISOString() };
  }

  /**
   * @throws Problem identity_provider_missing, identity_not_proved, identity_not_known, unauthenticated where the person is
   * no member of the organization, second_factor_challenge, service_unavailable
   */
  async complete({ transaction, callback }: CompleteIdentityProviderSignIn, caller: Caller): Promise<SignInView> {
    this.provider.requireConfigured();
    const begun = this.transactions.open(transaction);
    if (!begun) throw authProblems.identity_not_proved('The transaction is not valid, or not any more. Begin again.');
    const user = await this.linked(await this.provider.personOf(callback, begun), caller);
    const opened = await this.signIn.open(user, { organizationId: begun.organizationId, method: METHOD, caller });
    if (!opened) throw platformProblems.unauthenticated('You are not a member of this organization.');
    return opened;
  }

  private async linked(person: VouchedPerson, caller: Caller): Promise<UserFact> {
    const known = await this.identities.use(person);
    const userId = known ?? (person.verifiedEmail && (await this.identities.link(person, person.verifiedEmail)));
    const user = userId ? await this.sessions.getUser(userId) : undefined;
    if (!user) {
      throw authProblems.identity_not_known(
        'The identity provider vouches for you, but no active person here has this address. Ask an administrator for an invitation.',
      );
    }
    if (!known) {
      await this.history.record({
        userId: user.id,
        kind: 'identity_linked',
        outcome: 'succeeded',
        method: METHOD,
        caller,
      });
    }
    return user;
  }
}

const METHOD = 'identity_provider';
