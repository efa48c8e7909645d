import { AtInstant, Code, Email, Ref, Text } from '../http/fields/fields.js';
import { ListOf } from '../listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export interface TestMailRow {
  id: string;
  kind: string;
  sourceId: string;
  recipient: string;
  subject: string;
  capturedAt: Date;
}

export interface WholeTestMailRow extends TestMailRow {
  text: string;
  html: string;
}

export class TestMailView {
  @Ref({ example: exampleId, description: 'That of the mail: see `getMail`.' })
  id: string;

  @Code(50, { example: 'invitation', pattern: '^[a-z_]+$', words: 'lower-case letters and underscores' })
  kind: string;

  @Ref({ example: exampleId, description: 'What caused it, such as an invitation.' })
  sourceId: string;

  @Email({ example: 'anna.berg@example.com', description: 'To whom it would have been sent.' })
  recipient: string;

  @Text(200, { example: 'You are invited to Example Group' })
  subject: string;

  @AtInstant({
    example: '2026-01-31T08:30:02.000Z',
    description: 'The real time, whatever the clock of the organization shows.',
  })
  capturedAt: string;

  static from({ capturedAt, ...row }: TestMailRow): TestMailView {
    const { id, kind, sourceId, recipient, subject } = row;
    return { id, kind, sourceId, recipient, subject, capturedAt: capturedAt.toISOString() };
  }
}

export class WholeTestMailView extends TestMailView {
  @Text(1_000_000, {
    multiline: true,
    example: 'Anna invites you.',
    description: 'The mail as plain text, with the links and tokens in it.',
  })
  text: string;

  @Text(1_000_000, {
    multiline: true,
    example: '<!doctype html><p>Anna invites you.</p>',
    description: 'The same as HTML.',
  })
  html: string;

  static override from(row: WholeTestMailRow): WholeTestMailView {
    return { ...TestMailView.from(row), text: row.text, html: row.html };
  }
}

export class TestMailList extends ListOf(TestMailView) {}
