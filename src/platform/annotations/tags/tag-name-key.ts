/**
 * What two names of tags must not have in common: the name without the differences of case and of ways to write the same
 * characters (Unicode Standard, section 3.13: compatibility caseless matching, as far as JavaScript folds case).
 */
export const tagNameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    // A small sigma at the end of a word is a letter like the others.
    .replaceAll('ς', 'σ')
    .normalize('NFKC');
