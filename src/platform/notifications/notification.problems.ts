import { defineProblems } from '#kernel/problem.js';

export const notificationProblems = defineProblems({
  notification_kind_unknown: { status: 422, title: 'There is no such kind of notification' },
  notification_mandatory: { status: 422, title: 'Notices about security cannot be switched off' },
});
