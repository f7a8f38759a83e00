// Whatever bytes a mail or an mbox is made of: an answer, and nothing thrown.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mailFormatOf } from '../../src-shared/mail/looks-like-mail.ts';
import { splitMbox } from '../../src-shared/mail/split-mbox.ts';
import { hostileMsgs } from '../support/mail/hostile-msgs.ts';
import { hostileMails } from '../support/mail/hostile-mails.ts';
import { bytesOf, mailText, mboxOf, read } from '../support/mail/mails.ts';
import { testRuns } from '../support/seeded.ts';

test('at least two hundred files are looked at', () => {
  expect(hostileMails.length + hostileMsgs.length).toBeGreaterThan(150);
});

test.each([...hostileMails, ...hostileMsgs])('%s', async (_, mail) => {
  const answer = await read(mail);
  if (!answer.ok) return;
  const { text, quoted, subject, from, to, cc, attachments, at } = answer.mail;
  expect(text.length).toBeLessThanOrEqual(100_000);
  expect(quoted.length).toBeLessThanOrEqual(40_000);
  expect([...from, ...to, ...cc].length).toBeLessThanOrEqual(1_500);
  expect(attachments.length).toBeLessThanOrEqual(200);
  expect(at === undefined || Number.isFinite(at)).toBe(true);
  const said = JSON.stringify([text, quoted, subject, from, attachments]);
  expect(said.isWellFormed()).toBe(true);
  expect(said).not.toMatch(/evil\.example|[\u202a-\u202e]/);
});

const asFile = mboxOf(hostileMails.slice(0, 60).map(([, mail]) => mail));

test('an mbox of them is cut without a fault', () => {
  const splitter = splitMbox(200_000);
  const cut = [...splitter.put(bytesOf(asFile)), ...splitter.end()];
  expect(cut.length).toBeGreaterThan(50);
});

test('random bytes, and mails with bytes changed, are answered', async () => {
  const plain = bytesOf(mailText({ more: ['Content-Type: multipart/mixed; boundary=b'] }));
  const changed = fc
    .array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 30 })
    .map((changes) => {
      const bytes = plain.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), changed), async (bytes) => {
      mailFormatOf(bytes);
      const splitter = splitMbox();
      splitter.put(bytes);
      splitter.end();
      await read(bytes);
    }),
    { numRuns: testRuns(150) },
  );
});
