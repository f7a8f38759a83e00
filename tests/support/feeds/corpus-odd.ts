// One feed for each habit that has broken readers before.

import { type Made } from './corpus-social.ts';
import { cdata, rfc822, xml } from './corpus-words.ts';

const at = Date.UTC(2026, 4, 20, 17, 3, 9);

const rss = (name: string, items: string, root = ''): Made => ({
  url: `https://odd.example/${name}.xml`,
  contentType: 'application/xml',
  text: `<?xml version="1.0"?>
<rss version="2.0"${root}><channel><title>${name}</title><link>https://odd.example/</link><description>${name}</description>
${items}
</channel></rss>`,
});

const item = (n: number, inside: string): string =>
  `<item><link>https://odd.example/${n}</link><guid isPermaLink="true">https://odd.example/${n}</guid>${inside}</item>`;

/** One post, written on each date. */
const dates: string[] = [
  rfc822(at),
  rfc822(at, 'GMT'),
  rfc822(at, 'UT'),
  rfc822(at, 'Z'),
  rfc822(at, 'EST', -300),
  rfc822(at, 'PDT', -420),
  rfc822(at, '+0530', 330),
  rfc822(at, '-0330', -210),
  'Wed, 20 May 26 17:03:09 GMT',
  'Wed, 20 May 2026 17:03 GMT',
  '20 May 2026 17:03:09 +0000',
  'Wednesday, 20 May 2026 17:03:09 GMT',
  'Wed, 6 May 2026 07:03:09 +0200',
  'Wed, 20 May 2026 19:03:09 +02:00',
  'Wed, 20 May 2026 19:03:09 GMT+0200',
  'Wed, 20 May 2026 19:03:09 GMT+2',
  'Wed, 20 May 2026 10:03:09 America/Los_Angeles',
  'Wed, 20 May 2026 19:03:09 Europe/Berlin',
  'Wed,20 May 2026 17:03:09 GMT',
  'Sat, 19 Sep 2026 5:03:09 PM GMT',
  'wed, 20 may 2026 17:03:09 gmt',
  '20-May-2026 17:03:09 GMT',
  'Wed, 20 May 2026 17:03:09 +0000 (UTC)',
  '2026-05-20T17:03:09Z',
  '2026-05-20T17:03:09.123Z',
  '2026-05-20T19:03:09+02:00',
  '2026-05-20T17:03:09.123456789+00:00',
  '2026-05-20T17:03Z',
  '2026-05-20T19:03:09+0200',
  '2026-05-20T17:03:09.5Z',
  '2026-05-20',
  '2026-05-20 17:03:09 UTC',
  '2026-05-20 17:03:09 +0000',
  'May 20, 2026 17:03:09 GMT',
  'Wed May 20 17:03:09 2026 GMT',
  '\n      Wed, 20 May 2026 17:03:09 +0000\n    ',
];

const html = '<p>One &amp; two, <b>three</b>.</p>';

