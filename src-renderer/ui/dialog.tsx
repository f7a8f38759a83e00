// Every dialog: the focus stays within and goes back to what opened it, keys of the page do
// nothing meanwhile, and what was typed is not thrown away by Escape, the cross or a click
// beside it before that is said.

import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { coverPage } from './covered.ts';
import { useFocusWithin } from './use-focus-within.ts';
import { useTyped } from './use-typed.ts';

type Props = Pick<ModalProps, 'size'> & {
  /** Left out: as long as it is there. */
  opened?: boolean;
  title: ReactNode;
  /** Something would be lost that stands in no field any more. */
  isBegun?: boolean;
  /** What was begun comes back when it is opened again. */
  keepsDraft?: boolean;
  onClose: () => void;
  children: ReactNode;
};

export function Dialog(props: Props) {
  const { opened = true, isBegun = false, keepsDraft = false, onClose, children, ...rest } = props;
  const [inside, setInside] = useState<HTMLElement | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isTyped = useTyped(opened, inside);
  useFocusWithin(opened, inside);
  useEffect(() => (opened ? coverPage() : undefined), [opened]);
  const leave = (): void => {
    setAsking(false);
    onClose();
  };
  const tryToClose = (): void => {
    if (isAsking) setAsking(false);
    else if (!keepsDraft && (isBegun || isTyped())) setAsking(true);
    else leave();
  };
  return (
    <Modal {...rest} opened={opened} returnFocus={false} onClose={tryToClose}>
      <div ref={setInside}>
        <div hidden={isAsking}>{children}</div>
        {isAsking && <Asking onStay={() => setAsking(false)} onLeave={leave} />}
      </div>
    </Modal>
  );
}

function Asking({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) setTimeout(() => before.focus());
    };
  }, []);
  return (
    <Alert color="yellow" role="alert">
      <Trans>What you typed here is not saved.</Trans>
      <Group justify="end" mt="sm">
        <Button variant="default" onClick={onLeave}>
          <Trans>Throw it away</Trans>
        </Button>
        <Button ref={stay} onClick={onStay}>
          <Trans>Go on writing</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
