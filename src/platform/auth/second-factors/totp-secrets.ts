import { Injectable, Logger } from '@nestjs/common';
import { Configuration } from '../../config/configuration.js';
import { deriveKey } from '../../config/derive-key.js';
import { openText, sealText } from '../../config/sealed-text.js';

/** Secrets that authenticators share with us. Codes are computed from them, so they are kept encrypted. */
@Injectable()
export class TotpSecrets {
  private readonly logger = new Logger(TotpSecrets.name);
  private readonly key: Buffer;

  constructor({ secret }: Configuration) {
    this.key = deriveKey(secret, 'second-factor');
  }

  /** @param id of the authenticator: the cipher opens for no other */
  seal(secret: string, id: string): Buffer {
    return sealText(this.key, secret, id);
  }

  /** Undefined where it was sealed under another secret of the installation: the authenticator is of no use any more. */
  open(cipher: Buffer, id: string): string | undefined {
    try {
      return openText(this.key, cipher, id);
    } catch {
      this.logger.warn({ msg: 'An authenticator was added under another BUREAU_SECRET', secondFactorId: id });
      return undefined;
    }
  }
}
