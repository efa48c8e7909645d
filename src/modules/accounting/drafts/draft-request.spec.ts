import fc from 'fast-check';
import { contentWith, emptyContent, emptyLine } from './draft-content.js';
import { requestOfDraft } from './draft-request.js';
import type { JournalEntryDraftView } from './journal-entry-drafts.dto.js';

const frame = {
  id: 'draft',
  legalEntityId: 'entity',
  status: 'draft',
  approval: null,
  entryId: null,
  copyOf: null,
  createdBy: 'anna',
  version: 1,
  createdAt: '',
  updatedAt: '',
} as const;
const draftOf = (change: Parameters<typeof contentWith>[1]): JournalEntryDraftView => ({
  ...frame,
  ...contentWith(emptyContent, change),
});
const lines = [
  { accountCode: '4000', debit: '1.00' },
  { accountCode: '1000', credit: '1.00' },
];
const codes = (draft: JournalEntryDraftView) =>
  requestOfDraft(draft).lacking.map(({ pointer, code }) => `${pointer} ${code}`);

it('asks for what the draft says, and for nothing else', () => {
  const { request, lacking } = requestOfDraft(draftOf({ entryDate: '2026-01-31', description: 'Rent', lines }));
  expect(lacking).toEqual([]);
  expect(request).toEqual({ legalEntityId: 'entity', entryDate: '2026-01-31', description: 'Rent', lines });
});

it.each([
  [{}, ['/entryDate required', '/description required', '/lines too_few']],
  [{ entryDate: '2026-01-31', lines }, ['/description required']],
  [{ entryDate: '2026-01-31', description: 'Rent', lines: lines.slice(1) }, ['/lines too_few']],
])('tells what %j lacks', (change, expected) => expect(codes(draftOf(change))).toEqual(expected));

it('has nothing to look up without a date', () => {
  expect(requestOfDraft(draftOf({ description: 'Rent', lines })).request).toBeUndefined();
});

it('changes what is given, clears what is null and keeps the rest', () => {
  const before = contentWith(emptyContent, { reference: 'A', description: 'Rent', lines });
  expect(contentWith(before, { reference: null })).toEqual({ ...before, reference: null });
  expect(contentWith(before, { lines: [{}] })).toEqual({ ...before, lines: [emptyLine] });
  const texts = fc.record({ reference: fc.string(), currency: fc.string() }, { requiredKeys: [] });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const steps = contentWith(contentWith(before, one), other);
      expect(steps).toEqual(contentWith(before, { ...one, ...other }));
      expect(contentWith(steps, other)).toEqual(steps);
    }),
  );
});
