import { finding, type ValueRule } from '#platform/http/fields/rule.js';

/**
 * Language, script and region of BCP 47, written as RFC 5646 recommends, such as `sv-SE` or `zh-Hant-TW`. What else a tag
 * may tell (variants, extensions) is nothing that documents are printed by.
 */
const pattern = '^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$';
const form = new RegExp(pattern);

export const languageTagRule: ValueRule = {
  schema: { type: 'string', pattern, maxLength: 12 },
  check(value) {
    if (typeof value === 'string' && form.test(value)) return undefined;
    return finding('unknown_language', 'Must be a language tag of BCP 47, such as "de" or "sv-SE".');
  },
};
