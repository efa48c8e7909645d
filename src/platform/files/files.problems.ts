import { defineProblems } from '#kernel/problem.js';

export const fileProblems = defineProblems({
  file_attached: { status: 409, title: 'The file is attached' },
  file_retained: { status: 409, title: 'The file must be kept' },
  file_quota_exceeded: { status: 409, title: 'The organization has no room for the file' },
  file_already_attached: { status: 409, title: 'The file is attached to this already' },
  attachment_detached: { status: 409, title: 'The attachment was detached' },
  subject_not_attachable: { status: 409, title: 'Nothing can be attached in this state' },
  file_type_not_kept: { status: 415, title: 'Files of this type are not kept' },
  file_unknown: { status: 422, title: 'The file does not exist' },
  subject_unknown: { status: 422, title: 'There is nothing to attach the file to' },
  file_type_mismatch: { status: 422, title: 'The file is not what it was declared as' },
  file_empty: { status: 422, title: 'The file is empty' },
  file_damaged: { status: 500, title: 'The stored content of the file is damaged' },
});
