// What can be said about mail and chats before they come in.

import { t } from '@lingui/core/macro';
import { Group, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { isOnlyName, plainAddress } from '../../../../src-shared/mail/addresses.ts';
import type { MailPreview } from '../../../../src-shared/mail/plan-types.ts';
import { useIsInTeam } from '../../../data/team-rest.tsx';
import { DayInput } from '../../../ui/day-input.tsx';
import { chatName } from './mail-words.ts';
import type { MailImport } from './use-mail-import.ts';

type Props = { flow: MailImport; preview: MailPreview };

export function MailChoices({ flow, preview }: Props) {
  const isInTeam = useIsInTeam();
  const { addresses: said, isGuessed } = preview.own;
  const addresses = said.filter((one) => !isOnlyName(one));
  const names = said.filter(isOnlyName);
  const isChats = preview.chats.read === preview.messages;
  const [own, setOwn] = useState(addresses.join(', '));
  const [since, setSince] = useState(flow.options.since ?? '');
  const planOwn = (): void => {
    const next = own.split(/[\s,;]+/).filter((one) => one.includes('@'));
    if (next.join() !== addresses.join()) void flow.plan({ own: [...next, ...names] });
  };
  return (
    <Group mt="md" align="start" gap="xl">
      <div style={{ width: 200 }}>
        <DayInput
          label={t`Only from this day on`}
          value={since}
          onChange={(day) => {
            setSince(day);
            void flow.plan({ since: day === '' ? undefined : day });
          }}
        />
      </div>
      <OwnName flow={flow} preview={preview} />
      {!isChats && (
        <TextInput
          style={{ width: 300 }}
          label={t`Your own addresses`}
          description={
            addresses.length === 0
              ? t`Without them every message counts as one that reached you.`
              : isGuessed
                ? t`Taken from the mail: is this you? It says who wrote to whom.`
                : t`They say who wrote to whom.`
          }
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          onBlur={planOwn}
          onKeyDown={(event) => {
            if (event.key === 'Enter') planOwn();
          }}
        />
      )}
      <Radio.Group
        label={t`Who has the messages`}
        value={flow.options.scope}
        onChange={(scope) => void flow.plan({ scope: scope === 'team' ? 'team' : 'private' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="private" label={t`Only this laptop`} />
          <Radio
            value="team"
            label={isInTeam ? t`The whole team` : t`The whole team, once there is one`}
          />
        </Stack>
      </Radio.Group>
    </Group>
  );
}

/** Some chats do not say whose they are: then only their owner knows. */
function OwnName({ flow, preview }: Props) {
  const { addresses, names } = preview.own;
  const own = addresses.find(isOnlyName) ?? '';
  if (names.length === 0) return null;
  return (
    <NativeSelect
      style={{ width: 240 }}
      label={t`Who you are in the chats`}
      description={t`By this Rapport knows who wrote to whom.`}
      value={names.map(plainAddress).find((name) => name === own) ?? ''}
      data={[
        { value: '', label: t`Choose` },
        ...names.map((name) => ({ value: plainAddress(name), label: chatName(name) })),
      ]}
      onChange={(event) => {
        const name = event.currentTarget.value;
        const others = addresses.filter((one) => !isOnlyName(one));
        void flow.plan({ own: name === '' ? others : [...others, name] });
      }}
    />
  );
}
