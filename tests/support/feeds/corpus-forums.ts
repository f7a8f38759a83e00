// Feeds of places where people discuss.

import { atomType, head, type Made, rssType } from './corpus-social.ts';
import {
  articleHtml,
  attribute,
  cdata,
  iso,
  isoZoned,
  rfc822,
  simpleHtml,
  type Site,
  xml,
} from './corpus-words.ts';

export function reddit({ handle, posts }: Site): Made {
  const url = `https://www.reddit.com/user/${handle}/.rss`;
  const entries = posts.map((post) => {
    const page = `https://www.reddit.com/r/engines/comments/1a${post.n}/${post.slug}/`;
    const html = `<!-- SC_OFF --><div class="md">${simpleHtml(post)}\n</div><!-- SC_ON --> &#32; submitted by &#32; <a href="https://www.reddit.com/user/${handle}"> /u/${handle} </a> &#32; to &#32; <a href="https://www.reddit.com/r/engines/"> r/engines </a> <br/> <span><a href="${page}">[link]</a></span> &#32; <span><a href="${page}">[comments]</a></span>`;
    return `<entry><author><name>/u/${handle}</name><uri>https://www.reddit.com/user/${handle}</uri></author><category term="engines" label="r/engines"/><content type="html">${attribute(html)}</content><id>t3_1a${post.n}</id><media:thumbnail url="https://b.thumbs.redditmedia.example/${post.slug}.jpg" /><link href="${page}" /><updated>${isoZoned(post.editedAt)}</updated><published>${isoZoned(post.at)}</published><title>${xml(post.title)}</title></entry>`;
  });
  return {
    url,
    contentType: 'application/atom+xml; charset=UTF-8',
    text: `${head.trim()}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><category term="${handle}" label="u/${handle}"/><updated>${isoZoned(posts[0]?.at ?? 0)}</updated><icon>https://www.redditstatic.com/icon.png/</icon><id>/user/${handle}/.rss</id><link rel="self" href="${url}" type="application/atom+xml" /><link rel="alternate" href="https://www.reddit.com/user/${handle}/" type="text/html" /><title>overview for ${handle}</title>${entries.join('')}</feed>`,
  };
}

/** Links lead elsewhere, the page is only in comments and guid. */
export function hackerNews({ handle, posts }: Site): Made {
  const url = `https://hnrss.org/user?id=${handle}`;
  const items = posts.map((post) => {
    const page = `https://news.ycombinator.com/item?id=40${post.n}`;
    const html =
      post.n % 2 === 0
        ? `${simpleHtml(post)}<hr><p>Comments URL: <a href="${page}">${page}</a></p><p>Points: ${post.n}</p>`
        : `\n<p>Article URL: <a href="https://www.example.org/${post.slug}">https://www.example.org/${post.slug}</a></p>\n<p># Comments: 2</p>\n`;
    return `<item><title>${cdata(post.title)}</title><description>${cdata(html)}</description><pubDate>${rfc822(post.at)}</pubDate><link>https://www.example.org/${post.slug}</link><dc:creator>${handle}</dc:creator><comments>${page}</comments><guid isPermaLink="false">${page}</guid></item>`;
  });
  return {
    url,
    contentType: 'application/xml; charset=utf-8',
    text: `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Hacker News: ${handle}</title><link>https://news.ycombinator.com/user?id=${handle}</link><description>Hacker News RSS</description><docs>https://hnrss.org/</docs><generator>hnrss v2.1.1</generator><lastBuildDate>${rfc822(posts[0]?.at ?? 0)}</lastBuildDate><atom:link href="${url}" rel="self" type="application/rss+xml"></atom:link>${items.join('')}</channel></rss>`,
  };
}

export function stackOverflow({ name, posts }: Site): Made {
  const url = 'https://stackoverflow.com/feeds/user/42';
  const entries = posts.map(
    (post) => `    <entry>
        <id>https://stackoverflow.com/questions/7${post.n}/${post.slug}/8${post.n}#8${post.n}</id>
        <re:rank scheme="https://stackoverflow.com">${post.n}</re:rank>
        <title type="text">Answer by ${xml(name)} for ${xml(post.title)}</title>
        <author>
            <name>${xml(name)}</name>
            <uri>https://stackoverflow.com/users/42</uri>
        </author>
        <link rel="alternate" href="https://stackoverflow.com/questions/7${post.n}/${post.slug}/8${post.n}#8${post.n}" />
        <published>${iso(post.at)}</published>
        <updated>${iso(post.editedAt)}</updated>
        <summary type="html">
            ${attribute(`${simpleHtml(post)}\n<pre class="lang-ts"><code>const a = 1 &lt; 2;\n</code></pre>`)}
        </summary>
    </entry>`,
  );
  return {
    url,
    contentType: atomType,
    text: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:re="http://purl.org/atompub/rank/1.0">
    <title type="text">User ${xml(name)} - Stack Overflow</title>
    <link rel="self" href="${url}" type="application/atom+xml" />
    <link rel="alternate" href="https://stackoverflow.com/users/42" type="text/html" />
    <subtitle>most recent 30 from stackoverflow.com</subtitle>
    <updated>${iso(posts[0]?.at ?? 0)}</updated>
    <id>${url}</id>
    <creativeCommons:license>https://creativecommons.org/licenses/by-sa/4.0/rdf</creativeCommons:license>
${entries.join('\n')}
</feed>`,
  };
}

export function discourse({ host, handle, name, posts }: Site): Made {
  const home = `https://${host}/u/${handle}/activity`;
  const items = posts.map((post) => {
    const link = `https://${host}/t/${post.slug}/${post.n}`;
    return `      <item>
        <title>${xml(post.title)}</title>
        <dc:creator>${cdata(`@${handle} ${name}`)}</dc:creator>
        <category>${xml(post.tag)}</category>
        <description><![CDATA[
            ${articleHtml(post, host)}
          <p><small>3 posts - 2 participants</small></p>
          <p><a href="${link}">Read full topic</a></p>
        ]]></description>
        <link>${link}</link>
        <pubDate>${rfc822(post.at)}</pubDate>
        <discourse:topicPinned>No</discourse:topicPinned>
        <guid isPermaLink="false">${host}-topic-${post.n}</guid>
        <source url="${link}.rss">${xml(post.title)}</source>
      </item>`;
  });
  return {
    url: `${home}.rss`,
    contentType: rssType,
    text: `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:discourse="http://www.discourse.org/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>@${handle}'s posts</title>
    <link>${home}</link>
    <description>@${handle}'s posts</description>
    <lastBuildDate>${rfc822(posts[0]?.at ?? 0)}</lastBuildDate>
    <atom:link href="${home}.rss" rel="self" type="application/rss+xml" />
${items.join('\n')}
  </channel>
</rss>
`,
  };
}
