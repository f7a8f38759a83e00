// A menu that puts a place to fill in into a text.

import { t } from '@lingui/core/macro';
import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';

import { ownPlace, placeNames } from '../../../src-shared/drafts/places.ts';
import { useOwnFields } from '../../data/known-kinds.tsx';
import { placeWords } from './place-words.ts';

export function InsertPlace({ onInsert }: { onInsert: (place: string) => void }) {
  const own = useOwnFields('person').filter(({ isRetired }) => !isRetired);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconBraces size={14} />}>
          {t`Insert a field`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {placeNames.map((name) => (
          <Menu.Item key={name} onClick={() => onInsert(`{{${name}}}`)}>
            {placeWords(name)}
          </Menu.Item>
        ))}
        {own.map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => onInsert(`{{${ownPlace(label)}}}`)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
