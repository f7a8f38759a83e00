// Links that have a mail program write to several people.

import { describe, expect, it } from 'vitest';

import { canBeWrittenTo, isMailLink, mailLinks } from '../../../src-shared/values/mail-link.ts';

describe('a mail to many', () => {
  it('names everybody as a blind copy', () => {
    expect(mailLinks(['ana@example.org', 'o&k@example.org'])).toEqual([
      { link: 'mailto:?bcc=ana%40example.org,o%26k%40example.org', count: 2 },
    ]);
    expect(mailLinks([])).toEqual([]);
  });

  it('takes as many links as a mail program does not cut off, and loses nobody', () => {
    const addresses = Array.from({ length: 500 }, (_, at) => `person.number.${at}@example.org`);
    const links = mailLinks(addresses);
    expect(links.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    for (const { link } of links) {
      expect(link.length).toBeLessThanOrEqual(1_900);
      expect(isMailLink(link)).toBe(true);
    }
    const all = links.flatMap(({ link }) =>
      decodeURIComponent(link.slice('mailto:?bcc='.length)).split(','),
    );
    expect(all).toEqual(addresses);
  });

  it('says nothing but addresses', () => {
    for (const link of [
      'mailto:?bcc=ana@example.org&attach=/etc/passwd',
      'mailto:?bcc=ana%40example.org&body=hello',
      'mailto:?bcc=ana%40example.org%26body=hello',
      'mailto:?bcc=',
      'mailto:?bcc=%ff',
      'mailto:ana@example.org?bcc=bob@example.org',
      `mailto:?bcc=${'a@example.org,'.repeat(400)}b@example.org`,
    ])
      expect({ link, is: isMailLink(link) }).toEqual({ link, is: false });
  });

  it('goes to no address that could be taken for something else', () => {
    expect(['ana@example.org', 'müller@über.example'].every(canBeWrittenTo)).toBe(true);
    expect(['', 'ana', 'a b@example.org', 'a@b,c@d', 'a@b?x=1'].some(canBeWrittenTo)).toBe(false);
  });
});
