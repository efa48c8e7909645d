import { MOST_ACCOUNTS, readAccountFile } from './read-account-file.js';

const read = (...lines: string[]) => readAccountFile(Buffer.from(lines.join('\n')));

describe('reading a file of accounts', () => {
  it('takes the columns in any order; what is left out or empty says nothing', () => {
    const { proposals } = read(
      'name;code;type;isGroup;parentCode;subtype;control;currency;status',
      'Assets;1;asset;true;;;;;',
      'Bank, main;1930;asset;;1;bank;bank;SEK;inactive',
    );
    expect(proposals).toEqual([
      { line: 2, code: '1', name: 'Assets', type: 'asset', isGroup: true },
      {
        line: 3,
        code: '1930',
        name: 'Bank, main',
        type: 'asset',
        parentCode: '1',
        subtype: 'bank',
        control: 'bank',
        currency: 'SEK',
        status: 'inactive',
      },
    ]);
  });

  it.each([
    ['code,name,type\n,Bank,asset', 2, 'required', 'code'],
    ['code,name,type\n1930,,asset', 2, 'required', 'name'],
    ['code,name,type\n1930,Bank,', 2, 'required', 'type'],
    ['code,name,type\n19-,Bank,asset', 2, 'invalid_code', 'code'],
    [`code,name,type\n1,${'x'.repeat(201)},asset`, 2, 'too_long', 'name'],
    ['code,name,type\n1,Bank,Asset', 2, 'invalid_choice', 'type'],
    ['code,name,type,subtype\n1,Bank,asset,till', 2, 'invalid_choice', 'subtype'],
    ['code,name,type,control\n1,Bank,asset,yes', 2, 'invalid_choice', 'control'],
    ['code,name,type,currency\n1,Bank,asset,sek', 2, 'unknown_currency', 'currency'],
    ['code,name,type,isGroup\n1,Bank,asset,1', 2, 'invalid_choice', 'isGroup'],
    ['code,name,type,parentCode\n1,Bank,asset,*', 2, 'invalid_code', 'parentCode'],
    ['code,name,type,status\n1,Bank,asset,closed', 2, 'invalid_choice', 'status'],
  ])('refuses %j', (text, line, code, column) => {
    expect(readAccountFile(Buffer.from(text)).errors).toEqual([
      { pointer: '', code, line, message: expect.stringMatching(new RegExp(`^${column}: `)) },
    ]);
  });

  it('names every fault, up to a hundred', () => {
    const { errors } = read('code,name,type', ...Array.from({ length: 80 }, () => '*,Bank,money'));
    expect(errors).toHaveLength(100);
    expect(errors!.slice(0, 3).map(({ line, code }) => [line, code])).toEqual([
      [2, 'invalid_code'],
      [2, 'invalid_choice'],
      [3, 'invalid_code'],
    ]);
  });

  it('takes as many accounts as it says, and no more', () => {
    const rows = Array.from({ length: MOST_ACCOUNTS }, (_, at) => `${at},Account,asset`);
    expect(read('code,name,type', ...rows).proposals).toHaveLength(MOST_ACCOUNTS);
    const { errors } = read('code,name,type', ...rows, 'x,Account,asset');
    expect(errors).toMatchObject([{ code: 'too_many_rows' }]);
  });
});
