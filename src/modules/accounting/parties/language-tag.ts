import { type Finding, finding, type ValueRule } from '#platform/http/fields/rule.js';

/** Language, script and region, as people's languages are told apart; words of four letters are no languages (RFC 5646). */
const pattern = '^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$';
const form = new RegExp(pattern);

/** A language of BCP 47 in its canonical form, such as `sv-SE`. */
export const languageTagRule: ValueRule = {
  schema: { type: 'string', pattern, maxLength: 35 },
  check(value) {
    if (typeof value !== 'string' || !form.test(value)) return none;
    try {
      const [canonical] = Intl.getCanonicalLocales(value);
      return canonical === value ? undefined : finding('language_not_canonical', `Must be written ${canonical}.`);
    } catch {
      return none;
    }
  },
};

const none: Finding = finding('unknown_language', 'Must be a language tag of BCP 47, such as "de" or "sv-SE".');
