import { readEnvironment } from '../../config/configuration.js';
import { providerSettings } from './provider-settings.js';

const whole = {
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'bureau',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_REDIRECT_URL: 'https://office.example.com/signed-in',
};

it('are there all together', () => {
  expect(providerSettings(readEnvironment(whole))).toEqual({
    issuer: 'https://login.example.com',
    clientId: 'bureau',
    clientSecret: 'secret',
    redirectUrl: 'https://office.example.com/signed-in',
    scope: 'openid email',
  });
});

it('are not there without a provider', () => expect(providerSettings(readEnvironment({}))).toBeUndefined());

it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URL'])('are refused without %s', (name) => {
  expect(() => providerSettings(readEnvironment({ ...whole, [name]: '' }))).toThrow(`With OIDC_ISSUER, set`);
});
