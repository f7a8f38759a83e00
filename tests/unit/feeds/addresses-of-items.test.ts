// Where an item leads, and that a broken letter costs no item.
import { expect, it } from 'vitest';

import { parseFeed } from '../../../src-shared/feeds/parse-feed.ts';

function linksOf(...items: string[]): string[] {
  const body = items.map((item) => `<item><title>T</title>${item}</item>`).join('');
  const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><link>https://f.example/</link>${body}</channel></rss>`;
  const read = parseFeed(new TextEncoder().encode(text), { url: 'https://f.example/feed' });
  if (!read.ok) throw new Error(read.error.code);
  return read.value.items.map(({ link }) => link);
}

it.each([
  [
    'the link, where the guid is of another kind',
    '<link>https://p.example/1</link><guid>at://did:plc:abc/app.bsky.feed.post/3lou</guid>',
    'https://p.example/1',
  ],
  [
    'the link, where the guid has spaces',
    '<link>https://f.example/2</link><guid>FH nid 42</guid>',
    'https://f.example/2',
  ],
  [
    'a guid that says it is one',
    '<guid isPermaLink="true">https://f.example/3</guid>',
    'https://f.example/3',
  ],
  [
    'the only address there is, whatever it says of itself',
    '<guid isPermaLink="false">https://f.example/go/?p=8567</guid>',
    'https://f.example/go/?p=8567',
  ],
  [
    'never such a guid beside a link',
    '<guid isPermaLink="false">https://f.example/go/?p=1</guid><link>https://f.example/4</link>',
    'https://f.example/4',
  ],
  ['nowhere, by a guid that is no address', '<guid isPermaLink="false">42</guid>', ''],
])('%s', (_, item, link) => {
  expect(linksOf(item)).toEqual([link]);
});

it('a control character or a bare ampersand costs no item', () => {
  expect(
    linksOf(
      '<link>https://f.example/1</link><description>a \u0010 b & c</description>',
      '<link>https://f.example/2</link><description>R&D <br> x</description>',
      '<link>https://f.example/3</link>',
    ),
  ).toHaveLength(3);
});
