import type { ProblemError } from '#kernel/problem.js';
import type { ApprovalStepInput, ApprovalStepView } from './approval-policies.dto.js';

/** A step with all of its fields: what was left out is null, or empty; `required` says a number only where it counts. */
export function stepOf(step: ApprovalStepInput): ApprovalStepView {
  return {
    name: step.name ?? null,
    rule: step.rule,
    required: step.required ?? null,
    approverRoles: step.approverRoles ?? [],
    approverIds: lower(step.approverIds),
    escalateAfterDays: step.escalateAfterDays ?? null,
    escalationRoles: step.escalationRoles ?? [],
    escalationIds: lower(step.escalationIds),
    expireAfterDays: step.expireAfterDays ?? null,
  };
}

const lower = (ids: readonly string[] = []) => ids.map((id) => id.toLowerCase());

/** What is wrong with the steps of a policy, whoever the people are; pure. */
export function faultsOfSteps(steps: readonly ApprovalStepView[]): ProblemError[] {
  return steps.flatMap((step, index) => {
    const pointer = `/steps/${index}`;
    return [
      ...repeated(step.approverIds, `${pointer}/approverIds`),
      ...repeated(step.escalationIds, `${pointer}/escalationIds`),
      ...faultsOfStep(step, pointer),
    ];
  });
}

/** Ids are one in small and in capital letters, which no rule about the text of a list sees. */
const repeated = (ids: readonly string[], pointer: string): ProblemError[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ pointer: `${pointer}/${index}`, code: 'repeated', message: `${id} is named above already.` }],
  );

function* faultsOfStep(step: ApprovalStepView, pointer: string): Generator<ProblemError> {
  const { rule, required, approverRoles, approverIds, escalateAfterDays, expireAfterDays } = step;
  const isEscalated = step.escalationRoles.length + step.escalationIds.length > 0;
  if (approverRoles.length + approverIds.length === 0) {
    yield at(pointer, 'approverRoles', 'approvers_missing', 'A step has approvers, by role or by name.');
  }
  if (rule === 'count' && required === null) {
    yield at(pointer, 'required', 'required', 'The rule count needs to know how many have to agree.');
  }
  if (rule !== 'count' && required !== null) {
    yield at(pointer, 'required', 'not_with_rule', `The rule ${rule} takes no number.`);
  }
  if (approverRoles.length === 0 && !isEscalated && required !== null && required > approverIds.length) {
    yield at(pointer, 'required', 'too_many', `The step names ${approverIds.length} approvers, fewer than that.`);
  }
  if ((escalateAfterDays === null) === isEscalated) {
    const message = isEscalated ? 'Say after how many days.' : 'Say to whom, by role or by name.';
    yield at(pointer, 'escalateAfterDays', 'escalation_incomplete', message);
  }
  if (escalateAfterDays !== null && expireAfterDays !== null && expireAfterDays <= escalateAfterDays) {
    yield at(pointer, 'expireAfterDays', 'expires_too_early', 'A step expires later than it escalates.');
  }
}

const at = (pointer: string, field: string, code: string, message: string): ProblemError => ({
  pointer: `${pointer}/${field}`,
  code,
  message,
});
