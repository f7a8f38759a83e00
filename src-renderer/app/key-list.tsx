// Every key and what it does, read from the actions that have one.

import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Kbd, Table } from '@mantine/core';

import { useChangedKeys } from '../data/use-changed-keys.ts';
import { type ChangedKeys, keysOf } from '../ui/changed-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { gridKeys, type KeyLine, keyText } from '../ui/key-line.ts';
import { actionWords, keyedActions } from './keyed-actions.ts';

export const elementKeys: readonly KeyLine[] = [
  ...gridKeys,
  { keys: 'j k', does: msg`Next and previous post (Listening)` },
  { keys: '1 2 3 4 5 6 7 8 9 c n', does: msg`Choose who stays, compare, tell apart (Doubles)` },
  { keys: 's o l u', does: msg`Keep, open, log, mark unread the post (Listening)` },
  { keys: 'j k e r z o', does: msg`Go on and back, done, answer, put off, open (For me)` },
];

export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const changed = useChangedKeys();
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t`Keys`} size="md">
      <Table>
        <Table.Tbody>
          {lines(changed).map(({ id, keys, does }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Kbd style={{ whiteSpace: 'nowrap' }}>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Anchor href="#/keys" size="sm" mt="sm" display="inline-block" onClick={onClose}>
        <Trans>Change the keys</Trans>
      </Anchor>
    </Dialog>
  );
}

type Line = { id: string; keys: string; does: string };

/** As they are on this laptop. */
const lines = (changed: ChangedKeys): Line[] => [
  ...keyedActions.flatMap((action) => {
    const [first] = keysOf(action, changed);
    return first === undefined
      ? []
      : [{ id: action.id, keys: keyText(first), does: actionWords(action) }];
  }),
  ...elementKeys.map(({ keys, does }) => ({ id: keys, keys: keyText(keys), does: i18n._(does) })),
];
