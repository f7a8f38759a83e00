// What can be done with the files attached to a person or group.

import { t } from '@lingui/core/macro';
import { useState } from 'react';

import { attachmentItem, longestAttachment } from '../../../src-shared/domain/attachment.ts';
import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { edit, putItem, removeItem } from '../../../src-shared/records/intents/edits.ts';
import { fetchMade, handOver } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { refOf } from '../../data/ref-of.ts';
import { showFailure, useCommand } from '../../data/use-command.tsx';
import { downloadBlob } from '../../ui/download.ts';
import { errorWords } from '../../words/host-words.ts';
import { useFileStates } from './use-file-states.ts';

export function useAttachments(owner: RecordDoc) {
  const { host } = useHost();
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  const items = owner.sets['files'] ?? [];
  const states = useFileStates(items.map(({ value }) => value));
  const ref = refOf(owner);
  const attach = async (file: File | undefined | null): Promise<void> => {
    if (file === undefined || file === null) return;
    if (file.size > longestAttachment)
      return showFailure(
        errorWords({
          code: 'attachment-too-large',
          detail: { size: file.size, limit: longestAttachment },
        }),
      );
    setBusy(true);
    const handed = await handOver(host, file);
    const kept = handed.ok ? await host.request('files.keep', { file: handed.value }) : handed;
    setBusy(false);
    if (!kept.ok) return showFailure(errorWords(kept.error));
    const item = attachmentItem(kept.value.hash, file.name, kept.value.size);
    await run(edit(putItem(ref, 'files', item)));
    return undefined;
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
  const want = ({ value: hash }: SetItem) => void host.request('files.want', { hash });
  return { items, states, isBusy, attach, save, want, remove };
}
