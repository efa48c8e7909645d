/** So many words that follow each other may be one reference: `INV 2026 00 17`. */
const MOST_WORDS = 4;
const SHORTEST = 4;
const LONGEST = 40;
/** Texts of banks have some 20 words; what is beyond these is no payment of one invoice. */
const MOST_KEYS = 200;

/** A reference as it is compared: without blanks and signs, in capitals. The database has the same of open items. */
export const referenceKey = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/**
 * What of texts may be a reference: every word, and words that follow each other as one, where they have a digit and are
 * neither too short nor too long. Pure.
 */
export function referenceKeysOf(texts: readonly (string | null)[]): string[] {
  const keys = new Set<string>();
  for (const text of texts) {
    const words = (text ?? '').split(/[^\p{L}\p{N}]+/u).map(referenceKey);
    for (const start of words.keys()) {
      for (let count = 1; count <= MOST_WORDS && start + count <= words.length; count++) {
        const key = words.slice(start, start + count).join('');
        if (key.length >= SHORTEST && key.length <= LONGEST && /\d/.test(key)) keys.add(key);
      }
    }
  }
  return [...keys].slice(0, MOST_KEYS);
}
