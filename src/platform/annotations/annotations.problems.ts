import { defineProblems } from '#kernel/problem.js';

export const annotationProblems = defineProblems({
  record_unknown: { status: 422, title: 'There is no such record' },
  record_not_annotatable: { status: 409, title: 'Nothing can be added to the record in this state' },
  tag_name_taken: { status: 409, title: 'A tag with this name exists' },
  tag_not_active: { status: 409, title: 'The tag is not active' },
  tag_merged: { status: 409, title: 'The tag was merged into another' },
  tag_unknown: { status: 422, title: 'There is no such tag' },
  note_deleted: { status: 409, title: 'The note was deleted' },
  note_of_another: { status: 403, title: 'The note is of somebody else' },
  note_unknown: { status: 422, title: 'There is no such note to answer' },
  mention_unknown: { status: 422, title: 'Somebody who is mentioned is no active member' },
  external_id_linked: { status: 409, title: 'A record of this type has the external id' },
});
