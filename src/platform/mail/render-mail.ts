import type { Language } from './language.js';
import type { MailContent, MailPart } from './mail-content.js';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LONGEST_SUBJECT = 200;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The two forms of a mail. No template writes HTML, so nothing gets into it but by `escape`. */
export function renderMail({ subject, parts, footer }: MailContent, language: Language): RenderedMail {
  const head = '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>';
  const small = paragraph(footer, 'color:#666;font-size:13px');
  const body = [...parts.map(htmlOf), small].join('\n');
  return {
    subject: inOneLine(subject),
    text: [...parts.map(textOf), `-- \n${footer}`].join('\n\n'),
    html: `<!doctype html>\n<html lang="${language}">${head}<body style="font-family:sans-serif;max-width:36em;margin:2em auto">\n${body}\n</body></html>\n`,
  };
}

/** What stands in a header has no line breaks and no other control characters. */
export function inOneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, LONGEST_SUBJECT).join('');
}

function textOf(part: MailPart): string {
  if ('paragraph' in part) return part.paragraph;
  if ('link' in part) return `${part.label}:\n${part.link}`;
  if ('code' in part) return `${part.label}:\n${part.code}`;
  return part.items.map(({ title, text }) => `* ${title}\n  ${text}`).join('\n\n');
}

function htmlOf(part: MailPart): string {
  if ('paragraph' in part) return paragraph(part.paragraph);
  if ('link' in part) return `<p><a href="${escape(part.link)}">${escape(part.label)}</a></p>`;
  if ('code' in part) {
    return `${paragraph(part.label)}\n<pre style="white-space:pre-wrap;word-break:break-all">${escape(part.code)}</pre>`;
  }
  const items = part.items.map(({ title, text }) => `<li><b>${escape(title)}</b><br>${escape(text)}</li>`);
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

const paragraph = (text: string, style?: string) => `<p${style ? ` style="${style}"` : ''}>${escape(text)}</p>`;

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!);
