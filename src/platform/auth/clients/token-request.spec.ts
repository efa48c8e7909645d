import { Problem } from '#kernel/problem.js';
import { readTokenRequest } from './token-request.js';

const grant = 'grant_type=client_credentials';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const read = (form: string | Buffer, authorization?: string) =>
  readTokenRequest({ form: Buffer.from(form as string), authorization });

const DESCRIBABLE = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/** The members of RFC 6749, and the status; the description has to be of letters that it may have. */
function refusalOf(form: string | Buffer, authorization?: string): unknown[] {
  try {
    return [read(form, authorization)];
  } catch (error) {
    const { status, members } = error as Problem;
    return [status, DESCRIBABLE.test(String(members.error_description)) && members.error];
  }
}

describe('a token request', () => {
  const scope = undefined;

  it.each([
    [grant, basic('shop:secret'), { clientId: 'shop', clientSecret: 'secret', scope }],
    [grant, basic('shop:a%3Ab+c%25'), { clientId: 'shop', clientSecret: 'a:b c%', scope }],
    [
      grant,
      basic('shop:with:colon').replace('Basic', 'basic'),
      { clientId: 'shop', clientSecret: 'with:colon', scope },
    ],
    [`${grant}&client_id=shop&client_secret=a%2Bb`, undefined, { clientId: 'shop', clientSecret: 'a+b', scope }],
    [`${grant}&client_id=shop`, basic('shop:secret'), { clientId: 'shop', clientSecret: 'secret', scope }],
    [
      `${grant}&scope=b.read+a.read%20b.read`,
      basic('a:b'),
      { clientId: 'a', clientSecret: 'b', scope: ['a.read', 'b.read'] },
    ],
    [`${grant}&scope=`, basic('a:b'), { clientId: 'a', clientSecret: 'b', scope }],
    [`${grant}&audience=x&resource=y&resource=`, basic('a:b'), { clientId: 'a', clientSecret: 'b', scope }],
    [`&&${grant}&`, basic('a:b'), { clientId: 'a', clientSecret: 'b', scope }],
  ])('%s with %s', (form, authorization, expected) => {
    expect(read(form, authorization)).toEqual(expected);
  });

  const good = basic('a:b');
  it.each([
    ['no form', '', good, 400, 'invalid_request'],
    ['no grant type', 'scope=a', good, 400, 'invalid_request'],
    ['an empty grant type', 'grant_type=', good, 400, 'invalid_request'],
    ['a grant type twice', `${grant}&${grant}`, good, 400, 'invalid_request'],
    ['a parameter that nobody knows twice', `${grant}&x=1&x=2`, good, 400, 'invalid_request'],
    ['the password grant', 'grant_type=password&username=a&password=b', good, 400, 'unsupported_grant_type'],
    ['a refresh token', 'grant_type=refresh_token&refresh_token=a', good, 400, 'unsupported_grant_type'],
    ['a code', 'grant_type=authorization_code&code=a', good, 400, 'unsupported_grant_type'],
    ['an assertion', 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer', good, 400, 'unsupported_grant_type'],
    ['the grant type in capitals', 'grant_type=CLIENT_CREDENTIALS', good, 400, 'unsupported_grant_type'],
    ['a lone percent sign', `${grant}&a=%`, good, 400, 'invalid_request'],
    ['half a character', `${grant}&a=%C3`, good, 400, 'invalid_request'],
    ['a null character', `${grant}&a=%00`, good, 400, 'invalid_request'],
    ['two blanks in the scope', `${grant}&scope=a++b`, good, 400, 'invalid_scope'],
    ['a quotation mark in the scope', `${grant}&scope=%22a%22`, good, 400, 'invalid_scope'],
    ['a letter beyond ASCII in the scope', `${grant}&scope=%C3%A9`, good, 400, 'invalid_scope'],
    ['the secret at two places', `${grant}&client_secret=b`, good, 400, 'invalid_request'],
    ['two clients', `${grant}&client_id=c`, good, 400, 'invalid_request'],
    ['no client', grant, undefined, 401, 'invalid_client'],
    ['no secret', `${grant}&client_id=a`, undefined, 401, 'invalid_client'],
    ['another scheme', grant, 'Bearer abc', 401, 'invalid_client'],
    ['no base64', grant, 'Basic a:b', 401, 'invalid_client'],
    ['a client without a secret', grant, basic('a'), 401, 'invalid_client'],
    ['an empty secret', grant, basic('a:'), 401, 'invalid_client'],
    ['a secret that is not encoded', grant, basic('a:%'), 401, 'invalid_client'],
  ])('is refused with %s', (_name, form, authorization, status, error) => {
    expect(refusalOf(form, authorization)).toEqual([status, error]);
  });

  it('is refused where it is no text', () => {
    expect(refusalOf(Buffer.from([0xff, 0xfe]), good)).toEqual([400, 'invalid_request']);
    expect(() => readTokenRequest({ form: undefined, authorization: good })).toThrow(Problem);
  });
});
