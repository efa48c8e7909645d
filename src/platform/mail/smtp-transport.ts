import { createTransport, type Transporter } from 'nodemailer';
import { isOwnMachine } from '../rate-limits/address-network.js';
import { composedMail, type MailMessage, MailRefused, MailTransport } from './mail-transport.js';

/** Milliseconds. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Hands mails to the SMTP server of the installation, one connection for each. */
export class SmtpTransport extends MailTransport {
  override readonly reachesPeople = true;
  private readonly transporter: Transporter;

  constructor(url: string) {
    super();
    this.transporter = createTransport({ ...smtpOptions(url), ...TIMEOUTS });
  }

  override async send(message: MailMessage): Promise<void> {
    try {
      await this.transporter.sendMail(composedMail(message));
    } catch (error) {
      const told = smtpFailure(error as SmtpError);
      throw told.isFinal ? new MailRefused(told.text) : new Error(told.text);
    }
  }
}

/**
 * `smtp://` speaks TLS from STARTTLS on and sends nothing without, but to this machine or with `?tls=optional`; `smtps://`
 * speaks TLS from the beginning.
 */
export function smtpOptions(text: string) {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const mayBePlain = host === 'localhost' || isOwnMachine(host) || url.searchParams.get('tls') === 'optional';
  const [user, pass] = [url.username, url.password].map(decodeURIComponent);
  return {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !mayBePlain,
    auth: user ? { user, pass } : undefined,
  };
}

export interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** RFC 5321, 4.2.1: 5 is for good, 4 may pass. A refused sign-in is about the settings, not about the mail. */
export function smtpFailure({ code = 'ESEND', responseCode, response = '', command }: SmtpError) {
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && command !== 'CONN';
  // Of the answer only its codes (RFC 3463): its words may quote the message.
  const [enhanced] = /(?<=^\d{3}[ -])[245]\.\d{1,3}\.\d{1,3}/.exec(response) ?? [];
  const words = [code, responseCode, enhanced, command && /^[A-Z ]{1,20}$/.test(command) ? `(${command})` : undefined];
  return { isFinal, text: words.filter((word) => word !== undefined).join(' ') };
}
