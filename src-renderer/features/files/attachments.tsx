// Files attached to one person or group. What a teammate attached stays on their laptop
// until somebody here wants it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconPaperclip, IconX } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';

import { attachmentItem } from '../../../src-shared/domain/attachment.ts';
import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { edit, putItem, removeItem } from '../../../src-shared/records/intents/edits.ts';
import { showFailure, useCommand } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { fetchMade, handOver } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { refOf } from '../../data/ref-of.ts';
import { downloadBlob } from '../../ui/download.ts';
import { Section } from '../../ui/section.tsx';
import { useFileStates } from './use-file-states.ts';

export function Attachments({ doc: owner }: { doc: RecordDoc }) {
  const { host } = useHost();
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  const items = owner.sets['files'] ?? [];
  const states = useFileStates(items.map(({ value }) => value));
  const ref = refOf(owner);
  const attach = async (file: File | undefined | null): Promise<void> => {
    if (file === undefined || file === null) return;
    setBusy(true);
    const handed = await handOver(host, file);
    const kept = handed.ok ? await host.request('files.keep', { file: handed.value }) : handed;
    setBusy(false);
    if (!kept.ok) return showFailure(errorWords(kept.error));
    const item = attachmentItem(kept.value.hash, file.name, kept.value.size);
    await run(edit(putItem(ref, 'files', item)));
  };
  const save = async ({ value: hash, label }: SetItem): Promise<void> => {
    const made = await host.request('files.take', { hash });
    const blob = made.ok
      ? await fetchMade(host, made.value.file, 'application/octet-stream')
      : made;
    if (blob.ok) downloadBlob(blob.value, label ?? t`file`);
    else showFailure(errorWords(blob.error));
  };
  const remove = (itemId: string) => void run(edit(removeItem(ref, 'files', itemId)));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void attach(event.dataTransfer.files[0]);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop} role="presentation">
      <Section
        title={t`Files`}
        isPrinted={items.length > 0}
        action={
          <FileButton onChange={(file) => void attach(file)}>
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="subtle"
                loading={isBusy}
                leftSection={<IconPaperclip size={14} />}
              >
                <Trans>Attach a file</Trans>
              </Button>
            )}
          </FileButton>
        }
      >
        {items.length === 0 && (
          <Text size="sm" className="dim">
            <Trans>
              Contracts, drawings, recordings: choose a file or drop it here, up to 25 MB.
            </Trans>
          </Text>
        )}
        <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((item) => (
            <FileLine
              key={item.id}
              item={item}
              state={states.get(item.value)}
              onSave={() => void save(item)}
              onWant={() => void host.request('files.want', { hash: item.value })}
              onRemove={() => remove(item.id)}
            />
          ))}
        </Stack>
      </Section>
    </div>
  );
}

type LineProps = {
  item: SetItem;
  state: FileState | undefined;
  onSave: () => void;
  onWant: () => void;
  onRemove: () => void;
};

function FileLine({ item, state, onSave, onWant, onRemove }: LineProps) {
  const name = item.label ?? t`File`;
  const size = Number(item.more?.['size'] ?? 0);
  return (
    <li>
      <Group gap="xs" wrap="nowrap">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={600} truncate>
            <bdi>{name}</bdi>
          </Text>
          <Text size="xs" className="dim">
            {sizeWords(size)} · {stateWords(state, size)}
          </Text>
        </div>
        {state?.state === 'away' && (
          <Button size="compact-sm" variant="default" onClick={onWant}>
            <Trans>Fetch</Trans>
          </Button>
        )}
        {state?.state === 'here' && (
          <ActionIcon variant="subtle" color="gray" aria-label={t`Save ${name}`} onClick={onSave}>
            <IconDownload size={16} />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t`Remove file ${name}`}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </li>
  );
}

function stateWords(state: FileState | undefined, size: number): string {
  const part = Math.floor(((state?.have ?? 0) / Math.max(1, size)) * 100);
  switch (state?.state) {
    case 'here':
      return t`on this laptop`;
    case 'coming':
      return t`coming, ${part} %`;
    case 'away':
      return state.have > 0
        ? t`begun, ${part} %: goes on when a laptop that has it is here`
        : t`on a teammate’s laptop`;
    case undefined:
      return '';
  }
}

function sizeWords(size: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  if (size < 1024 * 1024) return t`${kilobytes} KB`;
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return t`${megabytes} MB`;
}
