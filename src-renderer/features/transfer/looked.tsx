// What a look at files of mail or a calendar has found: whom one knows in them, and what is left
// out.

import { plural, t } from '@lingui/core/macro';
import { Anchor, Group, Stack, Text } from '@mantine/core';

import { useRecordsById } from '../../data/use-records.ts';
import { personPath } from '../../kinds/person.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';

export function LeftOut({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={t`Left out`}>
      <Stack component="ul" gap={2} p={0} m={0} className="plain-list" aria-label={t`Left out`}>
        {lines.map((line) => (
          <Text component="li" size="sm" key={line}>
            {line}
          </Text>
        ))}
      </Stack>
    </Section>
  );
}

type KnownProps = {
  /** Those that are shown, with how often each of them is in it. */
  people: readonly { id: string; count: number }[];
  count: number;
};

export function KnownPeople({ people, count: all }: KnownProps) {
  const { count } = useDates();
  const shown = people.slice(0, 30);
  const docs = useRecordsById(
    'people',
    shown.map(({ id }) => id),
  );
  if (shown.length === 0) return null;
  return (
    <Section title={t`People you know`}>
      <Group
        gap="xs"
        component="ul"
        p={0}
        m={0}
        className="plain-list"
        aria-label={t`People you know`}
      >
        {shown.map(({ id, count: times }) => {
          const doc = docs.get(id);
          return doc === undefined ? null : (
            <li key={id}>
              <Anchor size="sm" href={`#${personPath(id)}`} underline="always">
                <bdi>{nameOrNone(doc)}</bdi>
              </Anchor>{' '}
              <Text size="sm" component="span" className="dim">
                {count(times)}
              </Text>
            </li>
          );
        })}
        {all > shown.length && (
          <li>
            <Text size="sm" className="dim">
              {plural(all - shown.length, { one: 'and # more', other: 'and # more' })}
            </Text>
          </li>
        )}
      </Group>
    </Section>
  );
}
