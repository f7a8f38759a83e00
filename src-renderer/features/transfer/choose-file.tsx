// Drop a file, or choose one.

import { Trans } from '@lingui/react/macro';
import { Button, Paper, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';

import { droppedFiles } from './dropped-files.ts';

export function ChooseFile({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <Paper
      withBorder
      p="xl"
      maw={760}
      style={{
        borderStyle: 'dashed',
        borderWidth: 2,
        ...(isOver ? { borderColor: 'var(--mantine-color-rapport-5)' } : {}),
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileImport size={40} stroke={1.3} aria-hidden />
        <Text fw={600}>
          <Trans>Drop your contacts, mail, chats or calendar here</Trans>
        </Text>
        <Text size="sm" className="dim" ta="center" maw={520}>
          <Trans>
            CSV, vCard (.vcf) or LDIF from Google, Outlook, Thunderbird, LinkedIn, HubSpot,
            Salesforce, Zoho, Pipedrive, Mailchimp, Odoo or a phone; mail as .eml, .msg, .mbox or
            .emlx, as many files or folders as you like; chats that WhatsApp, Telegram or SMS Backup
            wrote, zipped or not; a calendar as .ics. You see what will happen before it happens.
          </Trans>
        </Text>
        <label htmlFor="choose-file" className="visually-hidden">
          <Trans>Choose a file</Trans>
        </label>
        <input
          id="choose-file"
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          multiple
          onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
        />
        <Button mt="sm" onClick={() => input.current?.click()}>
          <Trans>Choose a file …</Trans>
        </Button>
      </Stack>
    </Paper>
  );
}
