// The very first start: who is here, who may open the book, and what to do first. Each
// question can be passed over, and all of them at once; none is asked again.

import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';

import { useHost } from '../../../data/host-context.tsx';
import { showFailure } from '../../../data/use-command.tsx';
import { useDraft } from '../../../data/use-draft.ts';
import { go } from '../../../ui/router.ts';
import { errorWords } from '../../../words/host-words.ts';
import type { SaveSettings } from './step.tsx';
import { WhatFirst } from './what-first.tsx';
import { WhoMayOpen } from './who-may-open.tsx';
import { WhoYouAre } from './who-you-are.tsx';

const steps = 3;
const brand = 'Rapport';

export function FirstRun() {
  const { host, settings, setSettings } = useHost();
  // It is drawn again when another language is chosen, and goes on where it was.
  const [reached, reach] = useDraft('first-run.step');
  const step = Number(reached || 1);
  // Then the second question is answered for good: it is changed under Settings.
  const [locked, keepLocked] = useDraft('first-run.locked');
  const isLocked = locked !== '';
  const [isBusy, setBusy] = useState(false);
  if (settings === undefined) return null;
  const save: SaveSettings = async (patch) => {
    const saved = await host.request('settings.write', patch);
    if (saved.ok) setSettings(saved.value);
    else showFailure(errorWords(saved.error));
    return saved.ok;
  };
  const begin = async (path: string): Promise<void> => {
    setBusy(true);
    reach('');
    keepLocked('');
    go(path);
    if (!(await save({ begun: true }))) setBusy(false);
  };
  const goTo = (other: number) => (): void => reach(String(other));
  return (
    <main className="first-run">
      <Paper withBorder p="xl" radius="lg" className="first-run-card">
        <div className="first-run-head">
          <div className="rail-brand">{brand}</div>
          <Text size="sm" className="dim">
            <Trans>
              {step} of {steps}
            </Trans>
          </Text>
        </div>
        {step === 1 && (
          <WhoYouAre settings={settings} save={save} onNext={goTo(isLocked ? 3 : 2)} />
        )}
        {step === 2 && (
          <WhoMayOpen onBack={goTo(1)} onNext={goTo(3)} onLocked={() => keepLocked('yes')} />
        )}
        {step >= steps && (
          <WhatFirst
            isBusy={isBusy}
            onBack={goTo(isLocked ? 1 : 2)}
            onChosen={(path) => void begin(path)}
          />
        )}
      </Paper>
      {step < steps && (
        <Group justify="center" mt="sm">
          <Button variant="subtle" loading={isBusy} onClick={() => void begin('/people')}>
            <Trans>Skip all of this and start</Trans>
          </Button>
        </Group>
      )}
    </main>
  );
}
