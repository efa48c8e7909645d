import { choiceRule } from '../../http/fields/choice-rules.js';
import { textRule } from '../../http/fields/text-rules.js';
import { Choice, Count, Ref, Secret, Text, Values } from '../../http/fields/fields.js';
import { ProblemView } from '../../http/openapi/problem.view.js';

const dots = '••••••••••••••••';
const exampleScope = 'accounting.books.read accounting.journal_entry.read';
const MOST_SCOPES = 1000;

export const grantTypes = ['client_credentials'] as const;
export const clientAuthentications = ['client_secret_basic', 'client_secret_post'] as const;
export const oauthErrors = ['invalid_request', 'invalid_client', 'invalid_scope', 'unsupported_grant_type'] as const;

/** A token request as RFC 6749, section 4.4.2, has it. Other parameters are passed over. */
export class ClientTokenForm {
  @Choice(grantTypes, { name: 'GrantType', example: 'client_credentials' })
  grant_type: (typeof grantTypes)[number];

  @Text(20_000, {
    optional: true,
    example: exampleScope,
    description:
      'Names of permissions that the token is for, each separated by a blank. Where left out: all that the service account holds, at every request anew.',
  })
  scope?: string;

  @Ref({
    optional: true,
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    description: 'The id of the service account, where it is not sent by HTTP Basic.',
  })
  client_id?: string;

  @Secret(128, {
    optional: true,
    example: dots,
    description: 'A secret of the service account, where it is not sent by HTTP Basic.',
  })
  client_secret?: string;
}

/** An access token as RFC 6749, section 5.1, has it. There is no refresh token: the client asks again. */
export class ClientTokenView {
  @Secret(100_000, { example: dots, description: 'Send it as `Authorization: Bearer …`.' })
  access_token: string;

  @Choice(['Bearer'], { name: 'TokenType', example: 'Bearer' })
  token_type: 'Bearer';

  @Count(1, 600, { example: 600, description: 'Seconds until the access token ends.' })
  expires_in: number;

  @Text(100_000, { min: 0, example: exampleScope, description: 'What it is for, as far as is held by now.' })
  scope: string;
}

/** A refusal as RFC 6749, section 5.2, has it, with the members of a problem beside. */
export class TokenRefusalView extends ProblemView {
  @Choice(oauthErrors, { name: 'OAuthError', example: 'invalid_client' })
  error: (typeof oauthErrors)[number];

  @Text(4000, { example: 'The client or its secret is not right.', description: 'What is wrong, for people.' })
  error_description: string;
}

/** What clients find out by themselves (RFC 8414). */
export class AuthorizationServerView {
  @Text(2000, { example: 'https://bureau.example.com', description: 'The address that this was asked at.' })
  issuer: string;

  @Text(2000, { example: 'https://bureau.example.com/oauth/token' })
  token_endpoint: string;

  @Values(choiceRule(clientAuthentications, 'ClientAuthentication'), {
    max: 2,
    example: [...clientAuthentications],
    description: 'How a client shows its secret at the token endpoint.',
  })
  token_endpoint_auth_methods_supported: (typeof clientAuthentications)[number][];

  @Values(choiceRule(grantTypes, 'GrantType'), { max: 1, example: [...grantTypes] })
  grant_types_supported: (typeof grantTypes)[number][];

  @Values(textRule({ max: 100 }), {
    max: 0,
    example: [],
    description: 'None: nobody is asked for consent here.',
  })
  response_types_supported: string[];

  @Values(textRule({ max: 200 }), {
    max: MOST_SCOPES,
    example: ['accounting.books.read', 'accounting.journal_entry.read'],
    description: 'The permissions that a program may hold.',
  })
  scopes_supported: string[];

  @Text(2000, { example: 'https://bureau.example.com/docs', description: 'For people.' })
  service_documentation: string;
}
