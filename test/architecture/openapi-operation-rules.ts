import { operationsOf } from '../../src/platform/http/openapi/described-api.js';
import {
  type ApiDocument,
  type DocumentedOperation,
  type DocumentedSchema,
  type DocumentRule,
  faultsOf,
} from './openapi-document.js';

/** First words of operation ids, one for one thing that is done. */
const verbs = [
  ...'accept activate add advance allocate amend approve archive attach calculate cancel change check close complete confirm copy create deactivate delete detach download end export file get import'.split(
    ' ',
  ),
  ...'list lock make merge open pause post preview reactivate read record reinstate renew reopen request resend reset resume retry step'.split(
    ' ',
  ),
  ...'credit issue reject submit withdraw'.split(' '),
  ...'apply convert decline invoice send'.split(' '),
  ...'hold lift release upsert verify exclude include match'.split(' '),
  ...'replay reverse revise revoke rotate run settle sign switch tag test undo untag update upload use validate watch'.split(
    ' ',
  ),
];

/** Operations that answer without a credential, and why. */
export const publicOperations: Readonly<Record<string, string>> = {
  signIn: 'is how a credential is got',
  completeSignIn: 'the challenge in the body is the credential',
  getSignInMethods: 'is read before anybody is signed in',
  requestIdentityProviderSignIn: 'is how a credential is got',
  completeIdentityProviderSignIn: 'what the identity provider sent is the credential',
  renewSession: 'the refresh token in the body is the credential',
  requestPasswordReset: 'whoever has forgotten the password has no credential',
  confirmPasswordReset: 'the token in the body is the credential',
  acceptInvitation: 'makes the account; the token in the body is the credential',
  requestAccessToken: 'the secret that comes with it is the credential',
  getAuthorizationServer: 'is read before a client has a token',
  checkLiveness: 'asked by what watches the process',
  checkReadiness: 'asked by what distributes requests',
};

/** POST operations without Idempotency-Key, and why. */
const unkeyed: Readonly<Record<string, string>> = {
  calculateTaxes: 'writes nothing',
  validateJournalEntry: 'writes nothing',
  previewBankMatchRule: 'writes nothing',
  previewDueDates: 'writes nothing',
  validateJournalEntryDraft: 'writes nothing',
  signIn: 'its answer carries secrets and is never stored',
  renewSession: 'its answer carries secrets and is never stored',
  completeSignIn: 'its answer carries secrets and is never stored',
  requestIdentityProviderSignIn: 'writes nothing',
  completeIdentityProviderSignIn: 'its answer carries secrets and is never stored',
  addSecondFactor: 'its answer carries a secret and is never stored',
  confirmSecondFactor: 'its answer carries secrets and is never stored',
  makeRecoveryCodes: 'its answer carries secrets and is never stored',
  stepUp: 'a code works once',
  switchOrganization: 'its answer carries secrets and is never stored',
  createInvitation: 'its answer carries a secret and is never stored',
  createEngagement: 'its answer carries a secret and is never stored',
  resendInvitation: 'its answer carries a secret and is never stored',
  createApiKey: 'its answer carries a secret and is never stored',
  createClientSecret: 'its answer carries a secret and is never stored',
  requestAccessToken: 'its answer carries a secret and is never stored',
  createWebhookEndpoint: 'its answer carries a secret and is never stored',
  rotateWebhookSecret: 'its answer carries a secret and is never stored',
  requestPasswordReset: 'nothing is kept of who asks; three an hour have an effect',
  confirmPasswordReset: 'a token works once',
  acceptInvitation: 'a token works once',
  acceptInvitationSignedIn: 'a token works once',
  changePassword: 'the current password in it is right once',
  endSession: 'ends the session, however often it is sent',
  signOut: 'ends the session, however often it is sent',
  signOutEverywhere: 'ends the sessions, however often it is sent',
};

const problemStatuses = {
  every: ['400', '500', '503'],
  signedIn: ['401', '403'],
  withBody: ['413', '415', '422'],
  keyed: ['409'],
  matched: ['412', '428'],
  addressed: ['404'],
};

