// What can be done with one promise, wherever it is shown: by keys while it has the focus, by
// its menu, and in the list of keys.

import { msg } from '@lingui/core/macro';
import type { KeyboardEvent } from 'react';

import type { SettledState } from '../../../src-shared/domain/promise.ts';
import { stateOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { reopenPromise, settlePromise } from '../../../src-shared/records/intents/promises.ts';
import { refOf } from '../../data/ref-of.ts';
import type { RunCommand } from '../../data/use-command.tsx';
import { type Action, offered } from '../../ui/actions.tsx';
import { type ChangedKeys, isSameKey, keyPressed, keysOf } from '../../ui/changed-keys.ts';

/** What is asked before something is done with it. */
export type Asking = 'differently' | 'drop' | 'move' | 'edit';

export type PromiseContext = {
  doc: RecordDoc;
  run: RunCommand;
  /** What the owner of this laptop is called. */
  by: string;
  ask: (what: Asking) => void;
};

const isOpen = ({ doc }: PromiseContext): boolean => stateOf(doc) === 'open';

const settle =
  (state: SettledState) =>
  ({ doc, run, by }: PromiseContext): void =>
    void run(settlePromise(doc, { state, at: Date.now(), by }));

export const promiseActions: readonly Action<PromiseContext>[] = [
  {
    id: 'promise.keep',
    label: msg({ message: 'Kept', context: 'promise' }),
    keys: ['D'],
    when: isOpen,
    run: settle('kept'),
  },
  {
    id: 'promise.keep-differently',
    label: msg`Kept differently`,
    keys: ['shift+D'],
    when: isOpen,
    run: ({ ask }) => ask('differently'),
  },
  {
    id: 'promise.release',
    label: msg`Released: nobody waits for it any more`,
    keys: ['R'],
    when: isOpen,
    run: settle('released'),
  },
  {
    id: 'promise.drop',
    label: msg`Dropped`,
    keys: ['X'],
    when: isOpen,
    run: ({ ask }) => ask('drop'),
  },
  {
    id: 'promise.move',
    label: msg`Move the date`,
    keys: ['M'],
    when: isOpen,
    run: ({ ask }) => ask('move'),
  },
  {
    id: 'promise.reopen',
    label: msg`Open again`,
    keys: ['B'],
    when: (context) => !isOpen(context),
    run: ({ doc, run }) => void run(reopenPromise(doc)),
  },
  { id: 'promise.edit', label: msg`Edit`, keys: ['E'], run: ({ ask }) => ask('edit') },
  {
    id: 'promise.trash',
    label: msg`Move to trash`,
    isDangerous: true,
    run: ({ doc, run }) => void run({ type: 'trash', refs: [refOf(doc)] }),
  },
];

/** Whether the key was one of the promise's; then it is nobody else's. */
export function takeKey(
  event: KeyboardEvent,
  context: PromiseContext,
  changed: ChangedKeys,
): boolean {
  const { target } = event;
  if (target instanceof Element && target.matches('input, textarea, select')) return false;
  const pressed = keyPressed(event.nativeEvent);
  if (pressed === undefined) return false;
  const action = offered(promiseActions, context).find((one) =>
    keysOf(one, changed).some((key) => isSameKey(key, pressed)),
  );
  if (action === undefined || !('run' in action)) return false;
  event.preventDefault();
  event.stopPropagation();
  action.run(context);
  return true;
}
