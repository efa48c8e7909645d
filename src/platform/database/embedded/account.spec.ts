import { accountIn } from './account.js';

describe('accountIn', () => {
  const root = 'root:x:0:0:root:/root:/bin/bash';
  const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
  const postgres = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash';
  const macPostgres = '_postgres:*:216:216:PostgreSQL Server:/var/empty:/usr/bin/false';
  const macNobody = 'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false';

  it.each([
    ['prefers postgres', [root, nobody, postgres], { uid: 101, gid: 104 }],
    ['falls back to nobody', [root, nobody], { uid: 65534, gid: 65534 }],
    ['knows the name on macOS', ['# comment', macNobody, root, macPostgres], { uid: 216, gid: 216 }],
    ['never takes a negative id', [root, macNobody], undefined],
    ['never takes root by another name', [root, 'nobody:x:0:0:::'], undefined],
    ['matches whole names only', [root, 'nobody2:x:7:7:::', 'mypostgres:x:8:8:::'], undefined],
    ['finds nothing in an empty file', [], undefined],
  ])('%s', (_case, lines, expected) => {
    expect(accountIn(lines.join('\n'))).toEqual(expected);
  });
});
