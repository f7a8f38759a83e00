// What the user must know wherever they are: the disk, the book, the host.

import { Trans } from '@lingui/react/macro';
import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type { BackupInfo } from '../../src-shared/bridge/host-types.ts';
import { asideDays } from '../../src-shared/bridge/erase-types.ts';
import { useHost } from '../data/host-context.tsx';
import { showFailure } from '../data/use-command.tsx';
import { isInElectron } from '../host/electron-port.ts';
import { conditionWords, errorWords } from '../words/host-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { useDates } from '../ui/when.tsx';
import { Unlock } from './unlock.tsx';

export function Banners() {
  const { condition, connection } = useHost();
  if (connection === 'refused') {
    return (
      <Alert color="red" radius={0} title={t`This address belongs to an earlier start`}>
        <Trans>
          Rapport was started again since. Use the address it printed last, or start it once more.
        </Trans>
      </Alert>
    );
  }
  if (connection === 'incomplete') {
    return (
      <Alert color="red" radius={0} title={t`Part of the address is missing`}>
        <Trans>
          Only the whole address lets you in, with all that stands behind #. Rapport printed it when
          it was started. If Rapport is open in another tab, go on there.
        </Trans>
      </Alert>
    );
  }
  if (connection === 'lost') {
    return (
      <Alert
        color="yellow"
        radius={0}
        title={isInElectron() ? t`Joining again …` : t`Rapport is not running`}
      >
        {errorWords({ code: 'host-gone' })}
      </Alert>
    );
  }
  if (condition.state === 'ok') return null;
  return (
    <Alert color={colours[condition.state]} radius={0} title={i18n._(titles[condition.state])}>
      <Text size="sm">{conditionWords(condition)}</Text>
      {condition.state === 'encrypting' && (
        <Progress mt="xs" value={condition.part * 100} aria-label={t`Encrypting the book`} />
      )}
      {condition.state === 'locked' && <Unlock />}
      {'backups' in condition && (
        <>
          <RestoreChoice backups={condition.backups} />
          <StartEmpty />
        </>
      )}
    </Alert>
  );
}

const colours = {
  full: 'yellow',
  'read-only': 'yellow',
  damaged: 'red',
  'no-key': 'red',
  encrypting: 'blue',
  locked: 'blue',
  newer: 'yellow',
};

const titles = {
  full: msg`The disk is full`,
  'read-only': msg`The disk cannot be written to`,
  damaged: msg`The book could not be opened`,
  'no-key': msg`The key of the book is not here`,
  encrypting: msg`The book is being encrypted`,
  locked: msg`The book is locked`,
  newer: msg`This book is newer than this Rapport`,
};

/** The newest of each, since a passphrase may be lost. */
const mostOffered = 3;

function RestoreChoice({ backups }: { backups: readonly BackupInfo[] }) {
  const { dateTime } = useDates();
  const [chosen, setChosen] = useState<BackupInfo>();
  const offered = [false, true].flatMap((isSealed) =>
    backups.filter(({ sealed }) => sealed === isSealed).slice(0, mostOffered),
  );
  if (offered.length === 0)
    return (
      <Text size="sm">
        <Trans>
          There is no backup in this profile. Copy one into its backups folder and start again.
        </Trans>
      </Text>
    );
  return (
    <Group mt="xs">
      {offered.map((backup, at) => (
        <Button
          key={backup.name}
          size="xs"
          variant={at === 0 ? 'filled' : 'default'}
          onClick={() => setChosen(backup)}
        >
          {backup.sealed ? (
            <Trans>Restore the backup of {dateTime(backup.at)} (with its passphrase)</Trans>
          ) : (
            <Trans>Restore the backup of {dateTime(backup.at)}</Trans>
          )}
        </Button>
      ))}
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} />
      )}
    </Group>
  );
}

/** The last resort, and said as such: nothing is deleted, and nothing is brought back. */
function StartEmpty() {
  const { host, info } = useHost();
  const folder = info?.profileDir ?? t`the profile`;
  const [isOpen, modal] = useDisclosure(false);
  const [isBusy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    const begun = await host.request('store.startEmpty', {});
    setBusy(false);
    modal.close();
    if (!begun.ok) showFailure(errorWords(begun.error));
  };
  return (
    <Group mt="xs">
      <Button size="xs" variant="subtle" color="red" onClick={modal.open}>
        <Trans>Start with an empty book</Trans>
      </Button>
      <Dialog opened={isOpen} onClose={modal.close} title={t`Start with an empty book?`}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Trans>
            The damaged file is kept for {asideDays} days on which this laptop is used, in the
            folder “aside” of {folder}, so that somebody can try to read it. An empty book begins.
            If a backup can be restored, do that instead.
          </Trans>
        </Text>
        <Group justify="end" mt="md">
          <Button variant="default" onClick={modal.close} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red" loading={isBusy} onClick={() => void begin()}>
            <Trans>Start empty</Trans>
          </Button>
        </Group>
      </Dialog>
    </Group>
  );
}
