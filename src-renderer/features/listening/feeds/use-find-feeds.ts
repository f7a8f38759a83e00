// Asks the host what can be followed behind what was typed, and follows what is chosen.

import { t } from '@lingui/core/macro';
import { useState } from 'react';

import type { FeedPreview } from '../../../../src-shared/bridge/feed-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Failure } from '../../../../src-shared/domain/result.ts';
import { mostFeeds } from '../../../../src-shared/feeds/subscription.ts';
import { useHost } from '../../../data/host-context.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useAddFeed } from './use-add-feed.ts';

type Looked =
  | { type: 'found'; preview: FeedPreview; allowed: string | undefined }
  /** The address leads into a private network. */
  | { type: 'inside'; address: string; text: string; hint: string }
  | { type: 'problem'; text: string };

/** `hint`: the network that a handle belongs to. `allowed`: a private address that is accepted. */
type Look = (text: string, hint?: string, allowed?: string) => void;

export function useFindFeeds(owner: RecordDoc) {
  const { host } = useHost();
  const add = useAddFeed(owner);
  const [result, setResult] = useState<Looked>();
  const [isLooking, setLooking] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const followed = new Set((owner.sets['feeds'] ?? []).map(({ value }) => value));
  const room = mostFeeds - followed.size;

  const ask = async (text: string, hint: string, allowed: string | undefined): Promise<void> => {
    setResult(undefined);
    setLooking(true);
    const options = allowed === undefined ? {} : { allowed };
    const got = await host.request('feeds.preview', { text, hint, ...options });
    setLooking(false);
    if (!got.ok) return setResult(failureOf(got.error, text, hint));
    setResult({ type: 'found', preview: got.value, allowed });
    const fresh = got.value.found.filter(({ url }) => !followed.has(url));
    setChosen(new Set(fresh.slice(0, 1).map(({ url }) => url)));
  };
  const look: Look = (text, hint = '', allowed) => void ask(text, hint, allowed);
  const follow = async (): Promise<boolean> => {
    if (result?.type !== 'found') return false;
    const wanted = result.preview.found.filter(({ url }) => chosen.has(url));
    return add(wanted.slice(0, Math.max(0, room)), result.allowed);
  };
  return { result, look, isLooking, followed, chosen, setChosen, room, follow };
}

function failureOf(error: Failure, text: string, hint: string): Looked {
  if (error.code === 'feed-inside')
    return { type: 'inside', address: String(error.detail?.['address'] ?? ''), text, hint };
  if (error.code === 'bad-input')
    return {
      type: 'problem',
      text: t`Type an address like ada.example, a handle like @ada@mastodon.example, or paste the link of a profile.`,
    };
  return { type: 'problem', text: errorWords(error) };
}
