import { defineProblems } from '#kernel/problem.js';

export const organizationLifeProblems = defineProblems({
  organization_name_differs: { status: 422, title: 'The name is not that of the organization' },
  organization_closed: { status: 409, title: 'The organization is closed' },
});
