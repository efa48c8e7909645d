import { acceptedFormat } from './file-format.js';

const json = { type: 'json' };
const csv = { type: 'csv', header: true, bom: false };
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const offered = ['json', 'csv', 'xlsx', 'pdf'] as const;

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
  ['application/pdf', { type: 'pdf' }],
  [xlsxType, { type: 'xlsx' }],
  [`${xlsxType};q=0.9, application/pdf;q=0.8`, { type: 'xlsx' }],
  ['application/pdf;q=0.2, text/*;q=0.3, */*;q=0.1', csv],
  ['*/*, application/json;q=0.5', csv],
  ['application/json;q=0, */*', csv],
  ['application/json;q=0, application/*', { type: 'xlsx' }],
  ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', json],
])('%j asks for %j', (accept, expected) => expect(acceptedFormat(accept, offered)).toEqual(expected));

it.each([
  'image/svg+xml',
  'application/json;q=0',
  '*/*;q=0',
  'text/csv;q=0',
  'text/csv;q=x',
  'text/csv;header=perhaps',
  'text/csv;charset=iso-8859-1',
  'text',
])('%j cannot be answered', (accept) => expect(() => acceptedFormat(accept, offered)).toThrow('not_acceptable'));

it('tells what there is', () => {
  expect(() => acceptedFormat('image/png', ['json', 'csv', 'svg'])).toThrow(
    expect.objectContaining({ detail: 'Must accept application/json, text/csv or image/svg+xml.' }),
  );
});
