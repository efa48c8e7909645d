import { tmpdir } from 'node:os';
import { type Actor, newActor } from '../support/actor.js';
import { giveCommand } from '../support/bureau-command.js';
import { provided } from '../support/database.js';
import { BOOKS } from '../identity/members.js';
import { enrolled, signIn } from './enrolled.js';

const reset = ({ email }: Actor) =>
  giveCommand(['reset-second-factor', email.toUpperCase()], {
    folder: tmpdir(),
    settings: { DATABASE_URL: provided('TEST_OWNER_URL') },
  });

it('the operator takes a second factor away, on record', async () => {
  const person = await newActor();
  await enrolled(person);
  const done = await reset(person);
  expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('has no second factor any more')]);
  expect((await person.get(BOOKS)).status).toBe(401);
  const { status, body } = await signIn(person);
  expect(status).toBe(200);
  const inside = Object.assign(person, { accessToken: body.accessToken });
  const { body: audited } = await inside.get('/v1/audit-entries?action=auth.second_factor.reset');
  expect(audited.data).toMatchObject([{ recordType: 'identity.second_factor', operation: 'delete' }]);
  const { body: history } = await inside.get('/v1/auth/login-history?kind=second_factor_reset');
  expect(history.data).toMatchObject([{ outcome: 'succeeded', organizationId: null }]);
});
