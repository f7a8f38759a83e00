// Where a link in what others wrote may lead.

import { expect, test } from 'vitest';

import { linkAddress } from '../../../src-shared/feeds/address.ts';

test.each([
  'mailto:?attach=/etc/passwd',
  'mailto:a@b.example?attach=/etc/passwd',
  'mailto:a@b.example?subject=x&body=y',
  'mailto:a@b.example&attach=/etc/passwd',
  'mailto:a@b.example%3Fattach=/etc/passwd',
  'mailto:a%40b.example@c.example',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b.example;attach=x@y',
  'mailto://a@b.example',
  'mailto:"a b"@b.example',
  'MAILTO:a@b.example?cc=c@d.example',
  'mailto:a@b.example\n?attach=x',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'tel:+49301234',
])('%s leads nowhere', (address) => {
  expect(linkAddress(address)).toBeUndefined();
});

test.each([
  'mailto:ada@b.example',
  'mailto:ada.o’neil@b.example'.replace('’', "'"),
  'mailto:ada+feed@b.example',
  'mailto:jürgen@bücher.example',
])('%s is an address to write to', (address) => {
  expect(linkAddress(address)).toBe(address);
});

test('a web address loses its name and password, and keeps the rest', () => {
  expect(linkAddress('https://ada:secret@b.example/x?attach=1')).toBe(
    'https://b.example/x?attach=1',
  );
});