export const oddFeeds: { [name: string]: () => Made } = {
  'dates of many kinds': () =>
    rss(
      'dates',
      dates
        .map((date, n) => item(n, `<title>Date ${n}</title><pubDate>${date}</pubDate>`))
        .join('\n'),
    ),
  'dates that are none': () =>
    rss(
      'no-dates',
      ['', 'today', '0000-00-00', 'Thu, 01 Jan 1970 00:00:00 GMT', '20 Mai']
        .map((date, n) => item(n, `<title>No date ${n}</title><pubDate>${date}</pubDate>`))
        .join('\n'),
    ),
  'oldest first': () =>
    rss(
      'oldest-first',
      [1, 2, 3, 4, 5]
        .map((n) =>
          item(n, `<title>Old ${n}</title><pubDate>${rfc822(at + n * 86_400_000)}</pubDate>`),
        )
        .join('\n'),
    ),
  'double escaped': () =>
    rss(
      'double-escaped',
      item(1, '<title>AT&amp;amp;T &amp;#8211; &amp;quot;yes&amp;quot;</title>') +
        item(2, '<title>Caf&amp;eacute; &amp;hellip;</title>') +
        item(
          3,
          `<title>&amp;lt;b&amp;gt; is a tag</title><description>${xml(xml(html))}</description>`,
        ),
    ),
  'character references': () =>
    rss(
      'references',
      item(
        1,
        `<title>&#8220;Gr&#252;&#xDF;e&#8221; &#128512;</title><description>&#x3C;p&#x3E;Sch&#xF6;n &#38; gut&#60;/p&#62;</description>`,
      ),
    ),
  'cdata everywhere': () =>
    rss(
      'cdata',
      `<item><title>${cdata('A <i>title</i> & more')}</title><link>${cdata('https://odd.example/1?a=1&b=2')}</link><guid>${cdata('https://odd.example/1?a=1&b=2')}</guid><pubDate>${cdata(rfc822(at))}</pubDate><author>${cdata('ada@odd.example (Ada Lovelace)')}</author><description>${cdata(html)}</description></item>`,
    ),
  'cdata in pieces': () =>
    rss(
      'pieces',
      item(
        1,
        `<title>Before <![CDATA[inside & more]]> after</title><description>\n  <![CDATA[<p>a ]]]]><![CDATA[> b</p>]]>\n</description>`,
      ),
    ),
  'no words': () =>
    rss('empty-items', item(1, '<title></title><description/>') + item(2, '<title/>')),
  'addresses with spaces and none': () =>
    rss(
      'spaces',
      `<item><title>Spaces</title><link>
        https://odd.example/with-space
      </link><guid isPermaLink="false"> 42 </guid></item>
<item><title>Relative</title><link>/relative?a=1&amp;b=2</link></item>
<item><title>Of this host</title><link>//odd.example/host</link></item>
<item><title>Without a link</title><guid>https://odd.example/guid</guid><description>Words.</description></item>`,
    ),
  'comments and processing instructions': () =>
    rss(
      'comments',
      `<!-- a > b --><?php echo 1 ?>${item(1, `<!-- --><title>Commented<!-- out --></title><description>${xml(`<!-- hidden -->${html}<script>let a = 1;</script><style>p { color: red }</style>`)}</description>`)}`,
    ),
  'two of everything': () =>
    rss(
      'twice',
      item(
        1,
        `<title>First</title><dc:creator>Ada</dc:creator><dc:creator>Grace</dc:creator><pubDate>${rfc822(at)}</pubDate><dc:date>2026-05-20T17:03:09Z</dc:date><category>a</category><category>b</category><enclosure url="https://odd.example/a.mp3" type="audio/mpeg" length="1"/><enclosure url="https://odd.example/b.mp3" type="audio/mpeg" length="1"/>`,
      ),
      ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ),
  'other prefixes': () =>
    rss(
      'prefixes',
      item(
        1,
        `<title>Prefixed</title><dcore:creator>Ada</dcore:creator><dcore:date>2026-05-20T17:03:09Z</dcore:date><body:encoded>${cdata(html)}</body:encoded>`,
      ),
      ' xmlns:dcore="http://purl.org/dc/elements/1.1/" xmlns:body="http://purl.org/rss/1.0/modules/content/"',
    ),
  'authors of many kinds': () =>
    rss(
      'authors',
      ['ada@odd.example (Ada)', 'Ada &lt;ada@odd.example&gt;', 'ada@odd.example', 'Ada', '(Ada)']
        .map((author, n) => item(n, `<title>By ${n}</title><author>${author}</author>`))
        .join('\n'),
    ),
  'one long word of HTML': () =>
    rss(
      'long',
      item(
        1,
        `<title>${'word '.repeat(60)}</title><description>${cdata(html.repeat(400))}</description>`,
      ),
    ),
  'tables, lists and listings': () =>
    rss(
      'tables',
      item(
        1,
        `<title>Tables</title><description>${cdata('<table><tr><th>A</th><td>1</td></tr></table><dl><dt>T</dt><dd>D</dd></dl><ol><li>One<ul><li>Two</li></ul></li></ol><pre>x\n  y</pre><details><summary>More</summary>Hidden</details><picture><source srcset="a.webp"><img src="a.png" alt="A"></picture>')}</description>`,
      ),
    ),
  'tags left open': () =>
    rss(
      'open',
      item(
        1,
        `<title>Open</title><description>${cdata('<p>One<p>Two<br>Three <b>bold <i>both</b> it</i><a href="x">link')}</description>`,
      ),
    ),
  'atom links in rss': () =>
    rss(
      'atom-in-rss',
      `<item><title>Atom within</title><atom:link rel="alternate" href="https://odd.example/atom"/><atom:author><atom:name>Ada</atom:name></atom:author><atom:published>2026-05-20T17:03:09Z</atom:published><atom:updated>2026-05-21T17:03:09Z</atom:updated><atom:summary>Words in a summary.</atom:summary></item>`,
      ' xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
  'dublin core terms': () =>
    rss(
      'dcterms',
      item(
        1,
        '<dc:title>In Dublin</dc:title><dcterms:created>2026-05-20T17:03:09Z</dcterms:created><dcterms:modified>2026-05-21T17:03:09Z</dcterms:modified><dc:description>Core words.</dc:description>',
      ),
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ),
  'white before the declaration': () => {
    const made = rss('white', item(1, '<title>Late</title>'));
    return { ...made, text: `\n\n  ${made.text}` };
  },
  'an ampersand of its own': () =>
    rss(
      'ampersand',
      item(1, '<title>Salt & pepper</title><description>Fish & chips</description>'),
    ),
  'names of letters that XML does not know': () =>
    rss('named', item(1, '<title>Caf&eacute;&nbsp;&ndash;&nbsp;&copy;</title>')),
};
