// The box that searches within a list.

import { t } from '@lingui/core/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

type Props = { placeholder: string; text: string; setText: (text: string) => void };

export const ListSearch = ({ placeholder, text, setText }: Props) => (
  <TextInput
    label={t`Search`}
    placeholder={placeholder}
    leftSection={<IconSearch size={16} />}
    rightSection={
      text === '' ? null : <CloseButton aria-label={t`Clear search`} onClick={() => setText('')} />
    }
    value={text}
    maxLength={400}
    onChange={(event) => setText(event.currentTarget.value)}
    onKeyDown={(event) => {
      if (event.key === 'Escape') setText('');
    }}
    style={{ flex: '1 1 220px', maxWidth: 460 }}
  />
);
