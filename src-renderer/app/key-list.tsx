// Every key and what it does, read from the actions that have one.

import { msg, t } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Kbd, Table } from '@mantine/core';

import { listActions } from '../features/people/list/people-actions.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Action } from '../ui/actions.tsx';
import { allWalkActions } from '../ui/next-previous.tsx';
import { backAction } from '../ui/record-actions.tsx';
import { gridKeys, type KeyLine, keyText } from '../ui/key-line.ts';
import { appActions } from './app-actions.ts';

const elementKeys: readonly KeyLine[] = [
  ...gridKeys,
  { keys: 'j k', does: msg`Next and previous post (Listening)` },
  { keys: 's o l u', does: msg`Keep, open, log, mark unread the post (Listening)` },
];

export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t`Keys`} size="md">
      <Table>
        <Table.Tbody>
          {lines().map(({ keys, does }) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Kbd style={{ whiteSpace: 'nowrap' }}>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}

type Line = { keys: string; does: string };

const lines = (): Line[] => [
  ...linesOf(appActions),
  ...linesOf(listActions),
  ...linesOf([backAction]),
  ...linesOf(allWalkActions),
  ...elementKeys.map(({ keys, does }) => ({ keys: keyText(keys), does: i18n._(does) })),
];

function linesOf<Context>(actions: readonly Action<Context>[]): Line[] {
  return actions.flatMap(({ keys, label, place }) => {
    const [first] = keys ?? [];
    if (first === undefined) return [];
    const does = i18n._(label);
    if (place === undefined) return [{ keys: keyText(first), does }];
    const where = i18n._(place);
    return [{ keys: keyText(first), does: t`${does} (${where})` }];
  });
}
