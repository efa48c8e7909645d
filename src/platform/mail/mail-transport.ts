import type { SendMailOptions } from 'nodemailer';
import type { MailAddress } from './mail-address.js';
import type { RenderedMail } from './render-mail.js';

/** A mail as it leaves: the same however often it is tried. */
export interface MailMessage extends RenderedMail {
  readonly id: string;
  readonly from: MailAddress;
  readonly to: string;
  readonly date: Date;
}

/** The mail server refused this mail for good; others may pass. */
export class MailRefused extends Error {}

/** How mails leave the installation. */
export abstract class MailTransport {
  /** Whether the mails reach people. A folder is read by whoever runs the installation. */
  abstract readonly reachesPeople: boolean;

  /**
   * @throws MailRefused where trying again is of no use, with a code that quotes nothing of the mail; other errors may pass
   */
  abstract send(message: MailMessage): Promise<void>;
}

/** As the library takes it: with all headers that we set, and a recipient that is never read as a list. */
export function composedMail({ id, from, to, date, subject, text, html }: MailMessage): SendMailOptions {
  const domain = from.address.slice(from.address.indexOf('@') + 1);
  return {
    messageId: `<${id}@${domain}>`,
    date,
    from: { ...from },
    to: { name: '', address: to },
    envelope: { from: from.address, to },
    subject,
    text,
    html,
    // RFC 3834: nobody's absence is answered to it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
