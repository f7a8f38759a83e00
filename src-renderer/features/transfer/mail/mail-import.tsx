// Bringing mail in: what is under way, what would come of it, what came of it.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';

import { useCommand } from '../../../data/use-command.tsx';
import { StayOrLeave } from '../../../ui/stay-or-leave.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { MailPreviewView } from './mail-preview.tsx';
import type { MailImport } from './use-mail-import.ts';

export function MailImportPanel({ flow }: { flow: MailImport }) {
  const { step, failure, preview } = flow;
  const isBusy = step === 'reading' || step === 'writing';
  return (
    <>
      {failure !== undefined && (
        <Alert color="red" title={t`The mail could not be brought in`} style={{ flexShrink: 0 }}>
          {errorWords(failure)}
        </Alert>
      )}
      {isBusy && <Working flow={flow} />}
      {(step === 'preview' || step === 'planning') && preview !== undefined && (
        <div inert={step === 'planning'} aria-busy={step === 'planning'}>
          <MailPreviewView flow={flow} preview={preview} />
        </div>
      )}
      {step === 'planning' && preview === undefined && (
        <Text>
          <Trans>Comparing with the people already here …</Trans>
        </Text>
      )}
      {step === 'done' && <Done flow={flow} />}
      <StayOrLeave
        isBusy={isBusy}
        title={t`Stop bringing mail in?`}
        text={t`If you leave this page now, reading stops. Messages that are in already stay; bring the same files in again to go on.`}
        stay={t`Go on importing`}
        leave={t`Stop and leave`}
      />
    </>
  );
}

function Working({ flow: { step, done, total, stop } }: { flow: MailImport }) {
  const words = step === 'reading' ? t`Reading the mail …` : t`Importing …`;
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <Stack gap="xs" maw={560}>
      <Text>{words}</Text>
      <Progress value={percent} aria-label={words} size="lg" />
      <Group justify="space-between">
        <Text size="sm" className="dim">
          {t`${percent} %`}
        </Text>
        <Button variant="default" size="xs" onClick={stop}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ flow }: { flow: MailImport }) {
  const run = useCommand();
  const { report } = flow;
  if (report === undefined) return null;
  const { action, made, skipped, isStopped } = report;
  const undo = async (): Promise<void> => {
    if ((await run({ type: 'undo', action })) !== undefined) flow.reset();
  };
  const title = isStopped
    ? t`Stopped`
    : plural(made, { one: '# message is in', other: '# messages are in' });
  return (
    <Alert color="rapport" title={title} maw={680} style={{ flexShrink: 0 }}>
      <Text>
        {isStopped
          ? plural(made, {
              one: '# message came in before you stopped. Bring the same files in again to go on.',
              other:
                '# messages came in before you stopped. Bring the same files in again to go on.',
            })
          : plural(skipped, {
              one: '# other was left out, as the list before said.',
              other: '# others were left out, as the list before said.',
            })}
      </Text>
      <Group mt="md">
        <Button component="a" href="#/people">
          <Trans>See the people</Trans>
        </Button>
        {made > 0 && (
          <Button variant="default" onClick={() => void undo()}>
            <Trans>Undo import</Trans>
          </Button>
        )}
        <Button variant="subtle" onClick={flow.reset}>
          <Trans>Import another file</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
