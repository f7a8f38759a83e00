// Files attached to one person or group. What a teammate attached stays on their laptop
// until somebody here wants it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye, IconPaperclip, IconX } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';

import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { Section } from '../../ui/section.tsx';
import { useSizeWords } from '../../ui/size-words.ts';
import { Preview } from './preview.tsx';
import { useAttachments } from './use-attachments.ts';

export function Attachments({ doc: owner }: { doc: RecordDoc }) {
  const { items, states, isBusy, attach, save, want, remove } = useAttachments(owner);
  const [looked, setLooked] = useState<SetItem>();
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
              onLook={() => setLooked(item)}
              onSave={() => void save(item)}
              onWant={() => want(item)}
              onRemove={() => remove(item.id)}
            />
          ))}
        </Stack>
      </Section>
      {looked !== undefined && (
        <Preview
          hash={looked.value}
          name={looked.label ?? t`File`}
          onClose={() => setLooked(undefined)}
        />
      )}
    </div>
  );
}

type LineProps = {
  item: SetItem;
  state: FileState | undefined;
  onLook: () => void;
  onSave: () => void;
  onWant: () => void;
  onRemove: () => void;
};

function FileLine({ item, state, onLook, onSave, onWant, onRemove }: LineProps) {
  const name = item.label ?? t`File`;
  const size = Number(item.more?.['size'] ?? 0);
  const sizeWords = useSizeWords();
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
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Look at ${name}`}
            onClick={onLook}
          >
            <IconEye size={16} />
          </ActionIcon>
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
