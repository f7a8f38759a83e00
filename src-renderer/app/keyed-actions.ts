// Every action that can have a key, as the list of keys and the page of keys know them.

import type { MessageDescriptor } from '@lingui/core';
import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

import { todayActions } from '../features/today/today-actions.ts';
import { listActions, tickedActions } from '../features/people/list/people-actions.tsx';
import { runActions } from '../features/drafts/run/run-actions.ts';
import { roundActions } from '../features/rounds/round-actions.ts';
import { promiseActions } from '../features/promises/promise-actions.ts';
import type { Action } from '../ui/actions.tsx';
import { allWalkActions } from '../ui/next-previous.tsx';
import { backAction, recordActions } from '../ui/record-actions.tsx';
import { appActions } from './app-actions.ts';

export type KeyedAction = {
  id: string;
  label: MessageDescriptor;
  place: MessageDescriptor | undefined;
  keys: readonly string[];
};

function keyed<Context>(
  actions: readonly Action<Context>[],
  where?: MessageDescriptor,
): KeyedAction[] {
  return actions.flatMap((action) =>
    'run' in action
      ? [
          {
            id: action.id,
            label: action.label,
            place: action.place ?? where,
            keys: action.keys ?? [],
          },
        ]
      : [],
  );
}

export const keyedActions: readonly KeyedAction[] = [
  ...keyed(appActions),
  ...keyed(listActions),
  ...keyed(tickedActions, msg`on People, with people selected`),
  ...keyed(promiseActions, msg`on a promise`),
  ...keyed([backAction]),
  ...keyed(allWalkActions),
  ...keyed(todayActions),
  ...keyed(runActions),
  ...keyed(roundActions),
  ...keyed(recordActions, msg`on a record’s page`),
];

/** What it does, and where. */
export function actionWords({ label, place }: KeyedAction): string {
  const does = i18n._(label);
  if (place === undefined) return does;
  const where = i18n._(place);
  return t`${does} (${where})`;
}
