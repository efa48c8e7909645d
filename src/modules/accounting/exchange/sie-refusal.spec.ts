import { postingConflict, refusalOf } from './sie-refusal.js';
import type { SieFinding } from './sie/sie-findings.js';

const wrongFile: SieFinding = { line: 7, code: 'invalid_amount', message: 'An amount is digits.' };
const wrongBooks: SieFinding = { line: 3, code: 'fiscal_year_in_use', message: 'The books have entries.' };
const wrongOption: SieFinding = { option: 'accountTypeOverrides', code: 'override_contradicts_books', message: 'No.' };

describe('a refused file', () => {
  it.each<[string, SieFinding[], number, string]>([
    ['itself', [wrongFile], 422, 'import_refused'],
    ['the books alone', [wrongBooks, wrongOption], 409, 'import_conflict'],
    ['both', [wrongBooks, wrongFile], 422, 'import_refused'],
  ])('because of %s', (_, faults, status, code) => {
    expect(refusalOf({ faults, faultsLeftOff: 0 })).toMatchObject({ status, code });
  });

  it('names lines and query parameters', () => {
    expect(refusalOf({ faults: [wrongFile, wrongOption], faultsLeftOff: 0 }).errors).toEqual([
      { pointer: '', line: 7, code: 'invalid_amount', message: 'An amount is digits.' },
      { pointer: '?accountTypeOverrides', line: undefined, code: 'override_contradicts_books', message: 'No.' },
    ]);
  });

  it('says how much is wrong', () => {
    expect(refusalOf({ faults: [wrongFile], faultsLeftOff: 0 }).detail).toBe('An amount is digits. Nothing was kept.');
    expect(refusalOf({ faults: [wrongFile, wrongBooks], faultsLeftOff: 40 }).detail).toBe(
      '42 faults, see errors; the first: An amount is digits. Nothing was kept.',
    );
  });

  it('quotes no more of the file than a message holds', () => {
    const message = 'x'.repeat(5000);
    const problem = refusalOf({ faults: [{ ...wrongFile, message }], faultsLeftOff: 0 });
    expect(problem.errors[0]?.message).toHaveLength(2000);
    expect(problem.detail.length).toBeLessThan(2100);
  });
});

it('entries that the ledger cannot take are a conflict; the first hundred are told', () => {
  const errors = Array.from({ length: 130 }, (_, index) => ({
    pointer: '',
    line: index + 1,
    code: 'period_closed',
    message: 'Closed.',
  }));
  const problem = postingConflict(errors);
  expect(problem).toMatchObject({ status: 409, code: 'import_conflict' });
  expect(problem.detail).toContain('130 faults');
  expect(problem.errors).toHaveLength(100);
});
