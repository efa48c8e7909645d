import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { FrontOffice } from '../../mail/front-office.js';
import type { InLanguages } from '../../mail/language.js';
import type { MailContent } from '../../mail/mail-content.js';
import { type DueMail, MailKinds } from '../../mail/mail-kinds.js';
import { MailTokens } from '../../mail/mail-tokens.js';
import { PasswordResetsRepository } from './password-resets.repository.js';

const CONFIRMING = { page: 'password-reset', request: 'POST /v1/password-resets/confirm' };

const words: InLanguages<Record<'subject' | 'asked' | 'label' | 'token' | 'until' | 'footer', string>> = {
  en: {
    subject: 'Reset your password',
    asked: 'Somebody, most likely you, has asked to reset the password of the account with this address.',
    label: 'Choose a new password',
    token: 'Your token',
    until: 'This works once, within an hour of when it was asked for. Do not pass it on.',
    footer: 'If you did not ask for it, ignore this mail: your password stays as it is.',
  },
  de: {
    subject: 'Passwort zurücksetzen',
    asked: 'Jemand, wahrscheinlich Sie, möchte das Passwort des Kontos mit dieser Adresse zurücksetzen.',
    label: 'Neues Passwort wählen',
    token: 'Ihr Token',
    until: 'Das geht einmal, innerhalb einer Stunde nach der Anfrage. Geben Sie es nicht weiter.',
    footer: 'Wenn Sie es nicht waren, übergehen Sie diese Mail: Ihr Passwort bleibt, wie es ist.',
  },
};

/** The mail that brings the token of a reset, as long as that is good for something. */
@Injectable()
export class PasswordResetMail implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly tokens: MailTokens,
    private readonly frontOffice: FrontOffice,
    private readonly resets: PasswordResetsRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ name: 'password_reset', compose: (transaction, mail) => this.compose(transaction, mail) });
  }

  private async compose(transaction: Transaction, mail: DueMail): Promise<MailContent | undefined> {
    const reset = await this.resets.getOpen(transaction, mail.sourceId);
    const { text, hash } = this.tokens.of('bureau_reset_', transaction.organizationId, mail.id);
    if (!reset || !hash.equals(reset.tokenHash)) return undefined;
    const { subject, asked, label, token, until, footer } = words[mail.language];
    const confirming = this.frontOffice.handOver({ ...CONFIRMING, label }, { label: token, text });
    return { subject, parts: [{ paragraph: asked }, ...confirming, { paragraph: until }], footer, isPersonal: true };
  }
}
