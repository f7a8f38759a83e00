// A chat calls somebody as the phone does: whether that is who the book has under the name, its
// owner says.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';

import type { MailPreview } from '../../../../src-shared/mail/plan-types.ts';
import { useRecordsById } from '../../../data/use-records.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { Section } from '../../../ui/section.tsx';
import { chatName } from './mail-words.ts';
import type { MailImport } from './use-mail-import.ts';

type Props = { flow: MailImport; preview: MailPreview };
type Perhaps = MailPreview['perhaps'][number];

const mostShown = 50;
const mostChoices = 4;

export function MailPerhaps({ flow, preview }: Props) {
  const shown = preview.perhaps.slice(0, mostShown);
  if (shown.length === 0) return null;
  const say = (address: string, id: string): void =>
    void flow.plan({ who: { ...flow.options.who, [address]: id } });
  return (
    <Section title={t`Are these the people you know?`}>
      <Text size="sm" className="dim" mb="xs">
        <Trans>
          A chat only says what the phone calls somebody. Say who it is, and their messages come in.
        </Trans>
      </Text>
      <Stack
        component="ol"
        gap={4}
        p={0}
        m={0}
        className="plain-list"
        aria-label={t`Are these the people you know?`}
      >
        {shown.map((one) => (
          <Line key={one.address} one={one} onSay={(id) => say(one.address, id)} />
        ))}
      </Stack>
    </Section>
  );
}

function Line({ one, onSay }: { one: Perhaps; onSay: (id: string) => void }) {
  const { address, name, count, people } = one;
  const choices = people.slice(0, mostChoices);
  const docs = useRecordsById('people', choices);
  const called = name === '' ? chatName(address) : name;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            <bdi>{called}</bdi>
          </Text>
          <Text size="xs" className="dim">
            {plural(count, { one: '# day of messages', other: '# days of messages' })}
          </Text>
        </div>
        <Group gap="xs">
          {choices.map((id) => {
            const doc = docs.get(id);
            const person = doc === undefined ? '' : nameOrNone(doc);
            return doc === undefined ? null : (
              <Group key={id} gap={4} wrap="nowrap">
                <Text size="sm">
                  <bdi>{person}</bdi>
                </Text>
                <Button
                  size="compact-xs"
                  aria-label={t`Yes, ${called} is ${person}`}
                  onClick={() => onSay(id)}
                >
                  <Trans>Yes</Trans>
                </Button>
              </Group>
            );
          })}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`Somebody else: ${called}`}
            onClick={() => onSay('')}
          >
            <Trans>Somebody else</Trans>
          </Button>
        </Group>
      </Group>
    </li>
  );
}
