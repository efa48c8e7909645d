import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { platformProblems } from '../http/platform.problems.js';
import { preparePassword } from './prepared-password.js';

/** The library's algorithm is argon2id unless told otherwise. OWASP ASVS 5.0, 11.4.2: argon2id with at least 19 MiB and two passes, or 12 MiB and three. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LONGEST_QUEUE = 50;

/**
 * Argon2id, at most one hash a core at a time: a flood of sign-ins cannot take the machine from everyone else.
 *
 * @throws Problem service_unavailable when too many wait already
 */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(preparePassword(password), PARAMETERS));
  }

  /** Takes as long for an unknown person (no hash) as for a known one. */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    this.decoy ??= hash('no password has this hash', PARAMETERS);
    const stored = passwordHash ?? (await this.decoy);
    const prepared = preparePassword(password);
    const matches =
      (await this.inTurn(() => verify(stored, prepared))) ||
      // What was hashed before passwords were normalized, as it was sent.
      (prepared !== password && (await this.inTurn(() => verify(stored, password))));
    return passwordHash !== undefined && matches;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= availableParallelism()) {
      if (this.waiting.length >= LONGEST_QUEUE) {
        throw platformProblems.service_unavailable('Too many sign-ins are waiting; try again shortly.').withHeaders({
          'Retry-After': '1',
        });
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running++;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
