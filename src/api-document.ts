import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeClients } from '#platform/auth/clients/describe-clients.js';
import { buildOpenApiDocument } from '#platform/http/openapi/openapi-document.js';
import type { FirstValues } from '#platform/http/openapi/try-out-bodies.js';
import { RolePermissions } from '#platform/permissions/permission.js';
import { EventCatalogue } from '#platform/events/event-declaration.js';
import { describeWebhooks } from '#platform/webhooks/describe-webhooks.js';
import { packageVersion } from './package-version.js';

const description = `The back office of a business as one REST API.

Sign in at \`POST /v1/auth/login\` and send the access token as \`Authorization: Bearer …\` (the button *Authorize*);
programs send an API key instead, or ask for access tokens at \`POST /oauth/token\` with a secret of their service account.
Amounts are decimal strings, dates are \`YYYY-MM-DD\`, instants RFC 3339 in UTC. Refusals are \`application/problem+json\`
with a stable \`code\` and a pointer to every part that is wrong. Commands that post take an \`Idempotency-Key\`; send the
same key again and nothing happens twice.`;

/** The OpenAPI document of the whole application. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  return buildOpenApiDocument(app, {
    title: 'Bureau',
    version: packageVersion(),
    description,
    tags: [
      ['auth', 'Sign-in, own sessions and password'],
      ['identity', 'Roles, members, invitations and API keys of the organization'],
      ['service-accounts', 'Programs that act under a name of their own'],
      ['client-secrets', 'What service accounts get access tokens with'],
      ['oauth', 'Access tokens for service accounts'],
      ['organization', 'Export and end of the organization as a whole'],
      ['event-types', 'Which events there are'],
      ['events', 'What happened, for whoever asks'],
      ['webhook-endpoints', 'Where events are sent'],
      ['webhook-deliveries', 'What was sent, and what came of it'],
      ['password-resets', 'Forgotten passwords'],
      ['notifications', 'What you were told'],
      ['notification-preferences', 'How you are told things'],
      ['test', 'What only test organizations have: a clock that is advanced, mails that are kept, a reset'],
      ['mails', 'Mails that were sent, and what came of them'],
      ['approval-policies', 'What needs an approval, and whose'],
      ['exports', 'Lists and reports that jobs make into files'],
      ['approval-requests', 'What was submitted for approval, and what was decided'],
      ['approval-delegations', 'Who decides in whose place'],
      ['inbox', 'What waits for the person who asks'],
      ['administration', 'Legal entities of the organization'],
      ['accounting', 'Chart of accounts, fiscal calendar, journals, reports and imports'],
      ['jobs', 'Long work: its progress, result and end'],
      ['files', 'Uploaded files and their contents'],
      ['attachments', 'Which file belongs to which record'],
      ['tags', 'Words that records are marked with'],
      ['taggings', 'Which tag stands on which record'],
      ['notes', 'What people write about records'],
      ['external-ids', 'What other systems call records'],
      ['audit-entries', 'What changed, by whom, when'],
      ['audit-chain', 'Proof that the audit trail and the posted entries are what they were'],
      ['audit-verifications', 'What proofs of the whole chain have found'],
      ['access-log', 'Who has read what is sensitive'],
      ['erasures', 'Personal values taken out of the audit trail'],
      ['health', 'State of the process'],
    ],
    clients: describeClients(app.get(RolePermissions)),
    webhooks: describeWebhooks(app.get(EventCatalogue)),
  });
}

const lines = [
  { accountCode: '5010', debit: '1250.00' },
  { accountCode: '1930', credit: '1250.00' },
];

/** A line requires none of its fields, yet an account and one side of two; a key a role or a permission. */
export const firstValues: FirstValues = {
  'CreateJournalEntry.lines': lines,
  'JournalEntryFields.lines': lines,
  'CreateApiKey.roles': ['integrator'],
  'CreateServiceAccount.roles': ['integrator'],
};
