const WIDTH = 30;

/** The part of a terminal that a bar is drawn on. */
export type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** A bar on standard error while long work goes on; nothing where nobody looks on. */
export class Progress {
  private done = 0;

  constructor(
    private readonly total: number,
    private readonly screen: Screen = process.stderr,
  ) {}

  /** One more is done; the label names what comes next. */
  step(label = ''): void {
    this.done += 1;
    this.draw(label);
  }

  draw(label = ''): void {
    if (!this.screen.isTTY) return;
    const filled = this.total === 0 ? WIDTH : Math.round((this.done / this.total) * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    this.screen.write(`\r\x1b[K${bar} ${this.done}/${this.total} ${label}`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.screen.isTTY) this.screen.write('\r\x1b[K');
  }
}
