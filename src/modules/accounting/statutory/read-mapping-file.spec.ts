import { readMappingFile } from './read-mapping-file.js';

const read = (...lines: string[]) => readMappingFile(Buffer.from(lines.join('\n')));

it('reads accounts and their lines; an empty line code is none', () => {
  expect(read('lineCode;accountCode', '512;1930', ';1000').wishes).toEqual([
    { accountCode: '1930', lineCode: '512', at: { pointer: '', line: 2 } },
    { accountCode: '1000', lineCode: null, at: { pointer: '', line: 3 } },
  ]);
});

it.each([
  [['accountCode', '1930'], 1, 'missing_column'],
  [['accountCode,lineCode', ',512'], 2, 'invalid_code'],
  [['accountCode,lineCode', '1930,*'], 2, 'invalid_code'],
  [['accountCode,lineCode', `1930,${'5'.repeat(41)}`], 2, 'too_long'],
])('refuses %j', (lines, line, code) => {
  expect(read(...lines).errors).toMatchObject([{ line, code, pointer: '' }]);
});
