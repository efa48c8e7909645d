import { serverArguments } from './server-settings.js';

function settings(durable: boolean): Map<string, string> {
  const values = serverArguments({ port: 54321, durable }).filter((argument) => argument !== '-c');
  return new Map(
    values.map((value) => [value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1)] as const),
  );
}

describe('serverArguments', () => {
  it.each([
    ['serving', true, 'on'],
    ['tests', false, 'off'],
  ])('writes to disk before it answers: %s', (_case, durable, expected) => {
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      expect([name, settings(durable).get(name)]).toEqual([name, expected]);
    }
  });

  it('listens on the loopback address only', () => {
    expect(settings(true).get('listen_addresses')).toBe('127.0.0.1');
    expect(settings(true).get('unix_socket_directories')).toBe('');
    expect(settings(true).get('port')).toBe('54321');
  });

  it('gives every value behind a switch of its own', () => {
    const list = serverArguments({ port: 1, durable: true });
    expect(list.filter((_, index) => index % 2 === 0)).toEqual(Array<string>(list.length / 2).fill('-c'));
  });
});
