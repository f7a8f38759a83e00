// What people type, and where it leads.
import { describe, expect, test } from 'vitest';

import { discoverFeeds } from '../../../src-shared/feeds/discover.ts';
import { networkOf, sourceOf } from '../../../src-shared/feeds/sources.ts';

describe('where a feed may be', () => {
  test.each([
    ['@ada@toots.example', '', 'mastodon', 'https://toots.example/@ada.rss'],
    ['https://toots.example/@ada', '', 'mastodon', 'https://toots.example/@ada'],
    [
      'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
      '',
      'youtube',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ],
    ['https://www.youtube.com/@ada', '', 'youtube', 'https://www.youtube.com/@ada'],
    [
      'https://www.youtube.com/playlist?list=PL1',
      '',
      'youtube',
      'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1',
    ],
    ['github.com/ada', '', 'github', 'https://github.com/ada.atom'],
    ['https://github.com/ada/engine', '', 'github', 'https://github.com/ada/engine/releases.atom'],
    ['ada', 'GitHub', 'github', 'https://github.com/ada.atom'],
    ['https://www.reddit.com/u/ada', '', 'reddit', 'https://www.reddit.com/user/ada/.rss'],
    ['https://old.reddit.com/r/engines', '', 'reddit', 'https://www.reddit.com/r/engines/.rss'],
    ['https://medium.com/@ada', '', 'medium', 'https://medium.com/feed/@ada'],
    ['https://ada.medium.com/a-post', '', 'medium', 'https://ada.medium.com/feed'],
    ['ada.substack.com', '', 'substack', 'https://ada.substack.com/feed'],
    ['https://ada.tumblr.com', '', 'tumblr', 'https://ada.tumblr.com/rss'],
    ['https://ada.wordpress.com/2026/', '', 'wordpress', 'https://ada.wordpress.com/feed/'],
    ['https://dev.to/ada', '', 'devto', 'https://dev.to/feed/ada'],
    ['https://news.ycombinator.com/user?id=ada', '', 'hackernews', 'https://hnrss.org/user?id=ada'],
    [
      'https://stackoverflow.com/users/42/ada',
      '',
      'stackoverflow',
      'https://stackoverflow.com/feeds/user/42',
    ],
    ['https://links.example/u/ada', '', 'lemmy', 'https://links.example/u/ada'],
    ['https://video.example/a/ada', '', 'peertube', 'https://video.example/a/ada'],
    ['https://pixelfed.example/ada', '', 'pixelfed', 'https://pixelfed.example/users/ada.atom'],
    ['ada.example', '', 'web', 'https://ada.example/'],
    ['feed://ada.example/rss', '', 'web', 'https://ada.example/rss'],
    ['http://localhost:8080/feed', '', 'web', 'http://localhost:8080/feed'],
    ['http://[::1]:8080/feed', '', 'web', 'http://[::1]:8080/feed'],
  ])('%s (%s) leads to %s', (typed, hint, network, first) => {
    expect(sourceOf(typed, hint)).toMatchObject({
      type: 'open',
      network,
      tries: expect.arrayContaining([first]),
    });
    expect((sourceOf(typed, hint) as { tries: string[] }).tries[0]).toBe(first);
  });

  test.each([
    ['ada.bsky.social', ''],
    ['@ada.bsky.social', ''],
    ['https://bsky.app/profile/ada.bsky.social', ''],
    ['ada.bsky.social', 'bluesky'],
  ])('%s is a Bluesky account', (typed, hint) => {
    expect(sourceOf(typed, hint)).toEqual({ type: 'bluesky', handle: 'ada.bsky.social' });
  });

  test.each([
    ['https://twitter.com/ada', '', 'x', 'https://twitter.com/ada'],
    ['ada', 'Twitter', 'x', 'https://x.com/ada'],
    ['https://de.linkedin.com/in/ada', '', 'linkedin', 'https://de.linkedin.com/in/ada'],
    ['https://m.facebook.com/ada', '', 'facebook', 'https://m.facebook.com/ada'],
    ['@ada', 'instagram', 'instagram', 'https://www.instagram.com/ada'],
    ['https://www.threads.net/@ada', '', 'threads', 'https://www.threads.net/@ada'],
  ])('%s (%s) can only be opened', (typed, hint, network, url) => {
    expect(sourceOf(typed, hint)).toEqual({ type: 'closed', network, url });
  });

  test.each([
    '',
    'ada',
    'two words',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://a.example/x',
  ])('%s leads nowhere', (typed) => {
    expect(sourceOf(typed)).toBeUndefined();
  });

  test('a feed whose address has the shape of its software is known by it', () => {
    expect(networkOf('https://toots.example/@ada.rss', 'web')).toBe('mastodon');
    expect(networkOf('https://video.example/feeds/videos.xml?accountName=ada', 'web')).toBe(
      'peertube',
    );
    expect(networkOf('https://ada.example/feed', 'web')).toBe('web');
  });
});

describe('feeds that a page names', () => {
  test('relative to its base, the main one first', () => {
    const page = `<html><head><base href="/blog/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <link rel="ALTERNATE" type="application/atom+xml" title="Ada" href="feed.atom"><link rel="stylesheet" type="text/css" href="x.css"></head>`;
    expect(discoverFeeds(page, 'https://ada.example/about')).toEqual([
      { url: 'https://ada.example/blog/feed.atom', title: 'Ada' },
      { url: 'https://ada.example/blog/comments/feed', title: 'Comments' },
    ]);
  });

  test('a link in the text serves where the head names none', () => {
    expect(discoverFeeds('<p><a href="/feed.xml">RSS</a></p>', 'https://ada.example/')).toEqual([
      { url: 'https://ada.example/feed.xml', title: '' },
    ]);
  });

  test('a channel page names its channel', () => {
    const page =
      '<link rel="canonical" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv">';
    expect(discoverFeeds(page, 'https://www.youtube.com/@ada')[0]?.url).toBe(
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    );
  });

  test('nothing but web addresses is taken', () => {
    expect(
      discoverFeeds(
        '<link rel=alternate type="application/rss+xml" href="javascript:alert(1)">',
        'https://a.example/',
      ),
    ).toEqual([]);
  });
});
