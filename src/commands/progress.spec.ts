import { Progress } from './progress.js';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) > 0 };
}

it('is a bar on a terminal, taken away at the end', () => {
  const terminal = screen(true);
  const progress = new Progress(3, terminal);
  progress.draw('Acme');
  progress.step('Berg');
  progress.step();
  progress.step();
  progress.end();
  const empty = '\r\u001b[K';
  expect(terminal.written).toEqual([
    `${empty}${'░'.repeat(30)} 0/3 Acme`,
    `${empty}${'█'.repeat(10)}${'░'.repeat(20)} 1/3 Berg`,
    `${empty}${'█'.repeat(20)}${'░'.repeat(10)} 2/3 `,
    `${empty}${'█'.repeat(30)} 3/3 `,
    empty,
  ]);
});

it('of nothing is full', () => {
  const terminal = screen(true);
  new Progress(0, terminal).draw();
  expect(terminal.written[0]).toContain('█'.repeat(30));
});

it('is silent where nobody looks on', () => {
  const file = screen(false);
  const progress = new Progress(1, file);
  progress.draw();
  progress.step();
  progress.end();
  expect(file.written).toEqual([]);
});
