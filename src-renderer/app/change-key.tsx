// Asks for a new key by having it pressed, and says whose it is already.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

import {
  type ChangedKeys,
  holderOf,
  isReserved,
  isSameKey,
  keyPressed,
} from '../ui/changed-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { keyText } from '../ui/key-line.ts';
import { elementKeys } from './key-list.tsx';
import { actionWords, type KeyedAction, keyedActions } from './keyed-actions.ts';

type Props = {
  action: KeyedAction;
  changed: ChangedKeys;
  /** Empty: it has none. */
  onChoose: (key: string) => void;
  onClose: () => void;
};

/** What a list, a post or a card does by it. */
function neededBy(key = ''): string | undefined {
  const line = elementKeys.find(({ keys }) => keys.split(' ').some((one) => isSameKey(one, key)));
  return line === undefined ? undefined : i18n._(line.does);
}

export function ChangeKey({ action, changed, onChoose, onClose }: Props) {
  const [key, setKey] = useState<string>();
  const isUsual = key !== undefined && action.keys.some((usual) => isSameKey(usual, key));
  const isTaken = key !== undefined && !isUsual && isReserved(key);
  const holder = key === undefined ? undefined : holderOf(key, action.id, keyedActions, changed);
  const keeper = holder === undefined ? neededBy(key) : actionWords(holder);
  const press = (event: KeyboardEvent): void => {
    if (['Escape', 'Tab'].includes(event.key) && !event.ctrlKey && !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = keyPressed(event.nativeEvent);
    if (pressed !== undefined) setKey(pressed);
  };
  return (
    <Dialog title={actionWords(action)} onClose={onClose}>
      <Stack gap="sm">
        <button type="button" className="key-box" data-autofocus onKeyDown={press}>
          {key === undefined ? (
            <Trans>Press the new keys</Trans>
          ) : (
            <Kbd size="md">{keyText(key)}</Kbd>
          )}
        </button>
        <Text size="sm" role="status" mih={22}>
          {key === undefined
            ? ''
            : isTaken
              ? keeper !== undefined
                ? t`“${keeper}” has this key and keeps it. Press another one.`
                : t`This key is not free: the system, the browser, lists or posts need it. Press another one.`
              : holder === undefined
                ? t`This key is free.`
                : t`“${actionWords(holder)}” has this key and would be left without.`}
        </Text>
      </Stack>
      <Group justify="end" mt="md">
        <Button variant="subtle" onClick={() => onChoose('')}>
          <Trans>No key</Trans>
        </Button>
        <Button
          disabled={key === undefined || isTaken}
          onClick={() => key !== undefined && onChoose(key)}
        >
          {holder === undefined ? <Trans>Use this key</Trans> : <Trans>Use it here</Trans>}
        </Button>
      </Group>
    </Dialog>
  );
}
