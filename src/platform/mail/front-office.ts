import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import type { MailPart } from './mail-content.js';

/** A place to go on at, as a page of the front office and as a request. */
export interface Destination {
  /** Of the page, below the address of the front office. */
  page: string;
  /** What the link to it says. */
  label: string;
  /** What to send where there is no front office, e.g. `POST /v1/password-resets/confirm`. */
  request: string;
}

/** Where people follow what a mail tells them: at the front office, where one is configured. */
@Injectable()
export class FrontOffice {
  private readonly address: string | undefined;

  constructor({ environment }: Configuration) {
    this.address = environment.APP_URL?.replace(/\/+$/, '');
  }

  pointTo({ page, label, request }: Destination): MailPart {
    return this.address ? { link: `${this.address}/${page}`, label } : { code: request, label };
  }

  /** The same with a token. In a link it stands behind #, so that no server and no log gets to see it. */
  handOver({ page, label, request }: Destination, token: { label: string; text: string }): MailPart[] {
    if (this.address) return [{ link: `${this.address}/${page}#${token.text}`, label }];
    return [
      { code: token.text, label: token.label },
      { code: request, label },
    ];
  }
}
