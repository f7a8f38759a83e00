// Saved views and those that come with Rapport, as the palette lists them.

import { t } from '@lingui/core/macro';
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconLayoutList } from '@tabler/icons-react';

import { foldText } from '../../src-shared/domain/fold.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { savedView } from '../../src-shared/query/saved.ts';
import { savedViews } from '../data/queries/setup.ts';
import { useRecords } from '../data/use-records.ts';
import { labelOf } from '../kinds/kinds.ts';
import { pathOfView, readyPaths } from '../lists/list-kind.ts';
import { useHiddenViews } from '../lists/use-hidden-views.ts';
import { nameOrNone } from '../ui/name-or-none.ts';
import { go } from '../ui/router.ts';

const most = 2_000;

/** By a part of their name; none for no words. */
export function useViewsFound(text: string): SpotlightActionData[] {
  const wanted = foldText(text.trim());
  const hidden = useHiddenViews();
  const docs = useRecords(wanted === '' ? undefined : savedViews(most));
  if (wanted === '') return [];
  const own = (docs ?? []).map((doc) => ({
    id: doc.id as string,
    name: nameOrNone(doc),
    path: pathOfSaved(doc),
    of: '',
  }));
  const ready = readyPaths()
    .filter(({ id }) => !hidden.has(id))
    .map(({ list, ...view }) => ({
      ...view,
      of: list.of === 'moments' ? t`What happened` : labelOf(list.kind),
    }));
  return [...own, ...ready]
    .filter(({ name }) => foldText(name).includes(wanted))
    .map(({ id, name, path, of }) => ({
      id,
      label: name,
      description: [labelOf('view'), of].filter((one) => one !== '').join(' · '),
      leftSection: <IconLayoutList size={18} />,
      onClick: () => go(path),
    }));
}

/** One that is not understood is said to be so on the page of people. */
function pathOfSaved(doc: RecordDoc): string {
  const read = savedView(doc);
  const path = read.ok ? pathOfView(doc.id, read.value) : undefined;
  return path ?? `/people?view=${encodeURIComponent(doc.id)}`;
}
