import { codeRule } from '../../http/fields/text-rules.js';

/** Code of a role, built-in or the organization's own. */
export const roleCodeRule = codeRule({
  max: 60,
  pattern: '^[a-z][a-z0-9_]{0,59}$',
  words: 'a small letter first, then small letters, digits and _',
});

/** Name of a permission, such as `accounting.books.read`. */
export const permissionNameRule = codeRule({
  max: 120,
  pattern: '^[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*){2}$',
  words: 'a name of the form module.resource.action',
});

export const MOST_ROLES = 20;
export const MOST_PERMISSIONS = 500;
