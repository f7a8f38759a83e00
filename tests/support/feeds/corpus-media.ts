// Feeds of films, pictures and sound.

import { head, type Made, rssType } from './corpus-social.ts';
import { attribute, cdata, isoZoned, rfc822, simpleHtml, type Site, xml } from './corpus-words.ts';

/** The words are in media:group, with line breaks and bare addresses. */
export function youtube({ handle, name, posts }: Site): Made {
  const channel = `UC${handle.padEnd(22, 'x')}`;
  const entries = posts.map(
    (post) => ` <entry>
  <id>yt:video:${post.slug}</id>
  <yt:videoId>${post.slug}</yt:videoId>
  <yt:channelId>${channel}</yt:channelId>
  <title>${xml(post.title)}</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=${post.slug}"/>
  <author>
   <name>${xml(name)}</name>
   <uri>https://www.youtube.com/channel/${channel}</uri>
  </author>
  <published>${isoZoned(post.at)}</published>
  <updated>${isoZoned(post.editedAt)}</updated>
  <media:group>
   <media:title>${xml(post.title)}</media:title>
   <media:content url="https://www.youtube.com/v/${post.slug}?version=3" type="application/x-shockwave-flash" width="640" height="390"/>
   <media:thumbnail url="https://i1.ytimg.com/vi/${post.slug}/hqdefault.jpg" width="480" height="360"/>
   <media:description>${xml(`${post.paragraphs.join('\n\n')}\n\n0:00 ${post.tag}\nhttps://www.example.org/?a=1&b=2`)}</media:description>
   <media:community>
    <media:starRating count="81" average="5.00" min="1" max="5"/>
    <media:statistics views="1234"/>
   </media:community>
  </media:group>
 </entry>`,
  );
  return {
    url: `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
    contentType: 'text/xml; charset=UTF-8',
    text: `${head}<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=${channel}"/>
 <id>yt:channel:${channel.slice(2)}</id>
 <yt:channelId>${channel.slice(2)}</yt:channelId>
 <title>${xml(name)}</title>
 <link rel="alternate" href="https://www.youtube.com/channel/${channel}"/>
 <author>
  <name>${xml(name)}</name>
  <uri>https://www.youtube.com/channel/${channel}</uri>
 </author>
 <published>2012-03-01T08:21:04+00:00</published>
${entries.join('\n')}
</feed>
`,
  };
}

