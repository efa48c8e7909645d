import { type Finding, finding, type ValueRule } from '#platform/http/fields/rule.js';

/** A language of BCP 47 in its canonical form, such as `sv-SE`. */
export const languageTagRule: ValueRule = {
  schema: { type: 'string', pattern: '^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$', maxLength: 35 },
  check(value) {
    if (typeof value !== 'string' || value.length > 35 || !/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(value))
      return none;
    try {
      const [canonical] = Intl.getCanonicalLocales(value);
      return canonical === value ? undefined : finding('language_not_canonical', `Must be written ${canonical}.`);
    } catch {
      return none;
    }
  },
};

const none: Finding = finding('unknown_language', 'Must be a language tag of BCP 47, such as "de" or "sv-SE".');
