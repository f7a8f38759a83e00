// Feeds of networks where people post: each builder writes what its server writes.

import { attribute, isoMs, rfc822, simpleHtml, type Site, xml } from './corpus-words.ts';

export type Made = { url: string; contentType: string; text: string };

export const rssType = 'application/rss+xml; charset=utf-8';
export const atomType = 'application/atom+xml; charset=utf-8';
export const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** No titles; HTML in the description; pictures beside it. */
export function mastodon({ host, handle, name, posts }: Site): Made {
  const home = `https://${host}/@${handle}`;
  const items = posts.map((post) => {
    const link = `${home}/1159${post.n}`;
    const warning =
      post.n % 5 === 0 ? `<p><strong>Content warning:</strong> ${xml(post.title)}</p><hr />` : '';
    const tag = `<a href="https://${host}/tags/${encodeURIComponent(post.tag)}" class="mention hashtag" rel="tag">#<span>${xml(post.tag)}</span></a>`;
    const shown = `<a href="https://www.example.org/a/${post.slug}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://www.</span><span class="ellipsis">example.org/a/po</span><span class="invisible">st-${post.n}</span></a>`;
    const html = `${warning}<p>${post.paragraphs.map(xml).join('<br />')}</p><p>${shown} ${tag}</p>`;
    const media = `<media:content url="https://files.${host}/${post.n}/original/a.jpg" type="image/jpeg" fileSize="126348" medium="image">
        <media:rating scheme="urn:simple">nonadult</media:rating>
        <media:description type="plain">${xml(post.alt)}</media:description>
        <media:thumbnail url="https://files.${host}/${post.n}/small/a.jpg"/>
      </media:content>`;
    return `    <item>
      <guid isPermaLink="true">${link}</guid>
      <link>${link}</link>
      <pubDate>${rfc822(post.at)}</pubDate>
      <description>${xml(html)}</description>
      ${post.n % 2 === 0 ? media : ''}
      <category>${xml(post.tag)}</category>
    </item>`;
  });
  return {
    url: `${home}.rss`,
    contentType: rssType,
    text: `${head}<rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>${xml(name)}</title>
    <description>Public posts from @${handle}@${host}</description>
    <link>${home}</link>
    <image>
      <url>https://files.${host}/accounts/avatars/a.png</url>
      <title>${xml(name)}</title>
      <link>${home}</link>
    </image>
    <lastBuildDate>${rfc822(posts[0]?.at ?? 0)}</lastBuildDate>
    <webfeeds:icon>https://files.${host}/accounts/avatars/a.png</webfeeds:icon>
    <generator>Mastodon v4.5.2</generator>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}

/** Atom; updated is the only date; the caption is title, content and summary. */
export function pixelfed({ host, handle, about, posts }: Site): Made {
  const home = `https://${host}/${handle}`;
  const author = `<author>
\t\t<name>${handle}</name>
\t\t<uri>${home}</uri>
\t</author>`;
  const entries = posts.map((post) => {
    const link = `https://${host}/p/${handle}/${post.n}`;
    const picture = `https://${host}/storage/m/${post.slug}.jpg`;
    const caption = post.paragraphs[0] ?? '';
    return `\t<entry>
\t\t<id>${link}</id>
\t\t<title>${xml(caption)}</title>
\t\t<updated>${isoMs(post.at)}</updated>
\t\t${author}
\t\t<content type="html">
\t\t\t<![CDATA[
\t\t\t<img id="rss_item_${post.n}" src="${picture}" alt="${attribute(post.alt)}">
\t\t\t<p style="padding:10px;">${xml(caption)}</p>
\t\t\t]]>
\t\t</content>
\t\t<link rel="alternate" href="${link}" />
\t\t<summary type="html">${xml(xml(caption))}</summary>
\t\t<media:content url="${picture}" type="image/png" medium="image" />
\t</entry>`;
  });
  return {
    url: `https://${host}/users/${handle}.atom`,
    contentType: atomType,
    text: `${head}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
\t<id>https://${host}/users/${handle}.atom</id>
\t<title>${handle} on Pixelfed</title>
\t<subtitle type="html">${xml(xml(about))}</subtitle>
\t<updated>${isoMs(posts[0]?.at ?? 0)}</updated>
\t${author}
\t<link rel="alternate" type="text/html" href="${home}"/>
\t<link rel="self" type="application/atom+xml" href="https://${host}/users/${handle}.atom"/>
${entries.join('\n')}
</feed>
`,
  };
}

/** Plain text, guids that are at:// addresses, dates of minutes. */
export function bluesky({ handle, name, about, posts }: Site): Made {
  const home = `https://bsky.app/profile/${handle}.bsky.social`;
  const did = 'did:plc:z72i7hdynmk6r22z27h6tvur';
  const items = posts.map((post) => {
    const at = post.at - (post.at % 60_000);
    return `<item><link>${home}/post/3l${post.slug}</link><description>${xml(post.paragraphs.join('\n\n'))}</description><pubDate>${rfc822(
      at,
    )
      .slice(5)
      .replace(
        /:\d\d \+/,
        ' +',
      )}</pubDate><guid isPermaLink="false">at://${did}/app.bsky.feed.post/3l${post.slug}</guid></item>`;
  });
  return {
    url: `https://bsky.app/profile/${did}/rss`,
    contentType: 'application/xml; charset=UTF-8',
    text: `${head}<rss version="2.0"><channel><description>${xml(about)}</description><link>${home}</link><title>@${handle}.bsky.social - ${xml(name)}</title>${items.join('')}</channel></rss>`,
  };
}

/** dc:creator is an address; a link elsewhere while the guid is the post. */
export function lemmy({ host, handle, posts }: Site): Made {
  const user = `https://${host}/u/${handle}`;
  const items = posts.map((post) => {
    const page = `https://${host}/post/${post.n}`;
    const link = post.n % 2 === 0 ? `https://www.example.org/a/${post.slug}` : page;
    const html = `submitted by <a href="${user}">${handle}</a> to <a href="https://${host}/c/engines">engines</a><br>${post.n} points | <a href="${page}">3 comments</a><br><a href="${link}">${link}</a>${simpleHtml(post)}`;
    return `<item><title>${xml(post.title)}</title><link>${link}</link><description><![CDATA[${html}]]></description><comments>${page}</comments><guid>${page}</guid><pubDate>${rfc822(post.at)}</pubDate><dc:creator>${user}</dc:creator></item>`;
  });
  return {
    url: `https://${host}/feeds/u/${handle}.xml?sort=New`,
    contentType: 'application/rss+xml',
    text: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${host} - ${handle}</title><link>${user}</link><description></description>${items.join('')}</channel></rss>`,
  };
}

export function tumblr({ handle, name, about, posts }: Site): Made {
  const items = posts.map((post) => {
    const link = `https://${handle}.tumblr.com/post/7${post.n}`;
    const html = `<div class="npf_row"><figure class="tmblr-full"><img src="https://64.media.tumblr.com/${post.slug}/a.jpg" alt="image"/></figure></div>${simpleHtml(post)}`;
    return `<item><title>${xml(post.title)}</title><description>${attribute(html)}</description><link>${link}</link><guid>${link}</guid><pubDate>${rfc822(post.at, '-0400', -240)}</pubDate><category>${xml(post.tag)}</category></item>`;
  });
  return {
    url: `https://${handle}.tumblr.com/rss`,
    contentType: 'application/rss+xml; charset=utf-8',
    text: `${head.trim()}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><atom:link rel="hub" href="http://tumblr.superfeedr.com/" xmlns:atom="http://www.w3.org/2005/Atom"/><description>${xml(about)}</description><title>${xml(name)}</title><generator>Tumblr (3.0; @${handle})</generator><link>https://${handle}.tumblr.com/</link>${items.join('')}</channel></rss>`,
  };
}
