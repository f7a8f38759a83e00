// Everything about one person as a file to hand over: a page to read, the same for programs, and
// the files attached to them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import { showFailure } from '../../data/use-command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { downloadBlob } from '../../ui/download.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { OpenDialog } from '../../ui/record-actions.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useEverything } from './use-everything.ts';

export const EverythingDialog: OpenDialog = ({ context: { doc }, onClose }) => {
  const gather = useEverything(doc);
  const [isBusy, setBusy] = useState(false);
  const name = nameOrNone(doc);
  const save = async (): Promise<void> => {
    setBusy(true);
    const made = await gather();
    setBusy(false);
    if (!made.ok) return showFailure(errorWords(made.error));
    downloadBlob(made.value, `${name}.zip`);
    return onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Everything about ${name}`}>
      <Text size="sm">
        <Trans>
          One file with a page to read, the same for programs, and the attached files that are on
          this laptop: what stands on this page, roles, what happened, promises and other work, who
          set each value and from where, and whose laptops have a copy.
        </Trans>
      </Text>
      <Text size="sm" mt="xs">
        <Trans>
          Others’ names and your own notes stand in it. Read it before you hand it over.
        </Trans>
      </Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={isBusy} onClick={() => void save()} data-autofocus>
          <Trans>Save the file</Trans>
        </Button>
      </Group>
    </Dialog>
  );
};
