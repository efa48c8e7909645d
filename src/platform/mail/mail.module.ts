import { Global, Module } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { FileTransport } from './file-transport.js';
import { FrontOffice } from './front-office.js';
import { MailAttempts } from './mail-attempts.repository.js';
import { MailKinds } from './mail-kinds.js';
import { MailPurge } from './mail-purge.service.js';
import { MailSending } from './mail-sending.service.js';
import { MailTokens } from './mail-tokens.js';
import { MailTransport } from './mail-transport.js';
import { MailsController } from './mails.controller.js';
import { Mails } from './mails.service.js';
import { SmtpTransport } from './smtp-transport.js';

/** Mail of all modules: kinds, queue, and the way out. */
@Global()
@Module({
  controllers: [MailsController],
  providers: [
    FrontOffice,
    MailAttempts,
    MailKinds,
    MailPurge,
    Mails,
    MailSending,
    MailTokens,
    {
      provide: MailTransport,
      inject: [Configuration],
      useFactory: ({ environment, mailDir }: Configuration) =>
        environment.SMTP_URL ? new SmtpTransport(environment.SMTP_URL) : new FileTransport(mailDir),
    },
  ],
  exports: [FrontOffice, MailKinds, Mails, MailTokens, MailTransport],
})
export class MailModule {}
