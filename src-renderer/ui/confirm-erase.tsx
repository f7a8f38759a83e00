// Erasing cannot be undone: say so plainly, with what goes and what cannot be reached, and
// make the safe button the easy one.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, Text } from '@mantine/core';

import type { ErasureLook } from '../../src-shared/bridge/erase-types.ts';
import type { Ref } from '../../src-shared/records/command.ts';
import { useErasureLook } from '../data/use-erasure.ts';
import { listWords } from '../words/in-language.ts';
import { Dialog } from './dialog.tsx';
import { countWords, stayingWords } from './erasure-words.ts';
import { KeptCopies } from './kept-copies.tsx';

export function ConfirmErase({
  what,
  refs,
  onErase,
  onClose,
}: {
  what: string;
  /** Empty where they are too many to be listed. */
  refs: readonly Ref[];
  onErase: () => void;
  onClose: () => void;
}) {
  const look = useErasureLook(refs);
  return (
    <Dialog onClose={onClose} title={t`Erase for good?`}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <Trans>
          Everything about {what} is removed and cannot be brought back. The trash is kept for
          thirty days on which this laptop is used, if you only want it out of the way.
        </Trans>
      </Text>
      {look !== undefined && <Reach look={look} />}
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Keep</Trans>
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            onErase();
          }}
        >
          <Trans>Erase</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}

function Reach({ look: { counts, copies, laptops, outOfReach } }: { look: ErasureLook }) {
  const words = countWords(counts);
  return (
    <>
      {words !== '' && (
        <Text size="sm" mt="xs">
          <Trans>This erases {words}.</Trans>
        </Text>
      )}
      {counts.staying > 0 && (
        <Text size="sm" mt="xs">
          {stayingWords(counts.staying)}
        </Text>
      )}
      {counts.isShared && laptops.length > 0 && (
        <Text size="sm" mt="xs">
          <Trans>
            Also erased on the laptop of {listWords(laptops)}, once they are connected. Backups that
            lie there hold it until they are replaced.
          </Trans>
        </Text>
      )}
      {counts.isShared && <OutOfReach names={outOfReach} />}
      <KeptCopies copies={copies} />
    </>
  );
}

export function OutOfReach({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Text size="sm" mt="xs">
      <Trans>No longer in the team, and out of reach: {listWords(names)}.</Trans>
    </Text>
  );
}
