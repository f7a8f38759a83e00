// Atom and JSON Feed, as small sites of one's own write them.

import { atomType, head, type Made } from './corpus-social.ts';
import {
  articleHtml,
  attribute,
  cdata,
  iso,
  isoMs,
  isoZoned,
  simpleHtml,
  type Site,
  xml,
} from './corpus-words.ts';

const plain = (paragraphs: string[]): string => paragraphs.join('\n\n');

/** xhtml in title, summary and content; the feed's author is every entry's. */
export function atomXhtml({ host, language, name, posts }: Site): Made {
  const entries = posts.map(
    (post) => `<entry>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><em>${xml(post.title)}</em></div></title>
<link rel="alternate" href="https://${host}/${post.slug}"/>
<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-${String(post.n).padStart(12, '0')}</id>
<published>${iso(post.at)}</published>
<updated>${iso(post.editedAt)}</updated>
<content type="xhtml" xml:lang="${language}">
<div xmlns="http://www.w3.org/1999/xhtml">
${simpleHtml(post)}
<p>1<sup>st</sup> &amp; <b>last</b>: a &lt; b<br/><img src="/${post.slug}.png" alt="${attribute(post.alt)}"/></p>
</div>
</content>
</entry>`,
  );
  return {
    url: `https://${host}/atom.xml`,
    contentType: atomType,
    text: `${head}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<title type="text">${xml(name)}</title>
<link href="https://${host}/"/>
<link rel="self" href="https://${host}/atom.xml"/>
<id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>
<updated>${iso(posts[0]?.at ?? 0)}</updated>
<author><name>${xml(name)}</name><uri>https://${host}/</uri></author>
${entries.join('\n')}
</feed>
`,
  };
}

/** Relative addresses under xml:base at three levels (RFC 4287's own way), text content. */
export function atomBase({ host, name, posts }: Site): Made {
  const entries = posts.map(
    (post) => `  <entry xml:base="${post.n % 2 === 0 ? 'even/' : 'odd/'}">
    <title>${xml(post.title)}</title>
    <link href="${post.slug}.html"/>
    <id>tag:${host},2026:${post.n}</id>
    <author><name>${xml(post.author)}</name></author>
    <updated>${isoMs(post.at)}</updated>
    <content>${xml(plain(post.paragraphs))}</content>
  </entry>`,
  );
  return {
    url: `https://${host}/feeds/atom.xml`,
    contentType: atomType,
    text: `${head}<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://${host}/blog/">
  <title>${xml(name)}</title>
  <link href="./"/>
  <link rel="self" href="https://${host}/feeds/atom.xml"/>
  <id>tag:${host},2026:feed</id>
  <updated>${isoMs(posts[0]?.at ?? 0)}</updated>
${entries.join('\n')}
</feed>
`,
  };
}

/** Every element with a prefix, as some libraries write it. */
export function atomPrefixed({ host, name, posts }: Site): Made {
  const entries = posts.map(
    (post) =>
      `<a:entry><a:id>https://${host}/${post.slug}</a:id><a:title type="text">${xml(post.title)}</a:title><a:link rel="alternate" href="https://${host}/${post.slug}"/><a:author><a:name>${xml(post.author)}</a:name></a:author><a:published>${iso(post.at)}</a:published><a:updated>${iso(post.at)}</a:updated><a:content type="html">${xml(simpleHtml(post))}</a:content></a:entry>`,
  );
  return {
    url: `https://${host}/prefixed.atom`,
    contentType: atomType,
    text: `${head}<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:id>https://${host}/</a:id><a:title>${xml(name)}</a:title><a:link href="https://${host}/"/><a:updated>${iso(posts[0]?.at ?? 0)}</a:updated>${entries.join('')}</a:feed>`,
  };
}

/** Before RFC 4287: issued, modified, mode="escaped". */
export function atom03({ host, language, name, about, posts }: Site): Made {
  const entries = posts.map(
    (post) => `<entry>
<title>${xml(post.title)}</title>
<link rel="alternate" type="text/html" href="http://${host}/${post.slug}" />
<author><name>${xml(post.author)}</name></author>
<id>tag:${host},2003:${post.n}</id>
<issued>${isoZoned(post.at, '+01:00', 60)}</issued>
<modified>${iso(post.editedAt)}</modified>
<created>${iso(post.at)}</created>
<content type="text/html" mode="escaped" xml:lang="${language}">${cdata(simpleHtml(post))}</content>
</entry>`,
  );
  return {
    url: `http://${host}/atom03.xml`,
    contentType: 'application/x.atom+xml',
    text: `${head}<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="${language}">
<title>${xml(name)}</title>
<link rel="alternate" type="text/html" href="http://${host}/" />
<tagline>${xml(about)}</tagline>
<modified>${iso(posts[0]?.at ?? 0)}</modified>
${entries.join('\n')}
</feed>
`,
  };
}

const json = (
  { host, name, about, language, posts }: Site,
  version: '1' | '1.1',
  path: string,
): Made => ({
  url: `https://${host}/${path}`,
  contentType: version === '1.1' ? 'application/feed+json' : 'application/json; charset=utf-8',
  text: JSON.stringify(
    {
      version: `https://jsonfeed.org/version/${version}`,
      title: name,
      home_page_url: `https://${host}/`,
      feed_url: `https://${host}/${path}`,
      description: about,
      ...(version === '1.1' ? { language, authors: [{ name }] } : { author: { name } }),
      items: posts.map((post) => ({
        id: post.n % 3 === 0 ? post.n : `https://${host}/${post.slug}`,
        url: `https://${host}/${post.slug}`,
        ...(post.n % 4 === 0 ? {} : { title: post.title }),
        ...(post.n % 2 === 0
          ? { content_text: plain(post.paragraphs) }
          : { content_html: articleHtml(post, host), summary: post.alt }),
        ...(version === '1.1'
          ? { authors: [{ name: post.author, url: `https://${host}/about` }] }
          : { author: { name: post.author } }),
        date_published: isoZoned(post.at, '-05:00', -300),
        date_modified: iso(post.editedAt),
        image: `https://${host}/${post.slug}.png`,
        tags: [post.tag],
        attachments: [{ url: `https://${host}/${post.n}.mp3`, mime_type: 'audio/mpeg' }],
      })),
    },
    null,
    2,
  ),
});

export const jsonFeed10 = (site: Site): Made => json(site, '1', 'feed.json');
export const jsonFeed11 = (site: Site): Made => json(site, '1.1', 'feed-1-1.json');
