import { defineProblems } from '#kernel/problem.js';

export const testOrganizationProblems = defineProblems({
  organization_not_for_tests: { status: 409, title: 'This works in test organizations only' },
  test_organization_limit: { status: 409, title: 'A person owns a few test organizations only' },
  test_organization_busy: { status: 409, title: 'Others are writing to the test organization' },
});
