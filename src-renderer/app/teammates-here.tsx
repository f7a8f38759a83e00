// Says who else looks at the same record, and softly what they are editing.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { ColorSwatch, Group, Text } from '@mantine/core';

import { type Present, useTeammatesAt } from '../data/team-net.tsx';

const records = /^\/(people|groups)\/./;

export function TeammatesHere({ path }: { path: string }) {
  const here = useTeammatesAt(path);
  if (here.length === 0 || !records.test(path)) return null;
  return (
    <Group
      className="teammates-here"
      role="note"
      aria-label={t`Teammates on this page`}
      gap={4}
      wrap="nowrap"
    >
      {here.map((one) => (
        <Group key={one.device} gap={6} wrap="nowrap">
          <ColorSwatch color={one.colour} size={10} aria-hidden />
          <Text size="xs" truncate>
            <PresentWords {...one} />
          </Text>
        </Group>
      ))}
    </Group>
  );
}

const PresentWords = ({ name, editing }: Present) =>
  editing === '' ? (
    <Trans>
      <bdi>{name}</bdi> is here
    </Trans>
  ) : (
    <Trans>
      <bdi>{name}</bdi> is here and editing {editing}
    </Trans>
  );
