// What can be done on the list of people, and with everybody who is ticked there; each of
// the latter is one step that can be undone.

import { msg } from '@lingui/core/macro';
import { askToLogForAll } from '../../../data/asked.ts';
import { handOver } from '../../../data/chosen-people.ts';
import type { Action } from '../../../ui/actions.tsx';
import { go } from '../../../ui/router.ts';
import { mostAtAClick } from '../../../ui/typed-number.tsx';
import { AddToBucket } from './add-to-bucket.tsx';
import type { TickedPeople } from './ticked-people.ts';
import { ShareTicked } from './share-ticked.tsx';
import { TagTicked } from './tag-ticked.tsx';

export const listActions: readonly Action<{ add: () => void }>[] = [
  {
    id: 'people.add',
    label: msg`Add person`,
    place: msg`on People`,
    keys: ['n'],
    isInPalette: false,
    run: ({ add }) => add(),
  },
];

export const tickedActions: readonly Action<TickedPeople>[] = [
  {
    id: 'ticked.share',
    label: msg`Share with the team`,
    when: ({ isInTeam }) => isInTeam,
    Control: ShareTicked,
  },
  {
    id: 'ticked.edit',
    label: msg`Edit`,
    place: msg`on People, with people selected`,
    keys: ['e'],
    run: ({ edit }) => edit('set'),
  },
  { id: 'ticked.tag', label: msg`Add tag`, Control: TagTicked },
  { id: 'ticked.bucket', label: msg`Add to bucket`, Control: AddToBucket },
  {
    id: 'ticked.log',
    label: msg`Log for all`,
    run: ({ chosen }) => askToLogForAll(chosen),
  },
  {
    id: 'ticked.write',
    label: msg`Write to each`,
    run: ({ chosen }) => {
      handOver(chosen);
      go('/drafts?new=1');
    },
  },
  {
    id: 'ticked.export',
    label: msg`Export these`,
    run: ({ chosen }) => {
      handOver(chosen);
      go('/transfer?tab=out');
    },
  },
  {
    id: 'ticked.trash',
    label: msg`Move to trash`,
    isDangerous: true,
    run: ({ act, clear, count, edit }) =>
      count > mostAtAClick
        ? edit('trash')
        : void act({ type: 'trash' }).then((done) => done !== undefined && clear()),
  },
  { id: 'ticked.clear', label: msg`Clear selection`, isQuiet: true, run: ({ clear }) => clear() },
];
