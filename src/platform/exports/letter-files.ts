import { Injectable } from '@nestjs/common';
import type { Letter } from './letter.js';
import { RenderThread } from './rendering/render-thread.js';
import { TestMark } from './test-mark.js';

/** Makes letters as PDF; those of a test organization say so on every page. */
@Injectable()
export class LetterFiles {
  constructor(private readonly testMark: TestMark) {}

  async pdf(letter: Letter): Promise<Uint8Array> {
    const marked = (await this.testMark.isTest()) ? { ...letter, mark: 'TEST' } : letter;
    const thread = new RenderThread({ kind: 'letter', letter: marked });
    try {
      return await thread.whole();
    } finally {
      await thread.stop();
    }
  }
}
