import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ActingInterceptor } from '../idempotency/acting.interceptor.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessTokens } from './access-tokens.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { DocumentReaders } from './document-readers.js';
import { PasswordHasher } from './password-hasher.js';
import { Principals } from './principals.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Module({
  controllers: [AuthController, OwnAccountController],
  providers: [
    AccessTokens,
    AccessTokenStrategy,
    AuthService,
    CredentialsRepository,
    OwnAccountService,
    DocumentReaders,
    PasswordHasher,
    Principals,
    SessionsRepository,
    RateLimits,
    SignInThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ActingInterceptor },
  ],
  exports: [DocumentReaders, PasswordHasher],
})
export class AuthModule {}
