import type { QueryResultRow } from 'pg';
import type { Transaction } from '#platform/database/transaction.js';
import { WholeList } from './whole-list.js';

/** A connection with one cursor, whose rows are the numbers from 1. */
function connection(count: number, { failsAt = Infinity } = {}) {
  const asked: string[] = [];
  const rows: QueryResultRow[] = Array.from({ length: count }, (_, at) => ({ number: at + 1 }));
  const query = (text: string): Promise<QueryResultRow[]> => {
    asked.push(text);
    if (asked.length >= failsAt) return Promise.reject(new Error(`${text} failed`));
    const fetched = /^FETCH (\d+) FROM whole_list$/.exec(text);
    return Promise.resolve(fetched ? rows.splice(0, Number(fetched[1])) : []);
  };
  return { asked, transaction: { query } as unknown as Transaction };
}

const query = { text: 'SELECT number FROM numbers ORDER BY number', parameters: [] };

async function pagesOf(count: number, limit: number) {
  const { asked, transaction } = connection(count);
  const whole = new WholeList();
  const pages: number[][] = [];
  for (;;) {
    const rows = (await whole.next(transaction, query, limit)) as { number: number }[];
    pages.push(rows.slice(0, limit).map(({ number }) => number));
    if (rows.length <= limit) return { asked, pages };
  }
}

it.each([
  [0, [[]]],
  [1, [[1]]],
  [3, [[1, 2, 3]]],
  [4, [[1, 2, 3], [4]]],
  [
    6,
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ],
  [7, [[1, 2, 3], [4, 5, 6], [7]]],
])('gives %i rows once each, three on a page', async (count, pages) => {
  expect((await pagesOf(count, 3)).pages).toEqual(pages);
});

it('begins the query once', async () => {
  const { asked } = await pagesOf(7, 3);
  expect(asked).toEqual([
    `DECLARE whole_list NO SCROLL CURSOR FOR ${query.text}`,
    'FETCH 4 FROM whole_list',
    'FETCH 3 FROM whole_list',
    'FETCH 3 FROM whole_list',
  ]);
});

it('asks for the next page before this one is written', async () => {
  const { asked, transaction } = connection(10);
  await new WholeList().next(transaction, query, 3);
  expect(asked.at(-1)).toBe('FETCH 3 FROM whole_list');
});

it.each([
  [1, 'DECLARE'],
  [2, 'FETCH 4'],
])('is refused with the query, which fails at statement %i', async (failsAt, statement) => {
  const { transaction } = connection(10, { failsAt });
  await expect(new WholeList().next(transaction, query, 3)).rejects.toThrow(statement);
});

it('fails where the next page does, and not before', async () => {
  const { transaction } = connection(10, { failsAt: 3 });
  const whole = new WholeList();
  expect(await whole.next(transaction, query, 3)).toHaveLength(4);
  await expect(whole.next(transaction, query, 3)).rejects.toThrow('FETCH 3');
});
