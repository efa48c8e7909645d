import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ActingInterceptor } from '../idempotency/acting.interceptor.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessTokens } from './access-tokens.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { AuthorizationServer } from './clients/authorization-server.service.js';
import { ClientThrottle } from './clients/client-throttle.js';
import { ClientTokens } from './clients/client-tokens.service.js';
import { ClientsRepository } from './clients/clients.repository.js';
import { OAuthController } from './clients/oauth.controller.js';
import { CredentialsRepository } from './credentials.repository.js';
import { LoginHistoryController } from './login-history/login-history.controller.js';
import { LoginHistory } from './login-history/login-history.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnPassword } from './own-password.service.js';
import { DocumentReaders } from './document-readers.js';
import { FederatedIdentitiesRepository } from './identity-provider/federated-identities.repository.js';
import { FederatedIdentities } from './identity-provider/federated-identities.service.js';
import { IdentityProviderController } from './identity-provider/identity-provider.controller.js';
import { IdentityProvider } from './identity-provider/identity-provider.js';
import { IdentityProviderSignIn } from './identity-provider/identity-provider-sign-in.service.js';
import { SignInTransactions } from './identity-provider/sign-in-transactions.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordResetConfirmation } from './password-resets/password-reset-confirmation.service.js';
import { PasswordResetMail } from './password-resets/password-reset-mail.service.js';
import { PasswordResetPurge } from './password-resets/password-reset-purge.service.js';
import { PasswordResetsController } from './password-resets/password-resets.controller.js';
import { PasswordResetsRepository } from './password-resets/password-resets.repository.js';
import { PasswordResets } from './password-resets/password-resets.service.js';
import { ResetThrottle } from './password-resets/reset-throttle.js';
import { PersonSignIn } from './person-sign-in.service.js';
import { Principals } from './principals.service.js';
import { FactorProofsController } from './second-factors/factor-proofs.controller.js';
import { FactorProofs } from './second-factors/factor-proofs.service.js';
import { RecoveryCodesService } from './second-factors/recovery-codes.service.js';
import { SecondFactorSignIn } from './second-factors/second-factor-sign-in.service.js';
import { CodeThrottle, RecoveryCodeThrottle } from './second-factors/second-factor-throttle.js';
import { SecondFactorsController } from './second-factors/second-factors.controller.js';
import { SecondFactorsRepository } from './second-factors/second-factors.repository.js';
import { SecondFactorsService } from './second-factors/second-factors.service.js';
import { SignInChallenges } from './second-factors/sign-in-challenges.js';
import { StepUpService } from './second-factors/step-up.service.js';
import { TotpSecrets } from './second-factors/totp-secrets.js';
import { SessionOpening } from './session-opening.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Module({
  controllers: [
    AuthController,
    FactorProofsController,
    IdentityProviderController,
    LoginHistoryController,
    OAuthController,
    OwnAccountController,
    PasswordResetsController,
    SecondFactorsController,
  ],
  providers: [
    AccessTokens,
    AccessTokenStrategy,
    AuthorizationServer,
    AuthService,
    ClientsRepository,
    ClientThrottle,
    ClientTokens,
    CodeThrottle,
    CredentialsRepository,
    FactorProofs,
    FederatedIdentities,
    FederatedIdentitiesRepository,
    IdentityProvider,
    IdentityProviderSignIn,
    LoginHistory,
    OwnAccountService,
    OwnPassword,
    DocumentReaders,
    PasswordHasher,
    PasswordResetConfirmation,
    PasswordResetMail,
    PasswordResetPurge,
    PasswordResets,
    PasswordResetsRepository,
    ResetThrottle,
    PersonSignIn,
    Principals,
    RecoveryCodesService,
    RecoveryCodeThrottle,
    SecondFactorsRepository,
    SecondFactorsService,
    SecondFactorSignIn,
    SessionOpening,
    SignInChallenges,
    SignInTransactions,
    StepUpService,
    TotpSecrets,
    SessionsRepository,
    RateLimits,
    SignInThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ActingInterceptor },
  ],
  exports: [DocumentReaders, LoginHistory, PasswordHasher],
})
export class AuthModule {}
