// Handles, links and chat names that a person's record already has, as places where a
// feed may be. They are offered, never followed automatically.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { sourceOf } from '../../../../src-shared/feeds/sources.ts';
import { feedNetworkWords } from '../../../words/value-words.ts';

export type Offered = { value: string; network: string; label: string };

const most = 8;

export function handlesOf(owner: RecordDoc): Offered[] {
  const found = new Map<string, Offered>();
  for (const set of ['handles', 'links', 'chats']) {
    for (const { value, label: kept = '', more } of owner.sets[set] ?? []) {
      const network = (more?.['network'] ?? more?.['service'] ?? kept).toLowerCase();
      const source = sourceOf(value, network);
      if (source === undefined) continue;
      const name = source.type === 'bluesky' ? 'bluesky' : source.network;
      const shown = value.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
      const begun = shown.slice(0, 40);
      const words = feedNetworkWords(name);
      const label = name === 'web' ? begun : t`${begun} (${words})`;
      found.set(value, { value, network, label });
    }
  }
  return [...found.values()].slice(0, most);
}
