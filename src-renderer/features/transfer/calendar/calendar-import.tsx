// Bringing a calendar in: what is under way, what would come of it, what came of it.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';

import { useCommand } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { CalendarPreviewView } from './calendar-preview.tsx';
import type { CalendarImport } from './use-calendar-import.ts';

export function CalendarImportPanel({ flow }: { flow: CalendarImport }) {
  const { step, failure, looked } = flow;
  return (
    <>
      {failure !== undefined && (
        <Alert color="red" title={t`The calendar could not be read`} style={{ flexShrink: 0 }}>
          {errorWords(failure)}
        </Alert>
      )}
      {step === 'reading' && (
        <Text>
          <Trans>Reading the calendar …</Trans>
        </Text>
      )}
      {(step === 'preview' || step === 'writing') && looked !== undefined && (
        <CalendarPreviewView flow={flow} preview={looked.preview} />
      )}
      {step === 'done' && <Done flow={flow} />}
    </>
  );
}

function Done({ flow: { report, taking, name, reset } }: { flow: CalendarImport }) {
  const run = useCommand();
  if (report === undefined) return null;
  const { action, made } = report;
  const undo = async (): Promise<void> => {
    if ((await run({ type: 'undo', action })) !== undefined) reset();
  };
  const title =
    made === 0
      ? t`${name} is kept`
      : plural(made, { one: '# meeting is logged', other: '# meetings are logged' });
  return (
    <Alert color="rapport" title={title} maw={680} style={{ flexShrink: 0 }}>
      {taking.isKept && (
        <Text>
          <Trans>
            Coming meetings show up on Today a day before, and are asked about when they are over.
          </Trans>
        </Text>
      )}
      <Group mt="md">
        <Button component="a" href="#/today">
          <Trans>See Today</Trans>
        </Button>
        {made > 0 && (
          <Button variant="default" onClick={() => void undo()}>
            <Trans>Undo import</Trans>
          </Button>
        )}
        <Button variant="subtle" onClick={reset}>
          <Trans>Import another file</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
