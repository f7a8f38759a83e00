// One change for all that is ticked: put together, looked at, done in one step that one
// undo takes back. Others can go on editing meanwhile; whoever changes by that is left alone.

import { Plural, Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Alert, Button, Group, Loader, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import { kinds as allKinds } from '../../../src-shared/domain/kinds.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { BulkDone } from '../../../src-shared/records/bulk/run-bulk.ts';
import { say } from '../../../src-shared/words/say.ts';
import type { Chosen } from '../../data/chosen-people.ts';
import { useKinds } from '../../data/known-kinds.tsx';
import { type BulkEditing, useBulkEdit } from '../../data/use-bulk-edit.ts';
import { settle, showFailure, showRemark, useCommand } from '../../data/use-command.tsx';
import { useReader } from '../../data/use-reader.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { TypedNumber } from '../../ui/typed-number.tsx';
import { useDates } from '../../ui/when.tsx';
import { commaWords } from '../../words/in-language.ts';
import { errorWords } from '../../words/host-words.ts';
import { emptyDraft, finishedEdit, type Way } from './bulk-draft.ts';
import { bulkWords } from './bulk-words.ts';
import { BulkForm } from './bulk-form.tsx';
import { Preview } from './bulk-preview.tsx';

type Props = {
  of: BulkOf;
  chosen: Chosen;
  count: number;
  way: Way;
  field: string | undefined;
  /** `isGone`: all of it is in the trash now. */
  onClose: (isGone: boolean) => void;
};

export function BulkEdit({ of, chosen, count, way, field, onClose }: Props) {
  const kind = useKinds().get(of.kind) ?? allKinds.get(of.kind);
  const words = bulkWords[of.collection];
  const reader = useReader()('', '');
  const [draft, setDraft] = useState(() => ({ ...emptyDraft(way), field }));
  const [isSure, setSure] = useState(false);
  const [stopped, setStopped] = useState<BulkDone>();
  const edit = kind === undefined ? undefined : finishedEdit(draft, kind, reader);
  const editing = useBulkEdit(of, chosen, count, edit);
  const run = useCommand();
  const { looked, failure, progress } = editing;
  const preview = looked !== undefined && 'preview' in looked ? looked.preview : undefined;
  const changes = preview?.changes ?? 0;
  const isTrash = edit?.type === 'trash';
  const close = (): void => onClose(false);

  const start = async (): Promise<void> => {
    const done = await editing.run();
    if ('code' in done) return showFailure(errorWords(done));
    if (done.isStopped) return setStopped(done);
    onClose(isTrash);
    settle(ok(done), isTrash ? 'trash' : 'edit', run);
    if (done.refused.length > 0) showRemark(refusedWords(done));
  };
  if (kind === undefined) return null;
  return (
    <Dialog
      size="lg"
      title={words.title(count)}
      onClose={progress === undefined ? close : editing.stop}
    >
      {stopped !== undefined ? (
        <Stopped done={stopped} of={changes} onClose={close} />
      ) : progress !== undefined ? (
        <Working done={progress} of={changes} editing={editing} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (changes > 0 && isSure) void start();
          }}
        >
          <Stack gap="md">
            <BulkForm
              of={of}
              kind={kind}
              draft={draft}
              onChange={(next) => {
                setSure(false);
                setDraft(next);
              }}
            />
            {failure !== undefined && <Alert color="red">{errorWords(failure)}</Alert>}
            {looked !== undefined && 'failure' in looked && (
              <Alert color="orange">{errorWords(looked.failure)}</Alert>
            )}
            {edit !== undefined && failure === undefined && looked === undefined && (
              <Loader size="xs" aria-label={t`Loading`} />
            )}
            {edit !== undefined && preview !== undefined && (
              <Preview of={of} edit={edit} preview={preview} />
            )}
            <TypedNumber
              key={`${isTrash} ${changes}`}
              isNeeded={isTrash}
              count={changes}
              onSure={setSure}
            />
            <FormButtons
              submit={isTrash ? t`Move to trash` : words.submit(changes)}
              isDisabled={changes === 0 || !isSure}
              onCancel={close}
            />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

type WorkingProps = { done: number; of: number; editing: BulkEditing };

function Working({ done, of, editing }: WorkingProps) {
  const { count } = useDates();
  const [so, all] = [count(done), count(of)];
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Trans>
          {so} of {all} are done
        </Trans>
      </Text>
      <Progress value={of === 0 ? 100 : (done / of) * 100} aria-label={t`How far it is`} />
      <Group justify="end">
        <Button variant="default" onClick={editing.stop}>
          <Trans>Stop</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function Stopped({ done, of, onClose }: { done: BulkDone; of: number; onClose: () => void }) {
  const run = useCommand();
  const { count } = useDates();
  const [so, all] = [count(done.count), count(of)];
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Trans>
          Stopped: {so} of {all} were changed. The others are as they were.
        </Trans>
      </Text>
      <Group justify="end">
        <Button variant="default" data-autofocus onClick={onClose}>
          <Trans>Keep what was done</Trans>
        </Button>
        {done.count > 0 && (
          <Button
            onClick={() => {
              onClose();
              void run({ type: 'undo', action: done.action });
            }}
          >
            <Plural value={done.count} one="Take # back" other="Take # back" />
          </Button>
        )}
      </Group>
    </Stack>
  );
}

const refusedWords = ({ refused }: BulkDone): string =>
  commaWords(refused.map(({ why, count }) => say(`bulk.why.${why}`, { count })));
