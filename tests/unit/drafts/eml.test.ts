// A draft as a file, read back by a mail reader that is not ours.

import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';

import { mailFile } from '../../../src-shared/drafts/eml.ts';
import { draftLink, isDraftLink } from '../../../src-shared/values/mail-link.ts';

const mail = {
  to: 'anna@weber.example',
  at: Date.UTC(2026, 1, 28, 9),
  id: '<a-b@rapport.invalid>',
};

test('what is written is what a mail program reads', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 2_000 }),
      async (subject, text) => {
        const clean = (words: string): string => words.replace(/[\p{Cc}\s\u00ad]+/gu, ' ').trim();
        const file = mailFile({ ...mail, subject: clean(subject), text });
        expect(file.split('\r\n').every((line) => line.length <= 998)).toBe(true);
        const read = await PostalMime.parse(file);
        expect(read.to?.[0]?.address).toBe(mail.to);
        expect(clean(read.subject ?? '')).toBe(clean(subject));
        expect(clean(read.text ?? '')).toBe(clean(text));
        expect(read.date).toBe('2026-02-28T09:00:00.000Z');
      },
    ),
    { numRuns: 100 },
  );
});

test('nothing in an address or a subject becomes a line of its own', () => {
  const file = mailFile({
    ...mail,
    to: 'a@b.example\r\nBcc: all@b.example',
    subject: 'Hello\r\nBcc: x@y.example',
    text: '',
  });
  expect(file.split('\r\n').filter((line) => /^bcc:/iu.test(line))).toEqual([]);
});

test('a mail link says to whom, the subject and the text, and nothing else', () => {
  const link = draftLink('anna@weber.example', 'Quote & more', 'Hello\nAnna?') ?? '';
  expect(link).toBe(
    'mailto:anna%40weber.example?subject=Quote%20%26%20more&body=Hello%0D%0AAnna%3F',
  );
  expect(isDraftLink(link)).toBe(true);
  expect(draftLink('anna@weber.example', '', 'x'.repeat(2_000))).toBeUndefined();
  expect(draftLink('nobody', '', '')).toBeUndefined();
  for (const bad of [
    'mailto:a@b.example?attach=/etc/passwd',
    'mailto:a@b.example?subject=x&attach=y',
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:a@b.example,c@d.example?subject=x',
    'mailto:a@b.example?subject=x&subject=y',
    'mailto:a@b.example?body=%E0%A4%A',
    'mailto:?subject=x',
  ])
    expect({ bad, is: isDraftLink(bad) }).toEqual({ bad, is: false });
});
