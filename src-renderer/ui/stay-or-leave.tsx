// Asks before a page is left while something on it is under way that leaving would stop.

import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import { Dialog } from './dialog.tsx';
import { go } from './router.ts';

/** Back is heard of first by `popstate`, a link in some browsers by `hashchange` only. */
const changes = ['popstate', 'hashchange'] as const;

type Props = {
  isBusy: boolean;
  title: string;
  text: string;
  /** What the buttons say. */
  stay: string;
  leave: string;
};

export function StayOrLeave({ isBusy, title, text, stay, leave }: Props) {
  const [wanted, setWanted] = useState<string>();
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!isBusy) return undefined;
    const here = location.hash;
    // Before anybody else looks: the page stays as it is until its owner has decided.
    const hold = (event: Event): void => {
      if (isLeaving.current || location.hash === here) return;
      event.stopImmediatePropagation();
      setWanted(location.hash.replace(/^#/, ''));
      history.pushState(null, '', here);
    };
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    for (const change of changes) window.addEventListener(change, hold, { capture: true });
    window.addEventListener('beforeunload', ask);
    return () => {
      for (const change of changes) window.removeEventListener(change, hold, { capture: true });
      window.removeEventListener('beforeunload', ask);
      setWanted(undefined);
    };
  }, [isBusy]);
  return (
    <Dialog
      opened={isBusy && wanted !== undefined}
      onClose={() => setWanted(undefined)}
      title={title}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      <Group justify="end" mt="md">
        <Button
          variant="default"
          onClick={() => {
            isLeaving.current = true;
            go(wanted ?? '/');
          }}
        >
          {leave}
        </Button>
        <Button onClick={() => setWanted(undefined)} data-autofocus>
          {stay}
        </Button>
      </Group>
    </Dialog>
  );
}
