import { newId } from '#kernel/id.js';
import { adminPassword } from '../support/bureau-process.js';
import { SandboxScene } from '../support/sandbox-scene.js';

// An integrator walks through a year: each thing happens on its day, by the clock of the test organization.

let scene: SandboxScene;
beforeAll(async () => {
  scene = await SandboxScene.open();
});
afterAll(() => scene?.close());

const linesOf = (amount: string) => [
  { accountCode: '4000', debit: amount },
  { accountCode: '1000', credit: amount },
];
const nextYear = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
const inDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

async function openBooks(from: string): Promise<void> {
  for (const startsOn of [from, nextYear(from)]) {
    const endsOn = startsOn.replace('-01-01', '-12-31');
    await scene.post('/v1/accounting/fiscal-years', { startsOn, endsOn });
  }
  await scene.post('/v1/accounting/accounts', { code: '1000', name: 'Cash', type: 'asset' });
  await scene.post('/v1/accounting/accounts', { code: '4000', name: 'Rent', type: 'expense' });
}

/** Somebody new, who takes the invitation that the organization has kept. */
async function join(roles: string[]): Promise<{ email: string; token: string }> {
  const email = `${newId()}@example.com`;
  const { id } = await scene.post('/v1/identity/invitations', { email, roles });
  const kept = await scene.until(
    () => scene.get(`/v1/test/mails?recipient=${email}&kind=invitation`),
    ({ data }) => data.length === 1,
  );
  expect(kept.data[0]).toMatchObject({ sourceId: id, recipient: email, subject: 'Invitation to My organization' });
  const { text, html } = await scene.get(`/v1/test/mails/${kept.data[0].id}`);
  const [token] = /bureau_invite_[\w-]{64}/.exec(text) ?? [];
  expect(html).toContain(token);
  const accepted = await scene.send('POST', '/v1/identity/invitations/accept', {
    token,
    name: 'Bo',
    password: adminPassword,
  });
  expect(accepted.status).toBe(200);
  const signedIn = await scene.send('POST', '/v1/auth/login', { email, password: adminPassword });
  return { email, token: signedIn.body.accessToken };
}

it('goes through a year: entries, an approval, digests, on their days and in their order', async () => {
  // Far from midnight, and before the hour of the digest.
  const tomorrow = inDays((await scene.get('/v1/test/clock')).todayOn, 1);
  const { todayOn } = await scene.advance({ to: `${tomorrow}T05:00:00Z` });
  await openBooks(`${todayOn.slice(0, 4)}-01-01`);
  const preferences = [{ kind: 'invitation.accepted', delivery: 'digest' }];
  expect((await scene.session.patch('/v1/notification-preferences', { preferences }, '"1"')).status).toBe(200);
  const bookkeeper = await join(['bookkeeper']);
  await scene.post('/v1/approval-policies', {
    name: 'Entries from 1,000',
    subjectKind: 'journal_entry',
    amountFrom: '1000.00',
    steps: [
      {
        rule: 'one',
        approverRoles: ['accountant'],
        escalateAfterDays: 2,
        escalationRoles: ['owner'],
        expireAfterDays: 5,
      },
    ],
  });
  const as = (path: string, body: object) => scene.send('POST', path, body, bookkeeper.token);
  const draft = await as('/v1/accounting/journal-entry-drafts', {
    entryDate: todayOn,
    description: 'Rent of a year',
    lines: linesOf('5000.00'),
  });
  const { body: request } = await as('/v1/approval-requests', {
    subjectKind: 'journal_entry',
    subjectId: draft.body.id,
  });
  expect(request.state).toBe('pending');
  const { id: templateId } = await scene.post('/v1/accounting/entry-templates', {
    code: 'RENT',
    name: 'Rent',
    description: 'Rent',
    lines: [
      { accountCode: '4000', side: 'debit', amount: '100.00' },
      { accountCode: '1000', side: 'credit', amount: '100.00' },
    ],
  });
  const startsOn = inDays(todayOn, 1);
  const schedule = { templateId, name: 'Rent', mode: 'post', frequency: 'monthly', startsOn, occurrences: 12 };
  const rent = await scene.post('/v1/accounting/recurring-entries', schedule);

  expect(await scene.advance({ by: 'P1Y' })).toMatchObject({ state: 'ready', targetAt: null });

  expect((await scene.get('/v1/administration/clock')).todayOn).toBe(nextYear(todayOn));
  const { data: runs } = await scene.get(`/v1/accounting/recurring-runs?recurringId=${rent.id}&sort=dueOn`);
  expect(runs).toHaveLength(12);
  const { data: entries } = await scene.get('/v1/accounting/journal-entries?sort=entryDate');
  expect(entries.map(({ entryDate }: { entryDate: string }) => entryDate)).toEqual(
    runs.map(({ dueOn }: { dueOn: string }) => dueOn),
  );
  const ended = await scene.get(`/v1/approval-requests/${request.id}`);
  expect(ended).toMatchObject({ state: 'expired', steps: [{ escalatedOn: inDays(todayOn, 2) }] });
  // Not all at the end: what is due later is written later.
  const expiredBetween = await scene.query<{ before: number; after: number }>(
    `SELECT count(*) FILTER (WHERE e.posted_at < r.ended_at)::int AS before,
            count(*) FILTER (WHERE e.posted_at > r.ended_at)::int AS after
     FROM accounting.journal_entry e, platform.approval_request r`,
  );
  expect(expiredBetween).toEqual([{ before: 1, after: 11 }]);
  const digests = await scene.until(
    () => scene.get('/v1/test/mails?kind=digest'),
    ({ data }) => data.length === 1,
  );
  expect(digests.data[0]).toMatchObject({ recipient: 'admin@bureau.test', subject: 'What is new in My organization' });
  const [{ digest_on: digestOn } = {}] = await scene.query<{ digest_on: string }>(
    'SELECT digest_on::text FROM platform.notification_digest',
  );
  expect(digestOn).toBe(todayOn);
});

