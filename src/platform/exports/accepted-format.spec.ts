import { acceptedFormat } from './accepted-format.js';

const json = { type: 'json' };
const csv = { type: 'csv', header: true, bom: false };

it.each([
  [undefined, json],
  ['', json],
  ['*/*', json],
  ['application/json', json],
  ['application/*;q=0.1', json],
  ['text/csv', csv],
  ['TEXT/CSV', csv],
  ['text/*', csv],
  ['text/csv; header=present', csv],
  ['text/csv;header="present"', csv],
  ['text/csv;charset=utf-8', csv],
  ['text/csv;header=absent', { ...csv, header: false }],
  ['text/csv;bom=present', { ...csv, bom: true }],
  ['text/csv, application/json', csv],
  ['application/json, text/csv', json],
  ['text/csv;q=0.5, application/json', json],
  ['text/csv, */*;q=0.1', csv],
  ['application/json;q=0, text/csv', csv],
  ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', json],
])('%j asks for %j', (accept, expected) => expect(acceptedFormat(accept)).toEqual(expected));

it.each([
  'application/pdf',
  'application/json;q=0, */*',
  'text/csv;q=0',
  'text/csv;q=x',
  'text/csv;header=perhaps',
  'text/csv;charset=iso-8859-1',
  'text',
])('%j cannot be answered', (accept) => expect(() => acceptedFormat(accept)).toThrow('not_acceptable'));
