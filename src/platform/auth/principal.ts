/** A verified credential: who, in which organization, with which permissions. */
export interface Principal {
  /** The person; of an API key the one who made it, of a service account the one who answers for it. */
  readonly userId: string;
  readonly organizationId: string;
  /** Of a signed-in person. */
  readonly sessionId?: string;
  /** Of an API key, which acts under its own id, apart from the person who made it. */
  readonly apiKeyId?: string;
  /** Of a service account, which acts under its own id, apart from the person who answers for it. */
  readonly serviceAccountId?: string;
  readonly permissions: ReadonlySet<string>;
  /** Of a person who is engaged for some legal entities alone. */
  readonly legalEntityIds?: readonly string[];
  /** Of a signed-in person. */
  readonly secondFactor?: SecondFactorState;
}

/**
 * What a session knows of the second factor of its person: there is none; there is none though the organization requires
 * one; it was proved within the last ten minutes; it was proved longer ago, or not in this session.
 */
export type SecondFactorState = 'none' | 'missing' | 'proved' | 'due';

/** Whose access token it is: a service account's, got with one of its secrets, for all that it may do or some of it. */
export interface ClientCredential {
  readonly organizationId: string;
  readonly serviceAccountId: string;
  readonly clientSecretId: string;
  /** Names of permissions, in order; all of the account where undefined. */
  readonly scope: readonly string[] | undefined;
}

/** What an access token stands for: a session, or a service account. */
export type TokenCredential = { readonly sessionId: string } | ClientCredential;

/** What is looked up with every request: of a token, or of an API key by its organization and its secret's hash. */
export type Credential = TokenCredential | { readonly organizationId: string; readonly keyHash: Buffer };

/** Under which id the caller acts: a program under its own. */
export const actorOf = ({ serviceAccountId, apiKeyId, userId }: Principal): string =>
  serviceAccountId ?? apiKeyId ?? userId;

/** Whose requests are counted together: those of a program, or of a session. */
export const countedAs = ({ serviceAccountId, apiKeyId, sessionId }: Principal): string =>
  serviceAccountId ?? apiKeyId ?? sessionId!;
