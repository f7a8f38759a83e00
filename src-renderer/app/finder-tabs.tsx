// The kinds of what the palette finds, as tabs with how many there are of each.

import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Group, UnstyledButton } from '@mantine/core';

import { mostCounted, type SearchCounts } from '../../src-shared/bridge/host-types.ts';
import { useDates } from '../ui/when.tsx';

export const finderTabs = [
  { tab: 'all', name: msg`All`, of: [] },
  { tab: 'people', name: msg`People`, of: ['people'] },
  { tab: 'groups', name: msg`Groups`, of: ['groups'] },
  { tab: 'told', name: msg`What happened, and roles`, of: ['moments', 'ties'] },
  { tab: 'work', name: msg`Work`, of: ['work'] },
  { tab: 'posts', name: msg`Posts`, of: ['posts'] },
  { tab: 'do', name: msg`Pages, views and actions`, of: [] },
] as const;
export type FinderTab = (typeof finderTabs)[number]['tab'];

type Props = {
  tab: FinderTab;
  onChange: (tab: FinderTab) => void;
  counts: SearchCounts['counts'];
  /** How many pages, views and actions. */
  doable: number;
};

/** Only those in which there is something, and the one that is chosen. */
export function FinderTabs({ tab: chosen, onChange, counts, doable }: Props) {
  const { count: number } = useDates();
  const many = (of: readonly string[]): number =>
    of.reduce((sum, collection) => sum + (counts[collection] ?? 0), 0);
  return (
    <Group gap={4} px="sm" py={6} className="finder-tabs" role="group" aria-label={t`Show only`}>
      {finderTabs.map(({ tab, name, of }) => {
        const count = tab === 'do' ? doable : many(of);
        if (tab !== 'all' && tab !== chosen && count === 0) return null;
        return (
          <UnstyledButton
            key={tab}
            className="finder-tab"
            aria-pressed={tab === chosen}
            // Who types goes on typing.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChange(tab)}
          >
            {i18n._(name)}{' '}
            {tab !== 'all' && (
              <span className="quick-count">
                {of.some((one) => (counts[one] ?? 0) >= mostCounted)
                  ? t`${number(mostCounted - 1)}+`
                  : number(count)}
              </span>
            )}
          </UnstyledButton>
        );
      })}
    </Group>
  );
}
