// What its owner is told of without having asked, how, and when not.

import { t } from '@lingui/core/macro';
import { Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { Trans } from '@lingui/react/macro';

import type { HostSettings } from '../../../src-shared/bridge/host-types.ts';
import { noteTypes, type NoteType, noteWays } from '../../../src-shared/notices/note.ts';
import { Section } from '../../ui/section.tsx';

type Props = {
  settings: HostSettings;
  save: (patch: Partial<HostSettings>) => Promise<boolean>;
};

export function Notices({ settings, save }: Props) {
  const { noticeWays, quiet } = settings;
  return (
    <Section title={t`Notices`}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {noteTypes.map((type) => (
            <Select
              key={type}
              label={typeWords(type)}
              allowDeselect={false}
              value={noticeWays[type] ?? 'toast'}
              data={wayChoices(type)}
              onChange={(next) => {
                const way = noteWays.find((one) => one === next);
                if (way !== undefined) void save({ noticeWays: { ...noticeWays, [type]: way } });
              }}
            />
          ))}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            type="time"
            label={t`Quiet from`}
            value={quiet.from}
            onChange={({ currentTarget: { value: from } }) =>
              void save({ quiet: { ...quiet, from } })
            }
          />
          <TextInput
            type="time"
            label={t`Quiet until`}
            value={quiet.until}
            onChange={({ currentTarget: { value: until } }) =>
              void save({ quiet: { ...quiet, until } })
            }
          />
          <Switch
            label={t`Quiet at the weekend`}
            checked={quiet.weekends}
            onChange={({ currentTarget: { checked: weekends } }) =>
              void save({ quiet: { ...quiet, weekends } })
            }
          />
          <Switch
            label={t`Quiet on public holidays`}
            description={t`Of the country chosen above`}
            checked={quiet.holidays}
            onChange={({ currentTarget: { checked: holidays } }) =>
              void save({ quiet: { ...quiet, holidays } })
            }
          />
        </SimpleGrid>
        <Text size="sm" className="dim">
          <Trans>
            What came while nobody was here, and more than three at once, is said in one. What is
            older than twelve hours is not shown by itself.
          </Trans>
        </Text>
      </Stack>
    </Section>
  );
}

function typeWords(type: NoteType): string {
  switch (type) {
    case 'mention':
      return t`When a teammate names you`;
    case 'comment':
      return t`Other comments for you`;
    case 'promise':
      return t`Promises that are due`;
    case 'moved':
      return t`Promises of yours that a teammate moves`;
    case 'reminder':
      return t`Reminders`;
    case 'date':
      return t`Birthdays and dates`;
  }
}

function wayChoices(type: NoteType): { value: string; label: string }[] {
  const isComment = type === 'mention' || type === 'comment';
  return [
    { value: 'toast', label: t`Show it at once` },
    { value: 'list', label: isComment ? t`Only under For me` : t`Only on Today` },
    { value: 'off', label: t`Not even count it after I was away` },
  ];
}
