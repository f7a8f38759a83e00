// What every question of the first start has: a title, and a foot to go back, pass it over or
// go on.

import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { HostSettings } from '../../../../src-shared/bridge/host-types.ts';

export type SaveSettings = (patch: Partial<HostSettings>) => Promise<boolean>;

/** The heading of a step has the focus when it comes, so that it is read out and Tab goes on from it. */
export function StepTitle({ children }: { children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}

type FootProps = {
  /** Left out: it is the first. */
  onBack?: () => void;
  onSkip: () => void;
  isBusy?: boolean;
};

/** The button of a form's end stands last, where Enter in a field finds it. */
export const StepFoot = ({ onBack, onSkip, isBusy = false }: FootProps) => (
  <Group justify="end" mt="lg">
    {onBack !== undefined && <BackButton isDisabled={isBusy} onBack={onBack} />}
    <Button variant="default" onClick={onSkip}>
      <Trans>Skip</Trans>
    </Button>
    <Button type="submit" loading={isBusy}>
      <Trans>Next</Trans>
    </Button>
  </Group>
);

type BackProps = { isDisabled: boolean; onBack: () => void };

/** At the other end of the foot. */
export const BackButton = ({ isDisabled, onBack }: BackProps) => (
  <Button variant="subtle" me="auto" disabled={isDisabled} onClick={onBack}>
    <Trans>Back</Trans>
  </Button>
);
