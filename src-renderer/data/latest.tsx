// What was done last, said with a way back: a change of the book, or of how this window looks.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

import { announce } from './announce.ts';

/** Only that has a toast. */
let lastDone: string | undefined;

type Latest = {
  text: string;
  isUndo: boolean;
  /** Takes it back, or does it again. */
  turn?: () => void;
};

export function showLatest(id: string, { text, isUndo, turn }: Latest): void {
  announce(text);
  if (lastDone !== undefined) notifications.hide(lastDone);
  lastDone = id;
  notifications.show({
    closeButtonProps: { 'aria-label': t`Close this message` },
    id,
    withBorder: true,
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" className="toast-text">
          {text}
        </Text>
        {turn !== undefined && (
          <Button size="compact-sm" variant="light" flex="none" onClick={turn}>
            {isUndo ? <Trans>Do it again</Trans> : <Trans>Undo</Trans>}
          </Button>
        )}
      </Group>
    ),
  });
}

/** What is done to this window's own looks, and is no change of the book. */
type Here = { what: string; back: () => void; again: () => void };

let here: { done: Here; isUndone: boolean } | undefined;
let hereCount = 0;

export const forgetHere = (): void => {
  here = undefined;
};

/** Says it, with a way back, also by the keys while it is what was done last. */
export function tellHere(done: Here, isUndone = false): void {
  const now = { done, isUndone };
  const { what } = done;
  here = now;
  hereCount += 1;
  showLatest(`here ${hereCount}`, {
    text: isUndone ? t`Undone: ${what}` : what,
    isUndo: isUndone,
    turn: () => turn(now),
  });
}

function turn({ done, isUndone }: NonNullable<typeof here>): void {
  if (isUndone) done.again();
  else done.back();
  tellHere(done, !isUndone);
}

/** Undoes or does again what was done last, where that was no change of the book. */
export function turnHere(direction: 'undo' | 'redo'): boolean {
  if (here === undefined || here.isUndone !== (direction === 'redo')) return false;
  turn(here);
  return true;
}
