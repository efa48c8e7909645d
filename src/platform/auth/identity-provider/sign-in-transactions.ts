import { Injectable } from '@nestjs/common';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { Configuration } from '../../config/configuration.js';
import { deriveKey } from '../../config/derive-key.js';
import { openText, sealText } from '../../config/sealed-text.js';

const SECONDS = 600;
const OWNER = 'identity-provider';

/** What a sign-in at the provider has to come back with. */
export interface SignInTransaction {
  state: string;
  nonce: string;
  codeVerifier: string;
  organizationId: string | undefined;
}

interface SealedTransaction extends SignInTransaction {
  expiresAt: number;
}

/** Sign-ins that have gone to the provider. Nothing is kept here: who began one holds it, encrypted. */
@Injectable()
export class SignInTransactions {
  private readonly key: Buffer;

  constructor({ secret }: Configuration) {
    this.key = deriveKey(secret, 'identity-provider');
  }

  begin(organizationId: string | undefined): SignInTransaction {
    return { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), organizationId };
  }

  seal(transaction: SignInTransaction): { token: string; expiresAt: Date } {
    const expiresAt = Date.now() + SECONDS * 1000;
    const sealed: SealedTransaction = { ...transaction, expiresAt };
    const token = sealText(this.key, JSON.stringify(sealed), OWNER).toString('base64url');
    return { token, expiresAt: new Date(expiresAt) };
  }

  /** Undefined when it is not ours, or has expired. */
  open(token: string): SignInTransaction | undefined {
    try {
      const { expiresAt, ...transaction } = JSON.parse(
        openText(this.key, Buffer.from(token, 'base64url'), OWNER),
      ) as SealedTransaction;
      return expiresAt > Date.now() ? transaction : undefined;
    } catch {
      return undefined;
    }
  }
}
