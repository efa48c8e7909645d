import { MailScene, OFFICE } from '../support/mail-scene.js';

// Mails leave over the built worker, which finds them in the queue, and a mail server that does what it is told.

let scene: MailScene;
beforeAll(async () => {
  scene = await MailScene.open();
});
afterAll(() => scene?.close());

const ACCEPT = '/v1/identity/invitations/accept';
const tokenIn = (text: string) => /#(bureau_(?:invite|reset)_[\w-]{64})$/m.exec(text)?.[1] ?? '';
const accept = (token: string) => scene.send(ACCEPT, { token, name: 'Bo', password: 'a sensible long password' });

it('brings an invitation, whose token nobody else gets to see, in the language that was asked for', async () => {
  const { email, id, body } = await scene.invite({ language: 'de' });
  expect(body.token).toBe('');
  const [mail] = await scene.smtp.received(email);
  expect(mail!.header('From')).toBe('Back office <office@bureau.example>');
  expect(mail!.header('To')).toBe(email);
  expect(mail!.header('Subject')).toBe('Einladung zu My organization');
  expect(mail!.text).toContain('Administrator lädt Sie ein, in My organization mitzuarbeiten.');
  expect(mail!.text).toContain(`${OFFICE}/invitations/accept#`);
  const told = await scene.mailOf(id, ({ state }) => state === 'sent');
  expect(told).toMatchObject({
    kind: 'invitation',
    recipient: email,
    attemptCount: 1,
    lastError: null,
    personId: null,
  });
  expect(mail!.header('Message-ID')).toBe(`<${told.id}@bureau.example>`);
  const token = tokenIn(mail!.text);
  const kept = await scene.query<{ found: string }>(
    `SELECT string_agg(q.row, ' ') AS found FROM (
       SELECT m::text AS row FROM platform.mail m UNION ALL SELECT j::text FROM graphile_worker._private_jobs j
       UNION ALL SELECT i::text FROM identity.invitation i UNION ALL SELECT a::text FROM platform.audit_entry a
       UNION ALL SELECT r::text FROM platform.idempotency_record r) q`,
  );
  expect(kept[0]!.found).toContain(email);
  expect(kept[0]!.found).not.toContain(token.slice(-42));
  expect((await accept(token)).status).toBe(200);
  const { body: feed } = await scene.session.get('/v1/notifications?kind=invitation.accepted');
  expect(feed.data[0]).toMatchObject({ text: 'Bo has accepted your invitation and is a member now.', isRead: false });
});

it('brings a new token when an invitation is sent again; the one before works no more', async () => {
  const { email, id } = await scene.invite();
  const [first] = await scene.smtp.received(email);
  const again = await scene.session.post(`/v1/identity/invitations/${id}/resend`, {}, undefined, { 'If-Match': '"1"' });
  expect([again.status, again.body.token]).toEqual([200, '']);
  const [, second] = await scene.smtp.received(email, 2);
  expect(second!.header('Message-ID')).not.toBe(first!.header('Message-ID'));
  expect((await accept(tokenIn(first!.text))).body.code).toBe('invitation_not_valid');
  expect((await accept(tokenIn(second!.text))).status).toBe(200);
});

it('is tried again while the server is down or asks for patience, and is the same mail then', async () => {
  await scene.smtp.stop();
  const { email, id } = await scene.invite();
  const waiting = await scene.mailOf(id, ({ lastError }) => lastError !== null);
  expect(waiting).toMatchObject({ state: 'queued', attemptCount: 1, lastError: 'ESOCKET (CONN)', finishedAt: null });
  await scene.smtp.start();
  scene.smtp.refuse(email, 451, 1);
  await scene.makeDue();
  const refused = await scene.mailOf(id, ({ attemptCount, lastError }) => attemptCount === 2 && /451/.test(lastError));
  expect(refused).toMatchObject({ state: 'queued', lastError: 'EENVELOPE 451 (RCPT TO)' });
  await scene.makeDue();
  const [mail] = await scene.smtp.received(email);
  expect(mail!.header('Message-ID')).toBe(`<${waiting.id}@bureau.example>`);
  expect(new Date(mail!.header('Date')!).getTime()).toBe(Math.floor(Date.parse(waiting.createdAt) / 1000) * 1000);
  expect(await scene.mailOf(id, ({ state }) => state === 'sent')).toMatchObject({ attemptCount: 3 });
});