type OperationRule = (operation: DocumentedOperation, name: string, document: ApiDocument) => string[];

const onEach =
  (rule: OperationRule): DocumentRule =>
  (document) =>
    Object.entries(operationsOf(document) as Record<string, DocumentedOperation>).flatMap(([name, operation]) =>
      rule(operation, name, document).map((fault) => `${name}: ${fault}`),
    );

const isPublic = ({ security }: DocumentedOperation) => security?.length === 0;
const header = ({ parameters = [] }: DocumentedOperation, name: string) =>
  parameters.find((one) => one.in === 'header' && one.name === name);

const successes = ({ responses }: DocumentedOperation) =>
  Object.entries(responses).filter(([status]) => status.startsWith('2'));

const answeredSchema = (operation: DocumentedOperation, { components }: ApiDocument): DocumentedSchema => {
  const [, answer] = successes(operation)[0] ?? [];
  const reference = answer?.content?.['application/json']?.schema?.$ref ?? '';
  return components.schemas[reference.slice(reference.lastIndexOf('/') + 1)] ?? {};
};

const operationNames = onEach(({ operationId = '' }, name, document) => {
  const ids = Object.values(operationsOf(document)).map((one) => one.operationId);
  const verb = /^[a-z]+/.exec(operationId)?.[0] ?? '';
  return faultsOf({
    [`operationId ${operationId} is not unique`]: ids.filter((id) => id === operationId).length > 1,
    [`operationId ${operationId} is not a verb and a noun`]: !/^[a-z]+(?:[A-Z][a-z]+)+$/.test(operationId),
    [`operationId ${operationId} starts with none of the verbs`]: !verbs.includes(verb),
    'the path is not kebab-case nouns with camelCase parameters':
      !/^[A-Z]+(?: |(?:\/\.?[a-z0-9-]+|\/\{[a-z][A-Za-z]*\}))+$/.test(name),
  });
});

const texts = onEach(({ summary = '', description = '', parameters = [], responses }) => [
  ...faultsOf({
    'no summary': summary === '',
    [`summary of ${summary.length} characters, at most 60`]: summary.length > 60,
    'no description': description === '',
    'description repeats the summary': description !== '' && description === summary,
  }),
  ...parameters.filter(({ $ref, description: text }) => !$ref && !text).map(({ name }) => `no description of ${name}`),
  ...Object.keys(responses).flatMap((status) =>
    responses[status]?.$ref || responses[status]?.description ? [] : [`no description of the answer ${status}`],
  ),
]);

const tags = (document: ApiDocument): string[] => {
  const declared = document.tags.map(({ name }) => name);
  const used = Object.values(operationsOf(document) as Record<string, DocumentedOperation>).flatMap((one) => one.tags);
  return [
    ...onEach(({ tags: given = [] }, name) => {
      const [, module = ''] =
        /^[A-Z]+ \/(?:v1\/|\.well-known\/(?=oauth))?([a-z]+(?:-(?!authorization-server)[a-z]+)*)/.exec(name) ?? [];
      return given.length === 1 && given[0] === module ? [] : [`tags ${given.join(', ')} instead of ${module}`];
    })(document),
    ...declared.filter((tag) => !used.includes(tag)).map((tag) => `tag ${tag} is on no operation`),
    ...[...new Set(used)].filter((tag) => !declared.includes(tag!)).map((tag) => `tag ${tag} is not described`),
  ];
};

const problems = onEach((operation, name) => {
  const { responses, requestBody, operationId = '' } = operation;
  const needed = [
    ...problemStatuses.every,
    ...(isPublic(operation) ? [] : problemStatuses.signedIn),
    ...(requestBody ? problemStatuses.withBody : []),
    ...(header(operation, 'Idempotency-Key') ? problemStatuses.keyed : []),
    ...(header(operation, 'If-Match') ? problemStatuses.matched : []),
    ...(name.includes('{') ? problemStatuses.addressed : []),
  ];
  const absent = needed.filter((status) => !(status in responses));
  const inline = Object.keys(responses).filter(
    (status) => status >= '400' && !responses[status]?.$ref?.startsWith('#/components/responses/'),
  );
  return [
    ...(absent.length > 0 ? [`${operationId} does not document ${absent.join(', ')}`] : []),
    ...inline.map((status) => `answer ${status} is not a shared component`),
  ];
});

