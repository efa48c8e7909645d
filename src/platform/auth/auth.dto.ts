import { Choice, Count, Email, List, Ref, Secret, Text } from '../http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class SignIn {
  @Email({ example: 'admin@example.com', description: 'E-mail address of the person, in any case of letters.' })
  email: string;

  @Secret(128, { example: '••••••••••••••••' })
  password: string;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'The organization to act in. Where left out: the first that the person became a member of.',
  })
  organizationId?: string;
}

export class RenewSession {
  @Secret(128, { example: '••••••••••••••••', description: 'The refresh token of the last answer. It works once.' })
  refreshToken: string;
}

export class SwitchOrganization {
  @Ref({ example: exampleId, description: 'Another organization of the person; sign-in names all of them.' })
  organizationId: string;
}

export class TokensView {
  @Secret(2000, { example: '••••••••••••••••', description: 'Send it as `Authorization: Bearer …`.' })
  accessToken: string;

  @Choice(['Bearer'], { name: 'TokenType', example: 'Bearer' })
  tokenType: 'Bearer';

  @Count(1, 86_400, { example: 600, description: 'Seconds until the access token ends.' })
  expiresIn: number;

  @Secret(128, {
    example: '••••••••••••••••',
    description:
      'Gets the next pair of tokens at `POST /v1/auth/refresh`. It works once; used again later than ten seconds after, it ends the session.',
  })
  refreshToken: string;

  @Ref({ example: exampleId, description: 'The organization that these tokens act in.' })
  organizationId: string;
}

export class MembershipView {
  @Ref({ example: exampleId })
  organizationId: string;

  @Text(200, { example: 'My organization' })
  organizationName: string;
}

export class SignInView extends TokensView {
  @Ref({ example: exampleId })
  userId: string;

  @List(() => MembershipView, {
    max: 1000,
    description:
      'All organizations of the person; `POST /v1/auth/switch` gives tokens for another one, and so does a sign-in with its `organizationId`.',
  })
  memberships: MembershipView[];
}
