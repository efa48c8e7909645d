import { smtpFailure, smtpOptions } from './smtp-transport.js';

it.each([
  ['smtps://mail.example.com', { port: 465, secure: true, requireTLS: false, auth: undefined }],
  ['smtp://mail.example.com', { port: 587, secure: false, requireTLS: true }],
  ['smtp://mail.example.com:25?tls=optional', { port: 25, secure: false, requireTLS: false }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, requireTLS: false }],
  ['smtp://[::1]:2525', { host: '::1', requireTLS: false }],
  ['smtp://localhost', { requireTLS: false }],
  ['smtp://localhost.example.com', { requireTLS: true }],
  ['smtps://anna%40example.com:p%3A%2F@mail.example.com', { auth: { user: 'anna@example.com', pass: 'p:/' } }],
])('%s', (url, options) => {
  expect(smtpOptions(url)).toMatchObject(options);
});

const failure = (told: object) => smtpFailure({ ...new Error('x'), name: 'Error', message: 'x', ...told });

it.each([
  [{ code: 'ESOCKET', command: 'CONN' }, false, 'ESOCKET (CONN)'],
  [{ code: 'ETIMEDOUT' }, false, 'ETIMEDOUT'],
  [
    { code: 'EAUTH', responseCode: 535, response: '535 5.7.8 Bad', command: 'AUTH PLAIN' },
    false,
    'EAUTH 535 5.7.8 (AUTH PLAIN)',
  ],
  [
    { code: 'EPROTOCOL', responseCode: 554, response: '554 no service', command: 'CONN' },
    false,
    'EPROTOCOL 554 (CONN)',
  ],
  [
    { code: 'EENVELOPE', responseCode: 451, response: '451 4.7.1 Later', command: 'RCPT TO' },
    false,
    'EENVELOPE 451 4.7.1 (RCPT TO)',
  ],
  [
    { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 Nobody', command: 'RCPT TO' },
    true,
    'EENVELOPE 550 5.1.1 (RCPT TO)',
  ],
  [
    { code: 'EMESSAGE', responseCode: 554, response: '554-bureau_reset_secret\n554 x', command: 'DATA' },
    true,
    'EMESSAGE 554 (DATA)',
  ],
  [{}, false, 'ESEND'],
])('%j: for good %s', (told, isFinal, text) => {
  expect(failure(told)).toEqual({ isFinal, text });
});
