import { RouteTable } from './route-table.js';

const table = new RouteTable();
table.add('/v1/entries', 'GET');
table.add('/v1/entries', 'POST');
table.add('/v1/entries/:id', 'GET');
table.add('/v1/entries/bulk', 'POST');
table.add('/v1/entries/:id/reverse', 'POST');
table.add('/docs/*', 'GET');
table.add('/', 'GET');

it.each([
  ['/v1/entries', ['GET', 'POST']],
  ['/v1/entries?limit=1', ['GET', 'POST']],
  ['/v1/entries/7', ['GET']],
  ['/v1/entries/bulk', ['GET', 'POST']],
  ['/v1/entries/7/reverse', ['POST']],
  ['/v1/%65ntries', ['GET', 'POST']],
  ['/v1/entries/a%2Fb', ['GET']],
  ['/docs/a/b.css', ['GET']],
  ['/', ['GET']],
  ['/v1/entries/', []],
  ['/v1/entries//reverse', []],
  ['/v1/entries/7/post', []],
  ['/v1', []],
  ['/docs', []],
  ['//', []],
  ['', []],
])('%s is answered for %j', (address, methods) => expect(table.methodsAt(address)).toEqual(methods));
