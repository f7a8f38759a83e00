// Feeds against the rules, and corners of Atom: servers write them all the same.

import { atomType, type Made } from './corpus-social.ts';
import { cdata, xml } from './corpus-words.ts';

const host = 'https://broken.example';
const date = 'Wed, 20 May 2026 17:03:09 GMT';
const html = '<p>One &amp; two, <b>three</b>.</p>';
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const item = (n: number, inside = ''): string =>
  `<item><title>Item ${n}</title><link>${host}/${n}</link><guid>${host}/${n}</guid><pubDate>${date}</pubDate>${inside}</item>`;

const file = (text: string, contentType = 'text/xml'): Made => ({
  url: `${host}/feed`,
  contentType,
  text: declaration + text,
});

const rss = (inside: string, attributes = 'version="2.0"'): Made =>
  file(
    `<rss ${attributes}><channel><title>Broken</title><link>${host}/</link><description/>${inside}</channel></rss>`,
  );

const atom = (entry: string, inside = '', title = '<title>Entry</title>'): Made =>
  file(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Broken</title><id>urn:broken</id><updated>2026-05-20T17:03:09Z</updated>${inside}<entry>${title}<updated>2026-05-20T17:03:09Z</updated>${entry}</entry></feed>`,
    atomType,
  );

export const brokenFeeds: { [name: string]: () => Made } = {
  'a default namespace': () =>
    rss(item(1), 'version="2.0" xmlns="http://backend.userland.com/rss2"'),
  'no version': () => rss(item(1), ''),
  'items outside the channel': () =>
    file(
      `<rss version="2.0"><channel><title>Broken</title><link>${host}/</link></channel>${item(1)}${item(2)}</rss>`,
    ),
  'capital letters': () =>
    file(
      `<RSS VERSION="2.0"><CHANNEL><TITLE>Broken</TITLE><ITEM><TITLE>Item</TITLE><LINK>${host}/1</LINK><PUBDATE>${date}</PUBDATE><DESCRIPTION>${xml(html)}</DESCRIPTION></ITEM></CHANNEL></RSS>`,
    ),
  'cut off in the middle': () => {
    const made = rss(item(1) + item(2) + item(3, `<description>${xml(html)}`));
    return { ...made, text: made.text.slice(0, made.text.lastIndexOf('One')) };
  },
  'words after the end': () => {
    const made = rss(item(1));
    return { ...made, text: `${made.text}\n<!-- 0.03s --><script>let a = 1;</script>\n` };
  },
  'control characters': () =>
    rss(item(1, '<description>One\u0008 \u000b two\u001f.</description>')),
  'a document type with letters': () =>
    file(
      `<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<rss version="2.0"><channel><title>Broken</title>${item(1, '<description>One&nbsp;two.</description>')}</channel></rss>`,
    ),
  'HTML not escaped in description': () => rss(item(1, `<description>${html}</description>`)),
  'HTML not escaped in content:encoded': () =>
    rss(
      item(1, `<content:encoded>${html}<p>More.</p></content:encoded>`),
      'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    ),
  'content:encoded that is empty': () =>
    rss(
      item(1, `<description>${xml(html)}</description><content:encoded/>`),
      'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    ),
  'prefixes that are not declared': () =>
    rss(item(1, `<dc:creator>Ada</dc:creator><content:encoded>${cdata(html)}</content:encoded>`)),
  'a namespace with a slash too many': () =>
    rss(
      item(1, '<dc:creator>Ada</dc:creator><media:content url="https://broken.example/a.jpg"/>'),
      'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1" xmlns:media="http://search.yahoo.com/mrss"',
    ),
  'tags that are not closed': () =>
    rss(`${item(1, '<category>a<category>b</category>')}${item(2)}`),
  'a guid that says False': () =>
    rss(`<item><title>Item</title><guid isPermaLink="False">${host}/not-a-link</guid></item>`),
  'the Netscape RDF of 1999': () =>
    file(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Broken</title><link>${host}/</link><description>Old</description></channel><item><title>Item</title><link>${host}/1</link></item></rdf:RDF>`,
    ),
  'atom: the address of itself only': () =>
    atom(`<id>urn:1</id><link rel="self" href="${host}/1"/>`),
  'atom: the address is the id': () => atom(`<id>${host}/1</id><summary>Words.</summary>`),
  'atom: a link to other formats first': () =>
    atom(
      `<id>urn:1</id><link rel="enclosure" type="audio/mpeg" href="${host}/1.mp3" length="1"/><link rel="alternate" type="text/html" href="${host}/1"/><link rel="alternate" type="application/json" href="${host}/1.json"/>`,
    ),
  'atom: an author with no name': () =>
    atom(
      `<id>urn:1</id><link href="${host}/1"/><author><email>ada@broken.example</email></author>`,
    ),
  'atom: two authors': () =>
    atom(
      `<id>urn:1</id><link href="${host}/1"/><author><name>Ada</name></author><author><name>Grace</name></author><contributor><name>Linus</name></contributor>`,
    ),
  'atom: taken from another feed': () =>
    atom(
      `<id>urn:1</id><link href="${host}/1"/><source><title>Elsewhere</title><id>urn:elsewhere</id><link href="https://elsewhere.example/"/><author><name>Ada</name></author></source><content type="text/html">${xml(html)}</content>`,
    ),
  'atom: HTML in the title': () =>
    atom(
      `<id>urn:1</id><link href="${host}/1"/>`,
      '',
      `<title type="html">${xml('A <em>new</em> title &amp; <code>&lt;b&gt;</code>')}</title>`,
    ),
  'atom: text that looks like HTML': () =>
    atom(
      `<id>urn:1</id><link href="${host}/1"/><content type="text">if a &lt; b &amp;amp; c: use &lt;br&gt;</content>`,
    ),
  'atom: content elsewhere': () =>
    atom(
      `<id>urn:1</id><content type="image/png" src="${host}/1.png"/><summary type="text">A picture.</summary>`,
    ),
  'atom: threads, points and places': () =>
    atom(
      `<id>urn:1</id><link href="${host}/1"/><thr:in-reply-to xmlns:thr="http://purl.org/syndication/thread/1.0" ref="urn:0" href="${host}/0"/><georss:point xmlns:georss="http://www.georss.org/georss">45 -71</georss:point><published>2026-05-19T17:03:09Z</published><content type="html">${xml(html)}</content>`,
      '<author><name>Ada</name></author>',
    ),
};
