// JSON Feed 1.0 and 1.1 (jsonfeed.org).

import type { JsonFeed } from 'feedsmith';

import { firstOf, mediaOf, type RawFeed, type RawWords } from './raw-feed.ts';

export function readJson(feed: JsonFeed.Feed<string>): RawFeed {
  const author = namesOf(feed.authors);
  return {
    format: 'json',
    title: escaped(feed.title),
    home: feed.home_page_url,
    description: escaped(feed.description),
    author,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      published: item.date_published,
      updated: item.date_modified,
      read: () => readItem(item, author),
    })),
  };
}

function readItem(item: JsonFeed.Item<string>, feedAuthor: string | undefined): RawWords {
  return {
    guid: item.id === undefined ? undefined : String(item.id),
    link: firstOf(item.url, item.external_url),
    title: item.title,
    isTitlePlain: true,
    author: firstOf(namesOf(item.authors), feedAuthor),
    html: firstOf(item.content_html, escaped(item.content_text)),
    summary: escaped(item.summary),
    media: [
      ...mediaOf(item.image, 'image/*'),
      ...mediaOf(item.banner_image, 'image/*'),
      ...(item.attachments ?? []).flatMap(({ url, mime_type: type, title }) =>
        mediaOf(url, type, title),
      ),
    ],
  };
}

/** Text, to be read as the HTML that says it; its paragraphs stay. */
function escaped(text: string | undefined): string | undefined {
  if (text === undefined || !/[<&]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

const namesOf = (people: { name?: string }[] | undefined): string | undefined =>
  firstOf(people?.map(({ name }) => name ?? '').join(', '));
