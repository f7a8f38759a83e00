// RSS of every age, as small sites of one's own write it.

import { head, type Made } from './corpus-social.ts';
import {
  articleHtml,
  cdata,
  isoZoned,
  rfc822,
  simpleHtml,
  type Site,
  xml,
} from './corpus-words.ts';

const plain = (paragraphs: string[]): string => paragraphs.join('\n\n');

export function rdf10({ host, language, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) => `<item rdf:about="https://${host}/${post.slug}">
<title>${xml(post.title)}</title>
<link>https://${host}/${post.slug}</link>
<description>${xml(post.paragraphs[0] ?? '')}</description>
<content:encoded>${cdata(articleHtml(post, host))}</content:encoded>
<dc:creator>${xml(post.author)}</dc:creator>
<dc:subject>${xml(post.tag)}</dc:subject>
<dc:date>${isoZoned(post.at, '+09:00', 540)}</dc:date>
</item>`,
  );
  return {
    url: `https://${host}/index.rdf`,
    contentType: 'application/rdf+xml',
    text: `<?xml version="1.0" encoding="UTF-8" ?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xml:lang="${language}">
<channel rdf:about="https://${host}/index.rdf">
<title>${xml(name)}</title>
<link>https://${host}/</link>
<description>${xml(about)}</description>
<dc:language>${language}</dc:language>
<sy:updatePeriod>hourly</sy:updatePeriod>
<sy:updateFrequency>2</sy:updateFrequency>
<items><rdf:Seq>${posts.map(({ slug }) => `<rdf:li rdf:resource="https://${host}/${slug}"/>`).join('')}</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`,
  };
}

/** With Netscape's document type, titles and links only. */
export function netscape091({ host, language, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) =>
      `<item>\n<title>${xml(post.title)}</title>\n<link>http://${host}/${post.n}.html</link>\n</item>`,
  );
  return {
    url: `http://${host}/netscape.rss`,
    contentType: 'text/xml',
    text: `${head}<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91">
<channel>
<title>${xml(name)}</title>
<link>http://${host}/</link>
<description>${xml(about)}</description>
<language>${language}</language>
<image>
<title>${xml(name)}</title>
<url>http://${host}/logo.gif</url>
<link>http://${host}/</link>
</image>
${items.join('\n')}
<textinput>
<title>Search</title>
<description>Search here</description>
<name>q</name>
<link>http://${host}/search</link>
</textinput>
</channel>
</rss>
`,
  };
}

export function rss091({ host, language, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) => `    <item>
      <title>${xml(post.title)}</title>
      <link>http://${host}/${post.n}.html</link>
      <description>${xml(plain(post.paragraphs))}</description>
    </item>`,
  );
  return {
    url: `http://${host}/rss091.xml`,
    contentType: 'text/xml',
    text: `${head}<rss version="0.91">
  <channel>
    <copyright>Copyright 1997-2026 ${xml(name)}.</copyright>
    <pubDate>${rfc822(posts[0]?.at ?? 0, 'GMT')}</pubDate>
    <title>${xml(name)}</title>
    <link>http://${host}/</link>
    <description>${xml(about)}</description>
    <language>${language}</language>
    <webMaster>webmaster@${host}</webMaster>
    <skipHours><hour>6</hour></skipHours>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}

/** Items of words alone, with HTML in them, a cloud and enclosures. */
export function rss092({ host, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) => `<item>
<description>${xml(`${simpleHtml(post)} <a href="http://${host}/${post.n}.html">#</a>`)}</description>
<source url="http://${host}/feed.xml">${xml(name)}</source>
<enclosure url="http://${host}/${post.n}.mp3" length="6182912" type="audio/mpeg"/>
</item>`,
  );
  return {
    url: `http://${host}/rss092.xml`,
    contentType: 'text/xml',
    text: `${head}<!-- RSS generation done by 'Radio UserLand' -->
<rss version="0.92">
<channel>
<title>${xml(name)}</title>
<link>http://${host}/</link>
<description>${xml(about)}</description>
<cloud domain="data.${host}" port="80" path="/RPC2" registerProcedure="xmlStorageSystem.rssPleaseNotify" protocol="xml-rpc"/>
${items.join('\n')}
</channel>
</rss>
`,
  };
}

/** By hand: a person in managingEditor, authors as addresses, guids that are the links. */
export function handmade20({ host, language, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) => `<item>
  <title>${xml(post.title)}</title>
  <guid>https://${host}/${post.n}.html</guid>
  <description>${xml(xml(post.paragraphs[0] ?? ''))}</description>
  <author>ada@${host} (${xml(post.author)})</author>
  <pubDate>${rfc822(post.at, 'EST', -300).replace(/^\w+, 0?/, '')}</pubDate>
</item>`,
  );
  return {
    url: `https://${host}/feed.xml`,
    contentType: 'text/xml',
    text: `${head}<rss version="2.0">
<channel>
<title>${xml(name)}</title>
<link>https://${host}/</link>
<description>${xml(about)}</description>
<language>${language}</language>
<managingEditor>ada@${host} (${xml(name)})</managingEditor>
<ttl>1440</ttl>
${items.join('\n')}
</channel>
</rss>
`,
  };
}

/** RSS 2.0 whose items name no author: the channel does. */
export function channelAuthor20({ host, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) =>
      `<item><title>${xml(post.title)}</title><link>https://${host}/${post.slug}</link><description>${xml(simpleHtml(post))}</description><dc:date>${isoZoned(post.at, '+01:00', 60)}</dc:date></item>`,
  );
  return {
    url: `https://${host}/rss`,
    contentType: 'application/rss+xml',
    text: `${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${xml(name)}</title><link>https://${host}/</link><description>${xml(about)}</description><dc:creator>${xml(name)}</dc:creator>${items.join('')}</channel></rss>`,
  };
}