const sharedProblems = ({ components }: ApiDocument): string[] =>
  Object.entries(components.responses)
    .filter(([name]) => name !== 'NotModified')
    .flatMap(([name, { description, headers = {}, content = {} }]) =>
      faultsOf({
        [`${name} has no description`]: !description,
        [`${name} is no problem`]: !content['application/problem+json']?.schema?.$ref?.endsWith('/ProblemView'),
        [`${name} answers without Request-Id`]: !headers['Request-Id'],
      }),
    );

const security = onEach((operation) => {
  const { operationId = '', 'x-permission': permission = '' } = operation;
  return faultsOf({
    'public, but not on the list': isPublic(operation) && !(operationId in publicOperations),
    'on the list of public operations, but not public': !isPublic(operation) && operationId in publicOperations,
    'public and with a permission': isPublic(operation) && permission !== '',
    'neither public nor with a permission': !isPublic(operation) && !/^[a-z_]+(?:\.[a-z_]+){2}$/.test(permission),
  });
});

const headers = onEach((operation, name, document) => {
  const [method] = name.split(' ', 1);
  const { operationId = '', parameters = [] } = operation;
  const isVersioned = 'version' in (answeredSchema(operation, document).properties ?? {});
  const answers = successes(operation).map(([, answer]) => answer.headers ?? {});
  return faultsOf({
    'no success documented': answers.length === 0,
    'answers without Request-Id': answers.some((one) => !one['Request-Id']),
    'a POST or PATCH without Idempotency-Key':
      ['POST', 'PATCH'].includes(method!) && !header(operation, 'Idempotency-Key') && !(operationId in unkeyed),
    'answers a key without Idempotent-Replayed':
      header(operation, 'Idempotency-Key') !== undefined && answers.some((one) => !one['Idempotent-Replayed']),
    'a PATCH without If-Match': method === 'PATCH' && !header(operation, 'If-Match'),
    'answers a version without ETag': isVersioned && answers.some((one) => !one.ETag),
    'reads a version without If-None-Match':
      isVersioned && method === 'GET' && !parameters.some((one) => one.$ref?.endsWith('/IfNoneMatch')),
  });
});

const lists = onEach((operation, name, document) => {
  const { operationId = '', parameters = [] } = operation;
  const given = parameters.map((one) => one.name);
  const { properties = {} } = answeredSchema(operation, document);
  const isList = 'page' in properties && 'data' in properties;
  const missing = ['updatedAt', 'sort', 'limit', 'after'].filter((one) => !given.includes(one));
  return faultsOf({
    'answers a page, but is not called list…': isList && !operationId.startsWith('list'),
    'is called list…, but answers no page': !isList && operationId.startsWith('list'),
    [`a list without ${missing.join(', ')}`]: isList && missing.length > 0,
    'a list without a Link': isList && successes(operation).some(([, answer]) => !answer.headers?.Link),
  });
});

const whole = ({ openapi, info, servers = [], components, tags: described }: ApiDocument): string[] =>
  faultsOf({
    [`OpenAPI ${openapi} instead of 3.1`]: !openapi.startsWith('3.1.'),
    'no title, version or description': [info.title, info.version, info.description].some((text) => !text),
    'no servers': servers.length === 0,
    'no security scheme': Object.keys(components.securitySchemes ?? {}).length === 0,
    'a tag without a description': described.some(({ description }) => !description),
  });

/** What integrators may expect of every operation, by the name of the rule. */
export const operationRules = {
  whole,
  operationNames,
  texts,
  tags,
  problems,
  sharedProblems,
  security,
  headers,
  lists,
};
