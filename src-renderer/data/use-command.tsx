// Sends a command and says what came of it: an undo toast when it worked, words when
// it did not. What was typed stays with the caller until `done` says it is saved.

import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';

import type { Result } from '../../src-shared/domain/result.ts';
import type { Command, Done } from '../../src-shared/records/command.ts';
import { useHost } from './host-context.tsx';
import { announce } from './announce.ts';
import { forgetHere, showLatest } from './latest.tsx';
import { oncePerPress } from './pressed-twice.ts';
import { saved, saving } from './saving.ts';
import { outcomeWords } from '../words/outcome-words.ts';
import { errorWords } from '../words/host-words.ts';

type Options = {
  /** No toast: the change shows where it was made. */
  quiet?: boolean;
  /** What was done, where more can be said of it than the command tells. */
  says?: string;
};
export type RunCommand = (command: Command, options?: Options) => Promise<Done | undefined>;

const once = oncePerPress();

/** Undefined when it did not work (the user has been told), or is the same press again. */
export function useCommand(): RunCommand {
  const { host } = useHost();
  return useCallback(
    async (command, options) => {
      const run: RunCommand = async (next, how) => {
        forgetHere();
        const isTurn = next.type === 'undo' || next.type === 'redo';
        if (isTurn) await saved();
        const send = () => saving(host.request('command.run', { command: next }));
        // Undo pressed twice takes back two things.
        if (isLarge(next) || (isTurn && next.action === undefined))
          return settle(await send(), next, run, how);
        const { answer, isAgain } = await once(next, send, madeBy(next));
        if (!isAgain) return settle(answer, next, run, how);
        // What each press made has an id of its own: that of the second is nowhere.
        return answer.ok && next.type !== 'create' ? answer.value : undefined;
      };
      return run(command, options);
    },
    [host],
  );
}

/** To compare it with the one before would take longer than any double click. */
const isLarge = (command: Command): boolean => {
  const { length } =
    'records' in command
      ? command.records
      : 'changes' in command
        ? command.changes
        : 'refs' in command
          ? command.refs
          : [];
  return length > 200;
};

const madeBy = (command: Command): string[] =>
  command.type === 'create' ? command.records.flatMap(({ id }) => id ?? []) : [];

/** Says what came of a change, with a way back; `run` takes it back. Of a command it says what it was. */
export function settle(
  result: Result<Done>,
  command: Command | Command['type'],
  run: RunCommand,
  options?: Options,
): Done | undefined {
  forgetHere();
  if (!result.ok) {
    showFailure(errorWords(result.error));
    return undefined;
  }
  if (options?.quiet !== true && result.value.count > 0)
    showDone(result.value, command, run, options);
  return result.value;
}

export function showFailure(text: string): void {
  notifications.show({
    closeButtonProps: { 'aria-label': t`Close this message` },
    color: 'red',
    title: t`That did not work`,
    message: text,
    autoClose: 12_000,
    withBorder: true,
  });
  announce(text);
}

/** Something is worth a look, though it worked. */
export function showRemark(text: string): void {
  notifications.show({
    closeButtonProps: { 'aria-label': t`Close this message` },
    color: 'yellow',
    message: text,
    autoClose: 12_000,
    withBorder: true,
  });
  announce(text);
}

function showDone(
  done: Done,
  command: Command | Command['type'],
  run: RunCommand,
  options?: Options,
): void {
  const type = typeof command === 'string' ? command : command.type;
  const isUndo = type === 'undo';
  const turn = (): void =>
    void run({ type: isUndo ? 'redo' : 'undo', action: done.action }, options);
  showLatest(`${type} ${done.action}`, {
    text: outcomeWords(done, command, options?.says),
    isUndo,
    ...(done.action === '' ? {} : { turn }),
  });
}
