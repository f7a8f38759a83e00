// What stands above a moment: its own title, what it was about, or which post it was made of.

import { t } from '@lingui/core/macro';

import { postTitle } from '../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { sourceOf } from '../../src-shared/feeds/sources.ts';
import { textOf } from '../data/text-of.ts';
import { feedNetworkWords } from '../words/value-words.ts';

/** Empty where it needs none. */
export function momentTitle(moment: RecordDoc): string {
  const title = textOf(moment, 'title') || textOf(moment, 'topic');
  const post = postTitle(moment);
  if (post !== undefined && moment.kind === 'message') return t`Answered: ${post}`;
  if (post !== undefined && moment.kind === 'note') return t`About: ${post}`;
  const isPasted = moment.kind === 'kept-post' && textOf(moment, 'post') === '';
  return isPasted && (title === '' || oldTitle.test(title))
    ? (pastedTitle(moment) ?? title)
    : (post ?? title);
}

/** What earlier versions stored with a post pasted from a network that shows nothing. */
const oldTitle = /^On (?:X \(Twitter\)|LinkedIn|Facebook|Instagram|Threads|TikTok)$/;

function pastedTitle(moment: RecordDoc): string | undefined {
  const source = sourceOf(textOf(moment, 'source'));
  if (source?.type !== 'closed') return undefined;
  const network = feedNetworkWords(source.network);
  return t`On ${network}`;
}
