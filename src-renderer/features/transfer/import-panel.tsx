// Bringing a file in: choose, look at what will happen, import, and take it back.

import { Trans } from '@lingui/react/macro';
import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Alert, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

import { useCommand } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { useDates } from '../../ui/when.tsx';
import { CalendarImportPanel } from './calendar/calendar-import.tsx';
import { Calendars } from './calendar/calendars.tsx';
import { isCalendar } from './calendar/is-calendar.ts';
import { useCalendarImport } from './calendar/use-calendar-import.ts';
import { ChooseFile } from './choose-file.tsx';
import { PastImports } from './past-imports.tsx';
import { StayOrLeave } from '../../ui/stay-or-leave.tsx';
import { downloadText } from '../../ui/download.ts';
import { ImportPreviewView } from './import-preview.tsx';
import { reportWords } from './import-words.ts';
import { MailImportPanel } from './mail/mail-import.tsx';
import { areMail } from './mail/mail-source.ts';
import { useMailImport } from './mail/use-mail-import.ts';
import { type ImportFlow, useImport } from './use-import.ts';

const phaseWords = {
  'handing-over': msg`Opening the file …`,
  reading: msg`Reading the file …`,
  planning: msg`Comparing with the people already here …`,
  writing: msg`Importing …`,
  exporting: msg`Writing …`,
} as const;

export function ImportPanel() {
  const flow = useImport();
  const mail = useMailImport();
  const calendar = useCalendarImport();
  const { preview, step } = flow;
  /** Contacts come one file at a time; where any file is mail, the files are brought in as mail. */
  const choose = async (files: File[]): Promise<void> => {
    const [first] = files;
    if (first === undefined) return;
    if (await isCalendar(first)) {
      await flow.reset();
      return calendar.choose(first);
    }
    if (!(await areMail(files))) return flow.choose(first);
    await flow.reset();
    await mail.choose(files);
  };
  // What was chosen for a column is looked at again: the columns stay where they are.
  const isAgain =
    step === 'working' && flow.progress?.phase === 'planning' && preview !== undefined;
  return (
    <Stack gap="md" h="100%">
      {flow.failure !== undefined && (
        <Alert
          style={{ flexShrink: 0 }}
          color={flow.failure.code === 'cancelled' ? 'gray' : 'red'}
          title={
            flow.failure.code === 'cancelled'
              ? t`Stopped`
              : t`${flow.fileName} could not be imported`
          }
        >
          {errorWords(flow.failure)}
        </Alert>
      )}
      <MailImportPanel flow={mail} />
      <CalendarImportPanel flow={calendar} />
      {flow.step === 'choose' && mail.step === 'none' && calendar.step === 'none' && (
        <>
          <ChooseFile onFiles={(files) => void choose(files)} />
          <Calendars onAddress={(address) => void calendar.chooseAddress(address)} />
          <PastImports />
        </>
      )}
      {step === 'working' && !isAgain && <Working flow={flow} />}
      {(step === 'preview' || isAgain) && preview !== undefined && (
        <Meanwhile isBusy={isAgain} working={<Working flow={flow} />}>
          <ImportPreviewView flow={flow} preview={preview} />
        </Meanwhile>
      )}
      {flow.step === 'done' && <Done flow={flow} />}
      <StayOrLeave
        isBusy={flow.step === 'working'}
        title={t`Stop the import?`}
        text={t`${flow.fileName} is still being worked on. If you leave this page it is stopped, and nothing of it comes in.`}
        stay={t`Go on importing`}
        leave={t`Stop and leave`}
      />
    </Stack>
  );
}

type MeanwhileProps = { isBusy: boolean; working: ReactNode; children: ReactNode };

/** Nothing can be changed while it is worked on; then the focus is back where it was. */
function Meanwhile({ isBusy, working, children }: MeanwhileProps) {
  const focused = useRef<Element>(null);
  useLayoutEffect(() => {
    if (!isBusy) return undefined;
    focused.current = document.activeElement;
    return () => {
      const before = focused.current;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [isBusy]);
  return (
    <>
      <div className="meanwhile" inert={isBusy} aria-busy={isBusy}>
        {children}
      </div>
      {isBusy && (
        <Paper withBorder shadow="md" p="md" className="meanwhile-done">
          {working}
        </Paper>
      )}
    </>
  );
}

function Working({ flow }: { flow: ImportFlow }) {
  const { phase = 'reading', done = 0, total = 0 } = flow.progress ?? {};
  const words = i18n._(phaseWords[phase]);
  const percent = total === 0 ? 100 : Math.round((done / total) * 100);
  return (
    <Stack gap="xs" maw={560}>
      <Text>{words}</Text>
      <Progress value={percent} animated={total === 0} aria-label={words} size="lg" />
      <Group justify="space-between">
        <Text size="sm" className="dim">
          {total === 0 ? '' : t`${percent} %`}
        </Text>
        <Button variant="default" size="xs" onClick={() => void flow.cancel()}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ flow }: { flow: ImportFlow }) {
  const run = useCommand();
  const { host } = useHost();
  const dates = useDates();
  const { report, file } = flow;
  if (report === undefined) return null;
  const rejected = async (): Promise<void> => {
    if (file === undefined) return;
    const answer = await host.request('import.rejected', { file });
    if (answer.ok) downloadText(answer.value.csv, 'could-not-be-read.csv');
  };
  const undo = async (): Promise<void> => {
    if ((await run({ type: 'undo', action: report.action })) !== undefined) await flow.reset();
  };
  return (
    <Alert color="rapport" title={t`${flow.fileName} is in`} maw={680} style={{ flexShrink: 0 }}>
      <Text>{reportWords(report, dates)}</Text>
      <Group mt="md">
        <Button component="a" href="#/people">
          <Trans>See the people</Trans>
        </Button>
        {report.action !== '' && (
          <Button variant="default" onClick={() => void undo()}>
            <Trans>Undo import</Trans>
          </Button>
        )}
        {report.rejected > 0 && (
          <Button variant="default" onClick={() => void rejected()}>
            <Trans>Download the rows that could not be read</Trans>
          </Button>
        )}
        <Button variant="subtle" onClick={() => void flow.reset()}>
          <Trans>Import another file</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
