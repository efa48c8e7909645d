import { defineProblems } from '#kernel/problem.js';

export const webhookProblems = defineProblems({
  webhook_url_refused: { status: 422, title: 'Nothing is sent to this address' },
  webhook_url_taken: { status: 409, title: 'An endpoint with this address exists' },
  webhook_endpoint_archived: { status: 409, title: 'The webhook endpoint is archived' },
  webhook_endpoint_transition: { status: 409, title: 'The webhook endpoint is not in a state for this' },
  webhook_delivery_pending: { status: 409, title: 'The delivery is still being tried' },
  event_type_unknown: { status: 422, title: 'There is no such type of event' },
});