it('closes a month, and goes on to the next', async () => {
  const { todayOn } = await scene.get('/v1/test/clock');
  const find = `/v1/accounting/fiscal-periods?startsOn[lte]=${todayOn}&endsOn[gte]=${todayOn}`;
  const [period] = (await scene.get(find)).data;
  const close = `/v1/accounting/fiscal-periods/${period.id}/close`;
  await scene.post(close, {}, { 'If-Match': `"${period.version}"` });
  expect(await scene.advance({ by: 'P1MT12H' })).toMatchObject({ state: 'ready' });
  const entry = { entryDate: todayOn, description: 'Late', post: true, lines: linesOf('1.00') };
  expect((await scene.session.post('/v1/accounting/journal-entries', entry, newId())).body.code).toBe('period_closed');
});

it('sends what concerns the person alone', async () => {
  const { email } = await join(['auditor']);
  expect((await scene.send('POST', '/v1/password-resets', { email })).status).toBe(202);
  const [mail] = await scene.smtp.received(email);
  expect(mail!.header('Subject')).toBe('Reset your password');
  const { data } = await scene.get(`/v1/test/mails?recipient=${email}`);
  expect(data.map(({ kind }: { kind: string }) => kind)).toEqual(['invitation']);
  expect((await scene.get('/v1/mails?kind=invitation')).data[0]).toMatchObject({ state: 'captured', attemptCount: 0 });
});

it('makes no account of an address that may be somebody’s', async () => {
  const email = `${newId()}@bureau-books.com`;
  await scene.post('/v1/identity/invitations', { email, roles: ['auditor'] });
  const { data } = await scene.until(
    () => scene.get(`/v1/test/mails?recipient=${email}`),
    (kept) => kept.data.length === 1,
  );
  const { text } = await scene.get(`/v1/test/mails/${data[0].id}`);
  const [token] = /bureau_invite_[\w-]{64}/.exec(text) ?? [];
  const { status, body } = await scene.send('POST', '/v1/identity/invitations/accept', {
    token,
    name: 'Bo',
    password: adminPassword,
  });
  expect([status, body.code]).toEqual([422, 'test_address_required']);
});
