// Feeds of the places where code is kept.

import { atomType, head, type Made } from './corpus-social.ts';
import { articleHtml, attribute, iso, isoMs, simpleHtml, type Site, xml } from './corpus-words.ts';

export function githubUser({ handle, posts }: Site): Made {
  const entries = posts.map((post) => {
    const link = `https://github.com/${handle}/engine/compare/${post.n}a...${post.n}b`;
    const html = `<div class="push"><div class="body"><!-- push --><div class="d-flex flex-items-baseline"><span><a class="Link--primary" href="/${handle}">${handle}</a> pushed to <a class="branch-name" href="/${handle}/engine/tree/main">main</a></span><ul><li><code><a href="/${handle}/engine/commit/${post.n}">${post.n}fe</a></code><blockquote>${xml(post.title)}</blockquote></li></ul></div></div></div>`;
    return `  <entry>
    <id>tag:github.com,2008:PushEvent/38${post.n}</id>
    <published>${iso(post.at)}</published>
    <updated>${iso(post.at)}</updated>
    <link type="text/html" rel="alternate" href="${link}"/>
    <title type="html">${handle} pushed ${xml(xml(post.title))}</title>
    <author>
      <name>${handle}</name>
      <email>${handle}@users.noreply.github.com</email>
      <uri>https://github.com/${handle}</uri>
    </author>
    <media:thumbnail height="30" width="30" url="https://avatars.githubusercontent.com/u/42?s=30&amp;v=4"/>
    <content type="html">${attribute(html)}</content>
  </entry>`;
  });
  return {
    url: `https://github.com/${handle}.atom`,
    contentType: atomType,
    text: `${head}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-US">
  <id>tag:github.com,2008:/${handle}</id>
  <link type="text/html" rel="alternate" href="https://github.com/${handle}"/>
  <link type="application/atom+xml" rel="self" href="https://github.com/${handle}.atom"/>
  <title>GitHub Public Timeline Feed</title>
  <updated>${iso(posts[0]?.at ?? 0)}</updated>
${entries.join('\n')}
</feed>
`,
  };
}

export function githubReleases({ host, handle, posts }: Site): Made {
  const home = `https://github.com/${handle}/engine/releases`;
  const entries = posts.map(
    (post) => `  <entry>
    <id>tag:github.com,2008:Repository/42/v1.${post.n}</id>
    <updated>${iso(post.at)}</updated>
    <link rel="alternate" type="text/html" href="${home}/tag/v1.${post.n}"/>
    <title>v1.${post.n}: ${xml(post.title)}</title>
    <content type="html">${post.n % 4 === 3 ? 'No content.' : attribute(articleHtml(post, host))}</content>
    <author>
      <name>${handle}</name>
    </author>
    <media:thumbnail height="30" width="30" url="https://avatars.githubusercontent.com/u/42?s=60&amp;v=4"/>
  </entry>`,
  );
  return {
    url: `${home}.atom`,
    contentType: atomType,
    text: `${head}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-US">
  <id>tag:github.com,2008:${home}</id>
  <link type="text/html" rel="alternate" href="${home}"/>
  <link type="application/atom+xml" rel="self" href="${home}.atom"/>
  <title>Release notes from engine</title>
  <updated>${iso(posts[0]?.at ?? 0)}</updated>
${entries.join('\n')}
</feed>
`,
  };
}

/** Summaries in xhtml, several authors' names, blockquotes. */
export function gitlab({ host, handle, name, posts }: Site): Made {
  const entries = posts.map(
    (post) => `  <entry>
    <id>tag:${host},${iso(post.at).slice(0, 10)}:${post.n}</id>
    <link href="https://${host}/${handle}/engine/-/issues/${post.n}"/>
    <title>${xml(name)} opened issue #${post.n}: ${xml(post.title)} at ${handle} / engine</title>
    <updated>${iso(post.at)}</updated>
    <media:thumbnail width="40" height="40" url="https://${host}/uploads/avatar.png"/>
    <author>
      <username>${handle}</username>
      <name>${xml(name)}</name>
      <email>${handle}@${host}</email>
    </author>
    <summary type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml">
        <blockquote>${simpleHtml(post)}</blockquote>
      </div>
    </summary>
  </entry>`,
  );
  return {
    url: `https://${host}/${handle}.atom`,
    contentType: atomType,
    text: `${head}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<title>${xml(name)} activity</title>
<link href="https://${host}/${handle}.atom" rel="self" type="application/atom+xml"/>
<link href="https://${host}/${handle}" rel="alternate" type="text/html"/>
<id>https://${host}/${handle}</id>
<updated>${isoMs(posts[0]?.at ?? 0)}</updated>
${entries.join('\n')}
</feed>
`,
  };
}
