import type { ApprovalStepInput } from './approval-policies.dto.js';
import { faultsOfSteps, stepOf } from './plan-steps.js';

const faults = (step: ApprovalStepInput) =>
  faultsOfSteps([stepOf(step)]).map(({ pointer, code }) => `${pointer} ${code}`);
const [ann, bob] = ['0199D1A0-7C1E-7B3A-9C55-3F2B8F0E4A11', '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12'];

describe('the steps of a policy', () => {
  it('have every field', () => {
    expect(stepOf({ rule: 'one', approverIds: [ann] })).toEqual({
      name: null,
      rule: 'one',
      required: null,
      approverRoles: [],
      approverIds: [ann.toLowerCase()],
      escalateAfterDays: null,
      escalationRoles: [],
      escalationIds: [],
      expireAfterDays: null,
    });
  });

  it.each<[string, ApprovalStepInput, string[]]>([
    ['one by role', { rule: 'one', approverRoles: ['accountant'] }, []],
    ['nobody', { rule: 'one' }, ['/steps/0/approverRoles approvers_missing']],
    ['a count without a number', { rule: 'count', approverIds: [ann] }, ['/steps/0/required required']],
    ['a number without a count', { rule: 'all', approverIds: [ann], required: 1 }, ['/steps/0/required not_with_rule']],
    ['more than there are', { rule: 'count', approverIds: [ann, bob], required: 3 }, ['/steps/0/required too_many']],
    ['as many as there are', { rule: 'count', approverIds: [ann, bob], required: 2 }, []],
    ['somebody twice', { rule: 'one', approverIds: [bob, bob] }, ['/steps/0/approverIds/1 repeated']],
    [
      'an escalation to nobody',
      { rule: 'one', approverIds: [ann], escalateAfterDays: 2 },
      ['/steps/0/escalateAfterDays escalation_incomplete'],
    ],
    [
      'an escalation that never comes',
      { rule: 'one', approverIds: [ann], escalationRoles: ['owner'] },
      ['/steps/0/escalateAfterDays escalation_incomplete'],
    ],
    [
      'an expiry before the escalation',
      { rule: 'one', approverIds: [ann], escalationRoles: ['owner'], escalateAfterDays: 3, expireAfterDays: 3 },
      ['/steps/0/expireAfterDays expires_too_early'],
    ],
  ])('%s', (_, step, expected) => {
    expect(faults(step)).toEqual(expected);
  });
});
