// Every key and what it does, read from the actions that have one.

import { Kbd, Modal, Table } from '@mantine/core';

import { listActions } from '../features/people/list/people-actions.tsx';
import type { Action } from '../ui/actions.tsx';
import { gridKeys, type KeyLine } from '../ui/key-line.ts';
import { appActions } from './app-actions.ts';

// A function: what the actions are made of is not there yet while this file is read.
const lines = (): KeyLine[] => [
  ...linesOf(appActions),
  ...linesOf(listActions),
  ...gridKeys,
  { keys: 'j k', does: 'Next and previous post (Listening)' },
  { keys: 's o l u', does: 'Keep, open, log, mark unread the post (Listening)' },
];

export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keys" size="md">
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
    </Modal>
  );
}

function linesOf<Context>(actions: readonly Action<Context>[]): KeyLine[] {
  return actions.flatMap(({ keys, label, place }) => {
    const [first] = keys ?? [];
    if (first === undefined) return [];
    return [{ keys: keyText(first), does: place === undefined ? label : `${label} (${place})` }];
  });
}

/** `mod+shift+Z` as it is printed on keyboards. */
function keyText(key: string): string {
  return key
    .split('+')
    .map((part) => (part === 'mod' ? 'Ctrl/⌘' : part === 'shift' ? 'Shift' : part))
    .join(' ');
}
