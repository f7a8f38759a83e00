// The face as a button: choose another photo, or take it away.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { useRef } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { edit, setField } from '../../../../src-shared/records/intents/edits.ts';
import { showFailure, useCommand } from '../../../data/use-command.tsx';
import { Face } from '../../../ui/face.tsx';
import { readPhoto } from './photo.ts';

export function PhotoButton({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const hasPhoto = typeof doc.fields['photo'] === 'string';
  const set = (value: string | null) => {
    const ref = { collection: 'people' as const, id: doc.id };
    return run(edit(setField(ref, 'photo', value)));
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const photo = await readPhoto(file);
    if (photo === undefined)
      showFailure(
        t`“${file.name}” is not a picture that can be shown, or has too many pixels. Choose a smaller JPEG or PNG file.`,
      );
    else await set(photo);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={t`Choose a photo`}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton>
            <span className="visually-hidden">
              <Trans>Photo</Trans>
            </span>
            <Face doc={doc} size={52} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => input.current?.click()}>
            {hasPhoto ? t`Choose another photo …` : t`Choose a photo …`}
          </Menu.Item>
          {hasPhoto && (
            <Menu.Item onClick={() => void set(null)}>
              <Trans>Remove the photo</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
