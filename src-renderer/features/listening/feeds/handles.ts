// Handles, links and chat names that a person's record already has, as places where a
// feed may be. They are offered, never followed by themselves.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { sourceOf } from '../../../../src-shared/feeds/sources.ts';
import { networkWords } from './feed-words.ts';

export type Offered = { value: string; network: string; label: string };

const most = 8;

export function handlesOf(owner: RecordDoc): Offered[] {
  const found = new Map<string, Offered>();
  for (const set of ['handles', 'links', 'chats']) {
    for (const { value, label = '', more } of owner.sets[set] ?? []) {
      const network = (more?.['network'] ?? more?.['service'] ?? label).toLowerCase();
      const source = sourceOf(value, network);
      if (source === undefined) continue;
      const name = source.type === 'bluesky' ? 'bluesky' : source.network;
      const shown = value.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
      const words = `${shown.slice(0, 40)}${name === 'web' ? '' : ` (${networkWords(name)})`}`;
      found.set(value, { value, network, label: words });
    }
  }
  return [...found.values()].slice(0, most);
}
