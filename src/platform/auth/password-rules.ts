import type { ProblemError } from '#kernel/problem.js';

/** Whose password it is to be; `current` where there is one. */
export interface PasswordOwner {
  email: string;
  name: string;
  current?: string;
}

const FEWEST_DIFFERENT = 6;

/**
 * What guessers try first is refused, beside what is too short: NIST SP 800-63B-4, 3.1.1.2 (values that are expected or
 * context-specific). There are no rules about kinds of characters, as that section asks.
 */
export function passwordFaults(password: string, owner: PasswordOwner, pointer: string): ProblemError[] {
  const lower = password.toLowerCase();
  const [mailbox = ''] = owner.email.toLowerCase().split('@');
  const own = [owner.email, owner.name, mailbox].map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  const fault = (code: string, message: string) => ({ pointer, code, message });
  return [
    ...(password === owner.current ? [fault('password_unchanged', 'Must be another one than before.')] : []),
    ...(new Set(lower).size < FEWEST_DIFFERENT
      ? [fault('password_repetitive', `Must have at least ${FEWEST_DIFFERENT} different characters.`)]
      : []),
    ...(own.some((word) => lower.replaceAll(word, '').length < 8)
      ? [fault('password_personal', 'Must not be made of the own name or e-mail address.')]
      : []),
  ];
}
