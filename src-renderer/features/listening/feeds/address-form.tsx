// Where to look for feeds: typed, or one of the addresses the record already has.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { handlesOf } from './handles.ts';

type Props = {
  owner: RecordDoc;
  isLooking: boolean;
  onLook: (text: string, network?: string) => void;
};

export function AddressForm({ owner, isLooking, onLook }: Props) {
  const [text, setText] = useState('');
  const offered = handlesOf(owner);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onLook(text);
        }}
      >
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            data-autofocus
            label={t`Address, handle or profile link`}
            description={t`A website, a blog, @name@server, a YouTube channel, a podcast …`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" loading={isLooking} disabled={text.trim() === ''}>
            <Trans>Look</Trans>
          </Button>
        </Group>
      </form>
      {offered.length > 0 && (
        <Group gap={6}>
          <Text size="sm" className="dim">
            <Trans>In their record:</Trans>
          </Text>
          {offered.map(({ value, network, label }) => (
            <Button
              key={`${network} ${value}`}
              size="compact-sm"
              variant="default"
              maw={260}
              onClick={() => {
                setText(value);
                onLook(value, network);
              }}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
