import { Configuration, readEnvironment } from '../config/configuration.js';
import { FrontOffice } from './front-office.js';

const at = (APP_URL?: string) => new FrontOffice(new Configuration(readEnvironment({ APP_URL }), '', ''));
const place = { page: 'password-reset', label: 'Choose a password', request: 'POST /v1/password-resets/confirm' };

it.each(['https://office.example.com', 'https://office.example.com/'])('%s is where links lead', (address) => {
  expect(at(address).pointTo(place)).toEqual({ link: 'https://office.example.com/password-reset', label: place.label });
  expect(at(address).handOver(place, { label: 'Token', text: 'abc' })).toEqual([
    { link: 'https://office.example.com/password-reset#abc', label: place.label },
  ]);
});

it('without one, the token is told and the request to make', () => {
  expect(at().pointTo(place)).toEqual({ code: place.request, label: place.label });
  expect(at().handOver(place, { label: 'Token', text: 'abc' })).toEqual([
    { code: 'abc', label: 'Token' },
    { code: place.request, label: place.label },
  ]);
});
