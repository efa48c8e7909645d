import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { syncFolder } from '../database/embedded/sync-folder.js';
import { composedMail, type MailMessage, MailTransport } from './mail-transport.js';

/** Puts mails into a folder, one file each, named by the id of the mail: tried again, it is the same file. */
export class FileTransport extends MailTransport {
  override readonly reachesPeople = false;
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly folder: string) {
    super();
  }

  override async send(message: MailMessage): Promise<void> {
    const { message: whole } = await this.composer.sendMail(composedMail(message));
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${message.id}.eml`);
    // It appears whole or not at all, also after a loss of power; tokens in it are for whoever runs the installation.
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, whole as Buffer, { mode: 0o600, flush: true });
    await rename(draft, file);
    await syncFolder(this.folder);
  }
}
