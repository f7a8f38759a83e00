// Another name for a tag, for everybody who has it. A name that another tag has makes the two one.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { useEditOfView } from '../../data/use-edit-of-view.ts';
import { type Tag, tagKey, viewOfTag } from '../../data/use-tags.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';

type Props = { tag: Tag; tags: readonly Tag[]; onClose: () => void };

export function RenameTag({ tag: { name, count }, tags, onClose }: Props) {
  const edit = useEditOfView();
  const [typed, setTyped] = useState(name);
  const to = typed.trim();
  const isSameWord = tagKey(to) === tagKey(name);
  const other = isSameWord ? undefined : tags.find((one) => tagKey(one.name) === tagKey(to));
  const rename = async (): Promise<void> => {
    // As the others have it written: of one tag in two ways none would be found twice.
    const asked = { type: 'replace', field: 'tags', from: name, to: other?.name ?? to } as const;
    if ((await edit(viewOfTag(name), count, asked)) !== undefined) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Rename the tag ${name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== '') void rename();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`New name`}
            description={t`A name that another tag has makes the two one.`}
            data-autofocus
            dir="auto"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Text size="sm" role="status">
            {other === undefined ? (
              plural(count, { one: '# person has it.', other: '# people have it.' })
            ) : (
              <Trans>
                There is a tag <bdi>{other.name}</bdi> already: both become one. Undo takes them
                apart again.
              </Trans>
            )}
          </Text>
          <FormButtons
            submit={other === undefined ? t`Rename` : t`Make them one`}
            isDisabled={to === '' || to === name || /[,;\n]/.test(to)}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
