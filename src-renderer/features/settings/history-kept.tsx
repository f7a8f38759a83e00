// How long the history is kept whole on this laptop. Less is asked first, with what goes.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';

import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { errorWords } from '../../words/host-words.ts';

type Less = { days: number; changes: number };

export function HistoryKept() {
  const { host, settings, setSettings } = useHost();
  const [less, setLess] = useState<Less>();
  if (settings === undefined) return null;
  const write = async (keepHistoryDays: number): Promise<void> => {
    setLess(undefined);
    const saved = await host.request('settings.write', { keepHistoryDays });
    if (saved.ok) setSettings(saved.value);
    else showFailure(errorWords(saved.error));
  };
  const choose = async (days: number): Promise<void> => {
    const told = await host.request('history.less', { days });
    if (!told.ok) return showFailure(errorWords(told.error));
    if (told.value.changes > 0) setLess({ days, changes: told.value.changes });
    else await write(days);
    return undefined;
  };
  return (
    <>
      <Select
        w={260}
        mt="sm"
        label={t`Keep every change for`}
        allowDeselect={false}
        value={String(settings.keepHistoryDays)}
        data={[
          { value: '30', label: t`A month` },
          { value: '90', label: t`Three months` },
          { value: '365', label: t`A year` },
          { value: '0', label: t`For good` },
        ]}
        onChange={(next) => next !== null && void choose(Number(next))}
      />
      {less !== undefined && (
        <Dialog title={t`Keep less of the history?`} onClose={() => setLess(undefined)}>
          <Text size="sm">
            {plural(less.changes, {
              one: '# older change goes within the hour, and does not come back.',
              other: '# older changes go within the hour, and do not come back.',
            })}{' '}
            <Trans>
              What records hold now stays, and of each field the last ten values and the first.
            </Trans>
          </Text>
          <Group justify="end" mt="md">
            <Button variant="default" data-autofocus onClick={() => setLess(undefined)}>
              <Trans>Keep</Trans>
            </Button>
            <Button color="red" onClick={() => void write(less.days)}>
              <Trans>Keep less</Trans>
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}
