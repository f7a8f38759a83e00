// Where to look for feeds: typed, or one of the addresses the record already has.

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
            label="Address, handle or profile link"
            description="A website, a blog, @name@server, a YouTube channel, a podcast …"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" loading={isLooking} disabled={text.trim() === ''}>
            Look
          </Button>
        </Group>
      </form>
      {offered.length > 0 && (
        <Group gap={6}>
          <Text size="sm" className="dim">
            In their record:
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