export function vimeo({ handle, name, posts }: Site): Made {
  const items = posts.map(
    (post) => `    <item>
      <title>${xml(post.title)}</title>
      <pubDate>${rfc822(post.at, 'EDT', -240)}</pubDate>
      <link>https://vimeo.com/9${post.n}</link>
      <description>${cdata(`<p><a href="https://vimeo.com/9${post.n}"><img src="https://i.vimeocdn.com/video/${post.slug}.jpg" alt="" /></a></p>${simpleHtml(post)}<p><strong>Cast:</strong> <a href="https://vimeo.com/${handle}">${xml(name)}</a></p>`)}</description>
      <dc:creator>${xml(name)}</dc:creator>
      <guid isPermaLink="false">tag:vimeo,2026-05-20:clip9${post.n}</guid>
      <enclosure url="https://vimeo.com/moogaloop.swf?clip_id=9${post.n}" type="application/x-shockwave-flash"/>
      <media:content>
        <media:player url="https://player.vimeo.com/video/9${post.n}"/>
        <media:credit role="author" scheme="https://vimeo.com/${handle}">${xml(name)}</media:credit>
        <media:thumbnail height="540" width="960" url="https://i.vimeocdn.com/video/${post.slug}.jpg"/>
        <media:title>${xml(post.title)}</media:title>
      </media:content>
    </item>`,
  );
  return {
    url: `https://vimeo.com/${handle}/videos/rss`,
    contentType: rssType,
    text: `${head}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" version="2.0">
  <channel>
    <title>Vimeo / ${xml(name)}’s videos</title>
    <link>https://vimeo.com/${handle}/videos</link>
    <description>Videos uploaded by ${xml(name)} on Vimeo.</description>
    <pubDate>${rfc822(posts[0]?.at ?? 0, 'EDT', -240)}</pubDate>
    <generator>Vimeo</generator>
    <atom:link href="https://vimeo.com/${handle}/videos/rss" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}

/** Authors as address and name; dc:date.Taken beside pubDate. */
export function flickr({ handle, name, posts }: Site): Made {
  const home = `https://www.flickr.com/photos/${handle}/`;
  const items = posts.map(
    (post) => `\t\t<item>
\t\t\t<title>${xml(post.title)}</title>
\t\t\t<link>${home}53${post.n}/</link>
\t\t\t<description>${xml(`\t\t\t<p><a href="https://www.flickr.com/people/${handle}/">${xml(name)}</a> posted a photo:</p>\n\t<p><a href="${home}53${post.n}/" title="${attribute(post.title)}"><img src="https://live.staticflickr.com/${post.slug}_m.jpg" width="240" height="160" alt="${attribute(post.title)}" /></a></p>\n${simpleHtml(post)}`)}</description>
\t\t\t<pubDate>${rfc822(post.at, '-0700', -420)}</pubDate>
\t\t\t<dc:date.Taken>${isoZoned(post.at - 7_200_000, '-08:00', -480)}</dc:date.Taken>
\t\t\t<author flickr:profile="https://www.flickr.com/people/${handle}/">nobody@flickr.com (${xml(name)})</author>
\t\t\t<guid isPermaLink="false">tag:flickr.com,2004:/photo/53${post.n}</guid>
\t\t\t<media:content url="https://live.staticflickr.com/${post.slug}_b.jpg" type="image/jpeg" height="683" width="1024"/>
\t\t\t<media:title>${xml(post.title)}</media:title>
\t\t\t<media:thumbnail url="https://live.staticflickr.com/${post.slug}_s.jpg" height="75" width="75" />
\t\t\t<media:credit role="photographer">${xml(name)}</media:credit>
\t\t\t<media:category scheme="urn:flickr:tags">${xml(post.tag)}</media:category>
\t\t</item>`,
  );
  return {
    url: `https://www.flickr.com/services/feeds/photos_public.gne?id=${handle}&format=rss_200`,
    contentType: rssType,
    text: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:creativeCommons="http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html" xmlns:flickr="urn:flickr:user">
\t<channel>
\t\t<title>Uploads from ${xml(name)}</title>
\t\t<link>${home}</link>
\t\t<description></description>
\t\t<pubDate>${rfc822(posts[0]?.at ?? 0, '-0700', -420)}</pubDate>
\t\t<generator>https://www.flickr.com/</generator>
${items.join('\n')}
\t</channel>
</rss>
`,
  };
}

export function peertube({ host, handle, name, posts }: Site): Made {
  const items = posts.map(
    (post) =>
      `        <item>
            <title>${cdata(post.title)}</title>
            <link>https://${host}/w/${post.slug}</link>
            <guid>https://${host}/w/${post.slug}</guid>
            <pubDate>${rfc822(post.at, 'GMT')}</pubDate>
            <description>${cdata(post.paragraphs[0] ?? '')}</description>
            <content:encoded>${cdata(simpleHtml(post))}</content:encoded>
            <dc:creator>${xml(name)}</dc:creator>
            <media:category scheme="http://search.yahoo.com/mrss/category_schema" label="Science">${xml(post.tag)}</media:category>
            <media:community><media:statistics views="${post.n}"/></media:community>
            <media:embed url="/videos/embed/${post.slug}"/>
            <media:player url="https://${host}/w/${post.slug}"/>
            <enclosure type="application/x-bittorrent" url="https://${host}/download/torrents/${post.slug}.torrent" length="96301"/>
            <media:group>
                <media:peerLink type="application/x-bittorrent" href="https://${host}/${post.slug}.torrent" isDefault="true"/>
                <media:content url="https://${host}/static/web-videos/${post.slug}-720.mp4" fileSize="96301" type="video/mp4" framerate="30" duration="61" height="720" lang="en"/>
            </media:group>
            <media:thumbnail url="https://${host}/lazy-static/previews/${post.slug}.jpg" height="480" width="850"/>
            <media:title type="plain">${xml(post.title)}</media:title>
            <media:description type="plain">${cdata(post.paragraphs[0] ?? '')}</media:description>
            <media:rating>nonadult</media:rating>
        </item>`,
  );
  return {
    url: `https://${host}/feeds/videos.xml?accountId=${handle}`,
    contentType: 'application/rss+xml; charset=utf-8',
    text: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel>
        <title>${xml(name)}</title>
        <link>https://${host}/a/${handle}</link>
        <description>${xml(name)}</description>
        <lastBuildDate>${rfc822(posts[0]?.at ?? 0, 'GMT')}</lastBuildDate>
        <docs>http://blogs.law.harvard.edu/tech/rss</docs>
        <generator>PeerTube - https://${host}</generator>
        <atom:link href="https://${host}/feeds/videos.xml" rel="self" type="application/rss+xml"/>
${items.join('\n')}
    </channel>
</rss>`,
  };
}

export function podcast({ host, language, name, about, posts }: Site): Made {
  const items = posts.map(
    (post) => `    <item>
      <guid isPermaLink="false"><![CDATA[6b1f-${post.slug}]]></guid>
      <title><![CDATA[${post.n}: ${post.title}]]></title>
      <itunes:title>${xml(post.title)}</itunes:title>
      <description><![CDATA[${simpleHtml(post)}<p>See <a href="https://${host}/privacy">privacy</a>.</p>]]></description>
      <content:encoded><![CDATA[${simpleHtml(post)}<p>See <a href="https://${host}/privacy">privacy</a>.</p>]]></content:encoded>
      <itunes:summary>${xml(post.paragraphs[0] ?? '')}</itunes:summary>
      <pubDate>${rfc822(post.at, '-0000')}</pubDate>
      <itunes:author><![CDATA[${post.author}]]></itunes:author>
      <link><![CDATA[https://${host}/episodes/${post.slug}]]></link>
      <enclosure url="https://${host}/audio/${post.slug}.mp3?source=feed" length="48723658" type="audio/mpeg"/>
      <itunes:image href="https://${host}/cover.jpg"/>
      <itunes:duration>00:31:02</itunes:duration>
      <itunes:explicit>no</itunes:explicit>
      <itunes:episode>${post.n}</itunes:episode>
      <podcast:transcript url="https://${host}/t/${post.slug}.vtt" type="text/vtt"/>
      <podcast:chapters url="https://${host}/c/${post.slug}.json" type="application/json+chapters"/>
      <podcast:person href="https://${host}">${xml(post.author)}</podcast:person>
    </item>`,
  );
  return {
    url: `https://${host}/podcast.xml`,
    contentType: 'application/rss+xml; charset=utf-8',
    text: `${head}<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters">
  <channel>
    <title><![CDATA[${name}]]></title>
    <description><![CDATA[${about}]]></description>
    <link>https://${host}</link>
    <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
    <podcast:locked owner="ada@${host}">yes</podcast:locked>
    <lastBuildDate>${rfc822(posts[0]?.at ?? 0, 'GMT')}</lastBuildDate>
    <language>${language}</language>
    <itunes:type>episodic</itunes:type>
    <itunes:author>${xml(name)}</itunes:author>
    <itunes:owner><itunes:name>${xml(name)}</itunes:name><itunes:email>ada@${host}</itunes:email></itunes:owner>
    <itunes:category text="Technology"><itunes:category text="Podcasting"/></itunes:category>
    <itunes:image href="https://${host}/cover.jpg"/>
    <itunes:explicit>no</itunes:explicit>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}
