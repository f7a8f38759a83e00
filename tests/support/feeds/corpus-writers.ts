// Feeds of the places where people publish what they write.

import { head, type Made, rssType } from './corpus-social.ts';
import { articleHtml, attribute, cdata, isoMs, rfc822, type Site, xml } from './corpus-words.ts';

export function ghost({ host, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) =>
      `<item><title>${cdata(post.title)}</title><description>${cdata(post.paragraphs[0] ?? '')}</description><link>https://${host}/${post.slug}/</link><guid isPermaLink="false">66f${post.slug}</guid><category>${cdata(post.tag)}</category><dc:creator>${cdata(post.author)}</dc:creator><pubDate>${rfc822(post.at, 'GMT')}</pubDate><media:content url="https://${host}/content/images/${post.slug}.jpg" medium="image"/><content:encoded>${cdata(`<img src="https://${host}/content/images/${post.slug}.jpg" alt="${attribute(post.title)}"><p>${xml(post.paragraphs[0] ?? '')}</p>${articleHtml(post, host)}`)}</content:encoded></item>`,
  );
  return {
    url: `https://${host}/rss/`,
    contentType: rssType,
    text: `${head.trim()}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${cdata(name)}</title><description>${cdata(about)}</description><link>https://${host}/</link><image><url>https://${host}/favicon.png</url><title>${xml(name)}</title><link>https://${host}/</link></image><generator>Ghost 5.118</generator><lastBuildDate>${rfc822(posts[0]?.at ?? 0, 'GMT')}</lastBuildDate><atom:link href="https://${host}/rss/" rel="self" type="application/rss+xml"/><ttl>60</ttl>${items.join('')}</channel></rss>`,
  };
}

export function substack({ handle, language, name, about, posts }: Site): Made {
  const host = `${handle}.substack.com`;
  const items = posts.map(
    (post) =>
      `<item><title>${cdata(post.title)}</title><description>${cdata(post.alt)}</description><link>https://${host}/p/${post.slug}</link><guid isPermaLink="false">https://${host}/p/${post.slug}</guid><dc:creator>${cdata(post.author)}</dc:creator><pubDate>${rfc822(post.at, 'GMT')}</pubDate><enclosure url="https://substackcdn.com/image/fetch/f_auto/${post.slug}.png" length="0" type="image/jpeg"/><content:encoded>${cdata(`${articleHtml(post, host)}<div class="subscription-widget-wrap-editor"><form class="subscription-widget-subscribe"><input type="email" placeholder="Type your email…"><div class="button">Subscribe</div></form></div>`)}</content:encoded></item>`,
  );
  return {
    url: `https://${host}/feed`,
    contentType: 'application/xml; charset=utf-8',
    text: `${head.trim()}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"><channel><title>${cdata(name)}</title><description>${cdata(about)}</description><link>https://${host}</link><image><url>https://substackcdn.com/image/a.png</url><title>${xml(name)}</title><link>https://${host}</link></image><generator>Substack</generator><lastBuildDate>${rfc822(posts[0]?.at ?? 0, 'GMT')}</lastBuildDate><atom:link href="https://${host}/feed" rel="self" type="application/rss+xml"/><copyright>${cdata(name)}</copyright><language>${cdata(language)}</language><webMaster>${cdata(`${host.split('.')[0]}@substack.com`)}</webMaster><itunes:owner><itunes:email>${cdata(`${handle}@substack.com`)}</itunes:email><itunes:name>${cdata(name)}</itunes:name></itunes:owner><itunes:author>${cdata(name)}</itunes:author><googleplay:owner>${cdata(`${handle}@substack.com`)}</googleplay:owner><itunes:block>${cdata('Yes')}</itunes:block>${items.join('')}</channel></rss>`,
  };
}

/** Tracking in links, a picture of one dot at the end, dc and atom dates beside pubDate. */
export function medium({ handle, name, posts }: Site): Made {
  const items = posts.map((post) => {
    const page = `https://medium.com/@${handle}/${post.slug}`;
    return `<item><title>${cdata(post.title)}</title><link>${page}?source=rss-42------2</link><guid isPermaLink="false">https://medium.com/p/${post.slug}</guid><category>${cdata(post.tag)}</category><dc:creator>${cdata(post.author)}</dc:creator><pubDate>${rfc822(post.at, 'GMT')}</pubDate><atom:updated>${isoMs(post.editedAt)}</atom:updated><content:encoded>${cdata(`${articleHtml(post, 'medium.com')}<img src="https://medium.com/_/stat?event=post.clientViewed&referrerSource=full_rss&postId=${post.n}" width="1" height="1" alt="">`)}</content:encoded></item>`;
  });
  return {
    url: `https://medium.com/feed/@${handle}`,
    contentType: 'text/xml; charset=UTF-8',
    text: `${head.trim()}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:cc="http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html">
    <channel>
        <title>${cdata(`Stories by ${name} on Medium`)}</title>
        <description>${cdata(`Stories by ${name} on Medium`)}</description>
        <link>https://medium.com/@${handle}?source=rss-42------2</link>
        <generator>Medium</generator>
        <lastBuildDate>${rfc822(posts[0]?.at ?? 0, 'GMT')}</lastBuildDate>
        <atom:link href="https://medium.com/@${handle}/feed" rel="self" type="application/rss+xml"/>
        <webMaster>${cdata('yourfriends@medium.com')}</webMaster>
        <atom:link href="http://medium.superfeedr.com" rel="hub"/>
        ${items.join('')}
    </channel>
</rss>`,
  };
}

/** dev.to: no content:encoded, a guid that is the link. */
export function devTo({ handle, name, posts }: Site): Made {
  const items = posts.map(
    (post) => `    <item>
      <title>${xml(post.title)}</title>
      <dc:creator>${xml(post.author)}</dc:creator>
      <pubDate>${rfc822(post.at)}</pubDate>
      <link>https://dev.to/${handle}/${post.slug}</link>
      <guid>https://dev.to/${handle}/${post.slug}</guid>
      <description>${xml(articleHtml(post, 'dev.to'))}</description>
      <category>${xml(post.tag)}</category>
    </item>`,
  );
  return {
    url: `https://dev.to/feed/${handle}`,
    contentType: 'application/xml; charset=utf-8',
    text: `${head}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>DEV Community: ${xml(name)}</title>
    <description>The latest articles on DEV Community by ${xml(name)} (@${handle}).</description>
    <link>https://dev.to/${handle}</link>
    <image>
      <url>https://media2.dev.to/a.png</url>
      <title>DEV Community: ${xml(name)}</title>
      <link>https://dev.to/${handle}</link>
    </image>
    <atom:link rel="self" type="application/rss+xml" href="https://dev.to/feed/${handle}"/>
    <language>en</language>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}