it('is given up where the recipient is refused for good, and says so', async () => {
  scene.smtp.refuse('nobody@example.com', 550);
  const { id } = await scene.invite({ email: 'nobody@example.com' });
  const mail = await scene.mailOf(id, ({ state }) => state !== 'queued');
  expect(mail).toMatchObject({ state: 'failed', attemptCount: 1, lastError: 'EENVELOPE 550 (RCPT TO)' });
  expect(mail.finishedAt).toEqual(expect.any(String));
  const { body } = await scene.session.get('/v1/mails?state=failed');
  expect(body.data).toHaveLength(1);
  const odd = await scene.invite({ email: 'anna,bo@example.com' });
  expect(await scene.mailOf(odd.id, ({ state }) => state === 'failed')).toMatchObject({
    lastError: 'address_not_usable',
  });
});

it('resets a password, ends the sessions and tells the person by mail', async () => {
  const { email } = await scene.invite();
  const [invitation] = await scene.smtp.received(email);
  await accept(tokenIn(invitation!.text));
  expect((await scene.send('/v1/password-resets', { email: email.toUpperCase() })).status).toBe(202);
  const [, mail] = await scene.smtp.received(email, 2);
  expect(mail!.header('Subject')).toBe('Reset your password');
  expect(mail!.text).toContain(`${OFFICE}/password-reset#`);
  const confirmed = await scene.send('/v1/password-resets/confirm', {
    token: tokenIn(mail!.text),
    newPassword: 'an entirely new password',
  });
  expect([confirmed.status, confirmed.body]).toEqual([204, undefined]);
  const [, , notice] = await scene.smtp.received(email, 3);
  expect(notice!.header('Subject')).toBe('Your password was reset');
  const signIn = (password: string) => scene.send('/v1/auth/login', { email, password });
  expect((await signIn('a sensible long password')).status).toBe(401);
  expect((await signIn('an entirely new password')).status).toBe(200);
});

it('brings what is unread once a day, by the clock of the organization', async () => {
  const preferences = [{ kind: 'invitation.accepted', delivery: 'digest' }];
  const change = { preferences, language: 'de' };
  const { status } = await scene.session.patch('/v1/notification-preferences', change, '"1"');
  expect(status).toBe(200);
  const join = async () => {
    const { email } = await scene.invite();
    const [mail] = await scene.smtp.received(email);
    await accept(tokenIn(mail!.text));
  };
  await join();
  // Where it is about three at night, then where it is about noon.
  const moveTo = async (hour: number, version: number) => {
    const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
    const timeZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
    const path = '/v1/administration/organization';
    expect((await scene.session.patch(path, { timeZone }, `"${version}"`)).status).toBe(200);
  };
  await moveTo(3, 1);
  await scene.runTask('send_digests');
  await scene.untilTasksAreDone();
  expect(await scene.query('SELECT FROM platform.notification_digest')).toEqual([]);
  await moveTo(12, 2);
  await scene.runTask('send_digests');
  const [digest] = await scene.smtp.received('admin@bureau.test');
  expect(digest!.header('Subject')).toBe('Neues in My organization');
  expect(digest!.text).toContain('Eine Benachrichtigung ist ungelesen.');
  expect(digest!.text).toContain('Bo hat Ihre Einladung angenommen');
  // The second one of the day waits for the next.
  await join();
  await scene.runTask('send_digests');
  await scene.runTask('send_digests');
  const made = () => scene.query('SELECT digest_on FROM platform.notification_digest');
  await scene.untilTasksAreDone();
  expect(await made()).toHaveLength(1);
});

it('tells once whose API key is about to end', async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  for (const [name, days] of [
    ['Portal', 3],
    ['Shop', 30],
  ] as const) {
    const key = { name, roles: ['auditor'], expiresAt: inDays(days) };
    expect((await scene.session.post('/v1/identity/api-keys', key)).status).toBe(201);
  }
  await scene.runTask('tell_expiring_api_keys');
  await scene.runTask('tell_expiring_api_keys');
  const [, mail] = await scene.smtp.received('admin@bureau.test', 2);
  expect(mail!.header('Subject')).toContain('Portal');
  await scene.untilTasksAreDone();
  const { body: feed } = await scene.session.get('/v1/notifications?kind=api_key.expiring');
  expect(feed.data).toHaveLength(1);
});

it('is not sent for an organization that is closed', async () => {
  await scene.smtp.stop();
  const { id, email } = await scene.invite();
  await scene.mailOf(id, ({ lastError }) => lastError !== null);
  await scene.query("UPDATE platform.organization SET status = 'closed'");
  await scene.smtp.start();
  await scene.makeDue();
  await scene.untilTasksAreDone();
  const [mail] = await scene.query('SELECT state, last_error FROM platform.mail WHERE source_id = $1', [id]);
  expect(mail).toEqual({ state: 'cancelled', last_error: 'organization_closed' });
  expect(scene.smtp.mails.filter(({ to }) => to === email)).toEqual([]);
});
