import { parseLockFile } from './lock-file.js';

describe('parseLockFile', () => {
  const lines = [
    '5151',
    '/var/lib/cluster',
    '1795326980',
    '54999',
    '',
    'localhost',
    ' 16039943         6',
    'ready   ',
    '',
  ];
  const withStatus = (status: string) => lines.with(7, status).join('\n');

  it.each([
    ['a ready server', lines.join('\n'), { pid: 5151, status: 'ready' }],
    ['a starting server', withStatus('starting'), { pid: 5151, status: 'starting' }],
    ['a stopping server', withStatus('stopping'), { pid: 5151, status: 'stopping' }],
    ['a server that has not written its status yet', lines.slice(0, 7).join('\n'), { pid: 5151, status: 'unknown' }],
    ['a file that is just being made', '', undefined],
    ['the negative pid of single-user mode', '-5150\n/var/lib/cluster', undefined],
    ['garbage', 'not a pid\n', undefined],
  ])('%s', (_case, text, expected) => {
    expect(parseLockFile(text)).toEqual(expected);
  });
});
