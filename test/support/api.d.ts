export interface paths {
  '/v1/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in
     * @description Opens a session in one organization. Of somebody who has a second factor, the right password is answered 401 `second_factor_challenge` with a `challenge`, which `completeSignIn` takes with a code. After too many wrong passwords the next attempt has to wait, for a minute at most. The answer is never stored, so Idempotency-Key has no meaning here.
     */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/login/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with a second factor
     * @description Opens the session that `signIn` answered 401 `second_factor_challenge` for, with its challenge and a code. Each code works once; after too many wrong ones the next attempt has to wait. The answer is never stored, so Idempotency-Key has no meaning here.
     */
    post: operations['completeSignIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get the next pair of tokens
     * @description Each refresh token works once. One that comes back later was stolen or copied: the whole session ends with it. Within ten seconds of its use it is refused without that.
     */
    post: operations['renewSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/switch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Act in another organization
     * @description Opens a session in another organization of the same person, beside this one, without the password. It ends when this one would, a day after the sign-in.
     */
    post: operations['switchOrganization'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out
     * @description Ends the session: its access token and refresh token stop working at once.
     */
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/logout-everywhere': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out everywhere
     * @description Ends all sessions of the person, in every organization, this one included. API keys are no sessions and stay.
     */
    post: operations['signOutEverywhere'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/step-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove the second factor again
     * @description Opens what is sensitive (`x-requires-step-up`) to this session for ten minutes. The tokens stay as they are. A code works once, so one that has signed in does not count here.
     */
    post: operations['stepUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how many recovery codes are left
     * @description The codes themselves were shown when they were made.
     */
    get: operations['getRecoveryCodeState'];
    put?: never;
    /**
     * Make new recovery codes
     * @description Ten, shown this once; those before are worth nothing from then on. The answer is never stored, so there is no Idempotency-Key.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['makeRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/login-history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the own login history
     * @description Sign-ins that succeeded and failed, step-ups, and changes of password and second factor, in every organization, the newest first, for 180 days. Attempts that had to wait were not looked at and are not told.
     */
    get: operations['listOwnLogins'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change the own password
     * @description Needs the current one, and ends all other sessions of the person. A wrong current password counts like one at the sign-in.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the own sessions
     * @description The sessions of the person that live, in every organization, the newest first.
     */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/sessions/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End one of the own sessions
     * @description Its tokens stop working at once. The session of this request can be ended too.
     */
    post: operations['endSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/password-resets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a mail to reset a password
     * @description Mails a token to the person, if there is an active one with this address: the answer is the same, and takes as long, where there is none. A person gets three such mails an hour at most. Nothing changes before the token is used.
     */
    post: operations['requestPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/password-resets/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a new password by the token of a mail
     * @description Ends all sessions of the person, whose access tokens stop working at once, and signs nobody in. A token that is unknown, used or expired, or of somebody whose account is disabled, is refused in the same words. API keys stay.
     */
    post: operations['confirmPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/second-factors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the own authenticators
     * @description What proves the person beside the password, the oldest first; never their secrets.
     */
    get: operations['listSecondFactors'];
    put?: never;
    /**
     * Add an authenticator
     * @description Answers a secret for an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds), this once. It counts once a code of it is confirmed; one that waits gives way to the next. Five at most. A wrong password counts like one at the sign-in. The answer is never stored, so there is no Idempotency-Key.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['addSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/second-factors/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm an authenticator
     * @description With a code that it shows. From then on every sign-in asks for one. With the first authenticator come ten recovery codes, shown this once; with others the list is empty. Sessions of the person that have proved no second factor end, but for this one. The answer is never stored, so there is no Idempotency-Key.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['confirmSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/auth/second-factors/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove an authenticator
     * @description Its codes count no more. With the last one go the recovery codes, and the password is enough again; where the organization requires a second factor, another one has to be added first thing. An authenticator never changes, so there is no If-Match.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    delete: operations['deleteSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys
     * @description All of the organization, revoked ones included, the newest first; never their secrets.
     */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Create an API key
     * @description Answers the secret, this once. The key may do what its scope says, as far as the person who made it may, and ends with the membership of that person. The answer is never stored, so there is no Idempotency-Key: sent again, the name is taken (409).
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['createApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an API key
     * @description One key of the organization, without its secret.
     */
    get: operations['getApiKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/api-keys/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Revoke an API key
     * @description From the next request on it opens nothing, for good. A key never changes, so there is no If-Match.
     */
    post: operations['revokeApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List invitations
     * @description All of the organization, the newest first; never their tokens.
     */
    get: operations['listInvitations'];
    put?: never;
    /**
     * Invite a person
     * @description Mails a token to the address. The answer is the same whether or not the address has an account. The token is told only where the installation has no mail server, and the answer is never stored, so there is no Idempotency-Key: sent again, the address has an open invitation (409).
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['createInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation as a new person
     * @description Makes the account of the invited address and its membership; sign in then. A token that is unknown, used, expired, revoked, or to an address that has an account is refused in the same words.
     */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/invitations/accept-signed-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation with the own account
     * @description Makes the signed-in person a member of the organization that invites, where the invited address is the own one. `POST /v1/auth/switch` gives tokens for it.
     */
    post: operations['acceptInvitationSignedIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/invitations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an invitation
     * @description One invitation of the organization, without its token.
     */
    get: operations['getInvitation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/invitations/{id}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an invitation a new token
     * @description Mails a new one; the token before works no more, and an expired invitation is open again. The roles must not give more than the caller holds. The answer is never stored, so there is no Idempotency-Key.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['resendInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/invitations/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Revoke an invitation
     * @description Its token works no more, for good. The address can be invited anew.
     */
    post: operations['revokeInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/login-history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the login history of the members
     * @description Sessions of this organization, and what concerns the accounts of its members as a whole while they belong to it: attempts that failed, changes of password and second factor. Of sessions in other organizations it says nothing. The newest first, for 180 days.
     */
    get: operations['listMemberLogins'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/memberships': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the members
     * @description People of the organization with their roles, former ones included, in the order of their names.
     */
    get: operations['listMemberships'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/memberships/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a membership
     * @description One person of the organization with the roles.
     */
    get: operations['getMembership'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the roles of a member
     * @description They hold from the next request of the person on. Roles that are added must not give more than the caller holds; only an owner makes or unmakes one, and the last one stays.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    patch: operations['updateMembership'];
    trace?: never;
  };
  '/v1/identity/memberships/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a membership
     * @description The sessions of the person in the organization end, and the API keys and open invitations that the person made are revoked, at once. Only an owner ends the membership of one, and the last one stays.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['endMembership'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/memberships/{id}/reinstate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reinstate a former member
     * @description The person has the roles of the membership again, which must not give more than the caller holds. Keys that were revoked stay so.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['reinstateMembership'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read all permissions and built-in roles
     * @description Every permission that an operation may ask for (`x-permission`), and what the built-in roles hold.
     */
    get: operations['getPermissionCatalogue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the organization's own roles
     * @description In the order of their codes. The built-in roles are in the catalogue of permissions.
     */
    get: operations['listRoles'];
    put?: never;
    /**
     * Create a role
     * @description A role of the organization, with no more permissions than the caller holds.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['createRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/roles/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a role
     * @description One role of the organization.
     */
    get: operations['getRole'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a role
     * @description Fields that are left out stay as they are. Permissions that are added must be held by the caller; who has the role has them from the next request on.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    patch: operations['updateRole'];
    trace?: never;
  };
  '/v1/identity/roles/{id}/deactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deactivate a role
     * @description From the next request on the role gives nothing to those who have it, and nobody can be given it.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['deactivateRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/roles/{id}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reactivate a role
     * @description The role gives its permissions again, which the caller must hold.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['reactivateRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/second-factor-recoveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List recoveries of lost second factors
     * @description All of the organization, the newest first.
     */
    get: operations['listSecondFactorRecoveries'];
    put?: never;
    /**
     * Ask for the recovery of a lost second factor
     * @description Of a member who can prove the second factor no more and has no recovery code. Somebody else approves it within three days. Only the organization that the person has belonged to for longest can do it; whoever operates the installation can as well.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['createSecondFactorRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/second-factor-recoveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a recovery of a lost second factor
     * @description One recovery of the organization, with who asked for it and who decided.
     */
    get: operations['getSecondFactorRecovery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/second-factor-recoveries/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve the recovery of a lost second factor
     * @description Neither who asked for it nor the person concerned can. At once all authenticators and recovery codes of the person are gone and all sessions have ended; the password stays, and is asked for alone until there is a new authenticator. Every organization of the person sees it.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['approveSecondFactorRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/second-factor-recoveries/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel the recovery of a lost second factor
     * @description By whoever may ask for one. Nothing happens to the second factor; a new recovery can be asked for.
     */
    post: operations['cancelSecondFactorRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity/security-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the security policy
     * @description What the organization asks of its members at the sign-in, and how many do not have it.
     */
    get: operations['getSecurityPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the security policy
     * @description It holds from the next request of each member on. Fields that are left out stay as they are.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    patch: operations['updateSecurityPolicy'];
    trace?: never;
  };
  '/v1/organization/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export everything of the organization
     * @description One file with every row that the organization has, in all tables, from one state of the database: settings, people, books, files and the audit trail with its chain. No passwords, sessions, or secrets of API keys. `npm run bureau -- restore` reads it back. That it was asked for is recorded in the audit trail.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    get: operations['exportOrganization'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organization/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close the organization
     * @description Every session, API key and invitation of the organization stops at once, that of this request too, and nobody signs in to it any more. Nothing is deleted; people go on in their other organizations. Whoever operates the installation can reopen it. Export it first: afterwards only the operator can.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['closeOrganization'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List changes of records
     * @description Every change of a record that can change, the last one first: what it was, what it became, who did it, by which command, in which request. `recordType` and `recordId` together give the history of one record. Facts that never change (journal entries) are not repeated here: they carry who posted them and when themselves. Secrets are never recorded.
     */
    get: operations['listAuditEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-chain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the head of the audit chain
     * @description The last seal over audit entries and journal entries. Keep `sequence` and `rootHash` where nobody who writes to the database can reach them, and give them to `checkAuditChain` later.
     */
    get: operations['getAuditChain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-chain/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Prove the audit chain
     * @description Proves every seal by the one before it, every sealed audit entry and journal entry by its digest, and recorded personal values by what their entries commit to. Finds what was changed, dropped, added or put in another order. Reads everything.
     */
    get: operations['checkAuditChain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Erase the personal values of a person
     * @description Takes the recorded names and addresses of a former member out of the audit trail for good, and empties the account unless the person is active in another organization. What was done stays, under the id; the chain stays provable. There is no way back.
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['createErasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List files
     * @description Files that the caller uploaded and those that are attached to what the caller may read, the newest first; with `platform.file.read_all` all of the organization.
     */
    get: operations['listFiles'];
    put?: never;
    /**
     * Upload a file
     * @description Stores the file and answers its id, to be attached with `attachFile`. The type is found by the content, and a type or ending that says something else is refused; so are programs, web pages, SVG, archives and files of two types at once. The same content is stored once, however many files have it. With an `Idempotency-Key`, the content is a part of the request.
     */
    post: operations['uploadFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/files/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what is known of a file
     * @description Name, type, size and hash; `downloadFile` answers the content.
     */
    get: operations['getFile'];
    put?: never;
    post?: never;
    /**
     * Delete a file
     * @description A file that is attached to nothing, and that nothing it was attached to asks to be kept. Its content goes with it unless another file has the same. A file never changes, so there is no If-Match.
     */
    delete: operations['deleteFile'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/files/{id}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a file
     * @description The content, streamed, after its hash was verified: a damaged one is answered with `file_damaged` and never served.
     */
    get: operations['downloadFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List attachments
     * @description What is and was attached to records that the caller may read: with `subjectType` and `subjectId` that of one record, with `fileId` where a file belongs.
     */
    get: operations['listAttachments'];
    put?: never;
    /**
     * Attach a file to a record
     * @description The caller may read the file and change the record. What is attached to a posted journal entry must be kept as long as the entry: ten years after the end of its fiscal year (a default: compare it with the law that you keep books by). One file may be attached to many records, and only once to each.
     */
    post: operations['attachFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an attachment
     * @description Which file belongs to which record, since when, and until when it must be kept.
     */
    get: operations['getAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/attachments/{id}/detach': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Detach a file from a record
     * @description The attachment stays and says who detached the file, when and why; the file stays as long as it must be kept. A file is never replaced: detach it and attach another.
     */
    post: operations['detachFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Is the process alive
     * @description Answers as long as the process does; asks nobody else.
     */
    get: operations['checkLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Can requests be served
     * @description Asks the database; 503 while it does not answer, and once the process has been asked to end.
     */
    get: operations['checkReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List jobs
     * @description The jobs that you have asked for, the latest first; those of others as well with the permission `platform.job.manage`. An ended job is kept for 90 days.
     */
    get: operations['listJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a job
     * @description How far it is, what it has made, or why it failed.
     */
    get: operations['getJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow a job
     * @description Server-sent events: `progress` with the job at the beginning and whenever it has changed, `end` with the job at its end, then the stream closes. It also closes after ten minutes; come back with a valid token then.
     */
    get: operations['watchJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a job
     * @description One that waits is cancelled at once. One that runs becomes `cancelling` and stops at its next step; what it did is taken back, and it never succeeds any more.
     */
    post: operations['cancelJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Retry a job
     * @description Puts a job that failed or was cancelled into the queue again, within seven days of its end: the same work, for whoever asked for it, with their permissions of now.
     */
    post: operations['retryJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the events that follow a cursor
     * @description The feed for whoever cannot receive calls, and for what a receiver of webhooks has missed: the same events, as CloudEvents 1.0. Start without `after`, keep `next`, send it as `after` the next time. An event appears within about a second of the commit and is kept for thirty days after that; none is ever skipped, however late its transaction was committed. A cursor that is older than what is kept is refused with 409.
     */
    get: operations['getEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/event-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read which events there are
     * @description Every type that the feed and webhooks may bring, what it means and an example of its data. Their schemas are in `webhooks` of this document.
     */
    get: operations['getEventTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhook endpoints
     * @description Where events of the organization are sent, the newest first, archived ones included.
     */
    get: operations['listWebhookEndpoints'];
    put?: never;
    /**
     * Create a webhook endpoint
     * @description Events that are made known from now on are sent there, within about a second of their commit. Answers the secret, this once; the answer is never stored, so there is no Idempotency-Key: sent again, the address is taken (409).
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['createWebhookEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a webhook endpoint
     * @description One endpoint of the organization, without its secret.
     */
    get: operations['getWebhookEndpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a webhook endpoint
     * @description Fields that are left out stay as they are. What waits for it is sent to the new address; other types count for events that are made known from now on.
     */
    patch: operations['updateWebhookEndpoint'];
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a webhook endpoint a new secret
     * @description Answers the new secret, this once. For 24 hours what is sent carries two signatures, by the new secret and by the one before; the one before that signs no more. The answer is never stored, so there is no Idempotency-Key: sent again, the version is stale (412).
     *
     *     Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).
     */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pause a webhook endpoint
     * @description Nothing is sent from now on, except what is on its way. Events are kept for it, each for thirty days, and sent when it is resumed.
     */
    post: operations['pauseWebhookEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume a webhook endpoint
     * @description What waits for a paused or disabled endpoint is sent at once and tried for three days again. Events that a disabled one was not kept are brought by a replay.
     */
    post: operations['resumeWebhookEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Archive a webhook endpoint
     * @description Nothing is sent there any more, for good; what waits for it is cancelled. Its address is free again.
     */
    post: operations['archiveWebhookEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a test event to a webhook endpoint
     * @description Sends `platform.webhook_endpoint.tested.v1` to this endpoint alone, whatever types it takes. What came of it is in `GET /v1/webhook-deliveries?eventId=…`.
     */
    post: operations['testWebhookEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-endpoints/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send events of a range of time again
     * @description Queues the events of the range that the endpoint takes now, in their order: those that did not reach it and those that it was never sent, on request also those that did. Events are kept for thirty days. What still waits stays as it is and is not counted.
     */
    post: operations['replayWebhookEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhook deliveries
     * @description One for each event and endpoint, the newest first; `state=failed` gives the dead letters. They are kept as long as their events, thirty days.
     */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a webhook delivery with its attempts
     * @description What was tried, how long it took, what was answered.
     */
    get: operations['getWebhookDelivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhook-deliveries/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an event to an endpoint again
     * @description A delivery that is over, whatever came of it, is sent at once and tried for three days again, under the same `webhook-id`. To an endpoint that is paused or disabled it is sent when that is resumed.
     */
    post: operations['replayWebhookDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List approval policies
     * @description What needs an approval and whose, the oldest first, inactive ones included.
     */
    get: operations['listApprovalPolicies'];
    put?: never;
    /**
     * Create an approval policy
     * @description From now on what it covers happens by approval only, by whatever way it is asked for. Of several policies that cover something the one with the highest limit decides. Whoever makes a policy gets no say by that, and nobody ever decides on what is their own.
     */
    post: operations['createApprovalPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-policies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an approval policy
     * @description One policy with its conditions and steps.
     */
    get: operations['getApprovalPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change an approval policy
     * @description What is left out stays, null clears a condition, and steps replace all steps. Requests that are under way keep the steps that they were made under. With `isActive: false` it asks for nothing any more.
     */
    patch: operations['updateApprovalPolicy'];
    trace?: never;
  };
  '/v1/approval-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List approval requests
     * @description What was submitted for approval, with its steps and decisions, the newest first.
     */
    get: operations['listApprovalRequests'];
    put?: never;
    /**
     * Submit something for approval
     * @description Asks the approvers of the policy that covers it. It has to be ready: a draft that could not be posted is refused with what is wrong. The request keeps the steps of the policy as it is now. Editing the draft voids the request. What no policy covers needs none (409 `approval_not_required`).
     */
    post: operations['submitApprovalRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-requests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an approval request
     * @description With all that is asked for, its steps, decisions and comments, and whom it waits for. For whoever may read requests, and for those who made it, decide or decided.
     */
    get: operations['getApprovalRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-requests/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve a request
     * @description One decision of each person at each step, by people who are signed in and approvers of the step at this moment, or delegates of one. Nobody approves what they submitted or wrote, by whatever credential. The approval that completes the last step carries out what was asked for, in the same transaction: where that is refused, nothing is decided.
     */
    post: operations['approveApprovalRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-requests/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reject a request
     * @description Ends the request, for a reason: one approver is enough. A draft is a draft again, to be changed and submitted anew.
     */
    post: operations['rejectApprovalRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-requests/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw a request
     * @description Ends a request of one’s own that is pending. A draft is a draft again.
     */
    post: operations['withdrawApprovalRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-requests/{id}/comments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Comment on a request
     * @description A question or an answer of somebody who may read the request. Comments stay as they are.
     */
    post: operations['createApprovalComment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List approval delegations
     * @description Those from and to the caller, the newest first; all of them for whoever manages delegations.
     */
    get: operations['listApprovalDelegations'];
    put?: never;
    /**
     * Delegate approvals
     * @description On these days another person may decide what the delegator may, in their place, and the decision names both. It passes on no right to decide what is the delegate’s own or the delegator’s, and goes no further than one person.
     */
    post: operations['createApprovalDelegation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-delegations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an approval delegation
     * @description One delegation from or to the caller; any of them for whoever manages delegations.
     */
    get: operations['getApprovalDelegation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approval-delegations/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Revoke an approval delegation
     * @description It ends at once. What the delegate decided stands.
     */
    post: operations['revokeApprovalDelegation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the own inbox
     * @description What waits for the decision of the signed-in person now: by name, by role, by escalation, or because somebody delegated to them. An item is gone once they have decided, the step has its quorum, or the request has ended.
     */
    get: operations['getInbox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List mails
     * @description What the organization has sent and is about to send, the newest first; never what the mails say. They are kept for ninety days.
     */
    get: operations['listMails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mails/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what became of a mail
     * @description To whom it goes, whether it was sent, and what the mail server said last.
     */
    get: operations['getMail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the own notifications
     * @description What you were told in this organization, the newest first; nobody else reads it. It is kept for ninety days.
     */
    get: operations['listNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notifications/unread-count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the unread notifications
     * @description For a number beside a bell.
     */
    get: operations['getUnreadNotificationCount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notifications/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark all notifications as read
     * @description All of this organization that you have not read yet. What was read is in no digest.
     */
    post: operations['readAllNotifications'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notifications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a notification
     * @description One of the own ones. Reading it so does not mark it as read.
     */
    get: operations['getNotification'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notifications/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark a notification as read
     * @description Once; one that was read already stays as it is.
     */
    post: operations['readNotification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notification-preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how you are told things
     * @description Every kind of notification, how it reaches you in this organization, and in which language.
     */
    get: operations['getNotificationPreferences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Decide how you are told things
     * @description For this organization; what is left out stays as it is. Notices about security are mailed always.
     */
    patch: operations['updateNotificationPreferences'];
    trace?: never;
  };
  '/v1/administration/currencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the currencies
     * @description The currencies of ISO 4217 that amounts can be kept in, with their decimals and what the organization uses them for. All of them in one page.
     */
    get: operations['getCurrencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List exchange rates
     * @description Recorded rates with all their revisions, the latest day first.
     */
    get: operations['listExchangeRates'];
    put?: never;
    /**
     * Record an exchange rate
     * @description A rate never changes. A correction is a further revision for the same type, pair and day, recorded when it is asked for; look-ups take the latest, and those as known at an earlier instant the one that was known then.
     */
    post: operations['recordExchangeRate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rates/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import exchange rates
     * @description All or none. Rates that are recorded already add nothing, and the report says so; one that differs refuses the import unless corrections are asked for.
     */
    post: operations['importExchangeRates'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rates/import-csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import exchange rates from a CSV file
     * @description The same as `importExchangeRates` for a file; each fault names its line and column.
     */
    post: operations['importExchangeRatesFromCsv'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rates/applicable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find the exchange rate for a pair and a day
     * @description The rate of the latest day on or before the one asked for, not older than allowed: of the pair itself, else the inverse of the opposite pair, else through the base currency of the policy. The answer tells every step. 404 where the rules lead to none; there is no other default.
     */
    get: operations['getApplicableExchangeRate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an exchange rate
     * @description One revision of a recorded rate.
     */
    get: operations['getExchangeRate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rate-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List types of exchange rates
     * @description The types of the organization’s own. `spot`, `average` and `closing` are there for everybody.
     */
    get: operations['listExchangeRateTypes'];
    put?: never;
    /**
     * Create a type of exchange rates
     * @description For rates that are neither spot, average nor closing, such as those for customs or agreed with a partner.
     */
    post: operations['createExchangeRateType'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rate-types/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a type of exchange rates
     * @description One type of the organization’s own.
     */
    get: operations['getExchangeRateType'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Rename a type of exchange rates
     * @description The code is fixed: recorded rates name it.
     */
    patch: operations['updateExchangeRateType'];
    trace?: never;
  };
  '/v1/administration/legal-entities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List legal entities
     * @description The companies of the organization, in the order of their names; archived ones too.
     */
    get: operations['listLegalEntities'];
    put?: never;
    /**
     * Create a legal entity
     * @description A company of the organization, with books of its own.
     */
    post: operations['createLegalEntity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/legal-entities/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a legal entity
     * @description One company of the organization.
     */
    get: operations['getLegalEntity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a legal entity
     * @description Fields that are left out stay as they are. The functional currency is fixed once an entry is posted.
     */
    patch: operations['updateLegalEntity'];
    trace?: never;
  };
  '/v1/administration/legal-entities/{id}/make-default': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a legal entity the default
     * @description Requests that leave `legalEntityId` out mean it from now on; the one that was the default before is none any more. An archived one is refused.
     */
    post: operations['makeLegalEntityDefault'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/legal-entities/{id}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Archive a legal entity
     * @description Nothing is posted to its books any more; they stay readable. Postings that are under way come first. The default one is refused: make another the default before.
     */
    post: operations['archiveLegalEntity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/legal-entities/{id}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reactivate a legal entity
     * @description Takes an archived legal entity back; its books take postings again.
     */
    post: operations['reactivateLegalEntity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/organization': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the organization
     * @description Name and time zone of the organization that the access token acts in.
     */
    get: operations['getOrganization'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the organization
     * @description Fields that are left out stay as they are. Another time zone moves the start of the day from now on.
     */
    patch: operations['updateOrganization'];
    trace?: never;
  };
  '/v1/administration/clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the clock of the organization
     * @description The instant and the day that rules go by: the real ones, and in a test organization as far ahead as its clock was set. Timestamps such as `createdAt` are always real.
     */
    get: operations['getClock'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/clock/advance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set the clock of a test organization forward
     * @description The clock goes on from the instant that is given, and is never turned back. A live organization refuses it with 409.
     */
    post: operations['advanceClock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/administration/exchange-rate-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the policy for exchange rates
     * @description The rules by which a rate is found for a pair and a day.
     */
    get: operations['getExchangeRatePolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the policy for exchange rates
     * @description Fields that are left out stay as they are. What was converted before keeps its rate.
     */
    patch: operations['updateExchangeRatePolicy'];
    trace?: never;
  };
  '/v1/accounting/accounts/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import accounts from a CSV file
     * @description Adds the accounts and groups of the file to the chart of a legal entity, all or none; each fault names its line and column. Accounts that are there already add nothing and are reported, with what differs; one of another type, or a group in the place of an account, refuses the file.
     */
    post: operations['importAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/chart-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the chart templates
     * @description Charts of accounts to start from, with all their groups and accounts.
     */
    get: operations['getChartTemplates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/accounts/import-template': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import a chart template
     * @description Adds the accounts of a template that the chart of a legal entity lacks, all or none. Codes that are there already stay as they are and are reported; one of another type, or a group in the place of an account, refuses the import.
     */
    post: operations['importChartTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List accounts
     * @description The charts of accounts of all legal entities, in the order of their codes.
     */
    get: operations['listAccounts'];
    put?: never;
    /**
     * Create an account
     * @description Adds an account or a group of accounts to the chart of a legal entity. Only name, status, sub-type and currency can change later.
     */
    post: operations['createAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an account
     * @description One account of a chart.
     */
    get: operations['getAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change an account
     * @description Renames an account, makes it inactive or active again, says its sub-type or the one currency that it takes. What is posted keeps its account; code, type and place in the chart are fixed.
     */
    patch: operations['updateAccount'];
    trace?: never;
  };
  '/v1/accounting/books': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List books
     * @description The books of all legal entities that keep some; the first fiscal year of a legal entity opens them.
     */
    get: operations['listBooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/books/{legalEntityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the books of a legal entity
     * @description Currency and settings of the books that one legal entity keeps.
     */
    get: operations['getBooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the settings of books
     * @description Names the accounts that year-end and rounding post to: active accounts of the legal entity that take postings.
     */
    patch: operations['updateBooks'];
    trace?: never;
  };
  '/v1/accounting/budgets/{id}/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the lines of a budget
     * @description The planned movements of one budget by account and period, debit positive.
     */
    get: operations['listBudgetLines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/budgets/{id}/replace-lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Replace the lines of a budget
     * @description Makes the lines of a draft those that are sent, all or none: of the whole budget, or of the periods that they name.
     */
    post: operations['updateBudgetLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/budgets/{id}/import-lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import the lines of a budget from a CSV file
     * @description The same as `updateBudgetLines` for a file; each fault names its line. The same file again changes nothing.
     */
    post: operations['importBudgetLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/budgets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List budgets
     * @description All revisions of the budgets of all fiscal years, by code, the newest revision first.
     */
    get: operations['listBudgets'];
    put?: never;
    /**
     * Create a budget
     * @description Begins a budget of a fiscal year, as a draft without lines.
     */
    post: operations['createBudget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/budgets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a budget
     * @description One revision of a budget; its lines are a list of their own.
     */
    get: operations['getBudget'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a budget
     * @description Renames a draft. Code and fiscal year are fixed.
     */
    patch: operations['updateBudget'];
    trace?: never;
  };
  '/v1/accounting/budgets/{id}/activate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Activate a budget
     * @description Makes a draft the budget that holds. It is fixed from then on; the revision with the same code that held before is superseded.
     */
    post: operations['activateBudget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/budgets/{id}/revise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another revision of a budget
     * @description Begins the next revision with the same code, as a draft with the lines of this one. Lines of accounts and values that are not active any more are left out.
     */
    post: operations['reviseBudget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/dimension-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List dimension rules
     * @description What accounts say of dimensions, in the order of account and dimension.
     */
    get: operations['listDimensionRules'];
    put?: never;
    /**
     * Create a dimension rule
     * @description Makes an account need values of a dimension, refuse them, or take one where a line names none.
     */
    post: operations['createDimensionRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/dimension-rules/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a dimension rule
     * @description What one account says of one dimension.
     */
    get: operations['getDimensionRule'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a dimension rule
     * @description Changes what the account says of the dimension. Posted lines stay as they are; openings, closings and reversals are exempt.
     */
    patch: operations['updateDimensionRule'];
    trace?: never;
  };
  '/v1/accounting/dimensions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List dimensions
     * @description The dimensions of all legal entities, in the order of their codes.
     */
    get: operations['listDimensions'];
    put?: never;
    /**
     * Create a dimension
     * @description Adds a dimension to the books of a legal entity, by whose values journal lines can be told apart.
     */
    post: operations['createDimension'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/dimensions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a dimension
     * @description One dimension of the books.
     */
    get: operations['getDimension'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a dimension
     * @description Renames a dimension, or makes it inactive or active again. Its code and kind are fixed.
     */
    patch: operations['updateDimension'];
    trace?: never;
  };
  '/v1/accounting/dimension-values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List dimension values
     * @description The values of all dimensions, in the order of their codes.
     */
    get: operations['listDimensionValues'];
    put?: never;
    /**
     * Create a dimension value
     * @description Adds a value to a dimension, such as one cost centre or project.
     */
    post: operations['createDimensionValue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/dimension-values/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a dimension value
     * @description One value of a dimension.
     */
    get: operations['getDimensionValue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a dimension value
     * @description Changes name, status or validity of a value. Its code is fixed, and what is posted keeps it.
     */
    patch: operations['updateDimensionValue'];
    trace?: never;
  };
  '/v1/accounting/due-postings/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Carry out what is due
     * @description Posts the scheduled reversals and recurring entries up to a day, each once, in one transaction; what is refused keeps its reason and is tried again. The same happens by itself every hour, up to today.
     */
    post: operations['runDuePostings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entries/{id}/copy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Copy a journal entry into a draft
     * @description The draft has the journal, accounts, amounts, currencies and dimensions of the entry. Its document, external id, rates and rounding stay behind: rates are those of the new date.
     */
    post: operations['copyJournalEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/entry-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List entry templates
     * @description The templates of all legal entities with their lines, in the order of their codes.
     */
    get: operations['listEntryTemplates'];
    put?: never;
    /**
     * Create an entry template
     * @description Keeps the lines of an entry that is written again and again: with amounts, or with names of amounts that are asked for at each use.
     */
    post: operations['createEntryTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/entry-templates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an entry template
     * @description One template with its lines.
     */
    get: operations['getEntryTemplate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change an entry template
     * @description What is left out stays; lines replace all lines. Entries that were made of it stay as they are.
     */
    patch: operations['updateEntryTemplate'];
    trace?: never;
  };
  '/v1/accounting/entry-templates/{id}/use': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a draft from an entry template
     * @description The draft has the lines of the template with the amounts that it asks for, at the date that is given.
     */
    post: operations['useEntryTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/exports/plain-text': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the books as a plain-text journal
     * @description Writes accounts and posted entries as hledger and ledger read them, by date, so that another program can check the balances: `hledger -f books.journal balance --cost`. Lines in other currencies have the functional amount as their total cost.
     */
    get: operations['exportPlainTextJournal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/exports/sie': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export a fiscal year as a SIE 4 file
     * @description Writes accounts, dimensions, opening and closing balances and all entries of the fiscal year that holds the date, as a SIE file of type 4E; `importSieFile` makes the same balances of it. What the file cannot hold refuses the export unless it is accepted.
     */
    get: operations['exportSieFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/balance-sheet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Balance sheet as of a date
     * @description Assets, liabilities and equity by the groups of the chart, compared with other days. Each side is positive in its natural sign; results that no entry has taken to equity stand as lines of equity.
     */
    get: operations['getBalanceSheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/income-statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Income statement of a range
     * @description Income and expenses by the groups of the chart, compared with other ranges. Income and expenses are positive in their natural sign; entries that close a fiscal year do not count.
     */
    get: operations['getIncomeStatement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/budget-comparison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Budget against actual amounts of a range
     * @description What a budget plans for whole fiscal periods beside what was posted, by account and type, with the difference in amount and per cent. Each account is positive in its natural sign.
     */
    get: operations['getBudgetComparison'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List fiscal periods
     * @description The periods of all fiscal years, the earliest first.
     */
    get: operations['listFiscalPeriods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a fiscal period
     * @description One period of a fiscal year.
     */
    get: operations['getFiscalPeriod'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open a fiscal period
     * @description Opens a future period, so that it takes entries. Periods are opened in their order, and never put off again.
     */
    post: operations['openFiscalPeriod'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/open-through': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open all fiscal periods up to one
     * @description Opens this period and every earlier one of the legal entity that is `future`, all or none. Earlier adjustment periods stay as they are. If-Match names this period.
     */
    post: operations['openFiscalPeriodsThrough'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a fiscal period
     * @description Closes an open period softly: from now on it takes entries only with a permission and a reason. It can be reopened.
     */
    post: operations['closeFiscalPeriod'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/close-through': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close all fiscal periods up to one
     * @description Closes this period and every earlier one of the legal entity that is open softly, all or none. Earlier adjustment periods stay as they are, because a year is adjusted while the next goes on. If-Match names this period.
     */
    post: operations['closeFiscalPeriodsThrough'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reopen a fiscal period
     * @description Opens a softly closed period again, for a reason. A period of a closed fiscal year is opened with its year.
     */
    post: operations['reopenFiscalPeriod'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/lock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lock a fiscal period
     * @description Locks a softly closed period for good: it never takes an entry again, whoever asks. Periods are locked in their order, so that the balances at the end of a locked one are final.
     */
    post: operations['lockFiscalPeriod'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-periods/{id}/lock-through': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lock all fiscal periods up to one
     * @description Locks this period and every earlier one of the legal entity for good, adjustment periods as well, all or none. Each has to be closed softly before. If-Match names this period.
     */
    post: operations['lockFiscalPeriodsThrough'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-years': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List fiscal years
     * @description The fiscal years of all legal entities with their periods, the earliest first.
     */
    get: operations['listFiscalYears'];
    put?: never;
    /**
     * Create a fiscal year
     * @description Opens a fiscal year with its periods. The first one of a legal entity opens its books as well, with the journals `GENERAL` and `OPENING`. The range and the periods of a fiscal year are fixed for good.
     */
    post: operations['createFiscalYear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-years/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a fiscal year
     * @description One fiscal year with its periods.
     */
    get: operations['getFiscalYear'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports/sie': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import a year of books from a SIE 4 file
     * @description Posts opening balances and vouchers of a year, with the accounts, journals and the fiscal year that they need, all or nothing. The closing balances of the file prove the result: what does not follow from openings and vouchers refuses the file, each fault with its line. The same file again does nothing and answers the report of its import. The file of a following year has its opening balances compared with the books instead of posted.
     */
    post: operations['importSieFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports/csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import entries from CSV
     * @description Posts the lines of a CSV file as entries, by a mapping of its columns, all or nothing. All faults are answered together, each with its line. The same file again does nothing and answers the report of its import; `undoImport` takes it back.
     */
    post: operations['importJournalCsv'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports/json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import entries from JSON
     * @description Posts entries in the shape of `postJournalEntry` as one import, all or nothing, with the faults of all of them. The same entries again do nothing and answer the report of their import; `undoImport` takes it back.
     */
    post: operations['importJournalJson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports/plain-text': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import entries from a plain-text journal
     * @description Posts the transactions of a journal of hledger or ledger in currencies of ISO 4217, all or nothing; balance assertions are checked. All faults are answered together, each with its line. The same file again does nothing and answers the report of its import; `undoImport` takes it back.
     */
    post: operations['importPlainTextJournal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List imports
     * @description Files that were imported into the books, the latest first; also those that were undone.
     */
    get: operations['listImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an import
     * @description One import of a SIE file with its report; `getJournalImport` reads one of entries.
     */
    get: operations['getImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Undo an import
     * @description Reverses every entry of the import that is not reversed yet, each on its own date; all their periods must be open, and no later year may have been imported on top. Accounts, journals and the fiscal year stay. The file can be imported again afterwards.
     */
    post: operations['undoImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List journal entries
     * @description Posted entries with their lines, the latest date first.
     */
    get: operations['listJournalEntries'];
    put?: never;
    /**
     * Post a journal entry
     * @description Posts at once and for good: the entry gets the next number of its journal, and only a reversal takes it back.
     */
    post: operations['postJournalEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entries/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Post many journal entries
     * @description Posts up to 1,000 entries in one transaction, all or each for itself, and answers one result for each.
     */
    post: operations['postJournalEntriesInBulk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entries/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove a journal entry without posting it
     * @description Answers everything that posting the entry now would be refused for, or the lines that it would be posted with. Writes nothing and draws no number.
     */
    post: operations['validateJournalEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entries/{id}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reverse a journal entry
     * @description Posts the mirror image of an entry: the same accounts, currencies and rates, sides swapped. The original stays as it is.
     */
    post: operations['reverseJournalEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a journal entry
     * @description One posted entry with its lines.
     */
    get: operations['getJournalEntry'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entry-drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List drafts of journal entries
     * @description Drafts with their lines, the newest first. Posted ones are kept: `status=draft` leaves them out.
     */
    get: operations['listJournalEntryDrafts'];
    put?: never;
    /**
     * Begin a draft of a journal entry
     * @description Saves what is known of an entry, outside the ledger. It may be incomplete, unbalanced, and name what the books do not have yet; it gets its number when it is posted.
     */
    post: operations['createJournalEntryDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entry-drafts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a draft of a journal entry
     * @description One draft with its lines as they were typed, and the entry that it was posted as.
     */
    get: operations['getJournalEntryDraft'];
    put?: never;
    post?: never;
    /**
     * Delete a draft of a journal entry
     * @description For good; the audit trail keeps what it was. A posted draft is refused (409).
     */
    delete: operations['deleteJournalEntryDraft'];
    options?: never;
    head?: never;
    /**
     * Change a draft of a journal entry
     * @description What is left out stays, null clears, and lines replace all lines. A posted draft is refused (409).
     */
    patch: operations['updateJournalEntryDraft'];
    trace?: never;
  };
  '/v1/accounting/journal-entry-drafts/{id}/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove a draft of a journal entry
     * @description Answers everything that posting it now would be refused for, with pointers into the draft, or the lines that it would be posted with. Writes nothing and draws no number.
     */
    post: operations['validateJournalEntryDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-entry-drafts/{id}/post': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Post a draft of a journal entry
     * @description Posts the version that was read, once and for good: the draft is marked with its entry, and a further attempt is refused (409).
     */
    post: operations['postJournalEntryDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List imports of entries
     * @description Imports of CSV, JSON and plain-text journals, the latest first; `listImports` lists SIE files besides.
     */
    get: operations['listJournalImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journal-imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an import of entries
     * @description One import of CSV, JSON or a plain-text journal with its report.
     */
    get: operations['getJournalImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List journals
     * @description The journals of all legal entities, in the order of their codes.
     */
    get: operations['listJournals'];
    put?: never;
    /**
     * Create a journal
     * @description Adds a journal to the books of a legal entity. Its entries are numbered from 1 in each fiscal year, without gaps.
     */
    post: operations['createJournal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/journals/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a journal
     * @description One journal of the books.
     */
    get: operations['getJournal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a journal
     * @description Renames a journal, or makes it inactive or active again. Its code is fixed.
     */
    patch: operations['updateJournal'];
    trace?: never;
  };
  '/v1/accounting/number-series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the number series
     * @description One series for each journal and fiscal year, with its first and last number and its counter.
     */
    get: operations['getNumberSeries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/number-series/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Register of gaps in the numbers
     * @description Every number up to the counters that no entry has. The database gives numbers without gaps, so that anything here was done around it.
     */
    get: operations['getNumberGaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/voided-numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Register of voided numbers
     * @description Numbers whose entries were reversed, by hand, on a date or with an import: each with its reversal and reason.
     */
    get: operations['listVoidedNumbers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/recurring-entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List recurring entries
     * @description What comes back, when it does next, and why its next date was refused.
     */
    get: operations['listRecurringEntries'];
    put?: never;
    /**
     * Set up a recurring entry
     * @description Makes an entry of a template at every date of a schedule: posted, or as a draft. Dates that are past already are made up for by the next run, in order.
     */
    post: operations['createRecurringEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/recurring-entries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a recurring entry
     * @description One recurring entry with its next date.
     */
    get: operations['getRecurringEntry'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a recurring entry
     * @description Changes its name, mode, amounts and end. Start and frequency are fixed: end it and set up another one.
     */
    patch: operations['updateRecurringEntry'];
    trace?: never;
  };
  '/v1/accounting/recurring-entries/{id}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Preview the dates of a recurring entry
     * @description The next dates of the schedule, those that wait to be made up for among them.
     */
    get: operations['previewRecurringEntry'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/recurring-entries/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pause a recurring entry
     * @description Runs leave it alone until it is resumed.
     */
    post: operations['pauseRecurringEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/recurring-entries/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume a recurring entry
     * @description Goes on with the dates that were missed, or leaves out those before today.
     */
    post: operations['resumeRecurringEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/recurring-entries/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a recurring entry
     * @description For good; what it has made stays.
     */
    post: operations['endRecurringEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/recurring-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List runs of recurring entries
     * @description What came of each date, the latest first: the entry that was posted or the draft that was made.
     */
    get: operations['listRecurringRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/trial-balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Trial balance as of a date or of a range
     * @description Opening, movement and closing of every account, in the fiscal year that holds the date or in a range. Debits are positive.
     */
    get: operations['getTrialBalance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/general-ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * General ledger of a range
     * @description Every account with its opening balance, its lines with the running balance, and its closing balance, page by page. Debits are positive; opening and closing are those of the trial balance.
     */
    get: operations['getGeneralLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/account-statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Statement of one account
     * @description The general ledger of one account, also where nothing was posted to it.
     */
    get: operations['getAccountStatement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/reports/journal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Journal of a range
     * @description Posted entries with their lines by journal, date and number, page by page.
     */
    get: operations['getJournalReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/integrity-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check the integrity of the books
     * @description Proves the books from their lines up: balance of every entry, balances, numbers, periods, reversals. Reads all lines.
     */
    get: operations['checkIntegrity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/scheduled-reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List scheduled reversals
     * @description The reversals of accruals by date, those that wait, were carried out, refused or cancelled.
     */
    get: operations['listScheduledReversals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/scheduled-reversals/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a scheduled reversal
     * @description When an entry is to be reversed, by which entry it was, or why it could not be yet.
     */
    get: operations['getScheduledReversal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Move a scheduled reversal
     * @description Sets another date, as where the period of the first was closed meanwhile.
     */
    patch: operations['updateScheduledReversal'];
    trace?: never;
  };
  '/v1/accounting/scheduled-reversals/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a scheduled reversal
     * @description The entry stands until somebody reverses it. What was carried out cannot be cancelled.
     */
    post: operations['cancelScheduledReversal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/statutory-charts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List statutory charts
     * @description Charts that a law or an authority prescribes, in the order of their codes.
     */
    get: operations['listStatutoryCharts'];
    put?: never;
    /**
     * Create a statutory chart
     * @description Adds a prescribed chart with its lines, which the accounts of all legal entities can be mapped to. The accounts themselves stay as they are.
     */
    post: operations['createStatutoryChart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/statutory-charts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a statutory chart
     * @description One prescribed chart; its lines and what is mapped to them are lists of their own.
     */
    get: operations['getStatutoryChart'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a statutory chart
     * @description Renames a prescribed chart. Its code and country are fixed.
     */
    patch: operations['updateStatutoryChart'];
    trace?: never;
  };
  '/v1/accounting/statutory-charts/{id}/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the lines of a statutory chart
     * @description The lines of one prescribed chart, in the order of their codes.
     */
    get: operations['listStatutoryLines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/statutory-charts/{id}/replace-lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Replace the lines of a statutory chart
     * @description Makes the lines of the chart those that are sent: new codes are added, names change, codes that are missing are removed. A line that accounts are mapped to cannot be removed.
     */
    post: operations['updateStatutoryLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/statutory-charts/{id}/account-mappings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List accounts with their statutory lines
     * @description Every account that takes postings, of all legal entities, with the line of this chart that it belongs to; `isMapped=false` finds those that belong to none yet.
     */
    get: operations['listAccountMappings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/statutory-charts/{id}/map-accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Map accounts to statutory lines
     * @description Says of accounts of one legal entity which line of the chart they belong to, all or none: many accounts to one line, an account to one line of each chart. Groups are not mapped; the accounts below them are.
     */
    post: operations['updateAccountMappings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/statutory-charts/{id}/import-mapping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import a statutory mapping from a CSV file
     * @description The same as `updateAccountMappings` for a file; each fault names its line. The same file again changes nothing.
     */
    post: operations['importStatutoryMapping'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-years/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a fiscal year
     * @description Posts an entry of kind `closing` on the last day of the year that takes every income and expense account to zero, into the retained earnings of the books, and closes the year: it takes no more entries. Earlier years have to be closed, and all periods but the one that takes the entry. A dry run answers the entry and everything that stands in the way.
     */
    post: operations['closeFiscalYear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounting/fiscal-years/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reopen a fiscal year
     * @description Reverses the closing entry in its own period, for a reason, and opens the year again; its periods stay closed until they are reopened. Years are reopened from the latest on. The year can be closed again, any number of times.
     */
    post: operations['reopenFiscalYear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  'accounting.fiscal_period.closed.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.fiscal_period.closed.v1
     * @description A period takes entries only with the permission for it and a reason.
     */
    post: operations['receiveFiscalPeriodClosedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'accounting.fiscal_period.locked.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.fiscal_period.locked.v1
     * @description A period takes no entries any more: its figures are final.
     */
    post: operations['receiveFiscalPeriodLockedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'accounting.fiscal_period.opened.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.fiscal_period.opened.v1
     * @description A period that lay ahead takes entries now.
     */
    post: operations['receiveFiscalPeriodOpenedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'accounting.fiscal_period.reopened.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.fiscal_period.reopened.v1
     * @description A closed period takes entries again.
     */
    post: operations['receiveFiscalPeriodReopenedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'accounting.fiscal_year.closed.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.fiscal_year.closed.v1
     * @description A fiscal year was closed and its result carried.
     */
    post: operations['receiveFiscalYearClosedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'accounting.fiscal_year.reopened.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.fiscal_year.reopened.v1
     * @description A closed fiscal year takes entries again; the entry that carried its result is reversed.
     */
    post: operations['receiveFiscalYearReopenedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'accounting.journal_entry.posted.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * accounting.journal_entry.posted.v1
     * @description An entry was posted, by hand, by import, by a schedule or as the reversal of another. It never changes; `GET /v1/accounting/journal-entries/{id}` has its lines.
     */
    post: operations['receiveJournalEntryPostedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.advanced.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.advanced.v1
     * @description A step is done, and the next one waits for decisions.
     */
    post: operations['receiveApprovalRequestAdvancedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.approved.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.approved.v1
     * @description All steps are done, and what was asked for is carried out, in the same transaction.
     */
    post: operations['receiveApprovalRequestApprovedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.created.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.created.v1
     * @description Somebody asks for an approval; its first step waits for decisions. `GET /v1/inbox` tells each person what waits for them.
     */
    post: operations['receiveApprovalRequestCreatedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.decided.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.decided.v1
     * @description A person approved or rejected at a step. What it led to is told by an event of its own.
     */
    post: operations['receiveApprovalRequestDecidedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.escalated.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.escalated.v1
     * @description A step has waited for as many days as its policy allows: others may decide as well now.
     */
    post: operations['receiveApprovalRequestEscalatedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.expired.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.expired.v1
     * @description Nobody decided within the days that the policy allows.
     */
    post: operations['receiveApprovalRequestExpiredEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.rejected.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.rejected.v1
     * @description An approver said no; the request has the reason.
     */
    post: operations['receiveApprovalRequestRejectedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.voided.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.voided.v1
     * @description What was asked for was edited or deleted meanwhile: decisions about it count no more.
     */
    post: operations['receiveApprovalRequestVoidedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.approval_request.withdrawn.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.approval_request.withdrawn.v1
     * @description The maker no longer asks.
     */
    post: operations['receiveApprovalRequestWithdrawnEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.webhook_endpoint.disabled.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.webhook_endpoint.disabled.v1
     * @description Nothing got through to an endpoint for three days, or it answered 410: nothing is sent there any more until somebody resumes it.
     */
    post: operations['receiveWebhookEndpointDisabledEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'platform.webhook_endpoint.tested.v1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * platform.webhook_endpoint.tested.v1
     * @description Somebody asked for a test of a webhook endpoint. It is sent to that endpoint alone, whatever types it takes.
     */
    post: operations['receiveWebhookEndpointTestedEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    SignIn: {
      /**
       * @description E-mail address of the person, in any case of letters.
       * @example admin@example.com
       */
      email: string;
      /**
       * Format: password
       * @example ••••••••••••••••
       */
      password: string;
      /**
       * Format: uuid
       * @description The organization to act in. Where left out: the first that the person became a member of.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId?: string;
    };
    /** @enum {string} */
    TokenType: 'Bearer';
    MembershipView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string;
      /** @example My organization */
      organizationName: string;
    };
    SignInView: {
      /**
       * Format: password
       * @description Send it as `Authorization: Bearer …`.
       * @example ••••••••••••••••
       */
      accessToken: string;
      /** @example Bearer */
      tokenType: components['schemas']['TokenType'];
      /**
       * @description Seconds until the access token ends.
       * @example 600
       */
      expiresIn: number;
      /**
       * Format: password
       * @description Gets the next pair of tokens at `POST /v1/auth/refresh`. It works once; used again later than ten seconds after, it ends the session.
       * @example ••••••••••••••••
       */
      refreshToken: string;
      /**
       * Format: uuid
       * @description The organization that these tokens act in.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      userId: string;
      /** @description All organizations of the person; `POST /v1/auth/switch` gives tokens for another one, and so does a sign-in with its `organizationId`. */
      memberships: components['schemas']['MembershipView'][];
    };
    CompleteSignIn: {
      /**
       * @description What the authenticator shows. It works once.
       * @example 492039
       */
      code?: string;
      /**
       * Format: password
       * @description In place of `code`: one of the recovery codes, with or without hyphens. It works once.
       * @example ••••••••••••••••
       */
      recoveryCode?: string;
      /**
       * Format: password
       * @description The `challenge.token` of the refusal `second_factor_challenge` that the password was answered with.
       * @example ••••••••••••••••
       */
      challenge: string;
    };
    RenewSession: {
      /**
       * Format: password
       * @description The refresh token of the last answer. It works once.
       * @example ••••••••••••••••
       */
      refreshToken: string;
    };
    TokensView: {
      /**
       * Format: password
       * @description Send it as `Authorization: Bearer …`.
       * @example ••••••••••••••••
       */
      accessToken: string;
      /** @example Bearer */
      tokenType: components['schemas']['TokenType'];
      /**
       * @description Seconds until the access token ends.
       * @example 600
       */
      expiresIn: number;
      /**
       * Format: password
       * @description Gets the next pair of tokens at `POST /v1/auth/refresh`. It works once; used again later than ten seconds after, it ends the session.
       * @example ••••••••••••••••
       */
      refreshToken: string;
      /**
       * Format: uuid
       * @description The organization that these tokens act in.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string;
    };
    SwitchOrganization: {
      /**
       * Format: uuid
       * @description Another organization of the person; sign-in names all of them.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string;
    };
    StepUp: {
      /**
       * @description What the authenticator shows. It works once.
       * @example 492039
       */
      code?: string;
      /**
       * Format: password
       * @description In place of `code`: one of the recovery codes, with or without hyphens. It works once.
       * @example ••••••••••••••••
       */
      recoveryCode?: string;
    };
    StepUpView: {
      /**
       * Format: date-time
       * @description When the session last proved a second factor.
       * @example 2026-01-31T08:30:00.000Z
       */
      provedAt: string;
      /**
       * Format: date-time
       * @description Until when sensitive actions need no further proof.
       * @example 2026-01-31T08:40:00.000Z
       */
      validUntil: string;
    };
    RecoveryCodeStateView: {
      /**
       * @description Recovery codes that have not been used.
       * @example 9
       */
      left: number;
      /**
       * Format: date-time
       * @description When they were made; null without any.
       * @example 2026-01-31T08:31:00.000Z
       */
      madeAt: string | null;
    };
    RecoveryCodesView: {
      /**
       * @description Each works once in the place of an authenticator. Shown once: they are kept as hashes.
       * @example [
       *       "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N"
       *     ]
       */
      recoveryCodes: string[];
    };
    InstantFilter: {
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00Z
       */
      eq?: string;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00Z
       */
      ne?: string;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00Z
       */
      gt?: string;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00Z
       */
      gte?: string;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00Z
       */
      lt?: string;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00Z
       */
      lte?: string;
    };
    /** @enum {string} */
    LoginEventKind:
      | 'sign_in'
      | 'step_up'
      | 'password_changed'
      | 'password_reset'
      | 'second_factor_added'
      | 'second_factor_removed'
      | 'recovery_codes_made'
      | 'second_factor_reset';
    /**
     * @description `challenged`: the password was right, and the second factor was asked for.
     * @enum {string}
     */
    LoginOutcome: 'succeeded' | 'challenged' | 'failed';
    /**
     * @description What was tried last: the password, a code of an authenticator, a recovery code.
     * @enum {string}
     */
    LoginMethod: 'password' | 'totp' | 'recovery_code';
    LoginEventView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @description The person.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      userId: string;
      /**
       * Format: uuid
       * @description The organization of the session; null where no session was opened or the account as a whole is meant.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string | null;
      /** @example sign_in */
      kind: components['schemas']['LoginEventKind'];
      /**
       * @description `challenged`: the password was right, and the second factor was asked for.
       * @example succeeded
       */
      outcome: components['schemas']['LoginOutcome'];
      /**
       * @description What was tried last: the password, a code of an authenticator, a recovery code.
       * @example totp
       */
      method: components['schemas']['LoginMethod'] | null;
      /**
       * @description IP address of the caller; null once erased.
       * @example 192.0.2.17
       */
      address: string | null;
      /**
       * @description What the client called itself (`User-Agent`), cut to 200 characters; null once erased.
       * @example curl/8.5.0
       */
      userAgent: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      occurredAt: string;
    };
    PageView: {
      /**
       * @description Whether there are more records after these.
       * @example true
       */
      hasMore: boolean;
      /**
       * @description Cursor of the following page, to be sent as `after` with the same filters and sort; null on the last.
       * @example kD8_2rQx0pWm1v7T5hYb3lsiMjAyNi0wMS0zMSIsIjE3Il0
       */
      next: string | null;
    };
    LoginEventList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['LoginEventView'][];
      page: components['schemas']['PageView'];
    };
    ChangePassword: {
      /**
       * Format: password
       * @example ••••••••••••••••
       */
      currentPassword: string;
      /**
       * Format: password
       * @description 15 to 128 characters of any kind, blanks included. Not the current one, not made of the own name or address.
       * @example •••••••• ••••••••
       */
      newPassword: string;
    };
    SessionView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @description The organization that the session acts in.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string;
      /**
       * @description What the client called itself at the sign-in (`User-Agent`).
       * @example curl/8.5.0
       */
      userAgent: string | null;
      /**
       * @description Whether it is the session of this request.
       * @example true
       */
      isCurrent: boolean;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it last got tokens.
       * @example 2026-01-31T08:40:00.000Z
       */
      lastUsedAt: string;
      /**
       * Format: date-time
       * @description When it ends at the latest, a day after the sign-in.
       * @example 2026-02-01T08:30:00.000Z
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @description When it last proved a second factor; null when it never has.
       * @example 2026-01-31T08:30:00.000Z
       */
      secondFactorProvedAt: string | null;
    };
    SessionList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['SessionView'][];
      page: components['schemas']['PageView'];
    };
    RequestPasswordReset: {
      /**
       * @description The address that the person signs in with.
       * @example anna.berg@example.com
       */
      email: string;
    };
    ConfirmPasswordReset: {
      /**
       * Format: password
       * @description The token of the mail, `bureau_reset_…`. It works once, within an hour.
       * @example ••••••••••••••••
       */
      token: string;
      /**
       * Format: password
       * @description 15 to 128 characters of any kind, blanks included. Not made of the own name or address.
       * @example •••••••• ••••••••
       */
      newPassword: string;
    };
    /**
     * @description `pending` until a code of it is confirmed; it counts from then on.
     * @enum {string}
     */
    SecondFactorStatus: 'pending' | 'active';
    SecondFactorView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Phone */
      name: string;
      /**
       * @description `pending` until a code of it is confirmed; it counts from then on.
       * @example active
       */
      status: components['schemas']['SecondFactorStatus'];
      /**
       * Format: date-time
       * @example 2026-01-31T08:31:00.000Z
       */
      confirmedAt: string | null;
      /**
       * Format: date-time
       * @description When a code of it last counted.
       * @example 2026-01-31T08:31:00.000Z
       */
      lastUsedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
    };
    SecondFactorList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['SecondFactorView'][];
      page: components['schemas']['PageView'];
    };
    AddSecondFactor: {
      /**
       * @description Tells the authenticators of the person apart.
       * @example Phone
       */
      name: string;
      /**
       * Format: password
       * @description The own password, so that a stolen token adds nothing.
       * @example ••••••••••••••••
       */
      currentPassword: string;
    };
    NewSecondFactorView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Phone */
      name: string;
      /**
       * @description `pending` until a code of it is confirmed; it counts from then on.
       * @example active
       */
      status: components['schemas']['SecondFactorStatus'];
      /**
       * Format: date-time
       * @example 2026-01-31T08:31:00.000Z
       */
      confirmedAt: string | null;
      /**
       * Format: date-time
       * @description When a code of it last counted.
       * @example 2026-01-31T08:31:00.000Z
       */
      lastUsedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: password
       * @description For authenticators that take it typed: base32, RFC 4648. Shown once.
       * @example ••••••••••••••••
       */
      secret: string;
      /**
       * Format: password
       * @description The same as an `otpauth://` address, which authenticators read from a QR code. Shown once.
       * @example ••••••••••••••••
       */
      otpauthUri: string;
    };
    ConfirmSecondFactor: {
      /**
       * @description What the new authenticator shows.
       * @example 492039
       */
      code: string;
    };
    ConfirmedSecondFactorView: {
      /**
       * @description Each works once in the place of an authenticator. Shown once: they are kept as hashes.
       * @example [
       *       "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N"
       *     ]
       */
      recoveryCodes: string[];
      secondFactor: components['schemas']['SecondFactorView'];
    };
    /** @enum {string} */
    ApiKeyStatus: 'active' | 'expired' | 'revoked';
    ApiKeyView: {
      /**
       * Format: uuid
       * @description Audit rows and entries name the key by it, as who acted.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Web shop */
      name: string;
      /**
       * @description The last four characters of the secret, to tell keys apart.
       * @example x7Qa
       */
      secretEnding: string;
      /**
       * @example [
       *       "integrator"
       *     ]
       */
      roles: string[];
      /**
       * @description With those of the roles the most that the key may do: never more than the person who made it may do at the time.
       * @example [
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions: string[];
      /** @example active */
      status: components['schemas']['ApiKeyStatus'];
      /**
       * Format: uuid
       * @description The person who made the key, `userId` of a membership.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      createdById: string;
      /**
       * Format: date-time
       * @description When it was used last, to five minutes; null when never.
       * @example 2026-01-31T08:30:00.000Z
       */
      lastUsedAt: string | null;
      /**
       * Format: date-time
       * @example 2126-01-31T00:00:00.000Z
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @example 2026-02-28T12:00:00.000Z
       */
      revokedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    ApiKeyList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ApiKeyView'][];
      page: components['schemas']['PageView'];
    };
    CreateApiKey: {
      /**
       * @description What uses the key. One key that is not revoked has it.
       * @example Web shop
       */
      name: string;
      /**
       * @description Codes of roles whose permissions the key has. Never `owner`.
       * @example [
       *       "integrator"
       *     ]
       */
      roles?: string[];
      /**
       * @description Permissions that the key has besides. With the roles, at least one.
       * @example [
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions?: string[];
      /**
       * Format: date-time
       * @description When the key ends. Where left out it lives until it is revoked.
       * @example 2126-01-31T00:00:00Z
       */
      expiresAt?: string | null;
    };
    NewApiKeyView: {
      /**
       * Format: uuid
       * @description Audit rows and entries name the key by it, as who acted.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Web shop */
      name: string;
      /**
       * @description The last four characters of the secret, to tell keys apart.
       * @example x7Qa
       */
      secretEnding: string;
      /**
       * @example [
       *       "integrator"
       *     ]
       */
      roles: string[];
      /**
       * @description With those of the roles the most that the key may do: never more than the person who made it may do at the time.
       * @example [
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions: string[];
      /** @example active */
      status: components['schemas']['ApiKeyStatus'];
      /**
       * Format: uuid
       * @description The person who made the key, `userId` of a membership.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      createdById: string;
      /**
       * Format: date-time
       * @description When it was used last, to five minutes; null when never.
       * @example 2026-01-31T08:30:00.000Z
       */
      lastUsedAt: string | null;
      /**
       * Format: date-time
       * @example 2126-01-31T00:00:00.000Z
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @example 2026-02-28T12:00:00.000Z
       */
      revokedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /**
       * Format: password
       * @description Shown this once. Send it as `Authorization: Bearer bureau_live_…`.
       * @example ••••••••••••••••
       */
      secret: string;
    };
    /**
     * @description An expired one can be given a new token; accepted and revoked ones stay so.
     * @enum {string}
     */
    InvitationStatus: 'open' | 'expired' | 'accepted' | 'revoked';
    InvitationView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example anna.berg@example.com */
      email: string;
      /**
       * @example [
       *       "bookkeeper"
       *     ]
       */
      roles: string[];
      /**
       * @description An expired one can be given a new token; accepted and revoked ones stay so.
       * @example open
       */
      status: components['schemas']['InvitationStatus'];
      /**
       * Format: date-time
       * @description When the token ends, or ended.
       * @example 2026-02-07T08:30:00.000Z
       */
      expiresAt: string;
      /**
       * Format: uuid
       * @description The person who gave the token, `userId` of a membership.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      invitedById: string;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    InvitationList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['InvitationView'][];
      page: components['schemas']['PageView'];
    };
    /**
     * @description Of the mail; the own one of who invites where left out.
     * @enum {string}
     */
    Language: 'en' | 'de';
    CreateInvitation: {
      /**
       * @description Kept in small letters. One open invitation has it.
       * @example anna.berg@example.com
       */
      email: string;
      /**
       * @description Codes of the roles that the person is to have, with no more than you hold yourself.
       * @example [
       *       "bookkeeper"
       *     ]
       */
      roles: string[];
      /**
       * @description Days until the token ends, 1 to 30; 7 where left out.
       * @example 7
       */
      validDays?: number;
      /**
       * @description Of the mail; the own one of who invites where left out.
       * @example en
       */
      language?: components['schemas']['Language'];
    };
    NewInvitationView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example anna.berg@example.com */
      email: string;
      /**
       * @example [
       *       "bookkeeper"
       *     ]
       */
      roles: string[];
      /**
       * @description An expired one can be given a new token; accepted and revoked ones stay so.
       * @example open
       */
      status: components['schemas']['InvitationStatus'];
      /**
       * Format: date-time
       * @description When the token ends, or ended.
       * @example 2026-02-07T08:30:00.000Z
       */
      expiresAt: string;
      /**
       * Format: uuid
       * @description The person who gave the token, `userId` of a membership.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      invitedById: string;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /**
       * Format: password
       * @description Empty where the installation sends mail: the token is in the mail alone, which proves the address. Without a mail server it is shown this once: hand it to the person by a way that reaches nobody else, since whoever has it can accept the invitation.
       * @example ••••••••••••••••
       */
      token: string;
    };
    AcceptInvitation: {
      /**
       * Format: password
       * @description The token of the invitation, `bureau_invite_…`. It works once.
       * @example ••••••••••••••••
       */
      token: string;
      /**
       * @description How the person is to be called.
       * @example Anna Berg
       */
      name: string;
      /**
       * Format: password
       * @description 15 to 128 characters of any kind, blanks included. Not made of the own name or address.
       * @example •••••••• ••••••••
       */
      password: string;
    };
    AcceptedInvitationView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      membershipId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      userId: string;
      /**
       * Format: uuid
       * @description Sign in with it, or switch to it, to act in the organization.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      organizationId: string;
      /** @example My organization */
      organizationName: string;
      /**
       * @example [
       *       "bookkeeper"
       *     ]
       */
      roles: string[];
    };
    AcceptInvitationSignedIn: {
      /**
       * Format: password
       * @description The token of the invitation, `bureau_invite_…`. It works once.
       * @example ••••••••••••••••
       */
      token: string;
    };
    ResendInvitation: {
      /**
       * @description Days until the token ends, 1 to 30; 7 where left out.
       * @example 7
       */
      validDays?: number;
      /**
       * @description Of the mail; the own one of who invites where left out.
       * @example en
       */
      language?: components['schemas']['Language'];
    };
    /**
     * @description A person whose membership has ended cannot act in the organization; the row stays for the records.
     * @enum {string}
     */
    MembershipStatus: 'active' | 'ended';
    MemberView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @description The person, who may be a member of several organizations.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      userId: string;
      /** @example Anna Berg */
      name: string;
      /** @example anna.berg@example.com */
      email: string;
      /**
       * @example [
       *       "accountant"
       *     ]
       */
      roles: string[];
      /**
       * @description A person whose membership has ended cannot act in the organization; the row stays for the records.
       * @example active
       */
      status: components['schemas']['MembershipStatus'];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    MemberList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['MemberView'][];
      page: components['schemas']['PageView'];
    };
    UpdateMembership: {
      /**
       * @description Codes of all roles that the person is to have: built-in ones and active ones of the organization. Those that are added must not give more than you hold yourself.
       * @example [
       *       "accountant"
       *     ]
       */
      roles: string[];
    };
    /**
     * @description Who alone may hold it: `own_account`, every person whatever the roles, no role gives it; `everybody`, the same and every API key; `people`, no API key; `owners`, owners. Null: whoever has a role or key with it.
     * @enum {string}
     */
    PermissionReservation: 'own_account' | 'everybody' | 'people' | 'owners';
    PermissionView: {
      /** @example accounting.books.read */
      name: string;
      /** @example Read the chart of accounts, fiscal calendar, journals and settings of the books */
      description: string;
      /**
       * @description Who alone may hold it: `own_account`, every person whatever the roles, no role gives it; `everybody`, the same and every API key; `people`, no API key; `owners`, owners. Null: whoever has a role or key with it.
       * @example people
       */
      reserved: components['schemas']['PermissionReservation'] | null;
    };
    BuiltInRoleView: {
      /** @example auditor */
      code: string;
      /** @example Reads all books and who has access, and changes nothing. */
      description: string;
      /**
       * @example [
       *       "accounting.books.read",
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions: string[];
    };
    PermissionCatalogueView: {
      /** @description All that there are, in the order of their modules. */
      permissions: components['schemas']['PermissionView'][];
      /** @description Roles that every organization has. They cannot be changed. */
      builtInRoles: components['schemas']['BuiltInRoleView'][];
    };
    /**
     * @description An inactive role gives nothing to those who have it, and cannot be given.
     * @enum {string}
     */
    RoleStatus: 'active' | 'inactive';
    RoleView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example report_reader */
      code: string;
      /** @example Report reader */
      name: string;
      /** @example For the board. */
      description: string | null;
      /**
       * @example [
       *       "accounting.books.read",
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions: string[];
      /**
       * @description An inactive role gives nothing to those who have it, and cannot be given.
       * @example active
       */
      status: components['schemas']['RoleStatus'];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    RoleList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['RoleView'][];
      page: components['schemas']['PageView'];
    };
    CreateRole: {
      /**
       * @description What memberships, invitations and keys name it by. It never changes; not that of a built-in role.
       * @example report_reader
       */
      code: string;
      /** @example Report reader */
      name: string;
      /** @example For the board. */
      description?: string | null;
      /**
       * @description Names of permissions from `GET /v1/identity/permissions`, each of which you hold yourself.
       * @example [
       *       "accounting.books.read",
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions: string[];
    };
    UpdateRole: {
      /** @example Report reader */
      name?: string;
      /** @example For the board. */
      description?: string | null;
      /**
       * @description Names of permissions from `GET /v1/identity/permissions`, each of which you hold yourself.
       * @example [
       *       "accounting.books.read",
       *       "accounting.journal_entry.read"
       *     ]
       */
      permissions?: string[];
    };
    /** @enum {string} */
    SecondFactorRecoveryStatus: 'requested' | 'approved' | 'canceled';
    SecondFactorRecoveryView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @description Whose second factor is to go.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      userId: string;
      /** @example Lost the phone; recognised in person on 3 March */
      reason: string;
      /** @example requested */
      status: components['schemas']['SecondFactorRecoveryStatus'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      requestedBy: string;
      /**
       * Format: uuid
       * @description Who approved or canceled it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      decidedBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00.000Z
       */
      decidedAt: string | null;
      /**
       * Format: date-time
       * @description Until when it can be approved: three days.
       * @example 2026-02-03T08:30:00.000Z
       */
      expiresAt: string;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    SecondFactorRecoveryList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['SecondFactorRecoveryView'][];
      page: components['schemas']['PageView'];
    };
    CreateSecondFactorRecovery: {
      /**
       * Format: uuid
       * @description The person, a member; not oneself.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      userId: string;
      /**
       * @description Why, and how the person was recognised. It is kept in the audit trail.
       * @example Lost the phone; recognised in person on 3 March
       */
      reason: string;
    };
    SecurityPolicyView: {
      /**
       * @description Whether members need a second factor to act in the organization.
       * @example true
       */
      requireSecondFactor: boolean;
      /**
       * @description Active members who have no second factor.
       * @example 2
       */
      membersWithout: number;
      /**
       * @description Counts the changes of the organization; also the ETag.
       * @example 1
       */
      version: number;
    };
    UpdateSecurityPolicy: {
      /**
       * @description Whether members need a second factor. Those without one can only add one, from their next request on. API keys are programs and go on. Whoever turns it on has one.
       * @example true
       */
      requireSecondFactor?: boolean;
    };
    CloseOrganization: {
      /**
       * @description The name of the organization, letter by letter, so that no other one is closed by mistake.
       * @example Example Group
       */
      confirmName: string;
      /**
       * @description Why; it is kept in the audit trail.
       * @example The business was sold in March
       */
      reason: string;
    };
    /** @enum {string} */
    ClosedOrganizationStatus: 'closed';
    ClosedOrganizationView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Example Group */
      name: string;
      /** @example closed */
      status: components['schemas']['ClosedOrganizationStatus'];
      /** @example The business was sold in March */
      reason: string;
      /**
       * Format: uuid
       * @description The person who closed it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      closedBy: string;
      /**
       * Format: date-time
       * @example 2026-03-05T08:30:00.000Z
       */
      closedAt: string;
    };
    /** @enum {string} */
    AuditOperation: 'insert' | 'update' | 'delete';
    /** @description Fields of a record by their names in the API; which there are depends on the type of the record. */
    AuditedFieldsView: {
      [key: string]: unknown;
    };
    AuditEntryView: {
      /**
       * @description Rises with every change that is recorded.
       * @example 4711
       */
      id: number;
      /**
       * @description Type of the record, written `module.noun`.
       * @example accounting.account
       */
      recordType: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      recordId: string | null;
      /** @example update */
      operation: components['schemas']['AuditOperation'];
      /** @description The changed fields as they were; all of them where the record was deleted, none where it was new. */
      before: components['schemas']['AuditedFieldsView'];
      /** @description The changed fields as they became; all of them where the record was new, none where it was deleted. */
      after: components['schemas']['AuditedFieldsView'];
      /**
       * @description Changed fields that hold personal values which were erased since: null in `before` and `after`.
       * @example [
       *       "email"
       *     ]
       */
      erasedFields: string[];
      /**
       * Format: uuid
       * @description The person or API key that did it; null for a migration.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      actorId: string | null;
      /**
       * @description Present name of the person or of the API key, where it is one of the organization.
       * @example Anna Berg
       */
      actorName: string | null;
      /**
       * @description The command, written like the permission for it; `migration` where the owner of the database did it.
       * @example accounting.books.manage
       */
      action: string;
      /**
       * Format: uuid
       * @description The request, as its answer named it in `Request-Id`.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      requestId: string | null;
      /**
       * Format: date-time
       * @description The start of the transaction that made the change.
       * @example 2026-01-31T08:30:00.000Z
       */
      recordedAt: string;
    };
    AuditEntryList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['AuditEntryView'][];
      page: components['schemas']['PageView'];
    };
    AuditChainView: {
      /**
       * @description Number of the last seal; 0 before the first.
       * @example 172
       */
      sequence: number;
      /**
       * @description SHA-256 of the last seal, hexadecimal; it covers all seals before it. Kept elsewhere, it proves later that nothing up to here was changed. Null before the first.
       * @example 6f1ed002ab5595859014ebf0951522d98c1f2f5a1d9a7bb3a1f7a6a1b7f1d0c3
       */
      rootHash: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      sealedAt: string | null;
      /**
       * @description Audit entries that wait for the next seal, some minutes at most.
       * @example 3
       */
      waitingCount: number;
    };
    /** @enum {string} */
    AuditChainStatus: 'intact' | 'broken';
    /** @enum {string} */
    AuditFault:
      | 'row_added'
      | 'row_changed'
      | 'row_dropped'
      | 'seal_changed'
      | 'seal_dropped'
      | 'personal_value_changed'
      | 'personal_value_dropped'
      | 'root_differs';
    AuditChainFindingView: {
      /** @example row_changed */
      fault: components['schemas']['AuditFault'];
      /**
       * @description The seal that it was found by, where it was one.
       * @example 171
       */
      sequence: number | null;
      /**
       * @description Type of the sealed record.
       * @example platform.audit_entry
       */
      recordType: string | null;
      /**
       * @description Which one: the `id` of an audit entry, or the number of a journal entry after the ids of its journal and fiscal year.
       * @example 4711
       */
      place: string | null;
      /**
       * Format: uuid
       * @description The record that the audit entry is about, or the journal entry; null where it is gone.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      recordId: string | null;
      /** @example It is not what was sealed. */
      message: string;
    };
    AuditChainCheckView: {
      /** @example intact */
      status: components['schemas']['AuditChainStatus'];
      /**
       * Format: date-time
       * @description The state at this time was checked.
       * @example 2026-01-31T08:30:00.000Z
       */
      checkedAt: string;
      /** @example 172 */
      sealCount: number;
      /**
       * @description Audit entries and journal entries under these seals.
       * @example 8320
       */
      sealedCount: number;
      /**
       * @description Audit entries that no seal covers yet.
       * @example 3
       */
      waitingCount: number;
      /** @example 0 */
      findingCount: number;
      /** @description The first hundred findings. */
      findings: components['schemas']['AuditChainFindingView'][];
    };
    CreateErasure: {
      /**
       * Format: uuid
       * @description The person, a former member of the organization; or an invitation that nobody accepted.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /**
       * @description Why; it is kept, so write nothing personal here.
       * @example Request of 3 March by the person
       */
      reason: string;
    };
    ErasureView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /** @example Request of 3 March by the person */
      reason: string;
      /**
       * @description Recorded values of the audit trail that were erased now.
       * @example 4
       */
      valueCount: number;
      /**
       * @description Whether the account has no name, address and password any more. False while the person is active in another organization.
       * @example true
       */
      accountErased: boolean;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      erasedBy: string;
      /**
       * Format: date-time
       * @example 2026-03-05T08:30:00.000Z
       */
      erasedAt: string;
    };
    IntegerFilter: {
      /** @example 1048576 */
      eq?: number;
      /** @example 1048576 */
      ne?: number;
      /** @example 1048576 */
      gt?: number;
      /** @example 1048576 */
      gte?: number;
      /** @example 1048576 */
      lt?: number;
      /** @example 1048576 */
      lte?: number;
    };
    FileView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example invoice-4711.pdf */
      name: string;
      /**
       * @description By the content of the file, not by what it was said to be.
       * @example application/pdf
       */
      mediaType: string;
      /**
       * @description Size in bytes.
       * @example 48213
       */
      sizeBytes: number;
      /**
       * @description SHA-256 of the content, in small hexadecimal digits; the ETag of the content.
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string;
      /**
       * Format: uuid
       * @description The person or API key that uploaded the file.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      uploadedById: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    FileList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['FileView'][];
      page: components['schemas']['PageView'];
    };
    /** @enum {string} */
    AttachmentStatus: 'attached' | 'detached';
    AttachmentView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example journal_entry */
      subjectType: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fileId: string;
      /** @example invoice-4711.pdf */
      fileName: string;
      /** @example application/pdf */
      mediaType: string;
      /**
       * @description Size in bytes.
       * @example 48213
       */
      sizeBytes: number;
      /** @example Invoice of the supplier */
      title: string | null;
      /** @example attached */
      status: components['schemas']['AttachmentStatus'];
      /**
       * @description Why the file is kept; null where nothing asks for it.
       * @example accounting_record
       */
      retentionClass: string | null;
      /**
       * Format: date
       * @description The file cannot be deleted up to this day, attached or detached.
       * @example 2036-12-31
       */
      keepUntil: string | null;
      /**
       * Format: uuid
       * @description The person or API key that attached the file.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      attachedById: string;
      /**
       * Format: date-time
       * @example 2026-02-28T12:00:00.000Z
       */
      detachedAt: string | null;
      /**
       * Format: uuid
       * @description The person or API key that detached the file.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      detachedById: string | null;
      /** @example Belongs to another entry */
      detachReason: string | null;
      /** @example 1 */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    AttachmentList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['AttachmentView'][];
      page: components['schemas']['PageView'];
    };
    AttachFile: {
      /**
       * Format: uuid
       * @description A file that the caller may read: `id` as `uploadFile` answered it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fileId: string;
      /**
       * @description What the file belongs to: `journal_entry` or `journal_entry_draft`.
       * @example journal_entry
       */
      subjectType: string;
      /**
       * Format: uuid
       * @description The record of that type.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /**
       * @description What the file shows.
       * @example Invoice of the supplier
       */
      title?: string;
    };
    DetachFile: {
      /**
       * @description Kept with the attachment.
       * @example Belongs to another entry
       */
      reason: string;
    };
    /** @enum {string} */
    HealthStatus: 'ok';
    HealthView: {
      /** @example ok */
      status: components['schemas']['HealthStatus'];
    };
    /**
     * @description `cancelling`: it was cancelled while it ran and stops at its next step; it never succeeds any more. `succeeded`, `failed` and `cancelled` are the ends: what it did is kept after the first and taken back after the others.
     * @enum {string}
     */
    JobState: 'queued' | 'running' | 'cancelling' | 'succeeded' | 'failed' | 'cancelled';
    JobProgressView: {
      /**
       * @description What is being done; null before the first step. New words may appear.
       * @example posting
       */
      step: string | null;
      /**
       * @description What of the step is done.
       * @example 1200
       */
      done: number;
      /**
       * @description Of how many, where that is known.
       * @example 4000
       */
      outOf: number | null;
    };
    JobResultView: {
      /**
       * Format: uuid
       * @description What was made, or what was there already.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description Path to read it at.
       * @example /v1/accounting/imports/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      href: string;
      /** @example 120 entries were posted. */
      summary: string;
    };
    ProblemErrorView: {
      /**
       * @description Place of the finding: a JSON pointer (RFC 6901) into the body, `?name` for a query parameter, `{name}` for a part of the path, or the name of a header field. Empty for the whole body, as with a file, where `line` tells the place.
       * @example /lines/0/debit
       */
      pointer: string;
      /**
       * @description Stable name of the broken rule.
       * @example too_many_decimals
       */
      code: string;
      /**
       * @description What to send instead, for people.
       * @example Must have at most 6 decimals.
       */
      message: string;
      /**
       * @description Line of an imported file, from 1.
       * @example 3
       */
      line?: number;
    };
    /**
     * @description What the person can prove it with: a code of an authenticator, a recovery code.
     * @enum {string}
     */
    SecondFactorMethod: 'totp' | 'recovery_code';
    SignInChallengeView: {
      /**
       * Format: password
       * @description Send it to `POST /v1/auth/login/second-factor`.
       * @example ••••••••••••••••
       */
      token: string;
      /**
       * @description What the person can prove it with: a code of an authenticator, a recovery code.
       * @example [
       *       "totp",
       *       "recovery_code"
       *     ]
       */
      methods: components['schemas']['SecondFactorMethod'][];
      /**
       * Format: date-time
       * @description Five minutes after the password.
       * @example 2026-01-31T08:35:00.000Z
       */
      expiresAt: string;
    };
    ProblemView: {
      /**
       * @description Names the kind of problem.
       * @example urn:bureau:problem:validation_failed
       */
      type: string;
      /**
       * @description Short summary, the same for every occurrence.
       * @example A field breaks its rule
       */
      title: string;
      /**
       * @description The HTTP status.
       * @example 422
       */
      status: number;
      /**
       * @description What is wrong with this request.
       * @example Must have at most 6 decimals.
       */
      detail: string;
      /**
       * @description The path that was asked for.
       * @example /v1/accounting/journal-entries
       */
      instance?: string;
      /**
       * @description Stable name of the problem; new ones may appear.
       * @example validation_failed
       */
      code: string;
      /**
       * @description Id of the request, also in the log.
       * @example 0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64
       */
      requestId: string;
      /** @description Where the request is wrong; empty when it is the request as a whole. */
      errors: components['schemas']['ProblemErrorView'][];
      /** @description Only with `second_factor_challenge`: the password is right, and the second factor is asked for. */
      challenge?: components['schemas']['SignInChallengeView'];
    };
    JobView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description What is to be done, written `module.noun`. New kinds may appear.
       * @example accounting.sie_import
       */
      kind: string;
      /**
       * @description `cancelling`: it was cancelled while it ran and stops at its next step; it never succeeds any more. `succeeded`, `failed` and `cancelled` are the ends: what it did is kept after the first and taken back after the others.
       * @example running
       */
      state: components['schemas']['JobState'];
      /** @description Of the present attempt; null before the first. */
      progress: components['schemas']['JobProgressView'] | null;
      /**
       * @description How often it was begun. It is begun again where its worker was lost or something stood in the way that passes by itself.
       * @example 1
       */
      attempts: number;
      /** @description Of one that succeeded. */
      result: components['schemas']['JobResultView'] | null;
      /** @description Why it failed: the refusal that its request would have been answered with, with the line of each fault in a file. */
      problem: components['schemas']['ProblemView'] | null;
      /**
       * Format: uuid
       * @description The person or API key that asked for it; it runs with their permissions.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      actorId: string;
      /**
       * Format: uuid
       * @description The request that asked for it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      requestId: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description Begin of the last attempt.
       * @example 2026-01-31T08:30:01.000Z
       */
      startedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:09.000Z
       */
      endedAt: string | null;
      /**
       * Format: date-time
       * @description The last change but that of its progress.
       * @example 2026-01-31T08:30:09.000Z
       */
      updatedAt: string;
    };
    JobList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['JobView'][];
      page: components['schemas']['PageView'];
    };
    /** @description What is told of the event. Which fields there are depends on its type: see `webhooks` of this document. */
    EventDataView: {
      [key: string]: unknown;
    };
    EventView: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /**
       * @description What happened; the catalogue says what it means.
       * @example accounting.journal_entry.posted.v1
       */
      type: string;
      data: components['schemas']['EventDataView'];
    };
    EventFeedView: {
      /** @description In the order in which they were made known. */
      data: components['schemas']['EventView'][];
      /**
       * @description To be sent as `after` for what follows, also where nothing does yet: keep it, and ask again later.
       * @example kD8_2rQx0pWm1v7T5hYb3lsiNDIiXQ
       */
      next: string;
      /**
       * @description Whether more events are waiting already.
       * @example false
       */
      hasMore: boolean;
    };
    /** @description The data of the event, as an example. */
    EventExampleView: {
      [key: string]: unknown;
    };
    EventTypeView: {
      /** @example accounting.journal_entry.posted.v1 */
      type: string;
      /** @example An entry was posted. */
      description: string;
      /**
       * @description Name of its schema in this document.
       * @example JournalEntryPostedEvent
       */
      schemaName: string;
      example: components['schemas']['EventExampleView'];
    };
    EventTypesView: {
      /** @description All that there are, by type. */
      types: components['schemas']['EventTypeView'][];
    };
    /**
     * @description `paused`: events are kept for it and sent when it is resumed. `disabled`: by the system; events are not kept for it, but can be replayed. `archived`: for good.
     * @enum {string}
     */
    WebhookEndpointState: 'active' | 'paused' | 'disabled' | 'archived';
    /**
     * @description Why the system disabled it: it answered 410 (`gone`), or nothing got through for three days (`failing`).
     * @enum {string}
     */
    WebhookDisablingReason: 'gone' | 'failing';
    WebhookEndpointView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example https://shop.example.com/hooks/bureau */
      url: string;
      /** @example Web shop, stock page */
      description: string | null;
      /**
       * @description Which events are sent: types of `GET /v1/event-types`, beginnings of some with `.*` behind them, or `*` for all, those of later releases included.
       * @example [
       *       "accounting.journal_entry.posted.v1",
       *       "accounting.fiscal_period.*"
       *     ]
       */
      eventTypes: string[];
      /**
       * @description `paused`: events are kept for it and sent when it is resumed. `disabled`: by the system; events are not kept for it, but can be replayed. `archived`: for good.
       * @example active
       */
      state: components['schemas']['WebhookEndpointState'];
      /**
       * @description Why the system disabled it: it answered 410 (`gone`), or nothing got through for three days (`failing`).
       * @example failing
       */
      disabledBecause: components['schemas']['WebhookDisablingReason'] | null;
      /**
       * Format: date-time
       * @description Until then the secret before the last rotation signs as well.
       * @example 2026-02-01T08:30:00.000Z
       */
      previousSecretExpiresAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    WebhookEndpointList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['WebhookEndpointView'][];
      page: components['schemas']['PageView'];
    };
    CreateWebhookEndpoint: {
      /**
       * @description Where events are sent by POST. `https` on a port that the installation allows, a host of the public internet; no user name, no password, no fragment. One endpoint that is not archived has it.
       * @example https://shop.example.com/hooks/bureau
       */
      url: string;
      /** @example Web shop, stock page */
      description?: string | null;
      /**
       * @description Which events are sent: types of `GET /v1/event-types`, beginnings of some with `.*` behind them, or `*` for all, those of later releases included.
       * @example [
       *       "accounting.journal_entry.posted.v1",
       *       "accounting.fiscal_period.*"
       *     ]
       */
      eventTypes: string[];
    };
    WebhookEndpointWithSecretView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example https://shop.example.com/hooks/bureau */
      url: string;
      /** @example Web shop, stock page */
      description: string | null;
      /**
       * @description Which events are sent: types of `GET /v1/event-types`, beginnings of some with `.*` behind them, or `*` for all, those of later releases included.
       * @example [
       *       "accounting.journal_entry.posted.v1",
       *       "accounting.fiscal_period.*"
       *     ]
       */
      eventTypes: string[];
      /**
       * @description `paused`: events are kept for it and sent when it is resumed. `disabled`: by the system; events are not kept for it, but can be replayed. `archived`: for good.
       * @example active
       */
      state: components['schemas']['WebhookEndpointState'];
      /**
       * @description Why the system disabled it: it answered 410 (`gone`), or nothing got through for three days (`failing`).
       * @example failing
       */
      disabledBecause: components['schemas']['WebhookDisablingReason'] | null;
      /**
       * Format: date-time
       * @description Until then the secret before the last rotation signs as well.
       * @example 2026-02-01T08:30:00.000Z
       */
      previousSecretExpiresAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /**
       * Format: password
       * @description Shown this once: `whsec_` and 32 octets in Base64. It signs what is sent, see docs/webhooks.md.
       * @example ••••••••••••••••
       */
      secret: string;
    };
    UpdateWebhookEndpoint: {
      /**
       * @description Where events are sent by POST. `https` on a port that the installation allows, a host of the public internet; no user name, no password, no fragment. One endpoint that is not archived has it.
       * @example https://shop.example.com/hooks/bureau
       */
      url?: string;
      /** @example Web shop, stock page */
      description?: string | null;
      /**
       * @description Which events are sent: types of `GET /v1/event-types`, beginnings of some with `.*` behind them, or `*` for all, those of later releases included.
       * @example [
       *       "accounting.journal_entry.posted.v1",
       *       "accounting.fiscal_period.*"
       *     ]
       */
      eventTypes?: string[];
    };
    WebhookTestView: {
      /**
       * Format: uuid
       * @description Of the event that is sent: `eventId` of its delivery.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      eventId: string;
    };
    /**
     * @description `undelivered`, as where left out: what did not reach it, or was never sent. `all`: what did as well.
     * @enum {string}
     */
    WebhookReplayChoice: 'undelivered' | 'all';
    ReplayWebhookEvents: {
      /**
       * Format: date-time
       * @description Events that happened then or later.
       * @example 2026-01-31T00:00:00Z
       */
      fromAt: string;
      /**
       * Format: date-time
       * @description Events that happened before then; until now where left out.
       * @example 2026-01-31T12:00:00Z
       */
      untilAt?: string | null;
      /**
       * @description `undelivered`, as where left out: what did not reach it, or was never sent. `all`: what did as well.
       * @example undelivered
       */
      which?: components['schemas']['WebhookReplayChoice'];
    };
    ReplayedWebhookEventsView: {
      /**
       * @description How many events are sent again, in their order.
       * @example 12
       */
      queued: number;
    };
    /**
     * @description `pending`: to be tried, or tried again. `failed`: given up after three days, or answered 410; what comes later of the same subject is sent all the same. `cancelled`: the endpoint was archived.
     * @enum {string}
     */
    WebhookDeliveryState: 'pending' | 'delivered' | 'failed' | 'cancelled';
    WebhookDeliveryView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      endpointId: string;
      /**
       * Format: uuid
       * @description Of the event: `webhook-id` of what is sent, `id` in the feed.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      eventId: string;
      /** @example accounting.journal_entry.posted.v1 */
      eventType: string;
      /**
       * @description Of the event: the id of what it happened to.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * @description `pending`: to be tried, or tried again. `failed`: given up after three days, or answered 410; what comes later of the same subject is sent all the same. `cancelled`: the endpoint was archived.
       * @example delivered
       */
      state: components['schemas']['WebhookDeliveryState'];
      /**
       * @description Attempts since it was queued, replayed or resumed.
       * @example 1
       */
      attemptCount: number;
      /**
       * Format: date-time
       * @description When it may be tried next, after what comes before it of the same subject; null when it is over.
       * @example 2026-01-31T08:30:05.000Z
       */
      nextAttemptAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      finishedAt: string | null;
      /**
       * Format: date-time
       * @description When somebody had it sent again; null when nobody did.
       * @example 2026-01-31T09:00:00.000Z
       */
      replayedAt: string | null;
      /**
       * Format: uuid
       * @description The person or API key that had it sent again.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      replayedById: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    WebhookDeliveryList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['WebhookDeliveryView'][];
      page: components['schemas']['PageView'];
    };
    /**
     * @description `delivered`: answered 2xx. `redirected`: 3xx, which is not followed. `refused`: any other status. `timed_out`: no whole answer within 10 seconds. `unreachable`: no connection, or it broke. `address_forbidden`: the host leads to an address that the installation does not call. `not_signed`: the secret cannot be read, since that of the installation has changed; rotate it.
     * @enum {string}
     */
    WebhookAttemptOutcome:
      'delivered' | 'refused' | 'redirected' | 'timed_out' | 'unreachable' | 'address_forbidden' | 'not_signed';
    WebhookAttemptView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description `delivered`: answered 2xx. `redirected`: 3xx, which is not followed. `refused`: any other status. `timed_out`: no whole answer within 10 seconds. `unreachable`: no connection, or it broke. `address_forbidden`: the host leads to an address that the installation does not call. `not_signed`: the secret cannot be read, since that of the installation has changed; rotate it.
       * @example refused
       */
      outcome: components['schemas']['WebhookAttemptOutcome'];
      /** @example 503 */
      httpStatus: number | null;
      /**
       * @description Milliseconds.
       * @example 132
       */
      durationMs: number;
      /**
       * @description The beginning of the answer.
       * @example Service Unavailable
       */
      answerStart: string | null;
      /**
       * @description Code of the failure, such as `ECONNREFUSED`.
       * @example ECONNREFUSED
       */
      error: string | null;
      /**
       * Format: date-time
       * @description When it was over.
       * @example 2026-01-31T08:30:00.000Z
       */
      recordedAt: string;
    };
    WebhookDeliveryDetailView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      endpointId: string;
      /**
       * Format: uuid
       * @description Of the event: `webhook-id` of what is sent, `id` in the feed.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      eventId: string;
      /** @example accounting.journal_entry.posted.v1 */
      eventType: string;
      /**
       * @description Of the event: the id of what it happened to.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * @description `pending`: to be tried, or tried again. `failed`: given up after three days, or answered 410; what comes later of the same subject is sent all the same. `cancelled`: the endpoint was archived.
       * @example delivered
       */
      state: components['schemas']['WebhookDeliveryState'];
      /**
       * @description Attempts since it was queued, replayed or resumed.
       * @example 1
       */
      attemptCount: number;
      /**
       * Format: date-time
       * @description When it may be tried next, after what comes before it of the same subject; null when it is over.
       * @example 2026-01-31T08:30:05.000Z
       */
      nextAttemptAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      finishedAt: string | null;
      /**
       * Format: date-time
       * @description When somebody had it sent again; null when nobody did.
       * @example 2026-01-31T09:00:00.000Z
       */
      replayedAt: string | null;
      /**
       * Format: uuid
       * @description The person or API key that had it sent again.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      replayedById: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /** @description The last hundred attempts, the last one first. */
      attempts: components['schemas']['WebhookAttemptView'][];
    };
    /**
     * @description `one`: one approver is enough. `all`: everybody who is an approver at the time, besides the makers. `count`: as many as `required`.
     * @enum {string}
     */
    ApprovalStepRule: 'one' | 'all' | 'count';
    ApprovalStepView: {
      /**
       * @description What people call the step.
       * @example Head of finance
       */
      name: string | null;
      /**
       * @description Whoever has one of these roles when they decide is an approver.
       * @example [
       *       "accountant"
       *     ]
       */
      approverRoles: string[];
      /**
       * @description Approvers by name: the ids of people who are members (`userId` of `GET /v1/memberships`).
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      approverIds: string[];
      /**
       * @description With the rule `count`: how many approvers have to agree. Null with the other rules.
       * @example null
       */
      required: number | null;
      /**
       * @description Once the step has waited for so many days, those to escalate to may decide as well.
       * @example 3
       */
      escalateAfterDays: number | null;
      /**
       * @description Roles to escalate to.
       * @example [
       *       "administrator"
       *     ]
       */
      escalationRoles: string[];
      /**
       * @description People to escalate to, by the ids of members.
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      escalationIds: string[];
      /**
       * @description A request whose step has waited for so many days expires.
       * @example 14
       */
      expireAfterDays: number | null;
      /**
       * @description `one`: one approver is enough. `all`: everybody who is an approver at the time, besides the makers. `count`: as many as `required`.
       * @example one
       */
      rule: components['schemas']['ApprovalStepRule'];
    };
    ApprovalPolicyView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Entries from 10,000 */
      name: string;
      /** @example journal_entry */
      subjectKind: string;
      /**
       * Format: decimal
       * @example 10000.00
       */
      amountFrom: string | null;
      /** @example EUR */
      currency: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string | null;
      /** @example bookkeeper */
      makerRole: string | null;
      steps: components['schemas']['ApprovalStepView'][];
      /** @example true */
      isActive: boolean;
      /**
       * Format: uuid
       * @description Whoever made it; that gives no say in a request.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      createdBy: string;
      /**
       * @description Counts the changes; also the ETag. A request keeps the version that it was made under.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    ApprovalPolicyList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ApprovalPolicyView'][];
      page: components['schemas']['PageView'];
    };
    ApprovalStepInput: {
      /**
       * @description What people call the step.
       * @example Head of finance
       */
      name?: string | null;
      /**
       * @description Whoever has one of these roles when they decide is an approver.
       * @example [
       *       "accountant"
       *     ]
       */
      approverRoles?: string[];
      /**
       * @description Approvers by name: the ids of people who are members (`userId` of `GET /v1/memberships`).
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      approverIds?: string[];
      /**
       * @description With the rule `count`: how many approvers have to agree. Null with the other rules.
       * @example null
       */
      required?: number | null;
      /**
       * @description Once the step has waited for so many days, those to escalate to may decide as well.
       * @example 3
       */
      escalateAfterDays?: number | null;
      /**
       * @description Roles to escalate to.
       * @example [
       *       "administrator"
       *     ]
       */
      escalationRoles?: string[];
      /**
       * @description People to escalate to, by the ids of members.
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      escalationIds?: string[];
      /**
       * @description A request whose step has waited for so many days expires.
       * @example 14
       */
      expireAfterDays?: number | null;
      /**
       * @description `one`: one approver is enough. `all`: everybody who is an approver at the time, besides the makers. `count`: as many as `required`.
       * @example one
       */
      rule: components['schemas']['ApprovalStepRule'];
    };
    CreateApprovalPolicy: {
      /**
       * @description What people call the policy.
       * @example Entries from 10,000
       */
      name: string;
      /**
       * Format: decimal
       * @description The smallest amount that needs the approval, in the functional currency of the books. Null: any amount. Kinds without an amount have none.
       * @example 10000.00
       */
      amountFrom?: string | null;
      /**
       * @description Only books with this functional currency; any where null.
       * @example EUR
       */
      currency?: string | null;
      /**
       * @description Only what people with this role do; whatever anybody does where null.
       * @example bookkeeper
       */
      makerRole?: string | null;
      /** @description In their order: each begins when the one before is done. */
      steps: components['schemas']['ApprovalStepInput'][];
      /**
       * @description Whether it asks for approvals; yes where left out.
       * @example true
       */
      isActive?: boolean;
      /**
       * @description What needs the approval: `journal_entry`, `fiscal_period_reopening` or `fiscal_year_reopening`. It stays.
       * @example journal_entry
       */
      subjectKind: string;
      /**
       * Format: uuid
       * @description Only this legal entity; all where null. It stays.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string | null;
    };
    UpdateApprovalPolicy: {
      /**
       * @description What people call the policy.
       * @example Entries from 10,000
       */
      name?: string;
      /**
       * Format: decimal
       * @description The smallest amount that needs the approval, in the functional currency of the books. Null: any amount. Kinds without an amount have none.
       * @example 10000.00
       */
      amountFrom?: string | null;
      /**
       * @description Only books with this functional currency; any where null.
       * @example EUR
       */
      currency?: string | null;
      /**
       * @description Only what people with this role do; whatever anybody does where null.
       * @example bookkeeper
       */
      makerRole?: string | null;
      /** @description In their order: each begins when the one before is done. */
      steps?: components['schemas']['ApprovalStepInput'][];
      /**
       * @description Whether it asks for approvals; yes where left out.
       * @example true
       */
      isActive?: boolean;
    };
    /**
     * @description `approved`: all steps are done, and it is carried out. `voided`: what was asked for was edited or deleted. `expired`: nobody decided in time.
     * @enum {string}
     */
    ApprovalRequestState: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'voided' | 'expired';
    /** @enum {string} */
    ApprovalDecision: 'approve' | 'reject';
    ApprovalDecisionView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example approve */
      decision: components['schemas']['ApprovalDecision'];
      /**
       * Format: uuid
       * @description The person who decided, by whatever credential.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      personId: string;
      /**
       * Format: uuid
       * @description The approver in whose place they decided.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      onBehalfOf: string | null;
      /** @example Checked against the contract */
      comment: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00.000Z
       */
      decidedAt: string;
    };
    ApprovalRequestStepView: {
      /** @example 1 */
      number: number;
      /** @example Head of finance */
      name: string | null;
      /** @example one */
      rule: components['schemas']['ApprovalStepRule'];
      /**
       * @description The fewest approvals; with the rule `all` there may be more.
       * @example 1
       */
      required: number;
      /**
       * @example [
       *       "accountant"
       *     ]
       */
      approverRoles: string[];
      /**
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      approverIds: string[];
      /**
       * @example [
       *       "administrator"
       *     ]
       */
      escalationRoles: string[];
      /**
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      escalationIds: string[];
      /**
       * Format: date
       * @description When it began to wait; null while an earlier one does.
       * @example 2026-01-31
       */
      openedOn: string | null;
      /**
       * Format: date
       * @description When others may decide as well.
       * @example 2026-02-03
       */
      escalatesOn: string | null;
      /**
       * Format: date
       * @description Since when others may decide as well.
       * @example 2026-02-03
       */
      escalatedOn: string | null;
      /**
       * Format: date
       * @description From this day on nobody decides any more.
       * @example 2026-02-14
       */
      expiresOn: string | null;
      /** @description In their order; they never change. */
      decisions: components['schemas']['ApprovalDecisionView'][];
    };
    ApprovalRequestView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description Path to read it at, with all that is asked for.
       * @example /v1/approval-requests/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      href: string;
      /** @example journal_entry */
      subjectKind: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /** @example Entry of 2026-01-31: Office rent January */
      title: string;
      /** @example Rent of the new warehouse, contract attached */
      reason: string | null;
      /**
       * Format: decimal
       * @description In the functional currency.
       * @example 12500.00
       */
      amount: string | null;
      /** @example EUR */
      currency: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string | null;
      /**
       * @description SHA-256 of what is asked for (`content`), in the canonical form of RFC 8785.
       * @example 9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960
       */
      contentHash: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      policyId: string;
      /**
       * @description The version of the policy whose steps the request keeps.
       * @example 1
       */
      policyVersion: number;
      /** @example Entries from 10,000 */
      policyName: string;
      /**
       * Format: uuid
       * @description The person who asks.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      makerId: string;
      /**
       * @description The maker and everybody who wrote what is asked for: none of them decides.
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      authorIds: string[];
      /**
       * @description `approved`: all steps are done, and it is carried out. `voided`: what was asked for was edited or deleted. `expired`: nobody decided in time.
       * @example pending
       */
      state: components['schemas']['ApprovalRequestState'];
      /**
       * @description The step that waits for decisions, or was the last to.
       * @example 1
       */
      currentStep: number;
      steps: components['schemas']['ApprovalRequestStepView'][];
      /**
       * @description Why it ended.
       * @example The invoice is addressed to another company
       */
      endReason: string | null;
      /**
       * Format: uuid
       * @description The person who ended it; null for the system.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      endedBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00.000Z
       */
      endedAt: string | null;
      /**
       * Format: uuid
       * @description What the approval made: the posted entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      resultId: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    ApprovalRequestList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ApprovalRequestView'][];
      page: components['schemas']['PageView'];
    };
    SubmitApprovalRequest: {
      /**
       * @description `journal_entry`: post the draft `subjectId`. `fiscal_period_reopening` and `fiscal_year_reopening`: open that period or year again.
       * @example journal_entry
       */
      subjectKind: string;
      /**
       * Format: uuid
       * @description The draft, fiscal period or fiscal year.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /**
       * @description Shown to the approvers. Needed to reopen something: it becomes the reason there.
       * @example Rent of the new warehouse, contract attached
       */
      reason?: string | null;
    };
    /** @description All that is asked for, as it was submitted. Which fields there are depends on `subjectKind`. */
    ApprovalContentView: {
      [key: string]: unknown;
    };
    ApprovalCommentView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @description The person who wrote it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      personId: string;
      /** @example Which cost centre is this for? */
      body: string;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00.000Z
       */
      createdAt: string;
    };
    ApprovalRequestDetailView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description Path to read it at, with all that is asked for.
       * @example /v1/approval-requests/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      href: string;
      /** @example journal_entry */
      subjectKind: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /** @example Entry of 2026-01-31: Office rent January */
      title: string;
      /** @example Rent of the new warehouse, contract attached */
      reason: string | null;
      /**
       * Format: decimal
       * @description In the functional currency.
       * @example 12500.00
       */
      amount: string | null;
      /** @example EUR */
      currency: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string | null;
      /**
       * @description SHA-256 of what is asked for (`content`), in the canonical form of RFC 8785.
       * @example 9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960
       */
      contentHash: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      policyId: string;
      /**
       * @description The version of the policy whose steps the request keeps.
       * @example 1
       */
      policyVersion: number;
      /** @example Entries from 10,000 */
      policyName: string;
      /**
       * Format: uuid
       * @description The person who asks.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      makerId: string;
      /**
       * @description The maker and everybody who wrote what is asked for: none of them decides.
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      authorIds: string[];
      /**
       * @description `approved`: all steps are done, and it is carried out. `voided`: what was asked for was edited or deleted. `expired`: nobody decided in time.
       * @example pending
       */
      state: components['schemas']['ApprovalRequestState'];
      /**
       * @description The step that waits for decisions, or was the last to.
       * @example 1
       */
      currentStep: number;
      steps: components['schemas']['ApprovalRequestStepView'][];
      /**
       * @description Why it ended.
       * @example The invoice is addressed to another company
       */
      endReason: string | null;
      /**
       * Format: uuid
       * @description The person who ended it; null for the system.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      endedBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T09:30:00.000Z
       */
      endedAt: string | null;
      /**
       * Format: uuid
       * @description What the approval made: the posted entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      resultId: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      content: components['schemas']['ApprovalContentView'];
      /**
       * @description Who may decide at the current step as things stand, and has not; without delegates.
       * @example [
       *       "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"
       *     ]
       */
      waitsFor: string[];
      /**
       * @description How many approvals the current step still needs.
       * @example 1
       */
      lacking: number;
      /** @description The oldest first. */
      comments: components['schemas']['ApprovalCommentView'][];
    };
    ApproveRequest: {
      /**
       * @description `contentHash` of the request as it was shown: the approval is about that and nothing else.
       * @example 9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960
       */
      contentHash: string;
      /** @example Checked against the contract */
      comment?: string | null;
      /**
       * Format: uuid
       * @description The approver in whose place the caller decides, by a delegation. Left out, the caller decides for themselves where they can, else for whoever delegated to them.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      onBehalfOf?: string | null;
    };
    RejectRequest: {
      /**
       * @description Told to the maker.
       * @example The invoice is addressed to another company
       */
      reason: string;
      /**
       * Format: uuid
       * @description As with an approval.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      onBehalfOf?: string | null;
    };
    WithdrawRequest: {
      /** @example Entered twice */
      reason?: string | null;
    };
    CreateApprovalComment: {
      /** @example Which cost centre is this for? */
      body: string;
    };
    DateFilter: {
      /**
       * Format: date
       * @example 2026-01-30
       */
      eq?: string;
      /**
       * Format: date
       * @example 2026-01-30
       */
      ne?: string;
      /**
       * Format: date
       * @example 2026-01-30
       */
      gt?: string;
      /**
       * Format: date
       * @example 2026-01-30
       */
      gte?: string;
      /**
       * Format: date
       * @example 2026-01-30
       */
      lt?: string;
      /**
       * Format: date
       * @example 2026-01-30
       */
      lte?: string;
    };
    ApprovalDelegationView: {
      /**
       * Format: uuid
       * @description Who decides in the place of the other: the id of a person who is a member.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      delegateId: string;
      /**
       * Format: date
       * @description The first day, by the calendar of the organization.
       * @example 2026-07-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description The last day.
       * @example 2026-07-21
       */
      endsOn: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @description The person whose decisions the delegate takes.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      delegatorId: string;
      /** @example journal_entry */
      subjectKind: string | null;
      /** @example Summer holidays */
      reason: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      createdBy: string;
      /**
       * Format: date-time
       * @description When it was taken back.
       * @example 2026-07-10T08:30:00.000Z
       */
      revokedAt: string | null;
      /**
       * Format: uuid
       * @description Who took it back.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      revokedBy: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-06-15T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-06-15T08:30:00.000Z
       */
      updatedAt: string;
    };
    ApprovalDelegationList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ApprovalDelegationView'][];
      page: components['schemas']['PageView'];
    };
    CreateApprovalDelegation: {
      /**
       * Format: uuid
       * @description Who decides in the place of the other: the id of a person who is a member.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      delegateId: string;
      /**
       * Format: date
       * @description The first day, by the calendar of the organization.
       * @example 2026-07-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description The last day.
       * @example 2026-07-21
       */
      endsOn: string;
      /**
       * Format: uuid
       * @description Whose decisions: the caller where left out. For others it takes the permission to manage delegations.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      delegatorId?: string;
      /**
       * @description Only decisions about this kind of things; all where null.
       * @example journal_entry
       */
      subjectKind?: string | null;
      /** @example Summer holidays */
      reason?: string | null;
    };
    InboxCountView: {
      /** @example journal_entry */
      subjectKind: string;
      /** @example 3 */
      count: number;
      /**
       * @description Those of them that wait for somebody who delegated to you.
       * @example 1
       */
      delegated: number;
    };
    InboxItemView: {
      request: components['schemas']['ApprovalRequestView'];
      /**
       * Format: uuid
       * @description The approver in whose place you would decide; null for yourself.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      onBehalfOf: string | null;
      /**
       * @description Path to approve it by POST.
       * @example /v1/approval-requests/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11/approve
       */
      approveHref: string;
      /**
       * @description Path to reject it by POST.
       * @example /v1/approval-requests/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11/reject
       */
      rejectHref: string;
    };
    InboxView: {
      /**
       * @description How much waits for you.
       * @example 3
       */
      waiting: number;
      /** @description How much of which kind. */
      counts: components['schemas']['InboxCountView'][];
      /** @description What has waited longest comes first. */
      items: components['schemas']['InboxItemView'][];
      /**
       * @description Whether more waits than the answer has.
       * @example false
       */
      hasMore: boolean;
    };
    /**
     * @description `queued`: to be sent, or tried again. `sent`: the mail server took it, which is not to say that it arrived. `failed`: it was refused, or tried for about a day in vain. `cancelled`: there was nothing to say any more.
     * @enum {string}
     */
    MailState: 'queued' | 'sent' | 'failed' | 'cancelled';
    MailView: {
      /**
       * Format: uuid
       * @description Also the part of its `Message-ID` before the @.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description `invitation`, `password_reset`, `notification` or `digest`; there may be more in time.
       * @example invitation
       */
      kind: string;
      /**
       * Format: uuid
       * @description What caused it: the invitation, the reset, the notification, the digest.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      sourceId: string;
      /**
       * Format: uuid
       * @description The member it goes to; null for somebody who is invited.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      personId: string | null;
      /**
       * @description The address of the person or of the invitation as it is now.
       * @example anna.berg@example.com
       */
      recipient: string;
      /** @example en */
      language: components['schemas']['Language'];
      /**
       * @description `queued`: to be sent, or tried again. `sent`: the mail server took it, which is not to say that it arrived. `failed`: it was refused, or tried for about a day in vain. `cancelled`: there was nothing to say any more.
       * @example sent
       */
      state: components['schemas']['MailState'];
      /** @example 1 */
      attemptCount: number;
      /**
       * @description Codes of the last failure, or why it was cancelled; never a part of the mail.
       * @example EENVELOPE 550 5.1.1 (RCPT TO)
       */
      lastError: string | null;
      /**
       * Format: date-time
       * @description When it was over; null while queued.
       * @example 2026-01-31T08:30:02.000Z
       */
      finishedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    MailList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['MailView'][];
      page: components['schemas']['PageView'];
    };
    NotificationView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description There may be more in time.
       * @example job.finished
       */
      kind: string;
      /**
       * @description In the language of your preferences.
       * @example Import is done
       */
      title: string;
      /** @example 12 entries were imported. */
      text: string;
      /**
       * Format: uuid
       * @description What it is about.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subjectId: string;
      /**
       * @description Where to read the subject.
       * @example /v1/jobs/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      href: string | null;
      /** @example true */
      isRead: boolean;
      /**
       * Format: date-time
       * @description When it was read; null while it is not.
       * @example 2026-01-31T09:00:00.000Z
       */
      readAt: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    NotificationList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['NotificationView'][];
      page: components['schemas']['PageView'];
    };
    UnreadNotificationsView: {
      /**
       * @description Notifications that you have not read, in this organization.
       * @example 3
       */
      unreadCount: number;
    };
    /**
     * @description `none`: not told. `in_app`: in the feed. `digest`: in the feed, and in one mail a day while it is unread. `mail`: in the feed, and by mail at once.
     * @enum {string}
     */
    NotificationDelivery: 'none' | 'in_app' | 'digest' | 'mail';
    NotificationPreferenceView: {
      /** @example job.finished */
      kind: string;
      /**
       * @description `none`: not told. `in_app`: in the feed. `digest`: in the feed, and in one mail a day while it is unread. `mail`: in the feed, and by mail at once.
       * @example digest
       */
      delivery: components['schemas']['NotificationDelivery'];
      /**
       * @description What it is unless you choose.
       * @example digest
       */
      standardDelivery: components['schemas']['NotificationDelivery'];
      /**
       * @description Notices about security are mailed always.
       * @example false
       */
      isMandatory: boolean;
      /** @example A job that you asked for has succeeded. */
      description: string;
    };
    NotificationPreferencesView: {
      /**
       * @description Of notifications and mails to you from this organization.
       * @example de
       */
      language: components['schemas']['Language'];
      /** @description Every kind that there is, by its name. */
      preferences: components['schemas']['NotificationPreferenceView'][];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
    };
    NotificationPreferenceFields: {
      /** @example job.finished */
      kind: string;
      /**
       * @description `none`: not told. `in_app`: in the feed. `digest`: in the feed, and in one mail a day while it is unread. `mail`: in the feed, and by mail at once.
       * @example digest
       */
      delivery: components['schemas']['NotificationDelivery'];
    };
    UpdateNotificationPreferences: {
      /**
       * @description Of notifications and mails to you from this organization.
       * @example de
       */
      language?: components['schemas']['Language'];
      /** @description Kinds that are left out stay as they are. Each may be named once; those about security never. */
      preferences?: components['schemas']['NotificationPreferenceFields'][];
    };
    CurrencyView: {
      /**
       * @description Alphabetic code of ISO 4217.
       * @example SEK
       */
      code: string;
      /**
       * @description English name as ISO 4217 lists it.
       * @example Swedish Krona
       */
      name: string;
      /**
       * @description Decimals of an amount.
       * @example 2
       */
      minorUnits: number;
      /**
       * @description Whether a legal entity keeps its books in it.
       * @example true
       */
      isFunctional: boolean;
      /**
       * @description Whether exchange rates from or to it are recorded, or lead through it.
       * @example true
       */
      hasExchangeRates: boolean;
    };
    CurrencyList: {
      /** @description In the order of their codes, all of them. */
      data: components['schemas']['CurrencyView'][];
    };
    ExchangeRateView: {
      /**
       * @description `spot` (the rate of the day), `average`, `closing`, or the code of a type of the organization’s own.
       * @example spot
       */
      rateType: string;
      /** @example EUR */
      fromCurrency: string;
      /** @example SEK */
      toCurrency: string;
      /**
       * Format: date
       * @description The day that the rate is for; the last one of the period of an average.
       * @example 2026-01-30
       */
      rateOn: string;
      /**
       * Format: decimal
       * @description Units of `toCurrency` for one of `fromCurrency`; at least 0.000000001.
       * @example 11.2345
       */
      rate: string;
      /**
       * @description Who published or agreed the rate.
       * @example ECB
       */
      source: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description 1 as first recorded; each correction counts on.
       * @example 1
       */
      revision: number;
      /**
       * @description Whether no later revision corrects it.
       * @example true
       */
      isCurrent: boolean;
      /**
       * Format: uuid
       * @description Who recorded it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      recordedBy: string;
      /**
       * Format: date-time
       * @description From when on it was known.
       * @example 2026-01-30T15:10:00.000Z
       */
      recordedAt: string;
    };
    ExchangeRateList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ExchangeRateView'][];
      page: components['schemas']['PageView'];
    };
    RecordExchangeRate: {
      /**
       * @description `spot` (the rate of the day), `average`, `closing`, or the code of a type of the organization’s own.
       * @example spot
       */
      rateType: string;
      /** @example EUR */
      fromCurrency: string;
      /** @example SEK */
      toCurrency: string;
      /**
       * Format: date
       * @description The day that the rate is for; the last one of the period of an average.
       * @example 2026-01-30
       */
      rateOn: string;
      /**
       * Format: decimal
       * @description Units of `toCurrency` for one of `fromCurrency`; at least 0.000000001.
       * @example 11.2345
       */
      rate: string;
      /**
       * @description Who published or agreed the rate.
       * @example ECB
       */
      source: string;
      /**
       * @description Whether this corrects the rate that is recorded for the same type, pair and day. Without it another rate is refused.
       * @example false
       */
      isCorrection?: boolean;
    };
    ExchangeRateFields: {
      /**
       * @description `spot` (the rate of the day), `average`, `closing`, or the code of a type of the organization’s own.
       * @example spot
       */
      rateType: string;
      /** @example EUR */
      fromCurrency: string;
      /** @example SEK */
      toCurrency: string;
      /**
       * Format: date
       * @description The day that the rate is for; the last one of the period of an average.
       * @example 2026-01-30
       */
      rateOn: string;
      /**
       * Format: decimal
       * @description Units of `toCurrency` for one of `fromCurrency`; at least 0.000000001.
       * @example 11.2345
       */
      rate: string;
      /**
       * @description Who published or agreed the rate.
       * @example ECB
       */
      source: string;
    };
    ImportExchangeRates: {
      /** @description Imported together or, where one is refused, not at all. */
      rates: components['schemas']['ExchangeRateFields'][];
    };
    /** @enum {string} */
    ExchangeRateOnDifference: 'refuse' | 'correct';
    /** @enum {string} */
    ExchangeRateImportStatus: 'imported' | 'dry_run';
    ExchangeRateCorrectionView: {
      /**
       * @description `spot` (the rate of the day), `average`, `closing`, or the code of a type of the organization’s own.
       * @example spot
       */
      rateType: string;
      /** @example EUR */
      fromCurrency: string;
      /** @example SEK */
      toCurrency: string;
      /**
       * Format: date
       * @description The day that the rate is for; the last one of the period of an average.
       * @example 2026-01-30
       */
      rateOn: string;
      /**
       * Format: decimal
       * @description Units of `toCurrency` for one of `fromCurrency`; at least 0.000000001.
       * @example 11.2345
       */
      rate: string;
      /**
       * @description Who published or agreed the rate.
       * @example ECB
       */
      source: string;
      /**
       * @description Position in the request, from 0; of a file, among its rows.
       * @example 3
       */
      index: number;
      /**
       * Format: decimal
       * @description The rate that is corrected, as it was.
       * @example 11.2354
       */
      formerRate: string;
      /** @example ECB */
      formerSource: string;
      /** @example 2 */
      revision: number;
    };
    ExchangeRateImportView: {
      /** @example imported */
      status: components['schemas']['ExchangeRateImportStatus'];
      /**
       * @description Rates that were given.
       * @example 32
       */
      given: number;
      /**
       * @description Rates for a type, pair and day that had none.
       * @example 29
       */
      added: number;
      /**
       * @description Rates that correct another.
       * @example 1
       */
      corrected: number;
      /**
       * @description Rates that were recorded already, with the same source.
       * @example 1
       */
      unchanged: number;
      /**
       * @description Rates that were given twice, alike, and count once.
       * @example 1
       */
      repeated: number;
      /** @example Of the rates 29 were added; 1 was corrected; 1 is recorded already; 1 is given twice. */
      explanation: string;
      /** @description The first hundred corrections. */
      corrections: components['schemas']['ExchangeRateCorrectionView'][];
    };
    /**
     * @description `direct` as recorded; `inverse` of the opposite pair; `triangulated` through the base currency.
     * @enum {string}
     */
    ExchangeRateDerivation: 'direct' | 'inverse' | 'triangulated';
    ExchangeRateLegView: {
      /**
       * @description `spot` (the rate of the day), `average`, `closing`, or the code of a type of the organization’s own.
       * @example spot
       */
      rateType: string;
      /** @example EUR */
      fromCurrency: string;
      /** @example SEK */
      toCurrency: string;
      /**
       * Format: date
       * @description The day that the rate is for; the last one of the period of an average.
       * @example 2026-01-30
       */
      rateOn: string;
      /**
       * Format: decimal
       * @description Units of `toCurrency` for one of `fromCurrency`; at least 0.000000001.
       * @example 11.2345
       */
      rate: string;
      /**
       * @description Who published or agreed the rate.
       * @example ECB
       */
      source: string;
      /**
       * Format: uuid
       * @description The recorded rate.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      exchangeRateId: string;
      /** @example 1 */
      revision: number;
      /**
       * @description Whether the step divides by the recorded rate instead of multiplying by it.
       * @example false
       */
      isInverse: boolean;
      /**
       * @description Days that it is older than the day that was asked for.
       * @example 1
       */
      ageDays: number;
      /**
       * Format: date-time
       * @example 2026-01-30T15:10:00.000Z
       */
      recordedAt: string;
    };
    ApplicableRateView: {
      /** @example spot */
      rateType: string;
      /** @example USD */
      fromCurrency: string;
      /** @example SEK */
      toCurrency: string;
      /**
       * Format: date
       * @description The day that was asked for.
       * @example 2026-01-31
       */
      rateOn: string;
      /**
       * @description How many days older a rate was allowed to be.
       * @example 7
       */
      maxAgeDays: number;
      /**
       * Format: decimal
       * @description Exactly as recorded where direct; else 15 significant digits, rounded half-up once.
       * @example 10.3353265869365
       */
      rate: string;
      /**
       * @description `direct` as recorded; `inverse` of the opposite pair; `triangulated` through the base currency.
       * @example triangulated
       */
      derivation: components['schemas']['ExchangeRateDerivation'];
      /**
       * @description How the rate came about, in words.
       * @example 1 USD = 10.3353265869365 SEK: the inverse of 1 EUR = 1.087 USD (ECB, 2026-01-30, 1 day before), times 1 EUR = 11.2345 SEK (ECB, 2026-01-30, 1 day before), of type spot; 15 significant digits.
       */
      explanation: string;
      /** @description The recorded rates that it was derived from. */
      legs: components['schemas']['ExchangeRateLegView'][];
    };
    ExchangeRateTypeView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example customs */
      code: string;
      /** @example Customs valuation, monthly */
      name: string;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    ExchangeRateTypeList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ExchangeRateTypeView'][];
      page: components['schemas']['PageView'];
    };
    CreateExchangeRateType: {
      /**
       * @description What rates name it by; fixed. `spot`, `average` and `closing` are there for everybody.
       * @example customs
       */
      code: string;
      /** @example Customs valuation, monthly */
      name: string;
    };
    UpdateExchangeRateType: {
      /** @example Customs valuation, monthly */
      name?: string;
    };
    Address: {
      /**
       * @description Street and number, or the box.
       * @example 1 High Street
       */
      line1: string;
      /** @example Third floor */
      line2?: string;
      /** @example 111 22 */
      postalCode?: string;
      /**
       * @description City or town.
       * @example Stockholm
       */
      city: string;
      /**
       * @description State, province or county.
       * @example Stockholms län
       */
      region?: string;
      /**
       * @description ISO 3166-1 alpha-2.
       * @example SE
       */
      country: string;
    };
    /**
     * @description `income_tax` is the taxpayer’s number in general, `employer` the one for payroll taxes, `eori` the one for customs.
     * @enum {string}
     */
    TaxRegistrationType: 'vat' | 'gst' | 'sales_tax' | 'income_tax' | 'employer' | 'eori' | 'other';
    TaxRegistration: {
      /**
       * @description Country that gave the number, ISO 3166-1 alpha-2.
       * @example SE
       */
      country: string;
      /**
       * @description `income_tax` is the taxpayer’s number in general, `employer` the one for payroll taxes, `eori` the one for customs.
       * @example vat
       */
      type: components['schemas']['TaxRegistrationType'];
      /**
       * @description The number as it is written on invoices and returns.
       * @example SE556265189201
       */
      number: string;
    };
    FiscalContact: {
      /** @example Anna Berg */
      name: string;
      /** @example anna.berg@example.com */
      email?: string;
      /** @example +46 8 123 45 67 */
      phone?: string;
    };
    /**
     * @description An archived legal entity keeps its books for reading; nothing is posted to them.
     * @enum {string}
     */
    LegalEntityStatus: 'active' | 'archived';
    LegalEntityView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Example Trading Ltd */
      name: string;
      /** @example 556265-1892 */
      registrationNumber: string | null;
      /** @example SE */
      country: string | null;
      address: components['schemas']['Address'] | null;
      taxRegistrations: components['schemas']['TaxRegistration'][];
      fiscalContact: components['schemas']['FiscalContact'] | null;
      /** @example EUR */
      functionalCurrency: string;
      /**
       * @description Whether requests mean this one where they leave `legalEntityId` out.
       * @example true
       */
      isDefault: boolean;
      /**
       * @description An archived legal entity keeps its books for reading; nothing is posted to them.
       * @example active
       */
      status: components['schemas']['LegalEntityStatus'];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    LegalEntityList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['LegalEntityView'][];
      page: components['schemas']['PageView'];
    };
    CreateLegalEntity: {
      /**
       * @description Registered name; one legal entity of the organization has it.
       * @example Example Trading Ltd
       */
      name: string;
      /**
       * @description Number in the register of companies.
       * @example 556265-1892
       */
      registrationNumber?: string | null;
      /**
       * @description Country whose law the company is under, ISO 3166-1 alpha-2.
       * @example SE
       */
      country?: string | null;
      /** @description Registered office. A change replaces the whole address. */
      address?: components['schemas']['Address'] | null;
      /** @description Each number once. A change replaces the whole list. */
      taxRegistrations?: components['schemas']['TaxRegistration'][];
      /** @description Whom a tax authority or an auditor writes to. A change replaces the whole contact. */
      fiscalContact?: components['schemas']['FiscalContact'] | null;
      /**
       * @description Currency that the books are kept in (IAS 21). It can change until the first entry is posted.
       * @example EUR
       */
      functionalCurrency: string;
      /**
       * @description Whether requests mean this one where they leave `legalEntityId` out. The first legal entity of an organization is the default where this is left out; `true` takes it over from another.
       * @example false
       */
      isDefault?: boolean;
    };
    UpdateLegalEntity: {
      /**
       * @description Registered name; one legal entity of the organization has it.
       * @example Example Trading Ltd
       */
      name?: string;
      /**
       * @description Number in the register of companies.
       * @example 556265-1892
       */
      registrationNumber?: string | null;
      /**
       * @description Country whose law the company is under, ISO 3166-1 alpha-2.
       * @example SE
       */
      country?: string | null;
      /** @description Registered office. A change replaces the whole address. */
      address?: components['schemas']['Address'] | null;
      /** @description Each number once. A change replaces the whole list. */
      taxRegistrations?: components['schemas']['TaxRegistration'][];
      /** @description Whom a tax authority or an auditor writes to. A change replaces the whole contact. */
      fiscalContact?: components['schemas']['FiscalContact'] | null;
      /**
       * @description Currency that the books are kept in (IAS 21). It can change until the first entry is posted.
       * @example EUR
       */
      functionalCurrency?: string;
    };
    OrganizationView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example Example Group */
      name: string;
      /** @example Europe/Stockholm */
      timeZone: string;
      /**
       * @description Whether its clock can be set forward. Decided when it was created, for good.
       * @example false
       */
      isTest: boolean;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    UpdateOrganization: {
      /**
       * @description The name that people see when they sign in.
       * @example Example Group
       */
      name?: string;
      /**
       * @description IANA time zone that decides which day it is. A change holds from now on and moves no date.
       * @example Europe/Stockholm
       */
      timeZone?: string;
    };
    ClockView: {
      /**
       * Format: date-time
       * @description The time that rules go by.
       * @example 2026-01-31T23:30:00.000Z
       */
      nowAt: string;
      /**
       * Format: date
       * @description The day in the time zone of the organization.
       * @example 2026-02-01
       */
      todayOn: string;
      /** @example Europe/Stockholm */
      timeZone: string;
      /**
       * @description Whether this is a test organization, whose clock can be set forward.
       * @example true
       */
      isTest: boolean;
    };
    AdvanceClock: {
      /**
       * Format: date-time
       * @description What the clock shows next; not before what it shows now. It goes on from there.
       * @example 2026-02-28T22:59:00Z
       */
      to: string;
    };
    ExchangeRatePolicyView: {
      /**
       * @description Currency that pairs without a rate of their own are led through; null for none, as at first.
       * @example EUR
       */
      baseCurrency: string | null;
      /**
       * @description How many days older a rate may be; 7 at first.
       * @example 7
       */
      maxAgeDays: number;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
    };
    UpdateExchangeRatePolicy: {
      /**
       * @description Currency that pairs without a rate of their own are led through; null for none.
       * @example EUR
       */
      baseCurrency?: string | null;
      /**
       * @description How many days older than the day of the conversion a rate may be.
       * @example 7
       */
      maxAgeDays?: number;
    };
    /** @enum {string} */
    AccountImportMode: 'create' | 'upsert';
    /**
     * @description `nothing_new`: the chart had every account already, and none was changed.
     * @enum {string}
     */
    AccountImportStatus: 'imported' | 'nothing_new' | 'dry_run';
    /** @enum {string} */
    AccountImportOutcome: 'created' | 'changed' | 'unchanged';
    /**
     * @description What the chart has otherwise, and keeps.
     * @enum {string}
     */
    AccountDifference: 'name' | 'subtype' | 'status' | 'control' | 'currency' | 'parent';
    ImportedAccountView: {
      /**
       * @description Line of the file; null for a template.
       * @example 2
       */
      line: number | null;
      /** @example 1930 */
      code: string;
      /**
       * @description As it is in the chart afterwards.
       * @example Business account
       */
      name: string;
      /** @example created */
      outcome: components['schemas']['AccountImportOutcome'];
      /**
       * @description What the chart has otherwise, and keeps.
       * @example [
       *       "name"
       *     ]
       */
      differs: components['schemas']['AccountDifference'][];
    };
    AccountImportView: {
      /**
       * @description `nothing_new`: the chart had every account already, and none was changed.
       * @example imported
       */
      status: components['schemas']['AccountImportStatus'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Accounts that were not there before.
       * @example 120
       */
      created: number;
      /**
       * @description Accounts whose name, status or sub-type changed.
       * @example 0
       */
      changed: number;
      /**
       * @description Accounts that stay as they were.
       * @example 4
       */
      unchanged: number;
      /** @description Every account, in the order it was sent. */
      accounts: components['schemas']['ImportedAccountView'][];
    };
    /** @enum {string} */
    ChartTemplateCode: 'ifrs_general' | 'us_small_business';
    /** @enum {string} */
    AccountType: 'asset' | 'liability' | 'equity' | 'income' | 'expense';
    /** @enum {string} */
    AccountSubtype:
      | 'bank'
      | 'cash'
      | 'receivable'
      | 'inventory'
      | 'prepayment'
      | 'tax_receivable'
      | 'other_current_asset'
      | 'fixed_asset'
      | 'accumulated_depreciation'
      | 'intangible_asset'
      | 'long_term_investment'
      | 'deferred_tax_asset'
      | 'other_non_current_asset'
      | 'payable'
      | 'credit_card'
      | 'tax_payable'
      | 'payroll_payable'
      | 'accrual'
      | 'deferred_income'
      | 'short_term_debt'
      | 'provision'
      | 'other_current_liability'
      | 'long_term_debt'
      | 'deferred_tax_liability'
      | 'other_non_current_liability'
      | 'share_capital'
      | 'share_premium'
      | 'owner_capital'
      | 'drawings'
      | 'reserve'
      | 'retained_earnings'
      | 'other_equity'
      | 'operating_revenue'
      | 'other_income'
      | 'finance_income'
      | 'cost_of_sales'
      | 'payroll'
      | 'operating_expense'
      | 'depreciation'
      | 'finance_cost'
      | 'income_tax'
      | 'other_expense';
    /** @enum {string} */
    AccountControl: 'none' | 'bank' | 'receivable' | 'payable';
    ChartTemplateAccountView: {
      /** @example 1010 */
      code: string;
      /** @example Bank account */
      name: string;
      /** @example asset */
      type: components['schemas']['AccountType'];
      /** @example bank */
      subtype: components['schemas']['AccountSubtype'] | null;
      /** @example bank */
      control: components['schemas']['AccountControl'];
      /** @example false */
      isGroup: boolean;
      /**
       * @description The group above it.
       * @example 10
       */
      parentCode: string | null;
    };
    ChartTemplateView: {
      /** @example ifrs_general */
      code: components['schemas']['ChartTemplateCode'];
      /** @example General chart in the manner of IFRS */
      name: string;
      /** @example For a trading or service company. */
      description: string;
      /**
       * @description The account for the results of closed years.
       * @example 3300
       */
      retainedEarningsAccountCode: string;
      /**
       * @description The account for what rounding leaves of foreign currencies.
       * @example 5990
       */
      roundingAccountCode: string;
      /** @description Groups before the accounts below them. */
      accounts: components['schemas']['ChartTemplateAccountView'][];
    };
    ChartTemplatesView: {
      templates: components['schemas']['ChartTemplateView'][];
    };
    ImportChartTemplate: {
      /** @example ifrs_general */
      templateCode: components['schemas']['ChartTemplateCode'];
      /**
       * Format: uuid
       * @description May be left out when the organization has one legal entity.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description Also name the template’s accounts for retained earnings and rounding in the books, where these name none. The books must be open.
       * @example false
       */
      nameBooksAccounts?: boolean;
    };
    ChartTemplateImportView: {
      /**
       * @description `nothing_new`: the chart had every account already, and none was changed.
       * @example imported
       */
      status: components['schemas']['AccountImportStatus'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Accounts that were not there before.
       * @example 120
       */
      created: number;
      /**
       * @description Accounts whose name, status or sub-type changed.
       * @example 0
       */
      changed: number;
      /**
       * @description Accounts that stay as they were.
       * @example 4
       */
      unchanged: number;
      /** @description Every account, in the order it was sent. */
      accounts: components['schemas']['ImportedAccountView'][];
      /**
       * @description As the books name it now; null where they name none.
       * @example 3300
       */
      retainedEarningsAccountCode: string | null;
      /**
       * @description As the books name it now; null where they name none.
       * @example 5990
       */
      roundingAccountCode: string | null;
    };
    /**
     * @description Follows from type and sub-type: current or non-current (IAS 1), equity, operating, finance or income tax; null where the sub-type is missing.
     * @enum {string}
     */
    AccountClass: 'current' | 'non_current' | 'equity' | 'operating' | 'finance' | 'income_tax';
    /** @enum {string} */
    AccountStatus: 'active' | 'inactive';
    AccountView: {
      /**
       * @description Number of the account, unique in the legal entity and fixed for good. Case counts.
       * @example 1930
       */
      code: string;
      /** @example Business account */
      name: string;
      /**
       * @description What the account is in the financial statements; fixed for good.
       * @example asset
       */
      type: components['schemas']['AccountType'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description What the account is within its type; null where nobody said.
       * @example bank
       */
      subtype: components['schemas']['AccountSubtype'] | null;
      /**
       * @description Follows from type and sub-type: current or non-current (IAS 1), equity, operating, finance or income tax; null where the sub-type is missing.
       * @example current
       */
      classification: components['schemas']['AccountClass'] | null;
      /** @example none */
      control: components['schemas']['AccountControl'];
      /**
       * @description The only currency of its lines; null takes any.
       * @example EUR
       */
      currency: string | null;
      /**
       * @description Whether it sums up the accounts below it and takes no postings itself.
       * @example false
       */
      isGroup: boolean;
      /**
       * Format: uuid
       * @description The group that the account belongs to.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      parentId: string | null;
      /** @example active */
      status: components['schemas']['AccountStatus'];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    AccountList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['AccountView'][];
      page: components['schemas']['PageView'];
    };
    CreateAccount: {
      /**
       * @description Number of the account, unique in the legal entity and fixed for good. Case counts.
       * @example 1930
       */
      code: string;
      /** @example Business account */
      name: string;
      /**
       * @description What the account is in the financial statements; fixed for good.
       * @example asset
       */
      type: components['schemas']['AccountType'];
      /**
       * Format: uuid
       * @description The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description What the account is within its type; none where left out. Groups have none.
       * @example bank
       */
      subtype?: components['schemas']['AccountSubtype'];
      /**
       * @description The only currency that lines of the account may have; any where left out. Assets and liabilities that take postings only.
       * @example EUR
       */
      currency?: string;
      /**
       * @description What the account controls: a bank account, or the ledger of customers or suppliers. Assets and liabilities only; fixed for good; `none` where left out.
       * @example none
       */
      control?: components['schemas']['AccountControl'];
      /**
       * @description A group sums up the accounts below it and takes no postings itself; `false` where left out.
       * @example false
       */
      isGroup?: boolean;
      /**
       * Format: uuid
       * @description The group that the account belongs to, of the same legal entity and type. This or `parentCode`.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      parentId?: string;
      /**
       * @description The group by its code. This or `parentId`.
       * @example 19
       */
      parentCode?: string;
    };
    UpdateAccount: {
      /** @example Business account */
      name?: string;
      /**
       * @description An inactive account takes no postings. A group with active accounts below it and an account that the books name stay active.
       * @example active
       */
      status?: components['schemas']['AccountStatus'];
      /**
       * @description One of the sub-types of the account’s type; null takes it away.
       * @example bank
       */
      subtype?: components['schemas']['AccountSubtype'] | null;
      /**
       * @description The only currency that lines of the account may have, as long as it has none in another; null lets it take any.
       * @example EUR
       */
      currency?: string | null;
    };
    BooksView: {
      /**
       * Format: uuid
       * @description The legal entity that keeps these books; also their id.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description That of the legal entity, in which all balances are kept (IAS 21).
       * @example EUR
       */
      functionalCurrency: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      retainedEarningsAccountId: string | null;
      /**
       * @description Takes the result of each year when it is closed.
       * @example 2091
       */
      retainedEarningsAccountCode: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      roundingAccountId: string | null;
      /**
       * @description Takes what rounding leaves of foreign currencies.
       * @example 3740
       */
      roundingAccountCode: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    BooksList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['BooksView'][];
      page: components['schemas']['PageView'];
    };
    UpdateBooks: {
      /**
       * @description The equity account that takes the result of each year when it is closed; null names none.
       * @example 2091
       */
      retainedEarningsAccountCode?: string | null;
      /**
       * @description The income or expense account that takes what rounding leaves of entries in foreign currencies; without it such entries are refused. Null names none.
       * @example 3740
       */
      roundingAccountCode?: string | null;
    };
    BudgetLineValueView: {
      /** @example COST-CENTRE */
      dimensionCode: string;
      /** @example STO */
      valueCode: string;
    };
    BudgetLineView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 4000 */
      accountCode: string;
      /** @example Office rent */
      accountName: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalPeriodId: string;
      /** @example 1 */
      periodNumber: number;
      /**
       * Format: date
       * @description First day of the period.
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description Last day of the period.
       * @example 2026-01-31
       */
      endsOn: string;
      /** @description By code of the dimension; none for the account as such. */
      dimensions: components['schemas']['BudgetLineValueView'][];
      /**
       * Format: decimal
       * @description Movement of the account in the period, debit positive.
       * @example 1250.00
       */
      amount: string;
      /**
       * Format: date-time
       * @description When the line came; it never changes.
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    BudgetLineList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['BudgetLineView'][];
      page: components['schemas']['PageView'];
    };
    /**
     * @description What a positive amount is. `debit_positive` (where left out): a debit, as in the ledger, so that income is negative. `natural`: more of what the account is for, so that income is positive.
     * @enum {string}
     */
    BudgetSigns: 'debit_positive' | 'natural';
    /**
     * @description Which lines give way: `all` of the budget (where left out), or those of the periods that the new lines name.
     * @enum {string}
     */
    BudgetReplacement: 'all' | 'named_periods';
    BudgetLineFields: {
      /**
       * @description An active account that takes postings.
       * @example 4000
       */
      accountCode: string;
      /**
       * @description The month, in a fiscal year of calendar months. This or `periodNumber`.
       * @example 2026-01
       */
      month?: string;
      /**
       * @description Number of the fiscal period; no adjustment period. This or `month`.
       * @example 1
       */
      periodNumber?: number;
      /** @description Values of dimensions, one of each at most. Lines with and without values add up to the account. */
      dimensions?: components['schemas']['BudgetLineValueView'][];
      /**
       * Format: decimal
       * @description Movement of the account in the period, with the sign of `signs`.
       * @example 1250.00
       */
      amount: string;
    };
    BudgetLinesBody: {
      /**
       * @description What a positive amount is. `debit_positive` (where left out): a debit, as in the ledger, so that income is negative. `natural`: more of what the account is for, so that income is positive.
       * @example natural
       */
      signs?: components['schemas']['BudgetSigns'];
      /**
       * @description Which lines give way: `all` of the budget (where left out), or those of the periods that the new lines name.
       * @example named_periods
       */
      replace?: components['schemas']['BudgetReplacement'];
      lines: components['schemas']['BudgetLineFields'][];
    };
    /**
     * @description `nothing_new`: the budget had exactly these lines already.
     * @enum {string}
     */
    BudgetLinesStatus: 'replaced' | 'nothing_new' | 'dry_run';
    BudgetLinesChangeView: {
      /**
       * @description `nothing_new`: the budget had exactly these lines already.
       * @example replaced
       */
      status: components['schemas']['BudgetLinesStatus'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      budgetId: string;
      /**
       * @description Of the budget, as it is now; also the ETag.
       * @example 2
       */
      version: number;
      /**
       * @description Lines that the budget did not have.
       * @example 24
       */
      added: number;
      /**
       * @description Lines with another amount than before.
       * @example 3
       */
      changed: number;
      /**
       * @description Lines that the budget does not have any more.
       * @example 0
       */
      removed: number;
      /** @example 117 */
      unchanged: number;
      /**
       * @description Lines of the whole budget, as it is now.
       * @example 144
       */
      lineCount: number;
    };
    /**
     * @description A `draft` changes. The `active` revision is fixed; there is one at most of each code and fiscal year. It is `superseded` when another one becomes active.
     * @enum {string}
     */
    BudgetStatus: 'draft' | 'active' | 'superseded';
    BudgetView: {
      /**
       * Format: uuid
       * @description The fiscal year, and with it the legal entity; fixed for good.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * @description Tells the budgets of a fiscal year apart; its revisions share it. Fixed for good. Case counts.
       * @example BASE
       */
      code: string;
      /** @example Budget 2026 */
      name: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Counts the revisions with the same code in the fiscal year.
       * @example 1
       */
      revision: number;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * @description A `draft` changes. The `active` revision is fixed; there is one at most of each code and fiscal year. It is `superseded` when another one becomes active.
       * @example draft
       */
      status: components['schemas']['BudgetStatus'];
      /**
       * @description The file that brought it, by its digest; null for budgets that were made here.
       * @example sie:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
       */
      source: string | null;
      /** @example 120 */
      lineCount: number;
      /**
       * Format: date-time
       * @description Null for a draft.
       * @example 2026-01-31T08:30:00.000Z
       */
      activatedAt: string | null;
      /**
       * @description Counts the changes of the budget and of its lines; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    BudgetList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['BudgetView'][];
      page: components['schemas']['PageView'];
    };
    CreateBudget: {
      /**
       * Format: uuid
       * @description The fiscal year, and with it the legal entity; fixed for good.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * @description Tells the budgets of a fiscal year apart; its revisions share it. Fixed for good. Case counts.
       * @example BASE
       */
      code: string;
      /** @example Budget 2026 */
      name: string;
    };
    UpdateBudget: {
      /** @example Budget 2026 */
      name?: string;
    };
    RevisedBudgetView: {
      /**
       * Format: uuid
       * @description The fiscal year, and with it the legal entity; fixed for good.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * @description Tells the budgets of a fiscal year apart; its revisions share it. Fixed for good. Case counts.
       * @example BASE
       */
      code: string;
      /** @example Budget 2026 */
      name: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Counts the revisions with the same code in the fiscal year.
       * @example 1
       */
      revision: number;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * @description A `draft` changes. The `active` revision is fixed; there is one at most of each code and fiscal year. It is `superseded` when another one becomes active.
       * @example draft
       */
      status: components['schemas']['BudgetStatus'];
      /**
       * @description The file that brought it, by its digest; null for budgets that were made here.
       * @example sie:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
       */
      source: string | null;
      /** @example 120 */
      lineCount: number;
      /**
       * Format: date-time
       * @description Null for a draft.
       * @example 2026-01-31T08:30:00.000Z
       */
      activatedAt: string | null;
      /**
       * @description Counts the changes of the budget and of its lines; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /**
       * @description Lines of the other revision whose account or value is not active any more.
       * @example 0
       */
      linesLeftOut: number;
    };
    /** @enum {string} */
    DimensionRequirement: 'required' | 'blocked' | 'optional';
    DimensionRuleView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 5010 */
      accountCode: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      dimensionId: string;
      /** @example COST-CENTRE */
      dimensionCode: string;
      /** @example required */
      requirement: components['schemas']['DimensionRequirement'];
      /** @example STO */
      defaultValueCode: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    DimensionRuleList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['DimensionRuleView'][];
      page: components['schemas']['PageView'];
    };
    CreateDimensionRule: {
      /**
       * Format: uuid
       * @description The account, of the legal entity that has the dimension. No group.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      dimensionId: string;
      /**
       * @description Whether lines of regular entries on the account need a value of the dimension (`required`), have none (`blocked`) or may have one (`optional`).
       * @example required
       */
      requirement: components['schemas']['DimensionRequirement'];
      /**
       * @description Code of the value that lines take which name none of the dimension. Not with `blocked`.
       * @example STO
       */
      defaultValueCode?: string | null;
    };
    UpdateDimensionRule: {
      /**
       * @description Whether lines of regular entries on the account need a value of the dimension (`required`), have none (`blocked`) or may have one (`optional`).
       * @example required
       */
      requirement?: components['schemas']['DimensionRequirement'];
      /**
       * @description Code of the value that lines take which name none of the dimension. Not with `blocked`.
       * @example STO
       */
      defaultValueCode?: string | null;
    };
    /** @enum {string} */
    DimensionKind: 'cost_centre' | 'project' | 'custom';
    /** @enum {string} */
    DimensionStatus: 'active' | 'inactive';
    DimensionView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Dimensions of imported books carry the numbers of the file.
       * @example COST-CENTRE
       */
      code: string;
      /** @example Cost centre */
      name: string;
      /** @example cost_centre */
      kind: components['schemas']['DimensionKind'];
      /** @example active */
      status: components['schemas']['DimensionStatus'];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    DimensionList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['DimensionView'][];
      page: components['schemas']['PageView'];
    };
    CreateDimension: {
      /**
       * Format: uuid
       * @description The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description Unique in the legal entity and fixed for good. Case counts.
       * @example COST-CENTRE
       */
      code: string;
      /** @example Cost centre */
      name: string;
      /**
       * @description What the dimension stands for; fixed for good.
       * @example cost_centre
       */
      kind: components['schemas']['DimensionKind'];
    };
    UpdateDimension: {
      /** @example Cost centre */
      name?: string;
      /**
       * @description New lines take no values of an inactive dimension, and rules about it rest.
       * @example active
       */
      status?: components['schemas']['DimensionStatus'];
    };
    /** @enum {string} */
    DimensionValueStatus: 'active' | 'inactive';
    DimensionValueView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      dimensionId: string;
      /** @example COST-CENTRE */
      dimensionCode: string;
      /**
       * @description Values of imported books carry the numbers of the objects in the file.
       * @example STO
       */
      code: string;
      /** @example Stockholm */
      name: string;
      /** @example active */
      status: components['schemas']['DimensionValueStatus'];
      /**
       * Format: date
       * @example 2026-01-01
       */
      validFrom: string | null;
      /**
       * Format: date
       * @example 2026-12-31
       */
      validTo: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    DimensionValueList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['DimensionValueView'][];
      page: components['schemas']['PageView'];
    };
    CreateDimensionValue: {
      /** @example Stockholm */
      name: string;
      /**
       * Format: date
       * @description First date of entries that may have the value; no bound where null.
       * @example 2026-01-01
       */
      validFrom?: string | null;
      /**
       * Format: date
       * @description Last date of entries that may have the value; no bound where null.
       * @example 2026-12-31
       */
      validTo?: string | null;
      /**
       * Format: uuid
       * @description The dimension that it is a value of.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      dimensionId: string;
      /**
       * @description Unique in the dimension and fixed for good. Case counts.
       * @example STO
       */
      code: string;
    };
    UpdateDimensionValue: {
      /** @example Stockholm */
      name?: string;
      /**
       * Format: date
       * @description First date of entries that may have the value; no bound where null.
       * @example 2026-01-01
       */
      validFrom?: string | null;
      /**
       * Format: date
       * @description Last date of entries that may have the value; no bound where null.
       * @example 2026-12-31
       */
      validTo?: string | null;
      /**
       * @description New lines take no inactive value. A value that an account takes by default stays active.
       * @example active
       */
      status?: components['schemas']['DimensionValueStatus'];
    };
    RunDuePostings: {
      /**
       * Format: date
       * @description Carries out what is due up to this day; up to today, by the clock of the organization, where left out.
       * @example 2026-02-01
       */
      through?: string;
      /**
       * Format: uuid
       * @description Of this legal entity alone; of all where left out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
    };
    /** @enum {string} */
    DueKind: 'reversal' | 'recurring';
    /**
     * @description `settled`: somebody else had reversed the entry already. `refused`: it is tried again at the next run.
     * @enum {string}
     */
    DueStatus: 'posted' | 'drafted' | 'settled' | 'refused';
    BulkErrorView: {
      /**
       * @description JSON pointer into the request.
       * @example /entries/3/lines/0/accountCode
       */
      pointer: string;
      /** @example unknown_account */
      code: string;
      /** @example The legal entity has no account 1931. */
      message: string;
    };
    DueResultView: {
      /** @example reversal */
      kind: components['schemas']['DueKind'];
      /**
       * Format: uuid
       * @description The scheduled reversal or recurring entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: date
       * @example 2026-02-01
       */
      dueOn: string;
      /**
       * @description `settled`: somebody else had reversed the entry already. `refused`: it is tried again at the next run.
       * @example posted
       */
      status: components['schemas']['DueStatus'];
      /**
       * Format: uuid
       * @description The entry that was posted, or that settles it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string | null;
      /**
       * Format: uuid
       * @description The draft that was made.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      draftId: string | null;
      /** @example GENERAL */
      journalCode: string | null;
      /** @example 18 */
      number: number | null;
      /** @description Why it was refused. */
      errors: components['schemas']['BulkErrorView'][];
    };
    DueRunView: {
      /**
       * Format: date
       * @example 2026-02-01
       */
      through: string;
      /**
       * @description Whether so much was due that some of it waits for the next run.
       * @example false
       */
      hasMore: boolean;
      /** @description One for each thing that was due, in the order of dates. */
      results: components['schemas']['DueResultView'][];
    };
    CopyJournalEntry: {
      /**
       * Format: date
       * @description Accounting date of the draft.
       * @example 2026-02-28
       */
      entryDate: string;
      /**
       * @description That of the entry where left out.
       * @example Office rent February
       */
      description?: string;
    };
    /**
     * @description `regular` where null.
     * @enum {string}
     */
    JournalEntryKind: 'regular' | 'opening' | 'closing';
    /**
     * @description `pending_approval`: submitted, waiting for decisions; a change makes it a draft again and voids the request. A posted draft is kept as it was posted and never changes.
     * @enum {string}
     */
    JournalEntryDraftStatus: 'draft' | 'pending_approval' | 'posted';
    DraftApprovalView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      requestId: string;
      /** @example rejected */
      state: components['schemas']['ApprovalRequestState'];
      /**
       * @description Why the request ended, such as the reason of a rejection.
       * @example The invoice is addressed to another company
       */
      reason: string | null;
    };
    SplitShareFields: {
      /**
       * @description The value by its code.
       * @example STO
       */
      valueCode: string;
      /**
       * Format: decimal
       * @description Share of the line in percent, above zero. The shares of a split sum to exactly 100.
       * @example 60
       */
      percentage: string;
    };
    LineDimensionFields: {
      /**
       * @description The dimension by its code.
       * @example COST-CENTRE
       */
      dimensionCode: string;
      /**
       * @description The value by its code. Give this or `split`.
       * @example STO
       */
      valueCode?: string;
      /** @description Divides the line into one for each share, by largest remainder, in this order. A line is split along one dimension only. */
      split?: components['schemas']['SplitShareFields'][];
    };
    DraftLineView: {
      /**
       * @description The account by its code; it need not exist yet.
       * @example 1930
       */
      accountCode: string | null;
      /**
       * Format: decimal
       * @description In the currency of the line.
       * @example 1250.00
       */
      debit: string | null;
      /**
       * Format: decimal
       * @description In the currency of the line.
       * @example 0.00
       */
      credit: string | null;
      /**
       * @description ISO 4217; the currency of the draft where null.
       * @example EUR
       */
      currency: string | null;
      /**
       * Format: decimal
       * @description Functional currency for one unit of the line’s currency; the recorded rate where null.
       * @example 11.2345
       */
      exchangeRate: string | null;
      /**
       * @description Where a rate that is given comes from.
       * @example ECB reference rate
       */
      exchangeRateSource: string | null;
      /**
       * @description Type of the recorded rate to take.
       * @example spot
       */
      exchangeRateType: string | null;
      /** @example Office rent */
      description: string | null;
      /** @description Values of dimensions, or a split, as for an entry. */
      dimensions: components['schemas']['LineDimensionFields'][] | null;
    };
    JournalEntryDraftView: {
      /**
       * @description Code of the journal; `GENERAL` where null.
       * @example GENERAL
       */
      journalCode: string | null;
      /**
       * Format: date
       * @description Accounting date; needed to post.
       * @example 2026-01-31
       */
      entryDate: string | null;
      /**
       * @description Whether the entry goes to the adjustment period of its year.
       * @example false
       */
      adjustment: boolean | null;
      /**
       * @description `regular` where null.
       * @example regular
       */
      kind: components['schemas']['JournalEntryKind'] | null;
      /**
       * @description Needed to post.
       * @example Office rent January
       */
      description: string | null;
      /**
       * @description Number of the voucher behind the entry.
       * @example INV-2026-0117
       */
      reference: string | null;
      /**
       * @description The system that the entry comes from.
       * @example webshop
       */
      externalSource: string | null;
      /**
       * @description The key of the entry in that system.
       * @example order-4711
       */
      externalId: string | null;
      /**
       * @description Currency of all lines that name none; the functional currency where null.
       * @example EUR
       */
      currency: string | null;
      /**
       * Format: decimal
       * @description Exchange rate of all foreign lines that name none.
       * @example 11.2345
       */
      exchangeRate: string | null;
      /** @example ECB reference rate */
      exchangeRateSource: string | null;
      /**
       * @description Type of the recorded rates that foreign lines take which have no rate of their own.
       * @example spot
       */
      exchangeRateType: string | null;
      /**
       * @description Why the entry belongs into a softly closed period.
       * @example Late supplier invoice, agreed with the auditor
       */
      softCloseReason: string | null;
      /**
       * Format: date
       * @description Once posted, the entry is reversed on this date.
       * @example 2026-02-01
       */
      reversesOn: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description `pending_approval`: submitted, waiting for decisions; a change makes it a draft again and voids the request. A posted draft is kept as it was posted and never changes.
       * @example draft
       */
      status: components['schemas']['JournalEntryDraftStatus'];
      /** @description What became of the last time that it was submitted for approval; null where it never was. */
      approval: components['schemas']['DraftApprovalView'] | null;
      /**
       * Format: uuid
       * @description The entry that the draft was posted as.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string | null;
      /**
       * Format: uuid
       * @description The posted entry that the draft was copied from.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      copyOf: string | null;
      /** @description The lines in their order, as they were typed. */
      lines: components['schemas']['DraftLineView'][];
      /**
       * Format: uuid
       * @description Who began the draft.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      createdBy: string;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    /** @enum {string} */
    EntryTemplateStatus: 'active' | 'inactive';
    /** @enum {string} */
    LineSide: 'debit' | 'credit';
    EntryTemplateLineView: {
      /**
       * @description The account by its code; it need not exist yet.
       * @example 5010
       */
      accountCode: string;
      /** @example debit */
      side: components['schemas']['LineSide'];
      /**
       * Format: decimal
       * @description The same at every use. Either this or `amountName`.
       * @example 1250.00
       */
      amount: string | null;
      /**
       * @description The amount of this name is asked for at use.
       * @example rent
       */
      amountName: string | null;
      /**
       * Format: decimal
       * @description Share of the named amount in percent; all of it where null. Shares of one amount on one side are divided by largest remainder.
       * @example 25
       */
      percentage: string | null;
      /** @example Office rent */
      description: string | null;
      /** @description Values of dimensions, or a split, as for an entry. */
      dimensions: components['schemas']['LineDimensionFields'][] | null;
    };
    EntryTemplateView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example RENT */
      code: string;
      /** @example Office rent */
      name: string;
      /** @example GENERAL */
      journalCode: string | null;
      /** @example Office rent */
      description: string;
      /** @example EUR */
      currency: string;
      /** @example active */
      status: components['schemas']['EntryTemplateStatus'];
      lines: components['schemas']['EntryTemplateLineView'][];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    EntryTemplateList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['EntryTemplateView'][];
      page: components['schemas']['PageView'];
    };
    EntryTemplateLine: {
      /**
       * @description The account by its code; it need not exist yet.
       * @example 5010
       */
      accountCode: string;
      /** @example debit */
      side: components['schemas']['LineSide'];
      /**
       * Format: decimal
       * @description The same at every use. Either this or `amountName`.
       * @example 1250.00
       */
      amount?: string | null;
      /**
       * @description The amount of this name is asked for at use.
       * @example rent
       */
      amountName?: string | null;
      /**
       * Format: decimal
       * @description Share of the named amount in percent; all of it where null. Shares of one amount on one side are divided by largest remainder.
       * @example 25
       */
      percentage?: string | null;
      /** @example Office rent */
      description?: string | null;
      /** @description Values of dimensions, or a split, as for an entry. */
      dimensions?: components['schemas']['LineDimensionFields'][] | null;
    };
    CreateEntryTemplate: {
      /** @example Office rent */
      name: string;
      /**
       * @description Code of the journal; `GENERAL` where null.
       * @example GENERAL
       */
      journalCode?: string | null;
      /**
       * @description Description of its entries where none is given at use.
       * @example Office rent
       */
      description: string;
      /** @description The lines in their order. Sent in a change, they replace all. */
      lines: components['schemas']['EntryTemplateLine'][];
      /**
       * Format: uuid
       * @description The default legal entity where left out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description Unique in the legal entity and fixed for good. Case counts.
       * @example RENT
       */
      code: string;
      /**
       * @description Currency of all amounts; the functional currency where left out. Fixed for good.
       * @example EUR
       */
      currency?: string;
    };
    UpdateEntryTemplate: {
      /** @example Office rent */
      name?: string;
      /**
       * @description Code of the journal; `GENERAL` where null.
       * @example GENERAL
       */
      journalCode?: string | null;
      /**
       * @description Description of its entries where none is given at use.
       * @example Office rent
       */
      description?: string;
      /** @description The lines in their order. Sent in a change, they replace all. */
      lines?: components['schemas']['EntryTemplateLine'][];
      /**
       * @description An inactive template is not used, also not by recurring entries.
       * @example active
       */
      status?: components['schemas']['EntryTemplateStatus'];
    };
    NamedAmount: {
      /**
       * @description The name that the template asks for.
       * @example rent
       */
      name: string;
      /**
       * Format: decimal
       * @description In the currency of the template.
       * @example 1250.00
       */
      amount: string;
    };
    UseEntryTemplate: {
      /**
       * Format: date
       * @description Accounting date of the draft.
       * @example 2026-02-28
       */
      entryDate: string;
      /**
       * @description That of the template where left out.
       * @example Office rent February
       */
      description?: string;
      /**
       * @description Number of the voucher behind the entry.
       * @example INV-2026-0117
       */
      reference?: string;
      /**
       * Format: date
       * @description Once posted, the entry is reversed on this date.
       * @example 2026-03-01
       */
      reversesOn?: string;
      /** @description All amounts that the template asks for. */
      amounts?: components['schemas']['NamedAmount'][];
    };
    /** @enum {string} */
    SieLoss: 'foreign_currencies' | 'replaced_characters' | 'unbalanced_openings';
    BalanceSheetColumnView: {
      /**
       * Format: date
       * @example 2025-12-31
       */
      asOf: string;
      /**
       * Format: date
       * @description Start of the fiscal year that holds the day; null where none does.
       * @example 2025-01-01
       */
      fiscalYearStartsOn: string | null;
      /**
       * Format: decimal
       * @description Assets less liabilities and equity in this column.
       * @example 0.00
       */
      difference: string;
    };
    ComparedAmountView: {
      /**
       * Format: decimal
       * @description The same figure in the column that the head names in the same place.
       * @example 900.00
       */
      amount: string;
      /**
       * Format: decimal
       * @description Amount of the report less this amount.
       * @example 250.00
       */
      difference: string;
    };
    /**
     * @description A `group` sums up the lines after it that have a higher level. The two results are of income and expense accounts and stand in equity.
     * @enum {string}
     */
    StatementLineKind: 'group' | 'account' | 'result_of_year' | 'result_of_earlier_years';
    StatementLineView: {
      /**
       * Format: decimal
       * @example 1150.00
       */
      amount: string;
      /** @description One for each compared column. */
      comparisons: components['schemas']['ComparedAmountView'][];
      /**
       * @description A `group` sums up the lines after it that have a higher level. The two results are of income and expense accounts and stand in equity.
       * @example account
       */
      kind: components['schemas']['StatementLineKind'];
      /**
       * @description How many groups stand above the line.
       * @example 1
       */
      level: number;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string | null;
      /** @example 1930 */
      accountCode: string | null;
      /** @example Bank account */
      name: string;
      /**
       * @description Where the figure comes from: the general ledger of the account or group in the time of the report, or the income statement of a result.
       * @example /v1/accounting/reports/general-ledger?legalEntityId=0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11&accountId=0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11&from=2026-01-01&to=2026-12-31
       */
      drillDown: string | null;
    };
    StatementSectionView: {
      /**
       * Format: decimal
       * @example 1150.00
       */
      amount: string;
      /** @description One for each compared column. */
      comparisons: components['schemas']['ComparedAmountView'][];
      /** @description Groups and accounts with a figure, by code. */
      lines: components['schemas']['StatementLineView'][];
    };
    StatementTotalView: {
      /**
       * Format: decimal
       * @example 1150.00
       */
      amount: string;
      /** @description One for each compared column. */
      comparisons: components['schemas']['ComparedAmountView'][];
    };
    BalanceSheetView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      asOf: string;
      /**
       * Format: date
       * @description Start of the fiscal year that holds `asOf`.
       * @example 2026-01-01
       */
      fiscalYearStartsOn: string;
      /** @description The compared days, in their order. */
      comparisons: components['schemas']['BalanceSheetColumnView'][];
      /** @description Debits are positive. */
      assets: components['schemas']['StatementSectionView'];
      /** @description Credits are positive. */
      liabilities: components['schemas']['StatementSectionView'];
      /** @description Credits are positive. The last two lines are what income and expense accounts hold, of the fiscal year and of years before it: profits are positive, and zero once closed. */
      equity: components['schemas']['StatementSectionView'];
      /** @description Equal to the assets, where all lines count. */
      liabilitiesAndEquity: components['schemas']['StatementTotalView'];
      /**
       * Format: decimal
       * @description Assets less liabilities and equity. Of one value of a dimension: what its lines lack to balance, because the other sides of their entries do not have it. Of all lines it is zero, or the books were damaged: run the integrity checks.
       * @example 0.00
       */
      difference: string;
    };
    ComparedRangeView: {
      /**
       * Format: date
       * @example 2025-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2025-12-31
       */
      to: string;
    };
    IncomeStatementView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      to: string;
      /** @description The compared ranges, in their order. */
      comparisons: components['schemas']['ComparedRangeView'][];
      /** @description Credits are positive. */
      income: components['schemas']['StatementSectionView'];
      /** @description Debits are positive. */
      expenses: components['schemas']['StatementSectionView'];
      /** @description Income less expenses: a profit is positive. */
      result: components['schemas']['StatementTotalView'];
    };
    /** @enum {string} */
    IncomeComparison: 'previous_period' | 'previous_year';
    ComparedBudgetView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example BASE */
      code: string;
      /** @example 1 */
      revision: number;
      /** @example Budget 2026 */
      name: string;
      /** @example active */
      status: components['schemas']['BudgetStatus'];
    };
    BudgetComparisonLineView: {
      /**
       * Format: decimal
       * @example 6000.00
       */
      budget: string;
      /**
       * Format: decimal
       * @description Movement in the range. Of income and expense accounts it is that of the income statement; of others, opening and closing entries do not count.
       * @example 5400.00
       */
      actual: string;
      /**
       * Format: decimal
       * @description Actual less budget.
       * @example -600.00
       */
      difference: string;
      /**
       * Format: decimal
       * @description The difference in per cent of the budget without its sign, rounded half-up to two decimals; null where the budget is zero.
       * @example -10.00
       */
      differencePercent: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 4000 */
      accountCode: string;
      /** @example Office rent */
      accountName: string;
      /** @example expense */
      accountType: components['schemas']['AccountType'];
      /**
       * @description Where the actual amount comes from: the general ledger of the account.
       * @example /v1/accounting/reports/general-ledger?legalEntityId=0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11&accountId=0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11&from=2026-01-01&to=2026-06-30&closingEntries=excluded
       */
      drillDown: string;
    };
    BudgetComparisonTotalView: {
      /**
       * Format: decimal
       * @example 6000.00
       */
      budget: string;
      /**
       * Format: decimal
       * @description Movement in the range. Of income and expense accounts it is that of the income statement; of others, opening and closing entries do not count.
       * @example 5400.00
       */
      actual: string;
      /**
       * Format: decimal
       * @description Actual less budget.
       * @example -600.00
       */
      difference: string;
      /**
       * Format: decimal
       * @description The difference in per cent of the budget without its sign, rounded half-up to two decimals; null where the budget is zero.
       * @example -10.00
       */
      differencePercent: string | null;
      /** @example expense */
      accountType: components['schemas']['AccountType'];
    };
    BudgetFigureView: {
      /**
       * Format: decimal
       * @example 6000.00
       */
      budget: string;
      /**
       * Format: decimal
       * @description Movement in the range. Of income and expense accounts it is that of the income statement; of others, opening and closing entries do not count.
       * @example 5400.00
       */
      actual: string;
      /**
       * Format: decimal
       * @description Actual less budget.
       * @example -600.00
       */
      difference: string;
      /**
       * Format: decimal
       * @description The difference in per cent of the budget without its sign, rounded half-up to two decimals; null where the budget is zero.
       * @example -10.00
       */
      differencePercent: string | null;
    };
    BudgetComparisonView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2026-06-30
       */
      to: string;
      /**
       * Format: date
       * @description Start of the fiscal year of the budget.
       * @example 2026-01-01
       */
      fiscalYearStartsOn: string;
      /** @description As it is now: `knownAt` is about the entries alone. */
      budget: components['schemas']['ComparedBudgetView'];
      /** @description The accounts, by code. Debits of assets and expenses are positive, credits of liabilities, equity and income. */
      lines: components['schemas']['BudgetComparisonLineView'][];
      /** @description Sums by type, over all accounts: assets, liabilities, equity, income, expenses. */
      totals: components['schemas']['BudgetComparisonTotalView'][];
      /** @description Income less expenses: a profit is positive. */
      result: components['schemas']['BudgetFigureView'];
    };
    /** @enum {string} */
    BudgetComparisonAccounts: 'with_figures' | 'all';
    /**
     * @description `future` takes none yet; `soft_closed` takes entries only with a reason and the permission `accounting.fiscal_period.pass_soft_close`; `locked` takes none and stays so.
     * @enum {string}
     */
    FiscalPeriodStatus: 'future' | 'open' | 'soft_closed' | 'locked';
    FiscalPeriodView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * @description Position in the fiscal year.
       * @example 1
       */
      number: number;
      /**
       * Format: date
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description The last day that belongs to the period.
       * @example 2026-01-31
       */
      endsOn: string;
      /**
       * @description An adjustment period has the last day of its year once more and takes only entries that say `adjustment: true`.
       * @example false
       */
      isAdjustment: boolean;
      /**
       * @description `future` takes none yet; `soft_closed` takes entries only with a reason and the permission `accounting.fiscal_period.pass_soft_close`; `locked` takes none and stays so.
       * @example open
       */
      status: components['schemas']['FiscalPeriodStatus'];
      /**
       * @description Why the status was last changed.
       * @example January is reconciled
       */
      statusReason: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    FiscalPeriodList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['FiscalPeriodView'][];
      page: components['schemas']['PageView'];
    };
    OpenFiscalPeriod: {
      /**
       * @description Kept with the period until it changes.
       * @example The new year begins
       */
      reason?: string;
    };
    ChangedFiscalPeriodsView: {
      /** @description The periods that were changed, in order. */
      periods: components['schemas']['FiscalPeriodView'][];
    };
    CloseFiscalPeriod: {
      /**
       * @description Kept with the period until it changes.
       * @example January is reconciled
       */
      reason?: string;
    };
    ReopenFiscalPeriod: {
      /**
       * @description Kept with the period until it changes.
       * @example A supplier invoice was found
       */
      reason: string;
    };
    LockFiscalPeriod: {
      /**
       * @description Kept with the period for good.
       * @example The annual report is filed
       */
      reason?: string;
    };
    /**
     * @description `closed`: its result is in equity, and it takes no entries until it is reopened.
     * @enum {string}
     */
    FiscalYearStatus: 'open' | 'closed';
    FiscalYearView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description The last day that belongs to the year.
       * @example 2026-12-31
       */
      endsOn: string;
      /**
       * @description `closed`: its result is in equity, and it takes no entries until it is reopened.
       * @example open
       */
      status: components['schemas']['FiscalYearStatus'];
      /**
       * @description Why the status was changed.
       * @example Approved by the general meeting
       */
      statusReason: string | null;
      /**
       * Format: uuid
       * @description The entry that closed the year; null while it is open, and where there was no result to close.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      closingEntryId: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /** @description The periods of the year, in order. */
      periods: components['schemas']['FiscalPeriodView'][];
    };
    FiscalYearList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['FiscalYearView'][];
      page: components['schemas']['PageView'];
    };
    /**
     * @description How the year is cut into periods: calendar months where left out, or twelve periods of weeks, three for each quarter. Weeks fill a year of 52 or 53 of them; the last period takes the 53rd. Given without `periods`.
     * @enum {string}
     */
    PeriodPattern: 'calendar_months' | 'weeks_4_4_5' | 'weeks_4_5_4' | 'weeks_5_4_4';
    FiscalPeriodRange: {
      /**
       * Format: date
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description The last day that belongs to the period.
       * @example 2026-01-31
       */
      endsOn: string;
    };
    CreateFiscalYear: {
      /**
       * Format: uuid
       * @description The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * Format: date
       * @description Any day; a year that is not the first starts when another ended.
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @description The last day that belongs to the year, within eighteen months.
       * @example 2026-12-31
       */
      endsOn: string;
      /**
       * @description How the year is cut into periods: calendar months where left out, or twelve periods of weeks, three for each quarter. Weeks fill a year of 52 or 53 of them; the last period takes the 53rd. Given without `periods`.
       * @example calendar_months
       */
      pattern?: components['schemas']['PeriodPattern'];
      /** @description The periods in order, each starting on the day after the one before it; together they fill the year. Given without `pattern`. */
      periods?: components['schemas']['FiscalPeriodRange'][];
      /**
       * @description Whether the year gets one period more, an adjustment period: it has the last day of the year once more and takes only entries that say `adjustment: true`. `false` where left out.
       * @example false
       */
      adjustmentPeriod?: boolean;
      /**
       * Format: date
       * @description Periods that start after this day are `future` and take no entries yet; all are open where left out.
       * @example 2026-12-31
       */
      openThrough?: string;
      /**
       * @description Whether there may be days between this year and the others that belong to none, as when books of an earlier time are taken over; `false` where left out.
       * @example false
       */
      allowGap?: boolean;
    };
    SieFiscalYearView: {
      /**
       * Format: date
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      endsOn: string;
    };
    SieImportCountsView: {
      /**
       * @description Accounts of the file, and those that the openings need besides.
       * @example 45
       */
      accounts: number;
      /**
       * @description Accounts that are new in the books.
       * @example 45
       */
      accountsCreated: number;
      /**
       * @description #DIM and #UNDERDIM
       * @example 3
       */
      dimensions: number;
      /**
       * @description #OBJEKT
       * @example 24
       */
      objects: number;
      /**
       * @description Dimensions that are new in the books.
       * @example 3
       */
      dimensionsCreated: number;
      /**
       * @description Values of dimensions that are new in the books, also of objects that are used without #OBJEKT.
       * @example 24
       */
      objectsCreated: number;
      /**
       * @description Objects on rows of vouchers that became entries.
       * @example 112
       */
      voucherObjects: number;
      /**
       * @description #IB of all years
       * @example 30
       */
      openingBalances: number;
      /**
       * @description #UB of all years
       * @example 30
       */
      closingBalances: number;
      /**
       * @description #RES of all years
       * @example 15
       */
      results: number;
      /**
       * @description #OIB and #OUB of all years
       * @example 0
       */
      objectBalances: number;
      /**
       * @description #PSALDO
       * @example 0
       */
      periodBalances: number;
      /**
       * @description #PBUDGET
       * @example 12
       */
      periodBudgets: number;
      /**
       * @description #VER
       * @example 85
       */
      vouchers: number;
      /**
       * @description Vouchers that became entries.
       * @example 84
       */
      vouchersPosted: number;
      /**
       * @description Vouchers without an amount, named in `skippedVouchers`.
       * @example 1
       */
      vouchersSkipped: number;
      /**
       * @description #TRANS
       * @example 302
       */
      rows: number;
      /**
       * @description Ledger lines of the vouchers, the opening entry left out.
       * @example 300
       */
      linesPosted: number;
      /**
       * @description #TRANS without an amount.
       * @example 2
       */
      zeroRowsDropped: number;
      /**
       * @description #RTRANS: rows that were added later; each counts once, as the #TRANS after it.
       * @example 0
       */
      rowsAdded: number;
      /**
       * @description #BTRANS: rows that were struck later; they do not count.
       * @example 0
       */
      rowsStruck: number;
    };
    /**
     * @description `posted`: #IB is the opening entry. `verified`: the books have the year before, and #IB agrees.
     * @enum {string}
     */
    SieOpeningTreatment: 'none' | 'posted' | 'verified';
    /**
     * @description The result of the year before, which the file has not carried, or the difference that was allowed.
     * @enum {string}
     */
    SieOpeningCompletionReason: 'previous_result' | 'opening_difference';
    SieOpeningCompletionView: {
      /** @example 2098 */
      accountCode: string;
      /**
       * Format: decimal
       * @description Debit positive.
       * @example -63532.92
       */
      amount: string;
      /**
       * @description The result of the year before, which the file has not carried, or the difference that was allowed.
       * @example previous_result
       */
      reason: components['schemas']['SieOpeningCompletionReason'];
    };
    SieAccountAmountView: {
      /** @example 2098 */
      accountCode: string;
      /**
       * Format: decimal
       * @description Debit positive.
       * @example -63532.92
       */
      amount: string;
    };
    SieOpeningView: {
      /**
       * @description `posted`: #IB is the opening entry. `verified`: the books have the year before, and #IB agrees.
       * @example posted
       */
      treatment: components['schemas']['SieOpeningTreatment'];
      /**
       * Format: decimal
       * @description Sum of #IB 0.
       * @example 63532.92
       */
      difference: string;
      /** @description What completes openings that leave a sum. */
      completion: components['schemas']['SieOpeningCompletionView'] | null;
      /** @description What the unclosed result of the year before in the books adds to equity accounts. */
      carriedResult: components['schemas']['SieAccountAmountView'][];
      /** @example #IB 0 is the opening entry. It sums to zero. */
      explanation: string;
    };
    SieAccountView: {
      /** @example 1930 */
      code: string;
      /** @example Checkräkning */
      name: string;
      /** @example asset */
      type: components['schemas']['AccountType'];
      /**
       * @description Bank, receivable and payable accounts become control accounts without a ledger below them.
       * @example bank
       */
      control: components['schemas']['AccountControl'];
      /**
       * @description Which rule gave the type.
       * @example BAS class 1: assets
       */
      rule: string;
      /**
       * @description False where the books had the account before.
       * @example true
       */
      isNew: boolean;
    };
    SieSeriesView: {
      /**
       * @description As in the file; null for vouchers without a series.
       * @example A
       */
      series: string | null;
      /**
       * @description The journal that its vouchers are posted to.
       * @example A
       */
      journalCode: string;
      /**
       * @description Vouchers that become entries.
       * @example 84
       */
      vouchers: number;
    };
    /**
     * @description Why it is no entry.
     * @enum {string}
     */
    SieSkippingReason: 'no_rows' | 'zero_amounts_only' | 'struck_rows_only';
    SieSkippedVoucherView: {
      /** @example A */
      series: string | null;
      /** @example 17 */
      number: string | null;
      /**
       * @description Place among the vouchers of the file, from 1.
       * @example 17
       */
      position: number;
      /** @example 412 */
      line: number;
      /**
       * @description Why it is no entry.
       * @example no_rows
       */
      reason: components['schemas']['SieSkippingReason'];
    };
    SieBudgetView: {
      /**
       * Format: uuid
       * @description The budget; of a dry run it is not there.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example SIE */
      code: string;
      /** @example 1 */
      revision: number;
      /** @example 24 */
      lineCount: number;
    };
    /** @enum {string} */
    SieNotKeptPart:
      | 'dimension_parents'
      | 'period_balances'
      | 'period_budgets'
      | 'quantities'
      | 'signatures'
      | 'registration_dates'
      | 'struck_rows'
      | 'tax_return_codes'
      | 'units'
      | 'dimensions'
      | 'objects'
      | 'voucher_objects'
      | 'object_balances';
    SieNotKeptView: {
      /** @example signatures */
      part: components['schemas']['SieNotKeptPart'];
      /** @example 120 */
      count: number;
      /** @example Signatures on vouchers and rows: the entries say who imported them. */
      explanation: string;
    };
    /** @enum {string} */
    SieClosingLabel: '#UB' | '#RES';
    SieClosingView: {
      /** @example 1930 */
      accountCode: string;
      /** @example #UB */
      label: components['schemas']['SieClosingLabel'];
      /**
       * Format: decimal
       * @description What the file says; zero where it says nothing.
       * @example 1500.00
       */
      inFile: string;
      /**
       * Format: decimal
       * @description What the completion of the openings adds, which the file does not know.
       * @example 0.00
       */
      completion: string;
      /**
       * Format: decimal
       * @description Both together: what the trial balance has to show at the year-end.
       * @example 1500.00
       */
      expected: string;
      /**
       * Format: decimal
       * @description Openings, completion and vouchers, added up.
       * @example 1500.00
       */
      computed: string;
    };
    SieDimensionView: {
      /** @example 1 */
      code: string;
      /** @example Kostnadsställe */
      name: string;
      /**
       * @description By the number that SIE reserves for it: 1 cost centre, 6 project; others are custom.
       * @example cost_centre
       */
      kind: components['schemas']['DimensionKind'];
      /**
       * @description False where the books had the dimension before.
       * @example true
       */
      isNew: boolean;
      /**
       * @description Objects that the file declares or uses.
       * @example 10
       */
      values: number;
      /**
       * @description Those of them that are new in the books.
       * @example 10
       */
      valuesCreated: number;
    };
    SieObjectView: {
      /**
       * @description Number of the dimension (#DIM).
       * @example 1
       */
      dimensionCode: string;
      /**
       * @description The object (#OBJEKT).
       * @example STO
       */
      valueCode: string;
    };
    SieObjectClosingView: {
      /** @example 1930 */
      accountCode: string;
      objects: components['schemas']['SieObjectView'][];
      /**
       * Format: decimal
       * @description #OUB 0 of the file.
       * @example 7600.00
       */
      inFile: string;
      /**
       * Format: decimal
       * @description #OIB 0 and the vouchers, added up; the same, or the file is refused.
       * @example 7600.00
       */
      computed: string;
    };
    SieRemarkView: {
      /**
       * @description Line of the file, from 1.
       * @example 3
       */
      line: number | null;
      /**
       * @description The query parameter meant.
       * @example openingDifferenceAccount
       */
      parameter: string | null;
      /** @example currency_adopted */
      code: string;
      /** @example The books have no entries yet and change from EUR to SEK. */
      message: string;
    };
    /**
     * @description `already_imported`: the books have this very file; the report is that of its import.
     * @enum {string}
     */
    SieImportOutcome: 'imported' | 'dry_run' | 'already_imported';
    SieImportView: {
      /**
       * @description Of the file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description What wrote the file.
       * @example BL Administration 2011.2.102
       */
      program: string | null;
      /**
       * Format: date
       * @example 2026-02-01
       */
      generatedOn: string | null;
      /** @example Exempel AB */
      companyName: string | null;
      /** @example 556265-1892 */
      organizationNumber: string | null;
      fiscalYear: components['schemas']['SieFiscalYearView'];
      /**
       * @description False where the books had the fiscal year before.
       * @example true
       */
      fiscalYearCreated: boolean;
      /**
       * @description All amounts are in it.
       * @example SEK
       */
      currency: string;
      /**
       * @description The books had no entries and took over the currency of the file.
       * @example false
       */
      currencyAdopted: boolean;
      counts: components['schemas']['SieImportCountsView'];
      opening: components['schemas']['SieOpeningView'];
      /** @description All accounts of the file, each with its rule. */
      accounts: components['schemas']['SieAccountView'][];
      series: components['schemas']['SieSeriesView'][];
      skippedVouchers: components['schemas']['SieSkippedVoucherView'][];
      /** @description What #PBUDGET became: an active budget of the fiscal year. Null where the file has none that fits. */
      budget: components['schemas']['SieBudgetView'] | null;
      /** @description What was read and is not in the books afterwards. */
      notKept: components['schemas']['SieNotKeptView'][];
      /** @description Every account with a figure in the year, by code. */
      closings: components['schemas']['SieClosingView'][];
      /** @description All dimensions of the file. */
      dimensions: components['schemas']['SieDimensionView'][];
      /** @description Every balance by object that closes the year. */
      objectClosings: components['schemas']['SieObjectClosingView'][];
      /** @description Worth knowing; none of it stands in the way. */
      remarks: components['schemas']['SieRemarkView'][];
      /**
       * @description Remarks beyond those listed.
       * @example 0
       */
      remarksLeftOff: number;
      /**
       * @description `already_imported`: the books have this very file; the report is that of its import.
       * @example imported
       */
      status: components['schemas']['SieImportOutcome'];
      /**
       * Format: uuid
       * @description Null for a dry run.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      importId: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
    };
    CsvColumns: {
      /**
       * @description Lines with the same text here are one entry, wherever they stand.
       * @example Voucher
       */
      entryKey: string;
      /**
       * @description Accounting date; the same on all lines of an entry.
       * @example Date
       */
      entryDate: string;
      /**
       * @description The account by its code.
       * @example Account
       */
      accountCode: string;
      /**
       * @description Debit amounts; needs `credits`, instead of `amounts`.
       * @example Debit
       */
      debits?: string;
      /**
       * @description Credit amounts.
       * @example Credit
       */
      credits?: string;
      /**
       * @description Signed amounts, debits positive; instead of `debits` and `credits`.
       * @example Amount
       */
      amounts?: string;
      /**
       * @description ISO 4217; the default where a cell is empty.
       * @example Currency
       */
      currency?: string;
      /**
       * @description Functional currency for one unit of the currency of the line.
       * @example Rate
       */
      exchangeRates?: string;
      /**
       * @description Description of the entry; that of its first line with one.
       * @example Text
       */
      description?: string;
      /**
       * @description Description of the line.
       * @example Line text
       */
      lineDescription?: string;
      /**
       * @description Reference of the entry; the same on all lines that have one.
       * @example Document
       */
      reference?: string;
      /**
       * @description Code of the journal; the same on all lines that have one.
       * @example Journal
       */
      journalCode?: string;
    };
    CsvDimensionColumn: {
      /**
       * @description The column that has the code of the value, or nothing.
       * @example Cost centre
       */
      column: string;
      /** @example COST-CENTRE */
      dimensionCode: string;
    };
    CsvDefaults: {
      /** @example GENERAL */
      journalCode?: string;
      /**
       * @description The functional currency where left out.
       * @example EUR
       */
      currency?: string;
      /** @example Opening of the webshop */
      description?: string;
      /**
       * @description Where the rates of the file come from; needed with a column of rates.
       * @example ECB reference rate
       */
      exchangeRateSource?: string;
    };
    /**
     * @description Of all dates, never guessed: 2026-01-31; `compact` 20260131; 31.01.2026; 01/31/2026. Between the numbers stand `-`, `.` or `/`.
     * @enum {string}
     */
    CsvDateFormat: 'year_month_day' | 'compact' | 'day_month_year' | 'month_day_year';
    /**
     * @description Of all amounts and rates; never guessed.
     * @enum {string}
     */
    DecimalSeparator: 'point' | 'comma';
    /**
     * @description Between thousands; `none` where left out.
     * @enum {string}
     */
    GroupSeparator: 'none' | 'point' | 'comma' | 'blank' | 'apostrophe';
    CsvMapping: {
      columns: components['schemas']['CsvColumns'];
      dimensions?: components['schemas']['CsvDimensionColumn'][];
      defaults?: components['schemas']['CsvDefaults'];
      /**
       * @description Of all dates, never guessed: 2026-01-31; `compact` 20260131; 31.01.2026; 01/31/2026. Between the numbers stand `-`, `.` or `/`.
       * @example day_month_year
       */
      dateFormat: components['schemas']['CsvDateFormat'];
      /**
       * @description Of all amounts and rates; never guessed.
       * @example comma
       */
      decimalSeparator: components['schemas']['DecimalSeparator'];
      /**
       * @description Between thousands; `none` where left out.
       * @example point
       */
      groupSeparator?: components['schemas']['GroupSeparator'];
    };
    ImportJournalCsv: {
      /**
       * Format: uuid
       * @description Whose books these are. The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description The file as text: a header and lines separated by comma, semicolon or tab; at most 50,000 lines.
       * @example Voucher;Date;Account;Amount
       *     1;31.01.2026;1930;1.250,00
       *     1;31.01.2026;3000;-1.250,00
       */
      file: string;
      mapping: components['schemas']['CsvMapping'];
    };
    CreatedAccountView: {
      /** @example 5410 */
      code: string;
      /** @example Office supplies */
      name: string;
      /** @example expense */
      type: components['schemas']['AccountType'];
    };
    /** @enum {string} */
    SkippedEntryReason: 'other_commodity' | 'no_amounts';
    SkippedEntryView: {
      /** @example 17 */
      line: number;
      /** @example other_commodity */
      reason: components['schemas']['SkippedEntryReason'];
      /** @example VHT is no currency of ISO 4217. */
      explanation: string;
    };
    JournalImportRemarkView: {
      /**
       * @description Line of the file, from 1.
       * @example 3
       */
      line: number | null;
      /** @example prices_not_kept */
      code: string;
      /** @example Prices (P) are not kept. */
      message: string;
    };
    /**
     * @description `already_imported`: the books have this very file; the report is that of its import.
     * @enum {string}
     */
    JournalImportOutcome: 'imported' | 'dry_run' | 'already_imported';
    JournalImportView: {
      /**
       * @description Of the file; of the entries as JSON text where they are no file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description Entries that are posted.
       * @example 120
       */
      entryCount: number;
      /**
       * @description Their lines.
       * @example 260
       */
      lineCount: number;
      /**
       * Format: date
       * @description The first date of them.
       * @example 2026-01-02
       */
      firstOn: string;
      /**
       * Format: date
       * @description The last date of them.
       * @example 2026-03-31
       */
      lastOn: string;
      /** @description Accounts that are new in the books. */
      accountsCreated: components['schemas']['CreatedAccountView'][];
      /** @description Entries of the file that are not posted, and why. */
      skippedEntries: components['schemas']['SkippedEntryView'][];
      /** @description What was read past, the first hundred. */
      remarks: components['schemas']['JournalImportRemarkView'][];
      /**
       * @description `already_imported`: the books have this very file; the report is that of its import.
       * @example imported
       */
      status: components['schemas']['JournalImportOutcome'];
      /**
       * Format: uuid
       * @description Null for a dry run.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      importId: string | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
    };
    JournalLineFields: {
      /**
       * @description The account by its code. Give this or `accountId`.
       * @example 1930
       */
      accountCode?: string;
      /**
       * Format: uuid
       * @description The account by its id. Give this or `accountCode`.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId?: string;
      /**
       * Format: decimal
       * @description Debit amount in the currency of the line. A line has either a debit or a credit, above zero.
       * @example 1250.00
       */
      debit?: string;
      /**
       * Format: decimal
       * @description Credit amount in the currency of the line.
       * @example 0.00
       */
      credit?: string;
      /**
       * @description ISO 4217; the currency of the entry where left out.
       * @example EUR
       */
      currency?: string;
      /**
       * Format: decimal
       * @description Functional currency for one unit of the line’s currency. Where the two differ and neither rate nor source is given, the rate that is recorded for the entry date is taken. The functional amount is amount × rate, rounded half-up.
       * @example 11.2345
       */
      exchangeRate?: string;
      /**
       * @description Where the rate comes from; needed with a rate.
       * @example ECB reference rate
       */
      exchangeRateSource?: string;
      /**
       * @description Type of the recorded rate to take; the one of the entry where left out. Not with a rate that is given.
       * @example spot
       */
      exchangeRateType?: string;
      /** @example Office rent */
      description?: string;
      /** @description Values of dimensions, at most one of each. The rules of the account may need or refuse some, and add defaults. */
      dimensions?: components['schemas']['LineDimensionFields'][];
    };
    JournalEntryFields: {
      /**
       * Format: uuid
       * @description The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description Code of the journal; `GENERAL` where left out. The entry gets the next number of the journal in its fiscal year.
       * @example GENERAL
       */
      journalCode?: string;
      /**
       * Format: date
       * @description Accounting date. Its fiscal period must be open.
       * @example 2026-01-31
       */
      entryDate: string;
      /**
       * @description Whether the entry goes to the adjustment period of its fiscal year; its date is then the last day of the year. `false` where left out.
       * @example false
       */
      adjustment?: boolean;
      /**
       * @description `opening` entries count as opening balance and not as movement; `closing` entries are movement that reports show apart; `regular` where left out.
       * @example regular
       */
      kind?: components['schemas']['JournalEntryKind'];
      /** @example Office rent January */
      description: string;
      /**
       * @description Number of the voucher or document behind the entry.
       * @example INV-2026-0117
       */
      reference?: string;
      /**
       * @description The system that the entry comes from; given together with `externalId`.
       * @example webshop
       */
      externalSource?: string;
      /**
       * @description The key of the entry in that system; one entry for each.
       * @example order-4711
       */
      externalId?: string;
      /**
       * @description Currency of all lines that name none; the functional currency where left out.
       * @example EUR
       */
      currency?: string;
      /**
       * Format: decimal
       * @description Exchange rate of all foreign lines that name none.
       * @example 11.2345
       */
      exchangeRate?: string;
      /** @example ECB reference rate */
      exchangeRateSource?: string;
      /**
       * @description Type of the recorded rates that foreign lines take which have no rate of their own; `spot` where left out.
       * @example spot
       */
      exchangeRateType?: string;
      /**
       * @description Why the entry belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.
       * @example Late supplier invoice, agreed with the auditor
       */
      softCloseReason?: string;
      /**
       * Format: date
       * @description The entry is an accrual: it is reversed by itself on this date, which is after its own.
       * @example 2026-02-01
       */
      reversesOn?: string;
      /** @description Debits equal credits, exactly, in the functional currency. */
      lines: components['schemas']['JournalLineFields'][];
    };
    ImportJournalJson: {
      /**
       * Format: uuid
       * @description Whose books these are. The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /** @description Posted in this order. `legalEntityId` of an entry is left out or that of the import. */
      entries: components['schemas']['JournalEntryFields'][];
    };
    PlainTextAccount: {
      /**
       * @description The account as the file names it, whole.
       * @example expenses:office supplies
       */
      name: string;
      /**
       * @description The account in the books. With `createMissing` it may be new, and be left out for the next free code.
       * @example 5410
       */
      code?: string;
      /**
       * @description Of a new account; wins over what the file says.
       * @example expense
       */
      type?: components['schemas']['AccountType'];
    };
    PlainTextSymbol: {
      /**
       * @description As amounts of the file have it.
       * @example $
       */
      symbol: string;
      /** @example USD */
      currency: string;
    };
    ImportPlainTextJournal: {
      /**
       * Format: uuid
       * @description Whose books these are. The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description The journal as text.
       * @example 2026-01-31 * Office supplies
       *       expenses:office  £100.00
       *       assets:cash
       */
      file: string;
      /**
       * @description Of all amounts, until a directive `decimal-mark` of the file; never guessed.
       * @example point
       */
      decimalSeparator: components['schemas']['DecimalSeparator'];
      /** @description Accounts by name. Those that are not here have a tag `code` in their `account` directive, or are new. */
      accounts?: components['schemas']['PlainTextAccount'][];
      /** @description Currencies by symbol, beside the codes of ISO 4217, `€` (EUR) and `£` (GBP). */
      symbols?: components['schemas']['PlainTextSymbol'][];
      /**
       * @description Of amounts without a commodity.
       * @example EUR
       */
      currency?: string;
      /**
       * @description Journal of entries without a tag `journal` of one that the books have; `GENERAL` where left out.
       * @example GENERAL
       */
      journalCode?: string;
      /**
       * @description Add accounts, dimensions and values that the books lack. The type of an account is that of the request, of its tag `type`, or of the account at its top: assets, liabilities, equity, income or revenues, expenses.
       * @example true
       */
      createMissing?: boolean;
      /**
       * @description Leave out entries with a commodity that is no currency, and name them in the report, instead of refusing.
       * @example false
       */
      skipOtherCommodities?: boolean;
    };
    /** @enum {string} */
    ImportFormat: 'sie4' | 'csv' | 'json' | 'plain_text';
    /** @enum {string} */
    ImportStatus: 'imported' | 'undone';
    ImportView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @description The one that a SIE file brings; of other formats that of the first entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /** @example sie4 */
      format: components['schemas']['ImportFormat'];
      /**
       * @description Of the file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description Entries of the import that bring no key of their own have it as `externalSource`; their `externalId` is their place or key in the file.
       * @example sie:b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      externalSource: string;
      /**
       * @description Entries that it posted, the opening entry included.
       * @example 85
       */
      entryCount: number;
      /** @example imported */
      status: components['schemas']['ImportStatus'];
      /**
       * Format: uuid
       * @description The person who imported it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      importedBy: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      importedAt: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      undoneBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      undoneAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    ImportList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ImportView'][];
      page: components['schemas']['PageView'];
    };
    SieReportView: {
      /**
       * @description Of the file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description What wrote the file.
       * @example BL Administration 2011.2.102
       */
      program: string | null;
      /**
       * Format: date
       * @example 2026-02-01
       */
      generatedOn: string | null;
      /** @example Exempel AB */
      companyName: string | null;
      /** @example 556265-1892 */
      organizationNumber: string | null;
      fiscalYear: components['schemas']['SieFiscalYearView'];
      /**
       * @description False where the books had the fiscal year before.
       * @example true
       */
      fiscalYearCreated: boolean;
      /**
       * @description All amounts are in it.
       * @example SEK
       */
      currency: string;
      /**
       * @description The books had no entries and took over the currency of the file.
       * @example false
       */
      currencyAdopted: boolean;
      counts: components['schemas']['SieImportCountsView'];
      opening: components['schemas']['SieOpeningView'];
      /** @description All accounts of the file, each with its rule. */
      accounts: components['schemas']['SieAccountView'][];
      series: components['schemas']['SieSeriesView'][];
      skippedVouchers: components['schemas']['SieSkippedVoucherView'][];
      /** @description What #PBUDGET became: an active budget of the fiscal year. Null where the file has none that fits. */
      budget: components['schemas']['SieBudgetView'] | null;
      /** @description What was read and is not in the books afterwards. */
      notKept: components['schemas']['SieNotKeptView'][];
      /** @description Every account with a figure in the year, by code. */
      closings: components['schemas']['SieClosingView'][];
      /** @description All dimensions of the file. */
      dimensions: components['schemas']['SieDimensionView'][];
      /** @description Every balance by object that closes the year. */
      objectClosings: components['schemas']['SieObjectClosingView'][];
      /** @description Worth knowing; none of it stands in the way. */
      remarks: components['schemas']['SieRemarkView'][];
      /**
       * @description Remarks beyond those listed.
       * @example 0
       */
      remarksLeftOff: number;
    };
    ImportDetailView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @description The one that a SIE file brings; of other formats that of the first entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /** @example sie4 */
      format: components['schemas']['ImportFormat'];
      /**
       * @description Of the file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description Entries of the import that bring no key of their own have it as `externalSource`; their `externalId` is their place or key in the file.
       * @example sie:b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      externalSource: string;
      /**
       * @description Entries that it posted, the opening entry included.
       * @example 85
       */
      entryCount: number;
      /** @example imported */
      status: components['schemas']['ImportStatus'];
      /**
       * Format: uuid
       * @description The person who imported it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      importedBy: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      importedAt: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      undoneBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      undoneAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /** @description As it was answered when the file was imported. */
      report: components['schemas']['SieReportView'];
    };
    UndoneImportView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @description The one that a SIE file brings; of other formats that of the first entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /** @example sie4 */
      format: components['schemas']['ImportFormat'];
      /**
       * @description Of the file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description Entries of the import that bring no key of their own have it as `externalSource`; their `externalId` is their place or key in the file.
       * @example sie:b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      externalSource: string;
      /**
       * @description Entries that it posted, the opening entry included.
       * @example 85
       */
      entryCount: number;
      /** @example imported */
      status: components['schemas']['ImportStatus'];
      /**
       * Format: uuid
       * @description The person who imported it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      importedBy: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      importedAt: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      undoneBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      undoneAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /**
       * @description Entries reversed now; those that had been reversed before stay so.
       * @example 85
       */
      entriesReversed: number;
      /** @example 85 entries were reversed, each on its own date. Accounts and the fiscal year stay. */
      explanation: string;
    };
    CreateJournalEntry: {
      /**
       * Format: uuid
       * @description The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description Code of the journal; `GENERAL` where left out. The entry gets the next number of the journal in its fiscal year.
       * @example GENERAL
       */
      journalCode?: string;
      /**
       * Format: date
       * @description Accounting date. Its fiscal period must be open.
       * @example 2026-01-31
       */
      entryDate: string;
      /**
       * @description Whether the entry goes to the adjustment period of its fiscal year; its date is then the last day of the year. `false` where left out.
       * @example false
       */
      adjustment?: boolean;
      /**
       * @description `opening` entries count as opening balance and not as movement; `closing` entries are movement that reports show apart; `regular` where left out.
       * @example regular
       */
      kind?: components['schemas']['JournalEntryKind'];
      /** @example Office rent January */
      description: string;
      /**
       * @description Number of the voucher or document behind the entry.
       * @example INV-2026-0117
       */
      reference?: string;
      /**
       * @description The system that the entry comes from; given together with `externalId`.
       * @example webshop
       */
      externalSource?: string;
      /**
       * @description The key of the entry in that system; one entry for each.
       * @example order-4711
       */
      externalId?: string;
      /**
       * @description Currency of all lines that name none; the functional currency where left out.
       * @example EUR
       */
      currency?: string;
      /**
       * Format: decimal
       * @description Exchange rate of all foreign lines that name none.
       * @example 11.2345
       */
      exchangeRate?: string;
      /** @example ECB reference rate */
      exchangeRateSource?: string;
      /**
       * @description Type of the recorded rates that foreign lines take which have no rate of their own; `spot` where left out.
       * @example spot
       */
      exchangeRateType?: string;
      /**
       * @description Why the entry belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.
       * @example Late supplier invoice, agreed with the auditor
       */
      softCloseReason?: string;
      /**
       * Format: date
       * @description The entry is an accrual: it is reversed by itself on this date, which is after its own.
       * @example 2026-02-01
       */
      reversesOn?: string;
      /** @description Debits equal credits, exactly, in the functional currency. */
      lines: components['schemas']['JournalLineFields'][];
      /**
       * @description Must be `true`: the entry is posted at once and for good. A correction is a reversal.
       * @example true
       */
      post: boolean;
    };
    /** @enum {string} */
    JournalEntryStatus: 'posted' | 'reversed';
    EntryApproverView: {
      /**
       * Format: uuid
       * @description The person who approved.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      personId: string;
      /**
       * Format: uuid
       * @description The approver in whose place they did.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      onBehalfOf: string | null;
    };
    EntryApprovalView: {
      /**
       * Format: uuid
       * @description The approval request, with its steps and decisions.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      requestId: string;
      /**
       * Format: uuid
       * @description The person who submitted the entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      makerId: string;
      /** @description In the order of their decisions. */
      approvers: components['schemas']['EntryApproverView'][];
    };
    LineDimensionView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      dimensionId: string;
      /** @example COST-CENTRE */
      dimensionCode: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      valueId: string;
      /** @example STO */
      valueCode: string;
      /** @example Stockholm */
      valueName: string;
    };
    JournalLineView: {
      /** @example 1 */
      lineNumber: number;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 1930 */
      accountCode: string;
      /** @example Bank account */
      accountName: string;
      /** @example EUR */
      currency: string;
      /**
       * Format: decimal
       * @description In `currency`. Both amounts are zero where a line adjusts the functional currency alone.
       * @example 1250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      credit: string;
      /**
       * Format: decimal
       * @description In the functional currency of the entry.
       * @example 1250.00
       */
      functionalDebit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      functionalCredit: string;
      /**
       * Format: decimal
       * @example 11.2345
       */
      exchangeRate: string | null;
      /** @example ECB reference rate */
      exchangeRateSource: string | null;
      /** @example Office rent */
      description: string | null;
      /** @description Values of dimensions, by the code of the dimension; those that the line was posted with. */
      dimensions: components['schemas']['LineDimensionView'][];
      /**
       * @description Whether nobody asked for the line: it takes what rounding left of converted amounts, on the rounding account of the books.
       * @example false
       */
      isRounding: boolean;
    };
    JournalEntryView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example GENERAL */
      journalCode: string;
      /**
       * @description Gapless within the journal and fiscal year, in posting order.
       * @example 17
       */
      number: number;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      periodId: string;
      /**
       * Format: date
       * @example 2026-01-31
       */
      entryDate: string;
      /**
       * @description Whether its period is the adjustment period of the year.
       * @example false
       */
      adjustment: boolean;
      /** @example regular */
      kind: components['schemas']['JournalEntryKind'];
      /** @example posted */
      status: components['schemas']['JournalEntryStatus'];
      /** @example Office rent January */
      description: string;
      /** @example INV-2026-0117 */
      reference: string | null;
      /** @example webshop */
      externalSource: string | null;
      /** @example order-4711 */
      externalId: string | null;
      /** @example EUR */
      functionalCurrency: string;
      /**
       * Format: decimal
       * @description Sum of the debits, equal to the sum of the credits, in the functional currency.
       * @example 1250.00
       */
      total: string;
      /**
       * Format: uuid
       * @description The entry that this one reverses.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      reversalOf: string | null;
      /**
       * Format: uuid
       * @description The entry that reverses this one.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      reversedBy: string | null;
      /** @example Late supplier invoice */
      softCloseReason: string | null;
      /**
       * Format: uuid
       * @description The person who posted it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      postedBy: string;
      /**
       * Format: date-time
       * @example 2026-02-01T08:30:00.000Z
       */
      postedAt: string;
      /** @description Who asked for it and who approved it, where a policy covered it; null for other entries. */
      approval: components['schemas']['EntryApprovalView'] | null;
      lines: components['schemas']['JournalLineView'][];
    };
    /**
     * @description `atomic`: all entries or none. `independent`: each for itself; a refused one does not hold back the others.
     * @enum {string}
     */
    BulkMode: 'atomic' | 'independent';
    PostJournalEntriesInBulk: {
      /**
       * @description `atomic`: all entries or none. `independent`: each for itself; a refused one does not hold back the others.
       * @example atomic
       */
      mode: components['schemas']['BulkMode'];
      /** @description Posted in this order. */
      entries: components['schemas']['JournalEntryFields'][];
    };
    /** @enum {string} */
    BulkResultStatus: 'posted' | 'refused';
    BulkResultView: {
      /**
       * @description Position of the entry in the request, from 0.
       * @example 0
       */
      index: number;
      /** @example posted */
      status: components['schemas']['BulkResultStatus'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string | null;
      /** @example GENERAL */
      journalCode: string | null;
      /** @example 17 */
      number: number | null;
      /** @description Why the entry was refused; empty where it was posted. */
      errors: components['schemas']['BulkErrorView'][];
    };
    BulkPostingView: {
      /** @example atomic */
      mode: components['schemas']['BulkMode'];
      /** @description One result for each entry, in the order of the request. */
      results: components['schemas']['BulkResultView'][];
    };
    /**
     * @description `valid` where posting it now would be accepted.
     * @enum {string}
     */
    EntryValidationResult: 'valid' | 'invalid';
    EntryValidationView: {
      /**
       * @description `valid` where posting it now would be accepted.
       * @example valid
       */
      result: components['schemas']['EntryValidationResult'];
      /** @description Everything that is wrong; empty where it is valid. */
      errors: components['schemas']['BulkErrorView'][];
      /**
       * @description Of a valid entry.
       * @example EUR
       */
      functionalCurrency: string | null;
      /**
       * Format: decimal
       * @description Sum of the debits of a valid entry.
       * @example 1250.00
       */
      total: string | null;
      /** @description The lines that a valid entry would be posted with: splits divided, amounts converted, rounding added. */
      lines: components['schemas']['JournalLineView'][];
    };
    ReverseJournalEntry: {
      /**
       * Format: date
       * @description Date of the reversal, in an open period, not before the original; the date of the original where left out.
       * @example 2026-02-01
       */
      entryDate?: string;
      /**
       * @description Whether the reversal goes to the adjustment period; where left out, a reversal on the date of its original goes to the same period.
       * @example false
       */
      adjustment?: boolean;
      /**
       * @description Names the original where left out.
       * @example Posted to the wrong account
       */
      description?: string;
      /**
       * @description As for a new entry: why it belongs into a softly closed period.
       * @example Agreed with the auditor
       */
      softCloseReason?: string;
    };
    JournalEntryList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['JournalEntryView'][];
      page: components['schemas']['PageView'];
    };
    JournalEntryDraftList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['JournalEntryDraftView'][];
      page: components['schemas']['PageView'];
    };
    DraftLine: {
      /**
       * @description The account by its code; it need not exist yet.
       * @example 1930
       */
      accountCode?: string | null;
      /**
       * Format: decimal
       * @description In the currency of the line.
       * @example 1250.00
       */
      debit?: string | null;
      /**
       * Format: decimal
       * @description In the currency of the line.
       * @example 0.00
       */
      credit?: string | null;
      /**
       * @description ISO 4217; the currency of the draft where null.
       * @example EUR
       */
      currency?: string | null;
      /**
       * Format: decimal
       * @description Functional currency for one unit of the line’s currency; the recorded rate where null.
       * @example 11.2345
       */
      exchangeRate?: string | null;
      /**
       * @description Where a rate that is given comes from.
       * @example ECB reference rate
       */
      exchangeRateSource?: string | null;
      /**
       * @description Type of the recorded rate to take.
       * @example spot
       */
      exchangeRateType?: string | null;
      /** @example Office rent */
      description?: string | null;
      /** @description Values of dimensions, or a split, as for an entry. */
      dimensions?: components['schemas']['LineDimensionFields'][] | null;
    };
    CreateJournalEntryDraft: {
      /**
       * @description Code of the journal; `GENERAL` where null.
       * @example GENERAL
       */
      journalCode?: string | null;
      /**
       * Format: date
       * @description Accounting date; needed to post.
       * @example 2026-01-31
       */
      entryDate?: string | null;
      /**
       * @description Whether the entry goes to the adjustment period of its year.
       * @example false
       */
      adjustment?: boolean | null;
      /**
       * @description `regular` where null.
       * @example regular
       */
      kind?: components['schemas']['JournalEntryKind'] | null;
      /**
       * @description Needed to post.
       * @example Office rent January
       */
      description?: string | null;
      /**
       * @description Number of the voucher behind the entry.
       * @example INV-2026-0117
       */
      reference?: string | null;
      /**
       * @description The system that the entry comes from.
       * @example webshop
       */
      externalSource?: string | null;
      /**
       * @description The key of the entry in that system.
       * @example order-4711
       */
      externalId?: string | null;
      /**
       * @description Currency of all lines that name none; the functional currency where null.
       * @example EUR
       */
      currency?: string | null;
      /**
       * Format: decimal
       * @description Exchange rate of all foreign lines that name none.
       * @example 11.2345
       */
      exchangeRate?: string | null;
      /** @example ECB reference rate */
      exchangeRateSource?: string | null;
      /**
       * @description Type of the recorded rates that foreign lines take which have no rate of their own.
       * @example spot
       */
      exchangeRateType?: string | null;
      /**
       * @description Why the entry belongs into a softly closed period.
       * @example Late supplier invoice, agreed with the auditor
       */
      softCloseReason?: string | null;
      /**
       * Format: date
       * @description Once posted, the entry is reversed on this date.
       * @example 2026-02-01
       */
      reversesOn?: string | null;
      /** @description The lines in their order, none to 5,000. They need not balance. Sent in a change, they replace all. */
      lines?: components['schemas']['DraftLine'][];
      /**
       * Format: uuid
       * @description The default legal entity where left out; fixed for good.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
    };
    UpdateJournalEntryDraft: {
      /**
       * @description Code of the journal; `GENERAL` where null.
       * @example GENERAL
       */
      journalCode?: string | null;
      /**
       * Format: date
       * @description Accounting date; needed to post.
       * @example 2026-01-31
       */
      entryDate?: string | null;
      /**
       * @description Whether the entry goes to the adjustment period of its year.
       * @example false
       */
      adjustment?: boolean | null;
      /**
       * @description `regular` where null.
       * @example regular
       */
      kind?: components['schemas']['JournalEntryKind'] | null;
      /**
       * @description Needed to post.
       * @example Office rent January
       */
      description?: string | null;
      /**
       * @description Number of the voucher behind the entry.
       * @example INV-2026-0117
       */
      reference?: string | null;
      /**
       * @description The system that the entry comes from.
       * @example webshop
       */
      externalSource?: string | null;
      /**
       * @description The key of the entry in that system.
       * @example order-4711
       */
      externalId?: string | null;
      /**
       * @description Currency of all lines that name none; the functional currency where null.
       * @example EUR
       */
      currency?: string | null;
      /**
       * Format: decimal
       * @description Exchange rate of all foreign lines that name none.
       * @example 11.2345
       */
      exchangeRate?: string | null;
      /** @example ECB reference rate */
      exchangeRateSource?: string | null;
      /**
       * @description Type of the recorded rates that foreign lines take which have no rate of their own.
       * @example spot
       */
      exchangeRateType?: string | null;
      /**
       * @description Why the entry belongs into a softly closed period.
       * @example Late supplier invoice, agreed with the auditor
       */
      softCloseReason?: string | null;
      /**
       * Format: date
       * @description Once posted, the entry is reversed on this date.
       * @example 2026-02-01
       */
      reversesOn?: string | null;
      /** @description The lines in their order, none to 5,000. They need not balance. Sent in a change, they replace all. */
      lines?: components['schemas']['DraftLine'][];
    };
    JournalImportReportView: {
      /**
       * @description Of the file; of the entries as JSON text where they are no file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description Entries that are posted.
       * @example 120
       */
      entryCount: number;
      /**
       * @description Their lines.
       * @example 260
       */
      lineCount: number;
      /**
       * Format: date
       * @description The first date of them.
       * @example 2026-01-02
       */
      firstOn: string;
      /**
       * Format: date
       * @description The last date of them.
       * @example 2026-03-31
       */
      lastOn: string;
      /** @description Accounts that are new in the books. */
      accountsCreated: components['schemas']['CreatedAccountView'][];
      /** @description Entries of the file that are not posted, and why. */
      skippedEntries: components['schemas']['SkippedEntryView'][];
      /** @description What was read past, the first hundred. */
      remarks: components['schemas']['JournalImportRemarkView'][];
    };
    JournalImportDetailView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @description The one that a SIE file brings; of other formats that of the first entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /** @example sie4 */
      format: components['schemas']['ImportFormat'];
      /**
       * @description Of the file.
       * @example b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      sha256: string;
      /**
       * @description Entries of the import that bring no key of their own have it as `externalSource`; their `externalId` is their place or key in the file.
       * @example sie:b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a
       */
      externalSource: string;
      /**
       * @description Entries that it posted, the opening entry included.
       * @example 85
       */
      entryCount: number;
      /** @example imported */
      status: components['schemas']['ImportStatus'];
      /**
       * Format: uuid
       * @description The person who imported it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      importedBy: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      importedAt: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      undoneBy: string | null;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      undoneAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
      /** @description As it was answered when the entries were imported. */
      report: components['schemas']['JournalImportReportView'];
    };
    /** @enum {string} */
    JournalStatus: 'active' | 'inactive';
    JournalView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Journals of imported books carry the names of the series in the file.
       * @example SALES
       */
      code: string;
      /** @example Sales journal */
      name: string;
      /** @example active */
      status: components['schemas']['JournalStatus'];
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    JournalList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['JournalView'][];
      page: components['schemas']['PageView'];
    };
    CreateJournal: {
      /**
       * Format: uuid
       * @description The default legal entity where left out; the only active one, where none is the default.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /**
       * @description Unique in the legal entity and fixed for good. Case counts.
       * @example SALES
       */
      code: string;
      /** @example Sales journal */
      name: string;
    };
    UpdateJournal: {
      /** @example Sales journal */
      name?: string;
      /**
       * @description An inactive journal takes no entries. `GENERAL` and `OPENING` stay active.
       * @example active
       */
      status?: components['schemas']['JournalStatus'];
    };
    NumberSeriesView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      journalId: string;
      /** @example GENERAL */
      journalCode: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * Format: date
       * @description First day of the fiscal year.
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      endsOn: string;
      /**
       * @description Null while nothing is posted.
       * @example 1
       */
      firstNumber: number | null;
      /** @example 17 */
      lastNumber: number | null;
      /**
       * @description Entries in the series.
       * @example 17
       */
      entryCount: number;
      /**
       * @description The counter: the next entry gets the number after it.
       * @example 17
       */
      counter: number;
      /**
       * @description Whether the numbers run from 1 to the counter, each once.
       * @example true
       */
      isContiguous: boolean;
    };
    AllNumberSeriesView: {
      /** @description By fiscal year and journal. */
      series: components['schemas']['NumberSeriesView'][];
    };
    /**
     * @description `complete` where every number up to the counter of its series has an entry.
     * @enum {string}
     */
    NumberGapStatus: 'complete' | 'incomplete';
    NumberGapView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      journalId: string;
      /** @example GENERAL */
      journalCode: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * Format: date
       * @description First day of the fiscal year.
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      endsOn: string;
      /**
       * @description The first number that no entry has.
       * @example 12
       */
      fromNumber: number;
      /**
       * @description The last one.
       * @example 12
       */
      toNumber: number;
    };
    NumberGapsView: {
      /**
       * @description `complete` where every number up to the counter of its series has an entry.
       * @example complete
       */
      status: components['schemas']['NumberGapStatus'];
      /**
       * Format: date-time
       * @example 2026-02-01T08:30:00.000Z
       */
      checkedAt: string;
      /** @description Numbers that were drawn and are not there; expected none. */
      gaps: components['schemas']['NumberGapView'][];
    };
    VoidedNumberView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      journalId: string;
      /** @example GENERAL */
      journalCode: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * Format: date
       * @description First day of the fiscal year.
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      endsOn: string;
      /**
       * @description The number, which stays with its entry.
       * @example 12
       */
      number: number;
      /**
       * Format: uuid
       * @description The entry that was reversed.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string;
      /**
       * Format: date
       * @example 2026-01-31
       */
      entryDate: string;
      /** @example Office rent January */
      description: string;
      /**
       * Format: uuid
       * @description The entry that reverses it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      reversalId: string;
      /**
       * @description In the same journal, in the fiscal year of its own date.
       * @example 15
       */
      reversalNumber: number;
      /**
       * Format: date
       * @example 2026-02-01
       */
      reversedOn: string;
      /**
       * @description What the reversal gives as its description.
       * @example Posted to the wrong account
       */
      reason: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      reversedBy: string;
      /**
       * Format: date-time
       * @example 2026-02-01T08:30:00.000Z
       */
      reversedAt: string;
    };
    VoidedNumberList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['VoidedNumberView'][];
      page: components['schemas']['PageView'];
    };
    /**
     * @description `post`: entries are posted. `draft`: drafts are made, for somebody to post.
     * @enum {string}
     */
    RecurringMode: 'post' | 'draft';
    /** @enum {string} */
    Frequency: 'weekly' | 'monthly' | 'quarterly' | 'yearly';
    /** @enum {string} */
    RecurringStatus: 'active' | 'paused' | 'ended';
    RecurringEntryView: {
      /** @example Office rent */
      name: string;
      /**
       * @description `post`: entries are posted. `draft`: drafts are made, for somebody to post.
       * @example post
       */
      mode: components['schemas']['RecurringMode'];
      /** @description All amounts that the template asks for. */
      amounts: components['schemas']['NamedAmount'][];
      /**
       * Format: date
       * @description The last day that it may fall on; no end where null.
       * @example 2026-12-31
       */
      endsOn: string | null;
      /**
       * @description How many dates it has at most; no bound where null.
       * @example 12
       */
      occurrences: number | null;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      templateId: string;
      /** @example monthly */
      frequency: components['schemas']['Frequency'];
      /**
       * Format: date
       * @example 2026-01-31
       */
      startsOn: string;
      /** @example false */
      monthEnd: boolean;
      /** @example active */
      status: components['schemas']['RecurringStatus'];
      /**
       * @description How many dates are behind it, done or left out.
       * @example 3
       */
      passed: number;
      /**
       * Format: date
       * @description The next date; null where it has ended.
       * @example 2026-04-30
       */
      nextOn: string | null;
      /**
       * @description Why the next date was refused.
       * @example period_closed
       */
      refusalCode: string | null;
      /** @example The fiscal period 2026-04-01 to 2026-04-30 is locked for good. */
      refusal: string | null;
      /**
       * Format: date-time
       * @description Since when it is refused for this reason. It is tried again at every run, before later dates.
       * @example 2026-04-30T08:30:00.000Z
       */
      refusedAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    RecurringEntryList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['RecurringEntryView'][];
      page: components['schemas']['PageView'];
    };
    CreateRecurringEntry: {
      /** @example Office rent */
      name: string;
      /**
       * @description `post`: entries are posted. `draft`: drafts are made, for somebody to post.
       * @example post
       */
      mode: components['schemas']['RecurringMode'];
      /** @description All amounts that the template asks for. */
      amounts?: components['schemas']['NamedAmount'][];
      /**
       * Format: date
       * @description The last day that it may fall on; no end where null.
       * @example 2026-12-31
       */
      endsOn?: string | null;
      /**
       * @description How many dates it has at most; no bound where null.
       * @example 12
       */
      occurrences?: number | null;
      /** @example monthly */
      frequency: components['schemas']['Frequency'];
      /**
       * Format: date
       * @description The first date; the others are counted from it. What begins on the 31st falls on the last day of shorter months.
       * @example 2026-01-31
       */
      startsOn: string;
      /**
       * Format: uuid
       * @description The template that its entries are made of.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      templateId: string;
      /**
       * @description Always on the last day of the month. Not with `weekly`.
       * @example false
       */
      monthEnd?: boolean;
    };
    RecurringPreviewView: {
      /**
       * @description In their order.
       * @example [
       *       "2026-01-31",
       *       "2026-02-28"
       *     ]
       */
      dates: string[];
    };
    UpdateRecurringEntry: {
      /** @example Office rent */
      name?: string;
      /**
       * @description `post`: entries are posted. `draft`: drafts are made, for somebody to post.
       * @example post
       */
      mode?: components['schemas']['RecurringMode'];
      /** @description All amounts that the template asks for. */
      amounts?: components['schemas']['NamedAmount'][];
      /**
       * Format: date
       * @description The last day that it may fall on; no end where null.
       * @example 2026-12-31
       */
      endsOn?: string | null;
      /**
       * @description How many dates it has at most; no bound where null.
       * @example 12
       */
      occurrences?: number | null;
    };
    /**
     * @description What becomes of the dates before today: the next run does them in order, or they are left out for good.
     * @enum {string}
     */
    MissedDates: 'catch_up' | 'skip';
    ResumeRecurringEntry: {
      /**
       * @description What becomes of the dates before today: the next run does them in order, or they are left out for good.
       * @example catch_up
       */
      missed: components['schemas']['MissedDates'];
    };
    RecurringRunView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      recurringId: string;
      /**
       * Format: date
       * @example 2026-01-31
       */
      dueOn: string;
      /**
       * Format: uuid
       * @description The entry that was posted.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string | null;
      /**
       * Format: uuid
       * @description The draft that was made; it may have been deleted since.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      draftId: string | null;
      /**
       * Format: uuid
       * @description Who ran it; an id of zeros is the system.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      ranBy: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      ranAt: string;
    };
    RecurringRunList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['RecurringRunView'][];
      page: components['schemas']['PageView'];
    };
    /** @enum {string} */
    ClosingEntries: 'included' | 'excluded';
    ComparedDateView: {
      /**
       * Format: date
       * @example 2025-12-31
       */
      asOf: string;
    };
    ComparedBalanceView: {
      /**
       * Format: decimal
       * @description Closing balance on the day that the head names in the same place.
       * @example 900.00
       */
      closing: string;
      /**
       * Format: decimal
       * @description Closing of the report less this closing.
       * @example 250.00
       */
      difference: string;
    };
    TrialBalanceLineView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 1930 */
      accountCode: string;
      /** @example Bank account */
      accountName: string;
      /** @example asset */
      accountType: components['schemas']['AccountType'];
      /**
       * Format: decimal
       * @description Balance before `from` with the opening entries of the fiscal year, debit positive. Income and expense accounts count from the start of the fiscal year.
       * @example 1000.00
       */
      opening: string;
      /**
       * Format: decimal
       * @description Sum of debits from `from` to `asOf`, opening and closing entries left out.
       * @example 250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @description Sum of credits of the same entries.
       * @example 100.00
       */
      credit: string;
      /**
       * Format: decimal
       * @description Sum of debits of closing entries in the same time; zero where excluded.
       * @example 0.00
       */
      closingEntriesDebit: string;
      /**
       * Format: decimal
       * @description Sum of credits of closing entries in the same time; zero where excluded.
       * @example 0.00
       */
      closingEntriesCredit: string;
      /**
       * Format: decimal
       * @description Opening, debit less credit, and the same of closing entries.
       * @example 1150.00
       */
      closing: string;
      /** @description One for each day of `compareTo`. */
      comparisons: components['schemas']['ComparedBalanceView'][];
    };
    TrialBalanceTotalsView: {
      /**
       * Format: decimal
       * @example 0.00
       */
      opening: string;
      /**
       * Format: decimal
       * @example 250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @example 250.00
       */
      credit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      closingEntriesDebit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      closingEntriesCredit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      closing: string;
      /** @description One for each day of `compareTo`. */
      comparisons: components['schemas']['ComparedBalanceView'][];
    };
    TrialBalanceView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @description The last day that counts.
       * @example 2026-12-31
       */
      asOf: string;
      /**
       * Format: date
       * @description First day of the movement.
       * @example 2026-01-01
       */
      from: string;
      /**
       * Format: date
       * @description Start of the fiscal year that holds `from`.
       * @example 2026-01-01
       */
      fiscalYearStartsOn: string;
      /** @example included */
      closingEntries: components['schemas']['ClosingEntries'];
      /** @description The days of `compareTo`, in their order. */
      comparisons: components['schemas']['ComparedDateView'][];
      /** @description The accounts, by code. */
      lines: components['schemas']['TrialBalanceLineView'][];
      /** @description Sums over all accounts, also those that are not shown. */
      totals: components['schemas']['TrialBalanceTotalsView'];
      /**
       * Format: decimal
       * @description Result of earlier fiscal years that no entry has taken to equity yet, debit positive (a loss). It stands in no line; total opening and total closing are its opposite, and zero without it.
       * @example 0.00
       */
      unclosedResult: string;
    };
    /** @enum {string} */
    TrialBalanceAccounts: 'with_figures' | 'with_balance' | 'all';
    LedgerLineView: {
      /**
       * Format: uuid
       * @description The entry; read it with `getJournalEntry`.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string;
      /** @example GENERAL */
      journalCode: string;
      /**
       * @description Number of the entry in its journal and fiscal year.
       * @example 17
       */
      number: number;
      /** @example 1 */
      lineNumber: number;
      /**
       * Format: date
       * @example 2026-01-31
       */
      entryDate: string;
      /** @example regular */
      kind: components['schemas']['JournalEntryKind'];
      /**
       * @description Text of the line, that of the entry where it has none.
       * @example Office rent
       */
      description: string;
      /** @example INV-2026-0117 */
      reference: string | null;
      /**
       * @description Accounts on the other side of the entry; null for entries of more than twenty lines.
       * @example [
       *       "3000"
       *     ]
       */
      counterAccountCodes: string[] | null;
      /**
       * Format: decimal
       * @example 250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      credit: string;
      /**
       * Format: decimal
       * @description Balance of the account after the line, debit positive.
       * @example 1250.00
       */
      balance: string;
      /**
       * @description Currency of the transaction.
       * @example USD
       */
      transactionCurrency: string;
      /**
       * Format: decimal
       * @description The amount in `transactionCurrency`, debit positive.
       * @example 275.00
       */
      transactionAmount: string;
    };
    LedgerAccountView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 1930 */
      accountCode: string;
      /** @example Bank account */
      accountName: string;
      /** @example asset */
      accountType: components['schemas']['AccountType'];
      /**
       * Format: decimal
       * @description Balance before `from` with the opening entries of the fiscal year, as in the trial balance; debit positive.
       * @example 1000.00
       */
      opening: string;
      /**
       * Format: decimal
       * @description Sum of debits of the whole range, closing entries left out.
       * @example 250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @description Sum of credits of the same entries.
       * @example 0.00
       */
      credit: string;
      /**
       * Format: decimal
       * @description Sum of debits of closing entries in the range; zero where excluded.
       * @example 0.00
       */
      closingEntriesDebit: string;
      /**
       * Format: decimal
       * @description Sum of credits of closing entries in the range; zero where excluded.
       * @example 0.00
       */
      closingEntriesCredit: string;
      /**
       * Format: decimal
       * @description Opening, debit less credit, and the same of closing entries.
       * @example 1250.00
       */
      closing: string;
      /**
       * Format: decimal
       * @description Balance before the first line of this page; `opening` on the first.
       * @example 1000.00
       */
      broughtForward: string;
      /** @description By date, in the order of posting. Opening entries of the fiscal year are in `opening`. */
      lines: components['schemas']['LedgerLineView'][];
    };
    ReportPageView: {
      /**
       * @description Whether the report goes on after this page.
       * @example true
       */
      hasMore: boolean;
      /**
       * @description Cursor of the following page, to be sent as `after` with the same parameters; null on the last.
       * @example kD8_2rQx0pWm1v7T5hYb3lsiMjAyNi0wMS0zMSIsIjE3Il0
       */
      next: string | null;
    };
    GeneralLedgerView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      to: string;
      /**
       * Format: date
       * @description Start of the fiscal year that holds `from`.
       * @example 2026-01-01
       */
      fiscalYearStartsOn: string;
      /** @description Accounts with a figure, by code. One whose lines fill the page goes on with the next. */
      accounts: components['schemas']['LedgerAccountView'][];
      page: components['schemas']['ReportPageView'];
    };
    AccountStatementView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      to: string;
      /**
       * Format: date
       * @description Start of the fiscal year that holds `from`.
       * @example 2026-01-01
       */
      fiscalYearStartsOn: string;
      account: components['schemas']['LedgerAccountView'];
      page: components['schemas']['ReportPageView'];
    };
    JournalReportLineView: {
      /** @example 1 */
      lineNumber: number;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 1930 */
      accountCode: string;
      /** @example Bank account */
      accountName: string;
      /** @example Office rent */
      description: string | null;
      /**
       * Format: decimal
       * @example 250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      credit: string;
    };
    JournalReportEntryView: {
      /**
       * Format: uuid
       * @description The entry; read it with `getJournalEntry`.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string;
      /** @example GENERAL */
      journalCode: string;
      /** @example 17 */
      number: number;
      /**
       * Format: date
       * @example 2026-01-31
       */
      entryDate: string;
      /** @example regular */
      kind: components['schemas']['JournalEntryKind'];
      /** @example Office rent January */
      description: string;
      /** @example INV-2026-0117 */
      reference: string | null;
      /**
       * Format: uuid
       * @description The entry that this one reverses.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      reversalOf: string | null;
      /**
       * Format: decimal
       * @description Sum of the debits of the whole entry, equal to that of the credits, whichever of its lines are shown.
       * @example 250.00
       */
      total: string;
      /** @description All lines of the entry; those with the value, where the report is of one. */
      lines: components['schemas']['JournalReportLineView'][];
    };
    JournalReportView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example Example Ltd */
      legalEntityName: string;
      /**
       * @description Functional currency of the legal entity; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: date-time
       * @description Only entries posted up to this time count; null for all that are known.
       * @example 2026-02-15T12:00:00Z
       */
      knownAt: string | null;
      /**
       * @description Null where all lines count.
       * @example COST-CENTRE
       */
      dimensionCode: string | null;
      /**
       * @description The value that the lines have; null where all count.
       * @example STO
       */
      valueCode: string | null;
      /**
       * Format: date-time
       * @description The state of the books at this time is shown.
       * @example 2027-01-31T08:30:00.000Z
       */
      generatedAt: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      to: string;
      /** @description By journal code, date and number, which is the order of posting within a journal and day. */
      entries: components['schemas']['JournalReportEntryView'][];
      page: components['schemas']['ReportPageView'];
    };
    /**
     * @description `passed` when every check did.
     * @enum {string}
     */
    IntegrityCheckStatus: 'passed' | 'failed';
    IntegrityFindingView: {
      /**
       * @description The entry, account or series that it is about.
       * @example GENERAL 17
       */
      subject: string;
      /** @example The lines sum to 100.00 debit and 90.00 credit. */
      message: string;
    };
    IntegrityCheckView: {
      /** @example entries_balance */
      name: string;
      /** @example Debits equal credits in every entry, and both equal the total of its header. */
      description: string;
      /** @example passed */
      status: components['schemas']['IntegrityCheckStatus'];
      /** @example 0 */
      findingCount: number;
      /** @description The first hundred findings. */
      findings: components['schemas']['IntegrityFindingView'][];
    };
    IntegrityChecksView: {
      /**
       * @description `passed` when every check did.
       * @example passed
       */
      status: components['schemas']['IntegrityCheckStatus'];
      /**
       * Format: date-time
       * @description The state of the books at this time was checked.
       * @example 2026-01-31T08:30:00.000Z
       */
      checkedAt: string;
      checks: components['schemas']['IntegrityCheckView'][];
    };
    /**
     * @description `done` also where somebody else reversed the entry first.
     * @enum {string}
     */
    ScheduledReversalStatus: 'scheduled' | 'done' | 'cancelled';
    ScheduledReversalView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @description The entry that is to be reversed.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      entryId: string;
      /**
       * Format: date
       * @description Date of the reversal; it is carried out once this day has come.
       * @example 2026-02-01
       */
      reversesOn: string;
      /**
       * @description `done` also where somebody else reversed the entry first.
       * @example scheduled
       */
      status: components['schemas']['ScheduledReversalStatus'];
      /**
       * Format: uuid
       * @description The entry that reverses it.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      reversalId: string | null;
      /**
       * @description Why the last attempt was refused.
       * @example period_closed
       */
      refusalCode: string | null;
      /** @example The fiscal period 2026-02-01 to 2026-02-28 is locked for good. */
      refusal: string | null;
      /**
       * Format: date-time
       * @description Since when it is refused for this reason. It is tried again at every run.
       * @example 2026-02-01T08:30:00.000Z
       */
      refusedAt: string | null;
      /**
       * @description Counts the changes; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    ScheduledReversalList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['ScheduledReversalView'][];
      page: components['schemas']['PageView'];
    };
    UpdateScheduledReversal: {
      /**
       * Format: date
       * @description After the date of the entry. What was refused is tried again then.
       * @example 2026-03-01
       */
      reversesOn: string;
    };
    StatutoryChartView: {
      /**
       * @description Unique in the organization and fixed for good. Case counts.
       * @example PCG
       */
      code: string;
      /** @example Plan comptable général */
      name: string;
      /**
       * @description Where the chart is prescribed; fixed for good.
       * @example FR
       */
      country: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /** @example 350 */
      lineCount: number;
      /**
       * @description Counts the changes of the chart, of its lines and of what is mapped to them; also the ETag.
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    StatutoryChartList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['StatutoryChartView'][];
      page: components['schemas']['PageView'];
    };
    StatutoryLineFields: {
      /**
       * @description As the authority numbers it; unique in the chart. Case counts.
       * @example 512
       */
      code: string;
      /** @example Banks */
      name: string;
    };
    CreateStatutoryChart: {
      /**
       * @description Unique in the organization and fixed for good. Case counts.
       * @example PCG
       */
      code: string;
      /** @example Plan comptable général */
      name: string;
      /**
       * @description Where the chart is prescribed; fixed for good.
       * @example FR
       */
      country: string;
      /** @description May be sent later. */
      lines?: components['schemas']['StatutoryLineFields'][];
    };
    UpdateStatutoryChart: {
      /** @example Plan comptable général */
      name?: string;
    };
    StatutoryLineView: {
      /**
       * @description As the authority numbers it; unique in the chart. Case counts.
       * @example 512
       */
      code: string;
      /** @example Banks */
      name: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description Accounts of all legal entities that are mapped to the line.
       * @example 2
       */
      accountCount: number;
      /**
       * Format: date-time
       * @example 2026-01-31T08:30:00.000Z
       */
      updatedAt: string;
    };
    StatutoryLineList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['StatutoryLineView'][];
      page: components['schemas']['PageView'];
    };
    StatutoryLinesFields: {
      /** @description All lines of the chart. */
      lines: components['schemas']['StatutoryLineFields'][];
    };
    StatutoryMappingView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /** @example 1930 */
      accountCode: string;
      /** @example Business account */
      accountName: string;
      /** @example asset */
      type: components['schemas']['AccountType'];
      /** @example active */
      status: components['schemas']['AccountStatus'];
      /**
       * Format: uuid
       * @description Null where the account belongs to no line.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      lineId: string | null;
      /** @example 512 */
      lineCode: string | null;
      /** @example Banks */
      lineName: string | null;
    };
    StatutoryMappingList: {
      /** @description The records of this page, in the order that was asked for. */
      data: components['schemas']['StatutoryMappingView'][];
      page: components['schemas']['PageView'];
    };
    StatutoryMappingFields: {
      /**
       * @description An account that takes postings.
       * @example 1930
       */
      accountCode: string;
      /**
       * @description Its line; null takes the account out of the chart.
       * @example 512
       */
      lineCode: string | null;
    };
    MapAccounts: {
      /**
       * Format: uuid
       * @description Whose accounts these are. May be left out when the organization has one legal entity.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId?: string;
      /** @description Accounts that are not named stay as they are. */
      mappings: components['schemas']['StatutoryMappingFields'][];
    };
    /**
     * @description `nothing_new`: every account belonged to its line already.
     * @enum {string}
     */
    StatutoryMappingStatus: 'mapped' | 'nothing_new' | 'dry_run';
    MappingChangeView: {
      /**
       * @description `nothing_new`: every account belonged to its line already.
       * @example mapped
       */
      status: components['schemas']['StatutoryMappingStatus'];
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      chartId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      legalEntityId: string;
      /**
       * @description Of the statutory chart, as it is now; also the ETag.
       * @example 2
       */
      version: number;
      /**
       * @description Accounts that belonged to no line before.
       * @example 40
       */
      mapped: number;
      /**
       * @description Accounts that belonged to another line.
       * @example 2
       */
      changed: number;
      /**
       * @description Accounts that belong to no line any more.
       * @example 0
       */
      removed: number;
      /**
       * @description Accounts that belonged to the line already.
       * @example 3
       */
      unchanged: number;
      /**
       * @description Active accounts of the legal entity that belong to no line yet.
       * @example 7
       */
      unmapped: number;
    };
    CloseFiscalYear: {
      /**
       * @description Kept with the year, and with an entry that goes into a softly closed period.
       * @example Approved by the general meeting
       */
      reason?: string;
    };
    /**
     * @description `dry_run`: nothing was kept.
     * @enum {string}
     */
    YearEndOutcome: 'done' | 'dry_run';
    YearEndBlockerView: {
      /** @example period_not_closed */
      code: string;
      /** @example The fiscal period 2026-11-01 to 2026-11-30 is open; close it first. */
      message: string;
    };
    YearEndLineView: {
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      accountId: string;
      /** @example 3000 */
      accountCode: string;
      /** @example Sales */
      accountName: string;
      /**
       * Format: decimal
       * @example 1250.00
       */
      debit: string;
      /**
       * Format: decimal
       * @example 0.00
       */
      credit: string;
    };
    YearEndEntryView: {
      /**
       * Format: uuid
       * @description Null in a dry run.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string | null;
      /** @example GENERAL */
      journalCode: string;
      /**
       * @description Null in a dry run.
       * @example 218
       */
      number: number | null;
      /**
       * Format: date
       * @description The last day of the fiscal year.
       * @example 2026-12-31
       */
      entryDate: string;
      /**
       * Format: uuid
       * @description The adjustment period of the year where it has one, else its last period.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      periodId: string;
      /** @example Closing of the fiscal year 2026-01-01 to 2026-12-31 */
      description: string;
      /**
       * @description The functional currency; all amounts are in it.
       * @example EUR
       */
      currency: string;
      /**
       * Format: decimal
       * @description Sum of either side.
       * @example 1250.00
       */
      total: string;
      /** @description By account code, retained earnings last. */
      lines: components['schemas']['YearEndLineView'][];
    };
    FiscalYearClosingView: {
      /**
       * @description `dry_run`: nothing was kept.
       * @example done
       */
      outcome: components['schemas']['YearEndOutcome'];
      /**
       * @description That of the fiscal year; also the ETag.
       * @example 2
       */
      version: number;
      /** @description The fiscal year as it is afterwards; in a dry run, as it is. */
      fiscalYear: components['schemas']['FiscalYearView'];
      /**
       * Format: decimal
       * @description The result that goes to retained earnings; a loss is below zero.
       * @example 1250.00
       */
      result: string;
      /** @description What stands in the way. Only a dry run answers it; otherwise it refuses the closing. */
      blockers: components['schemas']['YearEndBlockerView'][];
      /** @description The closing entry; null where income and expense accounts are at zero already, and in a dry run where it cannot be made yet. */
      entry: components['schemas']['YearEndEntryView'] | null;
    };
    ReopenFiscalYear: {
      /**
       * @description Kept with the year, and with a reversal that goes into a softly closed period.
       * @example The auditor found an invoice
       */
      reason: string;
    };
    FiscalYearReopeningView: {
      /**
       * @description `dry_run`: nothing was kept.
       * @example done
       */
      outcome: components['schemas']['YearEndOutcome'];
      /**
       * @description That of the fiscal year; also the ETag.
       * @example 3
       */
      version: number;
      /** @description The fiscal year as it is afterwards; in a dry run, as it is. */
      fiscalYear: components['schemas']['FiscalYearView'];
      /** @description The reversal of the closing entry; null where the year was closed without one. */
      reversal: components['schemas']['YearEndEntryView'] | null;
    };
    FiscalPeriodData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalPeriodId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      legalEntityId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13
       */
      fiscalYearId: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @example 2026-01-31
       */
      endsOn: string;
    };
    /** @description A period takes entries only with the permission for it and a reason. */
    FiscalPeriodClosedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.fiscal_period.closed.v1 */
      type: string;
      data: components['schemas']['FiscalPeriodData'];
    };
    /** @description A period takes no entries any more: its figures are final. */
    FiscalPeriodLockedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.fiscal_period.locked.v1 */
      type: string;
      data: components['schemas']['FiscalPeriodData'];
    };
    /** @description A period that lay ahead takes entries now. */
    FiscalPeriodOpenedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.fiscal_period.opened.v1 */
      type: string;
      data: components['schemas']['FiscalPeriodData'];
    };
    /** @description A closed period takes entries again. */
    FiscalPeriodReopenedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.fiscal_period.reopened.v1 */
      type: string;
      data: components['schemas']['FiscalPeriodData'];
    };
    FiscalYearData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      fiscalYearId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      legalEntityId: string;
      /**
       * Format: date
       * @example 2026-01-01
       */
      startsOn: string;
      /**
       * Format: date
       * @example 2026-12-31
       */
      endsOn: string;
      /**
       * Format: uuid
       * @description The entry that carried the result; null where there was nothing to carry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13
       */
      closingEntryId: string | null;
    };
    /** @description A fiscal year was closed and its result carried. */
    FiscalYearClosedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.fiscal_year.closed.v1 */
      type: string;
      data: components['schemas']['FiscalYearData'];
    };
    /** @description A closed fiscal year takes entries again; the entry that carried its result is reversed. */
    FiscalYearReopenedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.fiscal_year.reopened.v1 */
      type: string;
      data: components['schemas']['FiscalYearData'];
    };
    JournalEntryPostedData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      journalEntryId: string;
      /**
       * Format: uuid
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      legalEntityId: string;
      /**
       * Format: date
       * @example 2026-01-31
       */
      entryDate: string;
    };
    /** @description An entry was posted, by hand, by import, by a schedule or as the reversal of another. It never changes; `GET /v1/accounting/journal-entries/{id}` has its lines. */
    JournalEntryPostedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example accounting.journal_entry.posted.v1 */
      type: string;
      data: components['schemas']['JournalEntryPostedData'];
    };
    ApprovalRequestData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      approvalRequestId: string;
      /** @example journal_entry */
      subjectKind: string;
      /**
       * Format: uuid
       * @description What is to be approved, such as the draft.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      subjectId: string;
      /**
       * Format: uuid
       * @description The person who asks.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13
       */
      makerId: string;
      /** @example pending */
      state: components['schemas']['ApprovalRequestState'];
      /**
       * @description The step that waits for decisions, or was the last to.
       * @example 1
       */
      step: number;
    };
    /** @description A step is done, and the next one waits for decisions. */
    ApprovalRequestAdvancedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.advanced.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    ApprovalRequestApprovedData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      approvalRequestId: string;
      /** @example journal_entry */
      subjectKind: string;
      /**
       * Format: uuid
       * @description What is to be approved, such as the draft.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      subjectId: string;
      /**
       * Format: uuid
       * @description The person who asks.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13
       */
      makerId: string;
      /** @example pending */
      state: components['schemas']['ApprovalRequestState'];
      /**
       * @description The step that waits for decisions, or was the last to.
       * @example 1
       */
      step: number;
      /**
       * Format: uuid
       * @description What the approval made, such as the posted entry.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a15
       */
      resultId: string | null;
    };
    /** @description All steps are done, and what was asked for is carried out, in the same transaction. */
    ApprovalRequestApprovedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.approved.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestApprovedData'];
    };
    /** @description Somebody asks for an approval; its first step waits for decisions. `GET /v1/inbox` tells each person what waits for them. */
    ApprovalRequestCreatedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.created.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    ApprovalRequestDecidedData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      approvalRequestId: string;
      /** @example journal_entry */
      subjectKind: string;
      /**
       * Format: uuid
       * @description What is to be approved, such as the draft.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12
       */
      subjectId: string;
      /**
       * Format: uuid
       * @description The person who asks.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13
       */
      makerId: string;
      /** @example pending */
      state: components['schemas']['ApprovalRequestState'];
      /**
       * @description The step that waits for decisions, or was the last to.
       * @example 1
       */
      step: number;
      /** @example approve */
      decision: components['schemas']['ApprovalDecision'];
      /**
       * Format: uuid
       * @description The person who decided.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14
       */
      decidedBy: string;
      /**
       * Format: uuid
       * @description The approver whose place they took.
       * @example null
       */
      onBehalfOf: string | null;
    };
    /** @description A person approved or rejected at a step. What it led to is told by an event of its own. */
    ApprovalRequestDecidedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.decided.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestDecidedData'];
    };
    /** @description A step has waited for as many days as its policy allows: others may decide as well now. */
    ApprovalRequestEscalatedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.escalated.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    /** @description Nobody decided within the days that the policy allows. */
    ApprovalRequestExpiredEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.expired.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    /** @description An approver said no; the request has the reason. */
    ApprovalRequestRejectedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.rejected.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    /** @description What was asked for was edited or deleted meanwhile: decisions about it count no more. */
    ApprovalRequestVoidedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.voided.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    /** @description The maker no longer asks. */
    ApprovalRequestWithdrawnEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.approval_request.withdrawn.v1 */
      type: string;
      data: components['schemas']['ApprovalRequestData'];
    };
    WebhookEndpointDisabledData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      webhookEndpointId: string;
      /** @example failing */
      disabledBecause: components['schemas']['WebhookDisablingReason'];
    };
    /** @description Nothing got through to an endpoint for three days, or it answered 410: nothing is sent there any more until somebody resumes it. */
    WebhookEndpointDisabledEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.webhook_endpoint.disabled.v1 */
      type: string;
      data: components['schemas']['WebhookEndpointDisabledData'];
    };
    WebhookEndpointTestedData: {
      /**
       * Format: uuid
       * @description Also the subject of the event.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      webhookEndpointId: string;
    };
    /** @description Somebody asked for a test of a webhook endpoint. It is sent to that endpoint alone, whatever types it takes. */
    WebhookEndpointTestedEvent: {
      /**
       * @description Version of CloudEvents.
       * @example 1.0
       */
      specversion: string;
      /**
       * Format: uuid
       * @description Of the event, the same however often it is sent: what you have seen before, leave out.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      id: string;
      /**
       * @description The organization, `urn:uuid:` and its id.
       * @example urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10
       */
      source: string;
      /**
       * @description Id of the record that it happened to. Events of one subject come in their order.
       * @example 0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11
       */
      subject: string;
      /**
       * Format: date-time
       * @description When it happened: the start of the transaction.
       * @example 2026-01-31T08:30:00.000Z
       */
      time: string;
      /** @example application/json */
      datacontenttype: string;
      /**
       * @description Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.
       * @example 0000000000000000042
       */
      sequence: string;
      /** @example platform.webhook_endpoint.tested.v1 */
      type: string;
      data: components['schemas']['WebhookEndpointTestedData'];
    };
  };
  responses: {
    /** @description The request cannot be read: broken JSON, a field or parameter that does not exist, a malformed parameter. */
    BadRequest: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description No valid access token or API key came with the request. */
    Unauthenticated: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The caller lacks the permission that the operation names. */
    Forbidden: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description There is no such record in this organization. */
    NotFound: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description None of the media types in Accept can be answered. */
    NotAcceptable: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The state of the resource, or of another that it depends on, does not allow this. */
    Conflict: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The resource has changed since the version that If-Match names. */
    PreconditionFailed: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The body is larger than the operation accepts. */
    PayloadTooLarge: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The content type is not one that the operation reads. */
    UnsupportedMediaType: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The request is well formed, but a field breaks its rule; errors names each place. */
    UnprocessableContent: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The operation needs If-Match with the ETag of the version that was read. */
    PreconditionRequired: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description Too many requests; Retry-After says in how many seconds to come back. */
    TooManyRequests: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description A defect of the server; nothing of the request was kept. */
    InternalError: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description Temporarily overloaded or without its database; Retry-After says in how many seconds to come back. */
    ServiceUnavailable: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description There is no room left to store the file; nothing of it was kept. */
    InsufficientStorage: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemView'];
      };
    };
    /** @description The resource is still at the version that If-None-Match names. */
    NotModified: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
    IfNoneMatch: string;
  };
  requestBodies: never;
  headers: {
    /** @description Id of this request; it finds the request in logs and in the audit trail. */
    RequestId: string;
    /** @description Version of the resource, to be sent back as If-Match with a change. */
    ETag: string;
    /** @description The answer is that of an earlier request with this Idempotency-Key; nothing was done again. Absent otherwise. */
    IdempotentReplayed: string;
    /** @description How many requests (q) in how many seconds (w) are served, for each policy that the request counts under: credential, organization or address. On every answer of a limited operation, as draft-ietf-httpapi-ratelimit-headers-10 has it. */
    RateLimitPolicy: string;
    /** @description How many requests are left (r), and in how many seconds (t) the quota is whole again, for each policy. */
    RateLimit: string;
    /** @description Seconds to wait before the next attempt. */
    RetryAfter: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  completeSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompleteSignIn'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  renewSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenewSession'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  switchOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SwitchOrganization'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  signOutEverywhere: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All sessions have ended. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  stepUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['StepUp'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepUpView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getRecoveryCodeState: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodeStateView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  makeRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listOwnLogins: {
    parameters: {
      query?: {
        /** @description Events of this kind. Several values are separated by commas. */
        kind?: components['schemas']['LoginEventKind'][];
        /** @description All but these: Events of this kind. Several values are separated by commas. */
        'kind[ne]'?: components['schemas']['LoginEventKind'][];
        /** @description Events with this outcome. Several values are separated by commas. */
        outcome?: components['schemas']['LoginOutcome'][];
        /** @description All but these: Events with this outcome. Several values are separated by commas. */
        'outcome[ne]'?: components['schemas']['LoginOutcome'][];
        /** @description When it happened. Written as `occurredAt[gte]=2026-01-31T09:30:00Z`; a bare `occurredAt=` means `occurredAt[eq]=`. */
        occurredAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: occurredAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoginEventList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePassword'];
      };
    };
    responses: {
      /** @description The password has changed. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listSessions: {
    parameters: {
      query?: {
        /** @description Sessions in this organization. Several values are separated by commas. */
        organizationId?: string[];
        /** @description All but these: Sessions in this organization. Several values are separated by commas. */
        'organizationId[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  requestPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestPasswordReset'];
      };
    };
    responses: {
      /** @description If there is such a person, a mail is on its way. */
      202: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  confirmPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmPasswordReset'];
      };
    };
    responses: {
      /** @description The password is set; sign in with it. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listSecondFactors: {
    parameters: {
      query?: {
        /** @description Authenticators with this status. Several values are separated by commas. */
        status?: components['schemas']['SecondFactorStatus'][];
        /** @description All but these: Authenticators with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['SecondFactorStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  addSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddSecondFactor'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewSecondFactorView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmSecondFactor'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConfirmedSecondFactorView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  deleteSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The authenticator is gone. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listApiKeys: {
    parameters: {
      query?: {
        /** @description Keys with this name. Several values are separated by commas. */
        name?: string[];
        /** @description All but these: Keys with this name. Several values are separated by commas. */
        'name[ne]'?: string[];
        /** @description Beginning with this: Keys with this name. */
        'name[prefix]'?: string;
        /** @description Keys that this person made. Several values are separated by commas. */
        createdById?: string[];
        /** @description All but these: Keys that this person made. Several values are separated by commas. */
        'createdById[ne]'?: string[];
        /** @description Keys with this status. Several values are separated by commas. */
        status?: components['schemas']['ApiKeyStatus'][];
        /** @description All but these: Keys with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['ApiKeyStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: name, createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApiKey'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewApiKeyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listInvitations: {
    parameters: {
      query?: {
        /** @description Invitations to this address, in small letters. Several values are separated by commas. */
        email?: string[];
        /** @description All but these: Invitations to this address, in small letters. Several values are separated by commas. */
        'email[ne]'?: string[];
        /** @description Invitations with this status. Several values are separated by commas. */
        status?: components['schemas']['InvitationStatus'][];
        /** @description All but these: Invitations with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['InvitationStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, expiresAt, email, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateInvitation'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewInvitationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptInvitation'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedInvitationView'];
        };
      };
      400: components['responses']['BadRequest'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  acceptInvitationSignedIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptInvitationSignedIn'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedInvitationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  resendInvitation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ResendInvitation'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewInvitationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  revokeInvitation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listMemberLogins: {
    parameters: {
      query?: {
        /** @description Events of this person. Several values are separated by commas. */
        userId?: string[];
        /** @description All but these: Events of this person. Several values are separated by commas. */
        'userId[ne]'?: string[];
        /** @description Events of this kind. Several values are separated by commas. */
        kind?: components['schemas']['LoginEventKind'][];
        /** @description All but these: Events of this kind. Several values are separated by commas. */
        'kind[ne]'?: components['schemas']['LoginEventKind'][];
        /** @description Events with this outcome. Several values are separated by commas. */
        outcome?: components['schemas']['LoginOutcome'][];
        /** @description All but these: Events with this outcome. Several values are separated by commas. */
        'outcome[ne]'?: components['schemas']['LoginOutcome'][];
        /** @description When it happened. Written as `occurredAt[gte]=2026-01-31T09:30:00Z`; a bare `occurredAt=` means `occurredAt[eq]=`. */
        occurredAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: occurredAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoginEventList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listMemberships: {
    parameters: {
      query?: {
        /** @description The membership of this person. Several values are separated by commas. */
        userId?: string[];
        /** @description All but these: The membership of this person. Several values are separated by commas. */
        'userId[ne]'?: string[];
        /** @description The membership of the person with this e-mail address, in small letters. Several values are separated by commas. */
        email?: string[];
        /** @description All but these: The membership of the person with this e-mail address, in small letters. Several values are separated by commas. */
        'email[ne]'?: string[];
        /** @description Memberships of people with this name. Several values are separated by commas. */
        name?: string[];
        /** @description All but these: Memberships of people with this name. Several values are separated by commas. */
        'name[ne]'?: string[];
        /** @description Beginning with this: Memberships of people with this name. */
        'name[prefix]'?: string;
        /** @description Memberships with this status. Several values are separated by commas. */
        status?: components['schemas']['MembershipStatus'][];
        /** @description All but these: Memberships with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['MembershipStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: name, email, createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getMembership: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateMembership: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateMembership'];
        'application/json': components['schemas']['UpdateMembership'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  endMembership: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reinstateMembership: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getPermissionCatalogue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionCatalogueView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listRoles: {
    parameters: {
      query?: {
        /** @description Roles with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Roles with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Roles with this status. Several values are separated by commas. */
        status?: components['schemas']['RoleStatus'][];
        /** @description All but these: Roles with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['RoleStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createRole: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRole'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getRole: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateRole: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateRole'];
        'application/json': components['schemas']['UpdateRole'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  deactivateRole: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reactivateRole: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listSecondFactorRecoveries: {
    parameters: {
      query?: {
        /** @description Recoveries of this person. Several values are separated by commas. */
        userId?: string[];
        /** @description All but these: Recoveries of this person. Several values are separated by commas. */
        'userId[ne]'?: string[];
        /** @description Recoveries with this status. Several values are separated by commas. */
        status?: components['schemas']['SecondFactorRecoveryStatus'][];
        /** @description All but these: Recoveries with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['SecondFactorRecoveryStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRecoveryList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createSecondFactorRecovery: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSecondFactorRecovery'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRecoveryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getSecondFactorRecovery: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRecoveryView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  approveSecondFactorRecovery: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRecoveryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  cancelSecondFactorRecovery: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRecoveryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getSecurityPolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecurityPolicyView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateSecurityPolicy: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateSecurityPolicy'];
        'application/json': components['schemas']['UpdateSecurityPolicy'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecurityPolicyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  exportOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The export: UTF-8, a JSON value on each line. It is whole when its last line, the counts and the SHA-256 of all before, is there. With `Accept-Encoding: gzip` it comes compressed. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file. */
          'Content-Disposition'?: string;
          /** @description `gzip` where it is compressed. */
          'Content-Encoding'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  closeOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseOrganization'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClosedOrganizationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        /** @description Changes of records of this type, written `module.noun`. Several values are separated by commas. */
        recordType?: string[];
        /** @description All but these: Changes of records of this type, written `module.noun`. Several values are separated by commas. */
        'recordType[ne]'?: string[];
        /** @description With `recordType`, the history of this one record. Several values are separated by commas. */
        recordId?: string[];
        /** @description All but these: With `recordType`, the history of this one record. Several values are separated by commas. */
        'recordId[ne]'?: string[];
        /** @description What was done to the record. Several values are separated by commas. */
        operation?: components['schemas']['AuditOperation'][];
        /** @description All but these: What was done to the record. Several values are separated by commas. */
        'operation[ne]'?: components['schemas']['AuditOperation'][];
        /** @description Changes by this person or API key. Several values are separated by commas. */
        actorId?: string[];
        /** @description All but these: Changes by this person or API key. Several values are separated by commas. */
        'actorId[ne]'?: string[];
        /** @description Changes by this command, which is written like the permission for it. Several values are separated by commas. */
        action?: string[];
        /** @description All but these: Changes by this command, which is written like the permission for it. Several values are separated by commas. */
        'action[ne]'?: string[];
        /** @description Changes by the request that was answered with this `Request-Id`. Several values are separated by commas. */
        requestId?: string[];
        /** @description All but these: Changes by the request that was answered with this `Request-Id`. Several values are separated by commas. */
        'requestId[ne]'?: string[];
        /** @description When the change was made: the start of its transaction. Written as `recordedAt[gte]=2026-01-31T09:30:00Z`; a bare `recordedAt=` means `recordedAt[eq]=`. */
        recordedAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: recordedAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEntryList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getAuditChain: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditChainView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  checkAuditChain: {
    parameters: {
      query?: {
        /** @description Number of a seal whose root was kept; goes with `rootHash`. */
        sequence?: number;
        /** @description The root that was kept; the chain must have it at `sequence`. */
        rootHash?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditChainCheckView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createErasure: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateErasure'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasureView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listFiles: {
    parameters: {
      query?: {
        /** @description Files with this name. Several values are separated by commas. */
        name?: string[];
        /** @description All but these: Files with this name. Several values are separated by commas. */
        'name[ne]'?: string[];
        /** @description Beginning with this: Files with this name. */
        'name[prefix]'?: string;
        /** @description Files of this type. Several values are separated by commas. */
        mediaType?: string[];
        /** @description All but these: Files of this type. Several values are separated by commas. */
        'mediaType[ne]'?: string[];
        /** @description Size in bytes. Written as `sizeBytes[gte]=1048576`; a bare `sizeBytes=` means `sizeBytes[eq]=`. */
        sizeBytes?: components['schemas']['IntegerFilter'];
        /** @description Files with this content. Several values are separated by commas. */
        sha256?: string[];
        /** @description All but these: Files with this content. Several values are separated by commas. */
        'sha256[ne]'?: string[];
        /** @description Files that this person or API key uploaded. Several values are separated by commas. */
        uploadedById?: string[];
        /** @description All but these: Files that this person or API key uploaded. Several values are separated by commas. */
        'uploadedById[ne]'?: string[];
        /** @description When the file was uploaded. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, name, sizeBytes, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  uploadFile: {
    parameters: {
      query: {
        /** @description Name of the file, as it is offered when the file is downloaded. It gets an ending of its type where it has none. */
        name: string;
      };
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description The bytes of the file as they are, under its own type or as `application/octet-stream`, at most 25 MiB unless the operator allows more. */
    requestBody: {
      content: {
        'application/octet-stream': string;
        'application/pdf': string;
        'image/png': string;
        'image/jpeg': string;
        'image/tiff': string;
        'image/webp': string;
        'image/heic': string;
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string;
        'application/vnd.oasis.opendocument.spreadsheet': string;
        'application/vnd.oasis.opendocument.text': string;
        'text/plain': string;
        'text/csv': string;
        'application/json': string;
        'application/xml': string;
        'message/rfc822': string;
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
      507: components['responses']['InsufficientStorage'];
    };
  };
  getFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  deleteFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the answer has no body. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  downloadFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of a content that the caller has: the same is answered with 304 and no body. */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The content. The stream breaks off when reading fails on the way, or the reader takes nothing for 20 s. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file (RFC 6266). */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the content. */
          ETag?: string;
          /** @description Always `none`: a content is proved as a whole. */
          'Accept-Ranges'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'image/png': string;
          'image/jpeg': string;
          'image/tiff': string;
          'image/webp': string;
          'image/heic': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string;
          'application/vnd.oasis.opendocument.spreadsheet': string;
          'application/vnd.oasis.opendocument.text': string;
          'text/plain': string;
          'text/csv': string;
          'application/json': string;
          'application/xml': string;
          'message/rfc822': string;
        };
      };
      /** @description The caller has the content. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listAttachments: {
    parameters: {
      query?: {
        /** @description Attachments of records of this type. Several values are separated by commas. */
        subjectType?: string[];
        /** @description All but these: Attachments of records of this type. Several values are separated by commas. */
        'subjectType[ne]'?: string[];
        /** @description With `subjectType`, the attachments of this record, or of several. Several values are separated by commas. */
        subjectId?: string[];
        /** @description All but these: With `subjectType`, the attachments of this record, or of several. Several values are separated by commas. */
        'subjectId[ne]'?: string[];
        /** @description What this file is attached to. Several values are separated by commas. */
        fileId?: string[];
        /** @description All but these: What this file is attached to. Several values are separated by commas. */
        'fileId[ne]'?: string[];
        /** @description Attached files, or those that were detached. Several values are separated by commas. */
        status?: components['schemas']['AttachmentStatus'][];
        /** @description All but these: Attached files, or those that were detached. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['AttachmentStatus'][];
        /** @description When the file was attached. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttachmentList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  attachFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AttachFile'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttachmentView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttachmentView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  detachFile: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DetachFile'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttachmentView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  checkLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthView'];
        };
      };
      400: components['responses']['BadRequest'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  checkReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthView'];
        };
      };
      400: components['responses']['BadRequest'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listJobs: {
    parameters: {
      query?: {
        /** @description Those in this state. Several values are separated by commas. */
        state?: components['schemas']['JobState'][];
        /** @description All but these: Those in this state. Several values are separated by commas. */
        'state[ne]'?: components['schemas']['JobState'][];
        /** @description Those of this kind. Several values are separated by commas. */
        kind?: string[];
        /** @description All but these: Those of this kind. Several values are separated by commas. */
        'kind[ne]'?: string[];
        /** @description Those that this person or API key has asked for. Several values are separated by commas. */
        actorId?: string[];
        /** @description All but these: Those that this person or API key has asked for. Several values are separated by commas. */
        'actorId[ne]'?: string[];
        /** @description When it was asked for. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  watchJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The events; the data of each is the job, as `getJob` answers it. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  retryJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getEvents: {
    parameters: {
      query?: {
        /** @description Events after the ones that were read: `next` of the answer before, with the same filters. */
        after?: string;
        /** @description Events of these types. */
        type?: string[];
        /** @description Events of this one record, by its id. */
        subject?: string;
        /** @description Most events of the answer, 50 unless told. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventFeedView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getEventTypes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventTypesView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listWebhookEndpoints: {
    parameters: {
      query?: {
        /** @description Endpoints in this state. Several values are separated by commas. */
        state?: components['schemas']['WebhookEndpointState'][];
        /** @description All but these: Endpoints in this state. Several values are separated by commas. */
        'state[ne]'?: components['schemas']['WebhookEndpointState'][];
        /** @description The endpoint with this address. Several values are separated by commas. */
        url?: string[];
        /** @description All but these: The endpoint with this address. Several values are separated by commas. */
        'url[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWebhookEndpoint'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointWithSecretView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateWebhookEndpoint: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateWebhookEndpoint'];
        'application/json': components['schemas']['UpdateWebhookEndpoint'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointWithSecretView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  pauseWebhookEndpoint: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  resumeWebhookEndpoint: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  archiveWebhookEndpoint: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  testWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTestView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  replayWebhookEvents: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplayWebhookEvents'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplayedWebhookEventsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description Deliveries to this endpoint. Several values are separated by commas. */
        endpointId?: string[];
        /** @description All but these: Deliveries to this endpoint. Several values are separated by commas. */
        'endpointId[ne]'?: string[];
        /** @description Deliveries of this event. Several values are separated by commas. */
        eventId?: string[];
        /** @description All but these: Deliveries of this event. Several values are separated by commas. */
        'eventId[ne]'?: string[];
        /** @description Deliveries of events of this type. Several values are separated by commas. */
        eventType?: string[];
        /** @description All but these: Deliveries of events of this type. Several values are separated by commas. */
        'eventType[ne]'?: string[];
        /** @description Deliveries of what happened to this record. Several values are separated by commas. */
        subject?: string[];
        /** @description All but these: Deliveries of what happened to this record. Several values are separated by commas. */
        'subject[ne]'?: string[];
        /** @description Deliveries in this state; `failed` are the dead letters. Several values are separated by commas. */
        state?: components['schemas']['WebhookDeliveryState'][];
        /** @description All but these: Deliveries in this state; `failed` are the dead letters. Several values are separated by commas. */
        'state[ne]'?: components['schemas']['WebhookDeliveryState'][];
        /** @description When the delivery was queued. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getWebhookDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryDetailView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  replayWebhookDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listApprovalPolicies: {
    parameters: {
      query?: {
        /** @description Policies about this kind of things. Several values are separated by commas. */
        subjectKind?: string[];
        /** @description All but these: Policies about this kind of things. Several values are separated by commas. */
        'subjectKind[ne]'?: string[];
        /** @description Whether they ask for approvals. */
        isActive?: boolean;
        /** @description Policies for this legal entity alone. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Policies for this legal entity alone. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalPolicyList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createApprovalPolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApprovalPolicy'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalPolicyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getApprovalPolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalPolicyView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateApprovalPolicy: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateApprovalPolicy'];
        'application/json': components['schemas']['UpdateApprovalPolicy'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalPolicyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listApprovalRequests: {
    parameters: {
      query?: {
        /** @description Requests in this state. Several values are separated by commas. */
        state?: components['schemas']['ApprovalRequestState'][];
        /** @description All but these: Requests in this state. Several values are separated by commas. */
        'state[ne]'?: components['schemas']['ApprovalRequestState'][];
        /** @description Requests about this kind of things. Several values are separated by commas. */
        subjectKind?: string[];
        /** @description All but these: Requests about this kind of things. Several values are separated by commas. */
        'subjectKind[ne]'?: string[];
        /** @description Requests about this draft, period or year. Several values are separated by commas. */
        subjectId?: string[];
        /** @description All but these: Requests about this draft, period or year. Several values are separated by commas. */
        'subjectId[ne]'?: string[];
        /** @description The request that made this entry. Several values are separated by commas. */
        resultId?: string[];
        /** @description All but these: The request that made this entry. Several values are separated by commas. */
        'resultId[ne]'?: string[];
        /** @description Requests about this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Requests about this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Requests under this policy. Several values are separated by commas. */
        policyId?: string[];
        /** @description All but these: Requests under this policy. Several values are separated by commas. */
        'policyId[ne]'?: string[];
        /** @description Requests of this person. Several values are separated by commas. */
        makerId?: string[];
        /** @description All but these: Requests of this person. Several values are separated by commas. */
        'makerId[ne]'?: string[];
        /** @description Requests that this person decided about. Several values are separated by commas. */
        deciderId?: string[];
        /** @description All but these: Requests that this person decided about. Several values are separated by commas. */
        'deciderId[ne]'?: string[];
        /** @description When they were submitted. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalRequestList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  submitApprovalRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitApprovalRequest'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalRequestView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getApprovalRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalRequestDetailView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  approveApprovalRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalRequestView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  rejectApprovalRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RejectRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalRequestView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  withdrawApprovalRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['WithdrawRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalRequestView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createApprovalComment: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApprovalComment'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalCommentView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listApprovalDelegations: {
    parameters: {
      query?: {
        /** @description Delegations of the decisions of this person. Several values are separated by commas. */
        delegatorId?: string[];
        /** @description All but these: Delegations of the decisions of this person. Several values are separated by commas. */
        'delegatorId[ne]'?: string[];
        /** @description Delegations to this person. Several values are separated by commas. */
        delegateId?: string[];
        /** @description All but these: Delegations to this person. Several values are separated by commas. */
        'delegateId[ne]'?: string[];
        /** @description The first day. Written as `startsOn[gte]=2026-07-01`; a bare `startsOn=` means `startsOn[eq]=`. */
        startsOn?: components['schemas']['DateFilter'];
        /** @description The last day. Written as `endsOn[gte]=2026-07-21`; a bare `endsOn=` means `endsOn[eq]=`. */
        endsOn?: components['schemas']['DateFilter'];
        /** @description Whether they were taken back. */
        isRevoked?: boolean;
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalDelegationList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createApprovalDelegation: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApprovalDelegation'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalDelegationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getApprovalDelegation: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalDelegationView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  revokeApprovalDelegation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalDelegationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getInbox: {
    parameters: {
      query?: {
        /** @description Most items of the answer, 50 unless told. The counts are of all. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InboxView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listMails: {
    parameters: {
      query?: {
        /** @description Mails of this kind. Several values are separated by commas. */
        kind?: string[];
        /** @description All but these: Mails of this kind. Several values are separated by commas. */
        'kind[ne]'?: string[];
        /** @description Mails in this state; `failed` did not get through. Several values are separated by commas. */
        state?: components['schemas']['MailState'][];
        /** @description All but these: Mails in this state; `failed` did not get through. Several values are separated by commas. */
        'state[ne]'?: components['schemas']['MailState'][];
        /** @description Mails to this person. Several values are separated by commas. */
        personId?: string[];
        /** @description All but these: Mails to this person. Several values are separated by commas. */
        'personId[ne]'?: string[];
        /** @description Mails that this caused, such as an invitation. Several values are separated by commas. */
        sourceId?: string[];
        /** @description All but these: Mails that this caused, such as an invitation. Several values are separated by commas. */
        'sourceId[ne]'?: string[];
        /** @description When the mail was queued. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listNotifications: {
    parameters: {
      query?: {
        /** @description Notifications of this kind. Several values are separated by commas. */
        kind?: string[];
        /** @description All but these: Notifications of this kind. Several values are separated by commas. */
        'kind[ne]'?: string[];
        /** @description Notifications about this. Several values are separated by commas. */
        subjectId?: string[];
        /** @description All but these: Notifications about this. Several values are separated by commas. */
        'subjectId[ne]'?: string[];
        /** @description Notifications that were read, or not yet. */
        isRead?: boolean;
        /** @description When it was told. Written as `createdAt[gte]=2026-01-31T09:30:00Z`; a bare `createdAt=` means `createdAt[eq]=`. */
        createdAt?: components['schemas']['InstantFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getUnreadNotificationCount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnreadNotificationsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  readAllNotifications: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnreadNotificationsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getNotification: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  readNotification: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getNotificationPreferences: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationPreferencesView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateNotificationPreferences: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateNotificationPreferences'];
        'application/json': components['schemas']['UpdateNotificationPreferences'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationPreferencesView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getCurrencies: {
    parameters: {
      query?: {
        /** @description Only those that the organization uses, or only the others. */
        isInUse?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CurrencyList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listExchangeRates: {
    parameters: {
      query?: {
        /** @description Rates of this type. Several values are separated by commas. */
        rateType?: string[];
        /** @description All but these: Rates of this type. Several values are separated by commas. */
        'rateType[ne]'?: string[];
        /** @description Rates from this currency. Several values are separated by commas. */
        fromCurrency?: string[];
        /** @description All but these: Rates from this currency. Several values are separated by commas. */
        'fromCurrency[ne]'?: string[];
        /** @description Rates to this currency. Several values are separated by commas. */
        toCurrency?: string[];
        /** @description All but these: Rates to this currency. Several values are separated by commas. */
        'toCurrency[ne]'?: string[];
        /** @description Rates for this day. Written as `rateOn[gte]=2026-01-30`; a bare `rateOn=` means `rateOn[eq]=`. */
        rateOn?: components['schemas']['DateFilter'];
        /** @description Rates from this source. Several values are separated by commas. */
        source?: string[];
        /** @description All but these: Rates from this source. Several values are separated by commas. */
        'source[ne]'?: string[];
        /** @description Rates that hold, or those that were corrected. */
        isCurrent?: boolean;
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: rateOn, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  recordExchangeRate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordExchangeRate'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importExchangeRates: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
        /** @description What to do with a rate or source that differs from the one recorded for the same type, pair and day: `refuse` the import, which is the standard, or `correct` it by a further revision. */
        onDifference?: components['schemas']['ExchangeRateOnDifference'];
      };
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportExchangeRates'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateImportView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importExchangeRatesFromCsv: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
        /** @description What to do with a rate or source that differs from the one recorded for the same type, pair and day: `refuse` the import, which is the standard, or `correct` it by a further revision. */
        onDifference?: components['schemas']['ExchangeRateOnDifference'];
        /** @description Type of the rates whose line names none, or of all where the file has no column `rateType`. */
        rateType?: string;
        /** @description Source of the rates whose line names none, or of all where the file has no column `source`. */
        source?: string;
      };
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description A line of column names (`rateType`, `fromCurrency`, `toCurrency`, `rateOn`, `rate`, `source`, in any order), then one rate on each line, separated by comma, semicolon or tab. UTF-8, decimal points, dates as YYYY-MM-DD; at most 20,000 rates in 4 MiB. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateImportView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getApplicableExchangeRate: {
    parameters: {
      query: {
        /** @description Type of the rate. */
        rateType: string;
        /** @description Currency of the amount. */
        fromCurrency: string;
        /** @description Currency to convert it to. */
        toCurrency: string;
        /** @description The day to convert at; today by the clock of the organization where left out. */
        rateOn?: string;
        /** @description How many days older the rate may be; what the policy says where left out. */
        maxAgeDays?: number;
        /** @description Look at the rates as they were known at this instant, before later corrections. */
        knownAt?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicableRateView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getExchangeRate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listExchangeRateTypes: {
    parameters: {
      query?: {
        /** @description The type with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: The type with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateTypeList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createExchangeRateType: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateExchangeRateType'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateTypeView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getExchangeRateType: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateTypeView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateExchangeRateType: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateExchangeRateType'];
        'application/json': components['schemas']['UpdateExchangeRateType'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRateTypeView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listLegalEntities: {
    parameters: {
      query?: {
        /** @description Legal entities with this name. Several values are separated by commas. */
        name?: string[];
        /** @description All but these: Legal entities with this name. Several values are separated by commas. */
        'name[ne]'?: string[];
        /** @description Beginning with this: Legal entities with this name. */
        'name[prefix]'?: string;
        /** @description Legal entities with this number in the register of companies. Several values are separated by commas. */
        registrationNumber?: string[];
        /** @description All but these: Legal entities with this number in the register of companies. Several values are separated by commas. */
        'registrationNumber[ne]'?: string[];
        /** @description Legal entities that keep their books in this currency. Several values are separated by commas. */
        functionalCurrency?: string[];
        /** @description All but these: Legal entities that keep their books in this currency. Several values are separated by commas. */
        'functionalCurrency[ne]'?: string[];
        /** @description Legal entities under the law of this country. Several values are separated by commas. */
        country?: string[];
        /** @description All but these: Legal entities under the law of this country. Several values are separated by commas. */
        'country[ne]'?: string[];
        /** @description Legal entities with this status. Several values are separated by commas. */
        status?: components['schemas']['LegalEntityStatus'][];
        /** @description All but these: Legal entities with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['LegalEntityStatus'][];
        /** @description The default legal entity, or all others. */
        isDefault?: boolean;
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createLegalEntity: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateLegalEntity'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getLegalEntity: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateLegalEntity: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateLegalEntity'];
        'application/json': components['schemas']['UpdateLegalEntity'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  makeLegalEntityDefault: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  archiveLegalEntity: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reactivateLegalEntity: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalEntityView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganizationView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateOrganization: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateOrganization'];
        'application/json': components['schemas']['UpdateOrganization'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganizationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getClock: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClockView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  advanceClock: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdvanceClock'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClockView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getExchangeRatePolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRatePolicyView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateExchangeRatePolicy: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateExchangeRatePolicy'];
        'application/json': components['schemas']['UpdateExchangeRatePolicy'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExchangeRatePolicyView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importAccounts: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
        /** @description Whose chart this is. May be left out when the organization has one legal entity. */
        legalEntityId?: string;
        /** @description `create` (where left out) adds what is missing and reports what is otherwise in the chart; `upsert` also changes name, status and sub-type of accounts that are there. */
        mode?: components['schemas']['AccountImportMode'];
      };
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description A line of column names, then one account on each line, in any order: `code`, `name` and `type` are needed; `subtype`, `control`, `currency`, `isGroup` (`true` or `false`), `parentCode` and `status` may be left out. Separated by comma, semicolon or tab, UTF-8; at most 5,000 accounts in 2 MiB. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountImportView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getChartTemplates: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChartTemplatesView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importChartTemplate: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
      };
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportChartTemplate'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChartTemplateImportView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listAccounts: {
    parameters: {
      query?: {
        /** @description Accounts of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Accounts of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Accounts with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Accounts with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Accounts with this code. */
        'code[prefix]'?: string;
        /** @description Accounts of this type. Several values are separated by commas. */
        type?: components['schemas']['AccountType'][];
        /** @description All but these: Accounts of this type. Several values are separated by commas. */
        'type[ne]'?: components['schemas']['AccountType'][];
        /** @description Accounts of this sub-type. Several values are separated by commas. */
        subtype?: components['schemas']['AccountSubtype'][];
        /** @description All but these: Accounts of this sub-type. Several values are separated by commas. */
        'subtype[ne]'?: components['schemas']['AccountSubtype'][];
        /** @description Accounts that take lines in this currency only. Several values are separated by commas. */
        currency?: string[];
        /** @description All but these: Accounts that take lines in this currency only. Several values are separated by commas. */
        'currency[ne]'?: string[];
        /** @description Accounts that control this. Several values are separated by commas. */
        control?: components['schemas']['AccountControl'][];
        /** @description All but these: Accounts that control this. Several values are separated by commas. */
        'control[ne]'?: components['schemas']['AccountControl'][];
        /** @description Accounts with this status. Several values are separated by commas. */
        status?: components['schemas']['AccountStatus'][];
        /** @description All but these: Accounts with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['AccountStatus'][];
        /** @description Groups only, or accounts that take postings only. */
        isGroup?: boolean;
        /** @description Accounts directly below this group. Several values are separated by commas. */
        parentId?: string[];
        /** @description All but these: Accounts directly below this group. Several values are separated by commas. */
        'parentId[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAccount'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateAccount: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateAccount'];
        'application/json': components['schemas']['UpdateAccount'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listBooks: {
    parameters: {
      query?: {
        /** @description The books of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: The books of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BooksList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getBooks: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the legal entity. */
        legalEntityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BooksView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateBooks: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the legal entity. */
        legalEntityId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateBooks'];
        'application/json': components['schemas']['UpdateBooks'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BooksView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listBudgetLines: {
    parameters: {
      query?: {
        /** @description Lines of this account. Several values are separated by commas. */
        accountCode?: string[];
        /** @description All but these: Lines of this account. Several values are separated by commas. */
        'accountCode[ne]'?: string[];
        /** @description Beginning with this: Lines of this account. */
        'accountCode[prefix]'?: string;
        /** @description Lines of the fiscal period with this number. Written as `periodNumber[gte]=1`; a bare `periodNumber=` means `periodNumber[eq]=`. */
        periodNumber?: components['schemas']['IntegerFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: accountCode, periodNumber, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetLineList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateBudgetLines: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
      };
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BudgetLinesBody'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetLinesChangeView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importBudgetLines: {
    parameters: {
      query?: {
        /** @description What a positive amount is. `debit_positive` (where left out): a debit, as in the ledger, so that income is negative. `natural`: more of what the account is for, so that income is positive. */
        signs?: components['schemas']['BudgetSigns'];
        /** @description Which lines give way: `all` of the budget (where left out), or those of the periods that the new lines name. */
        replace?: components['schemas']['BudgetReplacement'];
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
      };
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    /** @description The column names `accountCode`, `amount`, `month` (`2026-01`) or `periodNumber`, and `dimension.CODE` for each dimension that lines have values of; then one line of the budget on each. Separated by comma, semicolon or tab, UTF-8; at most 20,000 lines in 2 MiB. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetLinesChangeView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listBudgets: {
    parameters: {
      query?: {
        /** @description Budgets of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Budgets of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Budgets of this fiscal year. Several values are separated by commas. */
        fiscalYearId?: string[];
        /** @description All but these: Budgets of this fiscal year. Several values are separated by commas. */
        'fiscalYearId[ne]'?: string[];
        /** @description Budgets with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Budgets with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Budgets with this code. */
        'code[prefix]'?: string;
        /** @description Budgets with this status. Several values are separated by commas. */
        status?: components['schemas']['BudgetStatus'][];
        /** @description All but these: Budgets with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['BudgetStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, revision, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createBudget: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateBudget'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getBudget: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateBudget: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateBudget'];
        'application/json': components['schemas']['UpdateBudget'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  activateBudget: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reviseBudget: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisedBudgetView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listDimensionRules: {
    parameters: {
      query?: {
        /** @description Rules of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Rules of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Rules of this account. Several values are separated by commas. */
        accountId?: string[];
        /** @description All but these: Rules of this account. Several values are separated by commas. */
        'accountId[ne]'?: string[];
        /** @description Rules of the accounts with this code. Several values are separated by commas. */
        accountCode?: string[];
        /** @description All but these: Rules of the accounts with this code. Several values are separated by commas. */
        'accountCode[ne]'?: string[];
        /** @description Beginning with this: Rules of the accounts with this code. */
        'accountCode[prefix]'?: string;
        /** @description Rules about this dimension. Several values are separated by commas. */
        dimensionId?: string[];
        /** @description All but these: Rules about this dimension. Several values are separated by commas. */
        'dimensionId[ne]'?: string[];
        /** @description Rules with this requirement. Several values are separated by commas. */
        requirement?: components['schemas']['DimensionRequirement'][];
        /** @description All but these: Rules with this requirement. Several values are separated by commas. */
        'requirement[ne]'?: components['schemas']['DimensionRequirement'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: accountCode, dimensionCode, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionRuleList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createDimensionRule: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDimensionRule'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionRuleView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getDimensionRule: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionRuleView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateDimensionRule: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateDimensionRule'];
        'application/json': components['schemas']['UpdateDimensionRule'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionRuleView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listDimensions: {
    parameters: {
      query?: {
        /** @description Dimensions of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Dimensions of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Dimensions with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Dimensions with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Dimensions with this code. */
        'code[prefix]'?: string;
        /** @description Dimensions of this kind. Several values are separated by commas. */
        kind?: components['schemas']['DimensionKind'][];
        /** @description All but these: Dimensions of this kind. Several values are separated by commas. */
        'kind[ne]'?: components['schemas']['DimensionKind'][];
        /** @description Dimensions with this status. Several values are separated by commas. */
        status?: components['schemas']['DimensionStatus'][];
        /** @description All but these: Dimensions with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['DimensionStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createDimension: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDimension'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getDimension: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateDimension: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateDimension'];
        'application/json': components['schemas']['UpdateDimension'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listDimensionValues: {
    parameters: {
      query?: {
        /** @description Values of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Values of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Values of this dimension. Several values are separated by commas. */
        dimensionId?: string[];
        /** @description All but these: Values of this dimension. Several values are separated by commas. */
        'dimensionId[ne]'?: string[];
        /** @description Values of the dimensions with this code. Several values are separated by commas. */
        dimensionCode?: string[];
        /** @description All but these: Values of the dimensions with this code. Several values are separated by commas. */
        'dimensionCode[ne]'?: string[];
        /** @description Values with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Values with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Values with this code. */
        'code[prefix]'?: string;
        /** @description Values with this status. Several values are separated by commas. */
        status?: components['schemas']['DimensionValueStatus'][];
        /** @description All but these: Values with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['DimensionValueStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionValueList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createDimensionValue: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDimensionValue'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionValueView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getDimensionValue: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionValueView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateDimensionValue: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateDimensionValue'];
        'application/json': components['schemas']['UpdateDimensionValue'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DimensionValueView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  runDuePostings: {
    parameters: {
      query?: never;
      header: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['RunDuePostings'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DueRunView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  copyJournalEntry: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CopyJournalEntry'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryDraftView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listEntryTemplates: {
    parameters: {
      query?: {
        /** @description Templates of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Templates of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Templates with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Templates with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Templates with this code. */
        'code[prefix]'?: string;
        /** @description Templates with this status. Several values are separated by commas. */
        status?: components['schemas']['EntryTemplateStatus'][];
        /** @description All but these: Templates with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['EntryTemplateStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryTemplateList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createEntryTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateEntryTemplate'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryTemplateView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getEntryTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryTemplateView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateEntryTemplate: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateEntryTemplate'];
        'application/json': components['schemas']['UpdateEntryTemplate'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryTemplateView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  useEntryTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UseEntryTemplate'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryDraftView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  exportPlainTextJournal: {
    parameters: {
      query?: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description First day. From the first entry where left out, which makes the balances of the file those of the books; else they are movements. */
        from?: string;
        /** @description Last day. To the last entry where left out. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The journal, in UTF-8. The stream breaks off when reading fails on the way. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file. */
          'Content-Disposition'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  exportSieFile: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Any day of the fiscal year that is written. */
        date: string;
        /** @description What may be lost, separated by commas; anything else that a SIE file cannot hold refuses the export. `foreign_currencies`: lines in other currencies have their functional amount alone. `replaced_characters`: characters outside code page 437 are replaced. `unbalanced_openings`: earlier years that are not closed leave opening balances that do not sum to zero. */
        accept?: components['schemas']['SieLoss'][];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, in code page 437. The stream breaks off when reading fails on the way. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file. */
          'Content-Disposition'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getBalanceSheet: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description The last day that counts; a fiscal year holds it. */
        asOf: string;
        /** @description Days to compare with, a column each; separated by commas. */
        compareTo?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. As SVG it is a chart. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BalanceSheetView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'image/svg+xml': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getIncomeStatement: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description First day. */
        from: string;
        /** @description Last day. The range may cross fiscal years. */
        to: string;
        /** @description `previous_period`: as many months or days before; `previous_year`: the same days a year earlier. A whole fiscal year is compared with the one before it either way. */
        compare?: components['schemas']['IncomeComparison'];
        /** @description How many columns `compare` makes, each before the last; 1 where left out. */
        compareCount?: number;
        /** @description Ranges to compare with instead, a column each: first and last day with / between them. */
        compareRanges?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. As SVG it is a chart. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncomeStatementView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'image/svg+xml': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getBudgetComparison: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description First day, on which a fiscal period begins. */
        from: string;
        /** @description Last day, on which a fiscal period of the same fiscal year ends. Adjustment periods count with it. */
        to: string;
        /** @description The budget, in any status. Where left out, the active one of the fiscal year, if there is one alone. */
        budgetId?: string;
        /** @description Which accounts are shown: those with a budget or an actual amount (where left out), or all. */
        accounts?: components['schemas']['BudgetComparisonAccounts'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. As SVG it is a chart. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetComparisonView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'image/svg+xml': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listFiscalPeriods: {
    parameters: {
      query?: {
        /** @description Periods of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Periods of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Periods of this fiscal year. Several values are separated by commas. */
        fiscalYearId?: string[];
        /** @description All but these: Periods of this fiscal year. Several values are separated by commas. */
        'fiscalYearId[ne]'?: string[];
        /** @description Periods with this status. Several values are separated by commas. */
        status?: components['schemas']['FiscalPeriodStatus'][];
        /** @description All but these: Periods with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['FiscalPeriodStatus'][];
        /** @description First day of the period. Written as `startsOn[gte]=2026-01-01`; a bare `startsOn=` means `startsOn[eq]=`. */
        startsOn?: components['schemas']['DateFilter'];
        /** @description Last day of the period. Written as `endsOn[gte]=2026-01-31`; a bare `endsOn=` means `endsOn[eq]=`. */
        endsOn?: components['schemas']['DateFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: startsOn, endsOn, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalPeriodList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getFiscalPeriod: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalPeriodView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  openFiscalPeriod: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['OpenFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalPeriodView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  openFiscalPeriodsThrough: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['OpenFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedFiscalPeriodsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  closeFiscalPeriod: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CloseFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalPeriodView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  closeFiscalPeriodsThrough: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CloseFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedFiscalPeriodsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reopenFiscalPeriod: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalPeriodView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  lockFiscalPeriod: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['LockFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalPeriodView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  lockFiscalPeriodsThrough: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['LockFiscalPeriod'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedFiscalPeriodsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listFiscalYears: {
    parameters: {
      query?: {
        /** @description Fiscal years of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Fiscal years of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Fiscal years with this status. Several values are separated by commas. */
        status?: components['schemas']['FiscalYearStatus'][];
        /** @description All but these: Fiscal years with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['FiscalYearStatus'][];
        /** @description First day of the year. Written as `startsOn[gte]=2026-01-01`; a bare `startsOn=` means `startsOn[eq]=`. */
        startsOn?: components['schemas']['DateFilter'];
        /** @description Last day of the year. Written as `endsOn[gte]=2026-12-31`; a bare `endsOn=` means `endsOn[eq]=`. */
        endsOn?: components['schemas']['DateFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: startsOn, endsOn, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalYearList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createFiscalYear: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateFiscalYear'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalYearView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getFiscalYear: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalYearView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importSieFile: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
        /** @description Whose books these are. The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Types by account number, `number:type` separated by commas. They win over #KTYP and over the BAS class of the number. */
        accountTypeOverrides?: string;
        /** @description Equity account that takes the previous year’s result where the file has not carried it. Otherwise the one that the books name, or the BAS account for it. */
        retainedEarningsAccount?: string;
        /** @description Balance-sheet account of the file or of the books that takes an opening difference which is not the previous year’s result. Without it such a file is refused. */
        openingDifferenceAccount?: string;
        /** @description Pass over records with labels that SIE 4 does not have, with a remark, instead of refusing the file. */
        ignoreUnknownLabels?: boolean;
      };
      header?: {
        /** @description `respond-async` (RFC 7240): answer 202 at once and do it as a job. A dry run is always answered at once. */
        Prefer?: string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description A SIE file of type 4E (export of books with vouchers) as it is, in code page 437; at most 4 MiB. */
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SieImportView'];
        };
      };
      /** @description It became a job, because the caller prefers that or because it is large. `getJob` reads it. */
      202: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Path of the job. */
          Location?: string;
          /** @description `respond-async` where it was asked for. */
          'Preference-Applied'?: string;
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importJournalCsv: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
      };
      header?: {
        /** @description `respond-async` (RFC 7240): answer 202 at once and do it as a job. A dry run is always answered at once. */
        Prefer?: string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportJournalCsv'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalImportView'];
        };
      };
      /** @description It became a job, because the caller prefers that or because it is large. `getJob` reads it. */
      202: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Path of the job. */
          Location?: string;
          /** @description `respond-async` where it was asked for. */
          'Preference-Applied'?: string;
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importJournalJson: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
      };
      header?: {
        /** @description `respond-async` (RFC 7240): answer 202 at once and do it as a job. A dry run is always answered at once. */
        Prefer?: string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportJournalJson'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalImportView'];
        };
      };
      /** @description It became a job, because the caller prefers that or because it is large. `getJob` reads it. */
      202: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Path of the job. */
          Location?: string;
          /** @description `respond-async` where it was asked for. */
          'Preference-Applied'?: string;
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importPlainTextJournal: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
      };
      header?: {
        /** @description `respond-async` (RFC 7240): answer 202 at once and do it as a job. A dry run is always answered at once. */
        Prefer?: string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportPlainTextJournal'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalImportView'];
        };
      };
      /** @description It became a job, because the caller prefers that or because it is large. `getJob` reads it. */
      202: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Path of the job. */
          Location?: string;
          /** @description `respond-async` where it was asked for. */
          'Preference-Applied'?: string;
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listImports: {
    parameters: {
      query?: {
        /** @description Imports into the books of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Imports into the books of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Imports of this fiscal year. Several values are separated by commas. */
        fiscalYearId?: string[];
        /** @description All but these: Imports of this fiscal year. Several values are separated by commas. */
        'fiscalYearId[ne]'?: string[];
        /** @description Imports of this format. Several values are separated by commas. */
        format?: components['schemas']['ImportFormat'][];
        /** @description All but these: Imports of this format. Several values are separated by commas. */
        'format[ne]'?: components['schemas']['ImportFormat'][];
        /** @description Imports with this status. Several values are separated by commas. */
        status?: components['schemas']['ImportStatus'][];
        /** @description All but these: Imports with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['ImportStatus'][];
        /** @description Imports of this file. Several values are separated by commas. */
        sha256?: string[];
        /** @description All but these: Imports of this file. Several values are separated by commas. */
        'sha256[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: importedAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDetailView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  undoImport: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UndoneImportView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listJournalEntries: {
    parameters: {
      query?: {
        /** @description Entries of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Entries of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Entries of this fiscal year. Several values are separated by commas. */
        fiscalYearId?: string[];
        /** @description All but these: Entries of this fiscal year. Several values are separated by commas. */
        'fiscalYearId[ne]'?: string[];
        /** @description Entries of this fiscal period. Several values are separated by commas. */
        periodId?: string[];
        /** @description All but these: Entries of this fiscal period. Several values are separated by commas. */
        'periodId[ne]'?: string[];
        /** @description Entries of the journal with this code. Several values are separated by commas. */
        journalCode?: string[];
        /** @description All but these: Entries of the journal with this code. Several values are separated by commas. */
        'journalCode[ne]'?: string[];
        /** @description Number within the journal and fiscal year. Written as `number[gte]=17`; a bare `number=` means `number[eq]=`. */
        number?: components['schemas']['IntegerFilter'];
        /** @description Accounting date. Written as `entryDate[gte]=2026-01-31`; a bare `entryDate=` means `entryDate[eq]=`. */
        entryDate?: components['schemas']['DateFilter'];
        /** @description Entries of this kind. Several values are separated by commas. */
        kind?: components['schemas']['JournalEntryKind'][];
        /** @description All but these: Entries of this kind. Several values are separated by commas. */
        'kind[ne]'?: components['schemas']['JournalEntryKind'][];
        /** @description Number of the document behind it. Several values are separated by commas. */
        reference?: string[];
        /** @description All but these: Number of the document behind it. Several values are separated by commas. */
        'reference[ne]'?: string[];
        /** @description System that the entry comes from. Several values are separated by commas. */
        externalSource?: string[];
        /** @description All but these: System that the entry comes from. Several values are separated by commas. */
        'externalSource[ne]'?: string[];
        /** @description Its key in that system. Several values are separated by commas. */
        externalId?: string[];
        /** @description All but these: Its key in that system. Several values are separated by commas. */
        'externalId[ne]'?: string[];
        /** @description Entries with a line that has this value of a dimension. Several values are separated by commas. */
        dimensionValueId?: string[];
        /** @description All but these: Entries with a line that has this value of a dimension. Several values are separated by commas. */
        'dimensionValueId[ne]'?: string[];
        /** @description The reversal of this entry. Several values are separated by commas. */
        reversalOf?: string[];
        /** @description All but these: The reversal of this entry. Several values are separated by commas. */
        'reversalOf[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: entryDate, number, postedAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  postJournalEntry: {
    parameters: {
      query?: never;
      header: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateJournalEntry'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  postJournalEntriesInBulk: {
    parameters: {
      query?: never;
      header: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostJournalEntriesInBulk'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkPostingView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  validateJournalEntry: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JournalEntryFields'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryValidationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reverseJournalEntry: {
    parameters: {
      query?: never;
      header: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ReverseJournalEntry'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getJournalEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listJournalEntryDrafts: {
    parameters: {
      query?: {
        /** @description Drafts for this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Drafts for this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Drafts with this status. Several values are separated by commas. */
        status?: components['schemas']['JournalEntryDraftStatus'][];
        /** @description All but these: Drafts with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['JournalEntryDraftStatus'][];
        /** @description Drafts that name the journal with this code. Several values are separated by commas. */
        journalCode?: string[];
        /** @description All but these: Drafts that name the journal with this code. Several values are separated by commas. */
        'journalCode[ne]'?: string[];
        /** @description Accounting date, where given. Written as `entryDate[gte]=2026-01-31`; a bare `entryDate=` means `entryDate[eq]=`. */
        entryDate?: components['schemas']['DateFilter'];
        /** @description Number of the document behind it. Several values are separated by commas. */
        reference?: string[];
        /** @description All but these: Number of the document behind it. Several values are separated by commas. */
        'reference[ne]'?: string[];
        /** @description Drafts that this one began. Several values are separated by commas. */
        createdBy?: string[];
        /** @description All but these: Drafts that this one began. Several values are separated by commas. */
        'createdBy[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: createdAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryDraftList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createJournalEntryDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CreateJournalEntryDraft'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryDraftView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getJournalEntryDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryDraftView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  deleteJournalEntryDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The draft is gone. */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateJournalEntryDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateJournalEntryDraft'];
        'application/json': components['schemas']['UpdateJournalEntryDraft'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryDraftView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  validateJournalEntryDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryValidationView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  postJournalEntryDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listJournalImports: {
    parameters: {
      query?: {
        /** @description Imports into the books of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Imports into the books of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Imports of this fiscal year. Several values are separated by commas. */
        fiscalYearId?: string[];
        /** @description All but these: Imports of this fiscal year. Several values are separated by commas. */
        'fiscalYearId[ne]'?: string[];
        /** @description Imports of this format. Several values are separated by commas. */
        format?: components['schemas']['ImportFormat'][];
        /** @description All but these: Imports of this format. Several values are separated by commas. */
        'format[ne]'?: components['schemas']['ImportFormat'][];
        /** @description Imports with this status. Several values are separated by commas. */
        status?: components['schemas']['ImportStatus'][];
        /** @description All but these: Imports with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['ImportStatus'][];
        /** @description Imports of this file. Several values are separated by commas. */
        sha256?: string[];
        /** @description All but these: Imports of this file. Several values are separated by commas. */
        'sha256[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: importedAt, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getJournalImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalImportDetailView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listJournals: {
    parameters: {
      query?: {
        /** @description Journals of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Journals of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Journals with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Journals with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Journals with this code. */
        'code[prefix]'?: string;
        /** @description Journals with this status. Several values are separated by commas. */
        status?: components['schemas']['JournalStatus'][];
        /** @description All but these: Journals with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['JournalStatus'][];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createJournal: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateJournal'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getJournal: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateJournal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateJournal'];
        'application/json': components['schemas']['UpdateJournal'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getNumberSeries: {
    parameters: {
      query?: {
        /** @description Of this legal entity; of all where left out. */
        legalEntityId?: string;
        /** @description Of this fiscal year. */
        fiscalYearId?: string;
        /** @description Of the journals with this code. */
        journalCode?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllNumberSeriesView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getNumberGaps: {
    parameters: {
      query?: {
        /** @description Of this legal entity; of all where left out. */
        legalEntityId?: string;
        /** @description Of this fiscal year. */
        fiscalYearId?: string;
        /** @description Of the journals with this code. */
        journalCode?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NumberGapsView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listVoidedNumbers: {
    parameters: {
      query?: {
        /** @description Numbers of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Numbers of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Numbers of this fiscal year. Several values are separated by commas. */
        fiscalYearId?: string[];
        /** @description All but these: Numbers of this fiscal year. Several values are separated by commas. */
        'fiscalYearId[ne]'?: string[];
        /** @description Numbers of the journals with this code. Several values are separated by commas. */
        journalCode?: string[];
        /** @description All but these: Numbers of the journals with this code. Several values are separated by commas. */
        'journalCode[ne]'?: string[];
        /** @description The number. Written as `number[gte]=12`; a bare `number=` means `number[eq]=`. */
        number?: components['schemas']['IntegerFilter'];
        /** @description Date of the reversal. Written as `reversedOn[gte]=2026-02-01`; a bare `reversedOn=` means `reversedOn[eq]=`. */
        reversedOn?: components['schemas']['DateFilter'];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: entryDate, number, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VoidedNumberList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listRecurringEntries: {
    parameters: {
      query?: {
        /** @description Those of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Those of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Those of this template. Several values are separated by commas. */
        templateId?: string[];
        /** @description All but these: Those of this template. Several values are separated by commas. */
        'templateId[ne]'?: string[];
        /** @description Those with this status. Several values are separated by commas. */
        status?: components['schemas']['RecurringStatus'][];
        /** @description All but these: Those with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['RecurringStatus'][];
        /** @description The next date. Written as `nextOn[gte]=2026-01-31`; a bare `nextOn=` means `nextOn[eq]=`. */
        nextOn?: components['schemas']['DateFilter'];
        /** @description Those whose next date was refused for this. Several values are separated by commas. */
        refusalCode?: string[];
        /** @description All but these: Those whose next date was refused for this. Several values are separated by commas. */
        'refusalCode[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createRecurringEntry: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRecurringEntry'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getRecurringEntry: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateRecurringEntry: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateRecurringEntry'];
        'application/json': components['schemas']['UpdateRecurringEntry'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  previewRecurringEntry: {
    parameters: {
      query?: {
        /** @description How many dates; 12 where left out. */
        count?: number;
      };
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringPreviewView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  pauseRecurringEntry: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  resumeRecurringEntry: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeRecurringEntry'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  endRecurringEntry: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringEntryView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listRecurringRuns: {
    parameters: {
      query?: {
        /** @description Runs of this recurring entry. Several values are separated by commas. */
        recurringId?: string[];
        /** @description All but these: Runs of this recurring entry. Several values are separated by commas. */
        'recurringId[ne]'?: string[];
        /** @description The date that it was for. Written as `dueOn[gte]=2026-01-31`; a bare `dueOn=` means `dueOn[eq]=`. */
        dueOn?: components['schemas']['DateFilter'];
        /** @description The run that posted this entry. Several values are separated by commas. */
        entryId?: string[];
        /** @description All but these: The run that posted this entry. Several values are separated by commas. */
        'entryId[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: dueOn, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecurringRunList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getTrialBalance: {
    parameters: {
      query?: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description The last day that counts; movement starts with the fiscal year that holds it. Either this or `from` and `to`. */
        asOf?: string;
        /** @description First day of the movement; with `to`. */
        from?: string;
        /** @description Last day of the movement; with `from`. */
        to?: string;
        /** @description Days whose closing balances stand beside, each as of its own fiscal year; separated by commas. */
        compareTo?: string[];
        /** @description Which accounts are shown: those with any figure (where left out), those whose closing balance is not zero, or all that take postings. */
        accounts?: components['schemas']['TrialBalanceAccounts'];
        /** @description Whether entries of kind `closing` from the start of the fiscal year on count; `included` where left out. `excluded` shows the balances before the year-end; closing entries of earlier years always count. */
        closingEntries?: components['schemas']['ClosingEntries'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrialBalanceView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getGeneralLedger: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description First day; a fiscal year holds it. */
        from: string;
        /** @description Last day; it may lie in a later fiscal year. */
        to: string;
        /** @description Most of them on a page; 50 where left out. For JSON: as a file the report is answered whole. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`; it holds for the same parameters only. For JSON. */
        after?: string;
        /** @description Whether entries of kind `closing` from the start of the fiscal year on count; `included` where left out. Those of earlier years always do. */
        closingEntries?: components['schemas']['ClosingEntries'];
        /** @description Only these accounts; a group stands for all accounts below it. Separated by commas. */
        accountCode?: string[];
        /** @description The same by their ids. */
        accountId?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GeneralLedgerView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getAccountStatement: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description First day; a fiscal year holds it. */
        from: string;
        /** @description Last day; it may lie in a later fiscal year. */
        to: string;
        /** @description Most of them on a page; 50 where left out. For JSON: as a file the report is answered whole. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`; it holds for the same parameters only. For JSON. */
        after?: string;
        /** @description Whether entries of kind `closing` from the start of the fiscal year on count; `included` where left out. Those of earlier years always do. */
        closingEntries?: components['schemas']['ClosingEntries'];
        /** @description The account. This or `accountId`. */
        accountCode?: string;
        /** @description The account. This or `accountCode`. */
        accountId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. As SVG it is a chart. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountStatementView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'image/svg+xml': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getJournalReport: {
    parameters: {
      query: {
        /** @description The default legal entity where left out; the only active one, where none is the default. */
        legalEntityId?: string;
        /** @description Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books. */
        knownAt?: string;
        /** @description Only lines with a value of this dimension; given together with `valueCode`. */
        dimensionCode?: string;
        /** @description The value by its code. Such a part of the books need not balance. */
        valueCode?: string;
        /** @description First day; a fiscal year holds it. */
        from: string;
        /** @description Last day; it may lie in a later fiscal year. */
        to: string;
        /** @description Most of them on a page; 50 where left out. For JSON: as a file the report is answered whole. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`; it holds for the same parameters only. For JSON. */
        after?: string;
        /** @description Only these journals; separated by commas. */
        journalCode?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. As PDF it has at most 20000 rows, and numbers in the way of `Accept-Language`. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalReportView'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  checkIntegrity: {
    parameters: {
      query?: {
        /** @description Only the books of this legal entity; all of the organization where left out. */
        legalEntityId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IntegrityChecksView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listScheduledReversals: {
    parameters: {
      query?: {
        /** @description Those of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Those of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description That of this entry. Several values are separated by commas. */
        entryId?: string[];
        /** @description All but these: That of this entry. Several values are separated by commas. */
        'entryId[ne]'?: string[];
        /** @description Those with this status. Several values are separated by commas. */
        status?: components['schemas']['ScheduledReversalStatus'][];
        /** @description All but these: Those with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['ScheduledReversalStatus'][];
        /** @description Date of the reversal. Written as `reversesOn[gte]=2026-02-01`; a bare `reversesOn=` means `reversesOn[eq]=`. */
        reversesOn?: components['schemas']['DateFilter'];
        /** @description Those whose last attempt was refused for this. Several values are separated by commas. */
        refusalCode?: string[];
        /** @description All but these: Those whose last attempt was refused for this. Several values are separated by commas. */
        'refusalCode[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: reversesOn, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledReversalList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getScheduledReversal: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledReversalView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateScheduledReversal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateScheduledReversal'];
        'application/json': components['schemas']['UpdateScheduledReversal'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledReversalView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  cancelScheduledReversal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledReversalView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listStatutoryCharts: {
    parameters: {
      query?: {
        /** @description Charts with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Charts with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Charts with this code. */
        'code[prefix]'?: string;
        /** @description Charts of this country. Several values are separated by commas. */
        country?: string[];
        /** @description All but these: Charts of this country. Several values are separated by commas. */
        'country[ne]'?: string[];
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, name, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryChartList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  createStatutoryChart: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateStatutoryChart'];
      };
    };
    responses: {
      /** @description The new record. */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryChartView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  getStatutoryChart: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of the version that is known already; an unchanged resource is answered 304 without a body. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryChartView'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateStatutoryChart: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/merge-patch+json': components['schemas']['UpdateStatutoryChart'];
        'application/json': components['schemas']['UpdateStatutoryChart'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryChartView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listStatutoryLines: {
    parameters: {
      query?: {
        /** @description Lines with this code. Several values are separated by commas. */
        code?: string[];
        /** @description All but these: Lines with this code. Several values are separated by commas. */
        'code[ne]'?: string[];
        /** @description Beginning with this: Lines with this code. */
        'code[prefix]'?: string;
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: code, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryLineList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateStatutoryLines: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StatutoryLinesFields'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryChartView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  listAccountMappings: {
    parameters: {
      query?: {
        /** @description Accounts of this legal entity. Several values are separated by commas. */
        legalEntityId?: string[];
        /** @description All but these: Accounts of this legal entity. Several values are separated by commas. */
        'legalEntityId[ne]'?: string[];
        /** @description Accounts with this code. Several values are separated by commas. */
        accountCode?: string[];
        /** @description All but these: Accounts with this code. Several values are separated by commas. */
        'accountCode[ne]'?: string[];
        /** @description Beginning with this: Accounts with this code. */
        'accountCode[prefix]'?: string;
        /** @description Accounts of this type. Several values are separated by commas. */
        type?: components['schemas']['AccountType'][];
        /** @description All but these: Accounts of this type. Several values are separated by commas. */
        'type[ne]'?: components['schemas']['AccountType'][];
        /** @description Accounts with this status. Several values are separated by commas. */
        status?: components['schemas']['AccountStatus'][];
        /** @description All but these: Accounts with this status. Several values are separated by commas. */
        'status[ne]'?: components['schemas']['AccountStatus'][];
        /** @description Accounts that belong to a line, or those that do not yet. */
        isMapped?: boolean;
        /** @description Accounts of this line. Several values are separated by commas. */
        lineCode?: string[];
        /** @description All but these: Accounts of this line. Several values are separated by commas. */
        'lineCode[ne]'?: string[];
        /** @description Beginning with this: Accounts of this line. */
        'lineCode[prefix]'?: string;
        /** @description When the record was last changed; with `gte` it finds what is new since the last look. Written as `updatedAt[gte]=2026-01-31T09:30:00Z`; a bare `updatedAt=` means `updatedAt[eq]=`. */
        updatedAt?: components['schemas']['InstantFilter'];
        /** @description Up to 3 keys, separated by commas, each descending with a - before it: accountCode, updatedAt. */
        sort?: string;
        /** @description Most records on the page. */
        limit?: number;
        /** @description Cursor of the page before, its `page.next`. It holds for the same filters and sort only. */
        after?: string;
      };
      header?: never;
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the list; as a file, all records that match. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers. As XLSX it has at most 20000 rows. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          /** @description Address of the following page with `rel="next"`, relative to this one; absent on the last. */
          Link?: string;
          /** @description Name of the file, of files only. */
          'Content-Disposition'?: string;
          /** @description SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer. */
          'Content-Digest'?: string;
          /** @description How many rows the file has, the line of column names not counted; of CSV as a trailer. */
          'Row-Count'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatutoryMappingList'];
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['UnprocessableContent'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  updateAccountMappings: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MapAccounts'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MappingChangeView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  importStatutoryMapping: {
    parameters: {
      query?: {
        /** @description Answer the same report and keep nothing. */
        dryRun?: boolean;
        /** @description Whose accounts these are. May be left out when the organization has one legal entity. */
        legalEntityId?: string;
      };
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    /** @description The column names `accountCode` and `lineCode`, then one account on each line; an empty `lineCode` takes the account out of the chart. Separated by comma, semicolon or tab, UTF-8; at most 5,000 accounts in 1 MiB. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MappingChangeView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  closeFiscalYear: {
    parameters: {
      query?: {
        /** @description Answer what would be done, and keep nothing. */
        dryRun?: boolean;
      };
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CloseFiscalYear'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalYearClosingView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  reopenFiscalYear: {
    parameters: {
      query?: {
        /** @description Answer what would be done, and keep nothing. */
        dryRun?: boolean;
      };
      header: {
        /** @description ETag of the version that was read; a newer one refuses the change with 412. */
        'If-Match': string;
        /** @description A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days. */
        'Idempotency-Key': string;
      };
      path: {
        /** @description Id of the record. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenFiscalYear'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiscalYearReopeningView'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['UnprocessableContent'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  receiveFiscalPeriodClosedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['FiscalPeriodClosedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveFiscalPeriodLockedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['FiscalPeriodLockedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveFiscalPeriodOpenedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['FiscalPeriodOpenedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveFiscalPeriodReopenedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['FiscalPeriodReopenedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveFiscalYearClosedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['FiscalYearClosedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveFiscalYearReopenedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['FiscalYearReopenedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveJournalEntryPostedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['JournalEntryPostedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestAdvancedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestAdvancedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestApprovedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestApprovedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestCreatedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestCreatedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestDecidedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestDecidedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestEscalatedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestEscalatedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestExpiredEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestExpiredEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestRejectedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestRejectedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestVoidedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestVoidedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveApprovalRequestWithdrawnEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ApprovalRequestWithdrawnEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveWebhookEndpointDisabledEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['WebhookEndpointDisabledEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  receiveWebhookEndpointTestedEvent: {
    parameters: {
      query?: never;
      header: {
        /** @description Id of the event, the same with every attempt: what was seen before is left out. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. Refuse what is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['WebhookEndpointTestedEvent'];
      };
    };
    responses: {
      /** @description The endpoint is not there any more: it is disabled at once, and the event given up. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The event has arrived. The body is not looked at. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
