// Each line is a decision, with its reason. The rules report a line that no longer has anything to except.

/** Tables that stand outside the tenants, and why. */
export const outsideTenants: Readonly<Record<string, string>> = {
  bureau_migration: 'which migrations ran; the owner alone reads and writes it',
  'identity.federated_identity': 'asked for before an organization is known; people have them, wherever they act',
  'identity.login_event': 'attempts come before an organization is known; people read their own',
  'identity.recovery_code': 'people have them, in whatever organization they act',
  'identity.second_factor': 'people have them, in whatever organization they act',
  'identity.password_reset': 'a token is found by its hash before an organization is known',
  'identity.refresh_token': 'a token is found by its hash before an organization is known',
  'identity.session': 'a session is found by its id before an organization is known',
  'identity.user_account': 'a person signs in before an organization is known and may be a member of many',
  'platform.currency': 'ISO 4217, the same for everybody; the application reads',
  'platform.sealed_record_type': 'which facts seals cover, the same for everybody; the application reads',
};

/**
 * Tables of modules, and others that name a legal entity, that are there whole for whoever acts for some legal entities
 * alone, and why.
 */
export const acrossLegalEntities: Readonly<Record<string, string>> = {
  'accounting.statutory_chart':
    'charts of a law or a publisher, for all legal entities; changing them takes a right of its own',
  'accounting.statutory_line': 'as the charts that they are of',
  'administration.exchange_rate': 'rates of the market, for all legal entities; such people only read them',
  'administration.exchange_rate_policy': 'how rates are looked up, for all legal entities; such people only read it',
  'administration.exchange_rate_type': 'kinds of rates, for all legal entities; such people only read them',
  'platform.approval_policy': 'binds everybody, also who may not see it: a policy that is not there cannot be kept',
};

/** Functions that run with the rights of their owner, and why they must. */
export const definerFunctions: Readonly<Record<string, string>> = {
  'accounting.check_deferral_of_line': 'reads deferrals of all legal entities, at the end of a transaction',
  'accounting.check_deferral_recognition': 'reads deferrals of all legal entities, at the end of a transaction',
  'accounting.check_difference_entry': 'reads allocations of all legal entities, at the end of a transaction',
  'accounting.check_dunning_letter_cancellation': 'locks items, which takes the right to update them',
  'accounting.check_entry_of_deferral': 'reads what is recognized of all legal entities, at the end of a transaction',
  'accounting.check_entry_of_sales': 'reads documents of all legal entities, at the end of a transaction',
  'accounting.check_entry_of_bank_match': 'reads matches of all legal entities, at the end of a transaction',
  'accounting.check_new_allocations': 'writes what is open of items, which nobody else may',
  'accounting.check_new_dunning_items': 'locks items, which takes the right to update them',
  'accounting.check_new_entries': 'moves the counters of number series, which nobody else may',
  'accounting.check_new_lines': 'writes balances, which nobody else may',
  'accounting.check_parts_of_sales_document': 'reads documents of all legal entities',
  'accounting.check_sales_document': 'locks the invoice that is credited, which takes the right to update it',
  'accounting.draw_numbers': 'locks counters, which takes the right to update them',
  'accounting.follow_merged_party': 'moves items to another party, which nobody else may',
  'accounting.hold_books': 'locks counters and books, which takes the right to update them',
  'accounting.hold_open_items': 'locks items, which takes the right to update them',
  'accounting.hold_sales_document': 'locks an invoice, which takes the right to update it',
  'accounting.drop_bank_match_suggestions':
    'takes suggestions of lines that wait no longer away, whoever decided of the line',
  'accounting.keep_bank_ledger_lines': 'writes what the books have on bank accounts, which nobody else may',
  'accounting.keep_open_item_references': 'writes by what items are named, which nobody else may',
  'accounting.keep_open_items': 'writes items, which nobody else may',
  'accounting.keep_references_of_sales_documents': 'writes by what items are named, which nobody else may',
  'accounting.list_bank_reconciliation_items': 'writes what was on its way at a sign-off, which nobody else may',
  'accounting.make_bank_matches': 'says of lines that they are matched, which nobody else may',
  'accounting.mark_ruled_account': 'tells an account that it has rules, which nobody else may',
  'accounting.open_number_series': 'creates counters, which nobody else may',
  'accounting.take_bank_ledger_lines': 'writes what the books have on bank accounts, which nobody else may',
  'accounting.undo_bank_match': 'says of lines that they wait again, which nobody else may',
  'identity.accept_invitation': 'a token opens an organization that its bearer does not act in yet',
  'identity.count_owners': 'counts owners, which nobody else may',
  'identity.find_credentials': 'every request reads what its session or key may do before an organization is known',
  'identity.find_client': 'a program shows its secret before an organization is known',
  'identity.find_service_accounts':
    'every request reads what its service account may do before an organization is known',
  'identity.record_client_secret_use': 'notes the use of a secret, which nobody else may',
  'identity.find_memberships': 'sign-in reads memberships before an organization is known',
  'identity.find_open_invitation': 'a token is looked up before its bearer has an organization',
  'identity.purge_password_resets': 'forgets old resets, which nobody else may',
  'identity.purge_login_events': 'forgets old events, which nobody else may',
  'identity.record_personal_audit': 'writes the audit trail of every organization that a person is a member of',
  'identity.recover_second_factor': 'lets a person in again in every organization, which nobody acts in at once',
  'identity.vouches_for': 'looks into other organizations of a person, and tells no more than yes or no',
  'identity.record_key_use': 'notes the use of a key, which nobody else may',
  'identity.erase_account': 'empties an account, which the application may not, and looks into other organizations',
  'identity.record_account_audit': 'writes the audit trail of every organization that a person is a member of',
  'platform.dispatch_events': 'gives events their places, which nobody else may',
  'platform.count_file_content': 'keeps what an organization stores, which nobody else may',
  'platform.empty_test_organization': 'deletes what nobody else may, in test organizations only',
  'platform.enqueue_job': 'enqueues as the role of the queue library, whose row security admits no other',
  'platform.erase_personal_values': 'erases what the audit trail holds, which nobody else may',
  'platform.find_sealed_organizations': 'tells the relay where there is a chain, across organizations',
  'platform.find_unsealed_organizations': 'tells the relay where there is work, across organizations',
  'platform.limit_test_organizations': 'counts the test organizations of a person, which nobody acts in at once',
  'platform.purge_access_log': 'forgets old reads, which nobody else may',
  'platform.purge_events': 'forgets events, which nobody else may',
  'platform.schema_version': 'reads which migrations ran, which the owner alone may',
  'platform.record_audit': 'writes the audit trail, which nobody else may',
  'platform.seal_facts': 'writes seals, which nobody else may',
};

