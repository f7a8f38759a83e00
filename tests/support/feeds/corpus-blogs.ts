// Feeds of blogs, as their engines write them.

import { head, type Made, rssType } from './corpus-social.ts';
import {
  articleHtml,
  attribute,
  cdata,
  isoMs,
  isoZoned,
  rfc822,
  simpleHtml,
  type Site,
  xml,
} from './corpus-words.ts';

/** An excerpt in description, the whole in content:encoded. */
export function wordpress({ host, language, name, about, posts }: Site): Made {
  const items = posts.map((post) => {
    const link = `https://${host}/2026/05/${post.slug}/`;
    const excerpt = (post.paragraphs[0] ?? '').slice(0, 60);
    const after = `<p>The post <a href="${link}">${xml(post.title)}</a> appeared first on <a href="https://${host}">${xml(name)}</a>.</p>`;
    return `\t<item>
\t\t<title>${xml(post.title)}</title>
\t\t<link>${link}</link>
\t\t\t\t\t<comments>${link}#respond</comments>
\t\t
\t\t<dc:creator>${cdata(post.author)}</dc:creator>
\t\t<pubDate>${rfc822(post.at)}</pubDate>
\t\t\t\t<category>${cdata(post.tag)}</category>
\t\t<guid isPermaLink="false">https://${host}/?p=${post.n}</guid>

\t\t\t\t\t<description>${cdata(`<p>${xml(excerpt)} [&#8230;]</p>\n${after}`)}</description>
\t\t\t\t\t\t\t\t\t\t<content:encoded>${cdata(`\n${articleHtml(post, host)}\n${after}\n`)}</content:encoded>
\t\t\t\t\t
\t\t\t\t\t<wfw:commentRss>${link}feed/</wfw:commentRss>
\t\t\t<slash:comments>${post.n}</slash:comments>
\t\t
\t\t\t</item>`;
  });
  return {
    url: `https://${host}/feed/`,
    contentType: 'application/rss+xml; charset=UTF-8',
    text: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:atom="http://www.w3.org/2005/Atom"
\txmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
\txmlns:slash="http://purl.org/rss/1.0/modules/slash/"
\t>

<channel>
\t<title>${xml(name)}</title>
\t<atom:link href="https://${host}/feed/" rel="self" type="application/rss+xml" />
\t<link>https://${host}</link>
\t<description>${xml(about)}</description>
\t<lastBuildDate>${rfc822(posts[0]?.at ?? 0)}</lastBuildDate>
\t<language>${language}</language>
\t<sy:updatePeriod>
\thourly\t</sy:updatePeriod>
\t<sy:updateFrequency>
\t1\t</sy:updateFrequency>
\t<generator>https://wordpress.org/?v=6.8.1</generator>
${items.join('\n')}
\t</channel>
</rss>
`,
  };
}

export function blogger({ handle, name, about, posts }: Site): Made {
  const home = `https://${handle}.blogspot.com`;
  const feeds = `https://www.blogger.com/feeds/42`;
  const entries = posts.map(
    (post) =>
      `<entry><id>tag:blogger.com,1999:blog-42.post-${post.n}</id><published>${isoMs(post.at).replace('Z', '-07:00')}</published><updated>${isoMs(post.editedAt).replace('Z', '-07:00')}</updated><category scheme="http://www.blogger.com/atom/ns#" term="${attribute(post.tag)}"/><title type='text'>${xml(post.title)}</title><content type='html'>${attribute(articleHtml(post, `${handle}.blogspot.com`))}</content><link rel='replies' type='application/atom+xml' href='${home}/feeds/${post.n}/comments/default' title='Post Comments'/><link rel='replies' type='text/html' href='${home}/2026/05/${post.slug}.html#comment-form' title='0 Comments'/><link rel='edit' type='application/atom+xml' href='${feeds}/posts/default/${post.n}'/><link rel='self' type='application/atom+xml' href='${feeds}/posts/default/${post.n}'/><link rel='alternate' type='text/html' href='${home}/2026/05/${post.slug}.html' title='${attribute(post.title)}'/><author><name>${xml(post.author)}</name><uri>http://www.blogger.com/profile/42</uri><email>noreply@blogger.com</email><gd:image rel='http://schemas.google.com/g/2005#thumbnail' width='16' height='16' src='https://img1.blogblog.com/img/b16-rounded.gif'/></author><media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="https://blogger.googleusercontent.com/${post.slug}.jpg" height="72" width="72"/><thr:total>0</thr:total></entry>`,
  );
  return {
    url: `${home}/feeds/posts/default`,
    contentType: 'application/atom+xml; charset=UTF-8',
    text: `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="http://www.blogger.com/styles/atom.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:blogger='http://schemas.google.com/blogger/2008' xmlns:georss='http://www.georss.org/georss' xmlns:gd="http://schemas.google.com/g/2005" xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-42</id><updated>${isoMs(posts[0]?.at ?? 0)}</updated><title type='text'>${xml(name)}</title><subtitle type='html'>${xml(xml(about))}</subtitle><link rel='http://schemas.google.com/g/2005#feed' type='application/atom+xml' href='${home}/feeds/posts/default'/><link rel='self' type='application/atom+xml' href='${feeds}/posts/default'/><link rel='alternate' type='text/html' href='${home}/'/><link rel='hub' href='http://pubsubhubbub.appspot.com/'/><link rel='next' type='application/atom+xml' href='${feeds}/posts/default?start-index=26&amp;max-results=25'/><author><name>${xml(name)}</name><uri>http://www.blogger.com/profile/42</uri><email>noreply@blogger.com</email></author><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator><openSearch:totalResults>${posts.length}</openSearch:totalResults><openSearch:startIndex>1</openSearch:startIndex><openSearch:itemsPerPage>25</openSearch:itemsPerPage>${entries.join('')}</feed>`,
  };
}

/** Hugo's own rss.xml: summaries as HTML in description, the author only of the channel. */
export function hugo({ host, language, name, posts }: Site): Made {
  const items = posts.map(
    (post) => `    <item>
      <title>${xml(post.title)}</title>
      <link>https://${host}/posts/${post.slug}/</link>
      <pubDate>${rfc822(post.at, '+0200', 120)}</pubDate>
      <guid>https://${host}/posts/${post.slug}/</guid>
      <description>${xml(simpleHtml(post))}</description>
    </item>`,
  );
  return {
    url: `https://${host}/index.xml`,
    contentType: 'application/xml',
    text: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(name)}</title>
    <link>https://${host}/</link>
    <description>Recent content on ${xml(name)}</description>
    <generator>Hugo</generator>
    <language>${language}</language>
    <managingEditor>ada@${host} (${xml(name)})</managingEditor>
    <webMaster>ada@${host} (${xml(name)})</webMaster>
    <lastBuildDate>${rfc822(posts[0]?.at ?? 0, '+0200', 120)}</lastBuildDate>
    <atom:link href="https://${host}/index.xml" rel="self" type="application/rss+xml" />
${items.join('\n')}
  </channel>
</rss>
`,
  };
}

/** jekyll-feed: xml:base on the content, media beside it. */
export function jekyll({ host, language, name, about, posts }: Site): Made {
  const entries = posts.map((post) => {
    const link = `https://${host}/2026/05/20/${post.slug}.html`;
    return `<entry><title type="html">${xml(xml(post.title))}</title><link href="${link}" rel="alternate" type="text/html" title="${attribute(post.title)}" /><published>${isoZoned(post.at, '+02:00', 120)}</published><updated>${isoZoned(post.editedAt, '+02:00', 120)}</updated><id>https://${host}/2026/05/20/${post.slug}</id><content type="html" xml:base="${link}">${cdata(articleHtml(post, host))}</content><author><name>${xml(post.author)}</name></author><category term="${attribute(post.tag)}" /><summary type="html">${cdata(xml(post.paragraphs[0] ?? ''))}</summary><media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="https://${host}/a.png" /><media:content medium="image" url="https://${host}/a.png" xmlns:media="http://search.yahoo.com/mrss/" /></entry>`;
  });
  return {
    url: `https://${host}/feed.xml`,
    contentType: 'application/xml',
    text: `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><generator uri="https://jekyllrb.com/" version="4.4.1">Jekyll</generator><link href="https://${host}/feed.xml" rel="self" type="application/atom+xml" /><link href="https://${host}/" rel="alternate" type="text/html" hreflang="${language}" /><updated>${isoZoned(posts[0]?.at ?? 0)}</updated><id>https://${host}/feed.xml</id><title type="html">${xml(xml(name))}</title><subtitle>${xml(about)}</subtitle><author><name>${xml(name)}</name></author>${entries.join('')}</feed>`,
  };
}

export function drupal({ host, language, name, posts }: Site): Made {
  const items = posts.map(
    (post) => `    <item>
  <title>${xml(post.title)}</title>
  <link>https://${host}/node/${post.n}</link>
  <description>${xml(`<span>${xml(post.title)}</span>\n<span><a href="/user/1" title="View user profile.">${xml(post.author)}</a></span>\n<div class="field field--name-body">${simpleHtml(post)}</div>`)}</description>
  <pubDate>${rfc822(post.at)}</pubDate>
    <dc:creator>${xml(post.author)}</dc:creator>
    <guid isPermaLink="false">${post.n} at https://${host}</guid>
    </item>`,
  );
  return {
    url: `https://${host}/rss.xml`,
    contentType: rssType,
    text: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xml:base="https://${host}/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${xml(name)}</title>
    <link>https://${host}/</link>
    <description/>
    <language>${language}</language>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}

export function squarespace({ host, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) =>
      `<item><title>${xml(post.title)}</title><category>${xml(post.tag)}</category><dc:creator>${xml(post.author)}</dc:creator><pubDate>${rfc822(post.at)}</pubDate><link>https://${host}/blog/${post.slug}</link><guid isPermaLink="false">64a:64b:${post.slug}</guid><description>${cdata(articleHtml(post, host))}</description></item>`,
  );
  return {
    url: `https://${host}/blog?format=rss`,
    contentType: 'application/rss+xml;charset=utf-8',
    text: `${head}<!--Generated by Site-Server v6.0.0 (http://www.squarespace.com) on ${rfc822(posts[0]?.at ?? 0, 'GMT')}
--><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://www.rssboard.org/media-rss" version="2.0"><channel><title>${xml(name)}</title><link>https://${host}/blog/</link><lastBuildDate>${rfc822(posts[0]?.at ?? 0)}</lastBuildDate><language>en-US</language><generator>Site-Server v6.0.0 (http://www.squarespace.com)</generator><description>${cdata(`<p>${xml(about)}</p>`)}</description>${items.join('')}</channel></rss>`,
  };
}
