// What “Look now” says when it has looked.
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';

import { lookedWords } from '../../../src-renderer/features/listening/looked-words.ts';
import type { FeedLogEntry } from '../../../src-shared/bridge/feed-types.ts';

const messages = { 'feed-trouble.feed-slow': 'The server took too long to answer.' };
beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages }));

const entry = (patch: Partial<FeedLogEntry>): FeedLogEntry => ({
  at: 1,
  url: 'https://ana.example/feed',
  owners: ['ana'],
  outcome: 'ok',
  bytes: 10,
  ms: 5,
  added: 0,
  changed: 0,
  ...patch,
});
const nameOf = async (id: string) => (id === 'ana' ? 'Ana Klein' : 'Ben Abbott');
const words = (...entries: Partial<FeedLogEntry>[]) => lookedWords(entries.map(entry), nameOf);

it('says how many posts came, and from how many people', async () => {
  expect(await words({ added: 2 }, { added: 1, owners: ['ben'] }, {})).toBe(
    '3 new posts from 2 people.',
  );
  expect(await words({ added: 1 }, { added: 0, outcome: 'unchanged', owners: ['ben'] })).toBe(
    '1 new post from 1 person.',
  );
  expect(await words({}, { outcome: 'unchanged' })).toBe('Nothing new.');
});

it('names whose page gave nothing and why, three of them', async () => {
  expect(await words({ outcome: 'feed-slow' })).toBe(
    'Nothing new. The page of Ana Klein gave nothing. The server took too long to answer.',
  );
  expect(await words({ outcome: 'gone' })).toBe(
    'Nothing new. The page of Ana Klein gave nothing. Its owner has ended this feed.',
  );
  const failed = { outcome: 'feed-slow', owners: ['ben'] } satisfies Partial<FeedLogEntry>;
  expect(await words({ added: 4 }, failed, failed, failed, failed, failed)).toMatch(
    /^4 new posts from 1 person\. (?:The page of Ben Abbott gave nothing\. [^.]*\. ){3}2 more gave nothing\.$/,
  );
});
