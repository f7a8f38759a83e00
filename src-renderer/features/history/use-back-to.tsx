// "Go back to here": what this laptop did after an action is taken back, the newest first.
// What others did is left alone, and so is every value that somebody has changed since.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import type { ToldAction } from '../../../src-shared/bridge/history-types.ts';
import { announce } from '../../data/announce.ts';
import { showRemark, useCommand } from '../../data/use-command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { canUndo } from './action-row.tsx';

type BackTo = { ask: (action: ToldAction) => void; dialog: ReactNode };

/** `actions`: the newest first, with all that are newer than those that can be asked for. */
export function useBackTo(actions: readonly ToldAction[]): BackTo {
  const [to, setTo] = useState<ToldAction>();
  const later = to === undefined ? [] : actions.filter((one) => one.n > to.n && canUndo(one));
  return {
    ask: setTo,
    dialog: to === undefined ? null : <Confirm later={later} onClose={() => setTo(undefined)} />,
  };
}

function Confirm({ later, onClose }: { later: readonly ToldAction[]; onClose: () => void }) {
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  const goBack = async (): Promise<void> => {
    setBusy(true);
    let [undone, left] = [0, 0];
    for (const { action } of later) {
      if (action === null) continue;
      // One that cannot be taken back is told, and ends it: those before it may need it.
      const done = await run({ type: 'undo', action }, { quiet: true });
      if (done === undefined) break;
      undone += 1;
      left += done.left;
    }
    setBusy(false);
    onClose();
    const text = plural(undone, {
      one: '# change of yours is taken back.',
      other: '# changes of yours are taken back.',
    });
    announce(text);
    if (left > 0)
      showRemark(
        plural(left, {
          one: `${text} # value was left alone because it has changed since.`,
          other: `${text} # values were left alone because they have changed since.`,
        }),
      );
  };
  return (
    <Dialog title={t`Go back to here?`} onClose={onClose}>
      <Text size="sm">
        {later.length === 0 ? (
          <Trans>You have done nothing since that could be taken back.</Trans>
        ) : (
          plural(later.length, {
            one: 'What you did since is taken back: # change. What others did stays, and so does every value that was changed by somebody else since.',
            other:
              'What you did since is taken back: # changes. What others did stays, and so does every value that was changed by somebody else since.',
          })
        )}
      </Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        {later.length > 0 && (
          <Button loading={isBusy} onClick={() => void goBack()}>
            <Trans>Take them back</Trans>
          </Button>
        )}
      </Group>
    </Dialog>
  );
}
