// Who wrote, or was written to, and is in nobody's record: each is listed once, to be made a
// person or never to be asked about again.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { isOfChat, isOnlyName } from '../../../../src-shared/mail/addresses.ts';
import type { MailPreview } from '../../../../src-shared/mail/plan-types.ts';
import { useHost } from '../../../data/host-context.tsx';
import { parseTypedName } from '../../../data/typed-values.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { Section } from '../../../ui/section.tsx';
import { chatName } from './mail-words.ts';
import type { MailImport } from './use-mail-import.ts';

type Stranger = MailPreview['strangers'][number];

const atOnce = 20;

export function MailStrangers({ flow, preview }: { flow: MailImport; preview: MailPreview }) {
  const { host, settings, setSettings } = useHost();
  const run = useCommand();
  const [limit, setLimit] = useState(atOnce);
  const { strangers, strangersCount } = preview;
  if (strangers.length === 0) return null;
  const make = async ({ address, name }: Stranger): Promise<void> => {
    const fields = { ...(await parseTypedName(name)) };
    const sets = isOnlyName(address)
      ? {}
      : isOfChat(address)
        ? { phones: [{ value: chatName(address) }] }
        : { emails: [{ value: address }] };
    const done = await run({ type: 'create', records: [{ kind: 'person', fields, sets }] });
    const [id] = done?.ids ?? [];
    if (id === undefined) return;
    await flow.plan(isOnlyName(address) ? { who: { ...flow.options.who, [address]: id } } : {});
  };
  const never = async ({ address }: Stranger): Promise<void> => {
    const mailNever = [...(settings?.mailNever ?? []), address].slice(-5_000);
    const saved = await host.request('settings.write', { mailNever });
    if (saved.ok) setSettings(saved.value);
    await flow.plan();
  };
  return (
    <Section title={t`Not in your book`}>
      <Text size="sm" className="dim" mb="xs">
        <Trans>
          Messages with these people alone stay out. Make somebody a person and their messages come
          in, too.
        </Trans>
      </Text>
      <Stack
        component="ol"
        gap={4}
        p={0}
        m={0}
        className="plain-list"
        aria-label={t`Not in your book`}
      >
        {strangers.slice(0, limit).map((one) => (
          <Line
            key={one.address}
            stranger={one}
            onMake={() => void make(one)}
            onNever={() => void never(one)}
          />
        ))}
      </Stack>
      {strangers.length > limit && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setLimit(limit + 50)}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {strangersCount > strangers.length && limit >= strangers.length && (
        <Text size="xs" className="dim">
          {plural(strangersCount - strangers.length, {
            one: '# more, who wrote least, is not listed.',
            other: '# more, who wrote least, are not listed.',
          })}
        </Text>
      )}
    </Section>
  );
}

type LineProps = { stranger: Stranger; onMake: () => void; onNever: () => void };

const Line = ({ stranger: { address: key, name, count }, onMake, onNever }: LineProps) => {
  const address = isOnlyName(key) && name !== '' ? name : chatName(key);
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            <bdi>{name === '' ? address : name}</bdi>
          </Text>
          <Text size="xs" className="dim" truncate>
            {address === name ? null : (
              <>
                <bdi>{address}</bdi> ·{' '}
              </>
            )}
            {plural(count, { one: '# message', other: '# messages' })}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`Make ${address} a person`}
            onClick={onMake}
          >
            <Trans>Make a person</Trans>
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t`Never ask about ${address}`}
            onClick={onNever}
          >
            <Trans>Never</Trans>
          </Button>
        </Group>
      </Group>
    </li>
  );
};
