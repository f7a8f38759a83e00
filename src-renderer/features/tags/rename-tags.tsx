// Another name for a tag, or one name for several, wherever they are. A name that another tag
// has makes them one.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { tagKey } from '../../../src-shared/domain/tag.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useHolders } from '../../data/use-holders.ts';
import type { Tag } from '../../data/use-tags.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { holdersWords, tagName } from './tag-words.ts';

type Props = {
  /** Those that are meant. */
  tags: readonly Tag[];
  /** Every one that there is. */
  all: readonly Tag[];
  onClose: (isDone: boolean) => void;
};

export function RenameTags({ tags, all, onClose }: Props) {
  const run = useCommand();
  const inOrder = tags.toSorted((a, b) => b.count - a.count);
  const [most] = inOrder;
  const isOne = tags.length === 1;
  const [typed, setTyped] = useState(most?.name ?? '');
  const to = typed.trim();
  const isMeant = tags.some(({ key }) => key === tagKey(to));
  const other = isMeant ? undefined : all.find(({ key }) => key === tagKey(to));
  const joins = !isOne || other !== undefined;
  const rename = async (): Promise<void> => {
    const names = inOrder.map(({ name }) => name);
    // As the others have it written: of one tag in two ways none would be found twice.
    const act = { type: 'rename' as const, to: other?.name ?? to };
    if ((await run({ type: 'tags', tags: names, act })) !== undefined) onClose(true);
  };
  const name = most === undefined ? '' : tagName(most);
  const who = holdersWords(useHolders(tags));
  return (
    <Dialog
      onClose={() => onClose(false)}
      title={
        isOne
          ? t`Rename the tag ${name}`
          : plural(tags.length, { one: 'Make # tag one', other: 'Make # tags one' })
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== '') void rename();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={isOne ? t`New name` : t`Name of the one`}
            description={t`A name that another tag has makes them one.`}
            data-autofocus
            dir="auto"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Text size="sm" role="status">
            {other === undefined ? (
              t`On ${who}.`
            ) : (
              <Trans>
                There is a tag <bdi>{other.name}</bdi> already: they become one. Undo takes them
                apart again.
              </Trans>
            )}
          </Text>
          <FormButtons
            submit={joins ? t`Make them one` : t`Rename`}
            isDisabled={to === '' || (isOne && to === most?.name) || /[,;\n]/.test(to)}
            onCancel={() => onClose(false)}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
