/**
 * A password as it is counted, compared and hashed: in Unicode's form NFKC, so that keyboards and systems which write the
 * same characters in different ways give the same password (NIST SP 800-63B-4, 3.1.1.2). Nothing is cut off; case and
 * blanks count.
 */
export const preparePassword = (password: string): string => password.normalize('NFKC');