/** Tenant tables that the application changes without an audit row, and why. */
export const unaudited: Readonly<Record<string, string>> = {
  'accounting.bank_match_run': 'counts what its batches did; what they match is told by matches and states of lines',
  'accounting.bank_match_suggestion': 'is found, not entered; what becomes of it is told by matches and rejections',
  'accounting.bank_statement_line_state':
    'begins with its line and goes with its statement, which tell of themselves; what changes in between is audited',
  'platform.captured_mail': 'what mails of a test organization say; what causes them is audited',
  'platform.clock_walk': 'where the clock of a test organization is to get to; its steps are audited',
  'platform.file_content': 'where contents are on their way; the files that name them are audited themselves',
  'platform.idempotency_record': 'answers that are kept for some days; what they answer is audited itself',
  'platform.job_input': 'what a job works on until it ends; what it makes of it is audited',
  'platform.job_progress': 'how far a job is; its states are audited',
  'platform.mail': 'its rows tell themselves what became of it; what causes it is audited',
  'platform.notification': 'tells of what is audited itself; only its reader changes it, by reading',
  'platform.notification_digest': 'which notifications one mail brought',
  'platform.webhook_delivery': 'its attempts tell what became of it, and a replay who asked for it',
  'platform.webhook_endpoint_failure': 'tells since when nothing gets through; the attempts are kept',
};

/** What the relay reads, across organizations: where work waits, and nothing of what it is. */
export const relayReads: Readonly<Record<string, readonly string[]>> = {
  'accounting.recurring_entry': ['organization_id', 'status'],
  'accounting.recurring_invoice': ['organization_id', 'status'],
  'accounting.deferral_part': ['organization_id'],
  'accounting.scheduled_reversal': ['organization_id', 'status'],
  'identity.api_key': ['organization_id', 'expires_at', 'revoked_at'],
  'platform.access_log_entry': ['organization_id', 'accessed_at'],
  'platform.approval_request': ['organization_id', 'state'],
  'platform.captured_mail': ['organization_id', 'captured_at'],
  'platform.file_content': ['organization_id', 'is_used'],
  'platform.idempotency_record': ['organization_id', 'created_at'],
  'platform.export': ['organization_id', 'created_at'],
  'platform.job': ['organization_id', 'kind', 'state', 'ended_at'],
  'platform.mail': ['organization_id', 'finished_at'],
  'platform.notification': ['organization_id', 'awaits_digest', 'created_at'],
  'platform.organization': [
    'id',
    'access_log_days',
    'event_days',
    'export_days',
    'job_days',
    'mail_days',
    'notification_days',
  ],
  'platform.outbox_event': ['organization_id', 'id', 'sequence', 'occurred_at', 'position', 'dispatched_at'],
  'platform.webhook_delivery': ['organization_id', 'endpoint_id', 'state', 'next_attempt_at'],
  'platform.webhook_endpoint': ['organization_id', 'id', 'state'],
};

/** Facts that must be append-only, whatever else becomes so. */
export const facts = [
  'accounting.journal_entry',
  'accounting.journal_line',
  'administration.exchange_rate',
  'platform.audit_entry',
  'platform.audit_seal',
];

/** What the role of the queue library owns outside its schema. */
export const ownedByQueue = /^graphile_worker$|^graphile_worker\.|^platform\.enqueue_job\(/;
