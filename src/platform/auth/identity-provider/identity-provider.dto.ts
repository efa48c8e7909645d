import { AtInstant, Flag, Ref, Secret, Text } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const dots = '••••••••••••••••';

export class SignInMethodsView {
  @Flag({ example: true, description: '`POST /v1/auth/login`, for everybody.' })
  password: boolean;

  @Flag({ example: true, description: 'Whether an identity provider is configured.' })
  identityProvider: boolean;
}

export class BeginIdentityProviderSignIn {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The organization to act in. Where left out: the first that the person became a member of.',
  })
  organizationId?: string;
}

export class IdentityProviderSignInView {
  @Text(8000, {
    example: 'https://login.example.com/authorize?client_id=bureau&response_type=code',
    description: 'Where the browser goes. It comes back to the address of `OIDC_REDIRECT_URL`.',
  })
  authorizationUrl: string;

  @Secret(2000, {
    example: dots,
    description:
      'Keep it in the session of this browser, and send it with what the browser comes back with: that ties the sign-in to the browser that began it.',
  })
  transaction: string;

  @AtInstant({ example: '2026-01-31T08:40:00.000Z', description: 'After this the sign-in has to begin again.' })
  expiresAt: string;
}

export class CompleteIdentityProviderSignIn {
  @Secret(2000, { example: dots, description: 'As the beginning answered it.' })
  transaction: string;

  @Secret(8000, {
    example: dots,
    description: 'The query with which the browser came back, as it is: `code=…&state=…`. Each code works once.',
  })
  callback: string;
}

export interface FederatedIdentityRow {
  id: string;
  issuer: string;
  subject: string;
  createdAt: Date;
  lastUsedAt: Date;
}

export class FederatedIdentityView {
  @Ref({ example: exampleId })
  id: string;

  @Text(500, { example: 'https://login.example.com', description: 'The identity provider.' })
  issuer: string;

  @Text(255, { example: '248289761001', description: 'Who the person is there (`sub`).' })
  subject: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'When the two were linked: the first such sign-in.' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  lastUsedAt: string;

  static from({ id, issuer, subject, createdAt, lastUsedAt }: FederatedIdentityRow): FederatedIdentityView {
    return { id, issuer, subject, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt.toISOString() };
  }
}

export class FederatedIdentityList extends ListOf(FederatedIdentityView) {}
