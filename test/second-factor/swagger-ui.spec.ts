import { newActor } from '../support/actor.js';
import { PASSWORD } from '../support/provision.js';
import { SwaggerUiForms } from '../platform/swagger-ui-forms.js';
import { codeOf, enrolled } from './enrolled.js';

it('Swagger UI is authorized by the second half of a sign-in', async () => {
  const person = await newActor();
  const { secret } = await enrolled(person);
  const forms = await SwaggerUiForms.open();
  const asked = await forms.execute('signIn', { body: { email: person.email, password: PASSWORD } });
  expect([asked.status, forms.page.token]).toEqual([401, undefined]);
  const { token } = (asked.body as { challenge: { token: string } }).challenge;
  const body = { challenge: token, code: codeOf(secret, 1) };
  expect((await forms.execute('completeSignIn', { body })).status).toBe(200);
  expect((await forms.execute('listSecondFactors')).status).toBe(200);
});
