// Drop a file, or choose one.

import { Trans } from '@lingui/react/macro';
import { Button, Paper, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';

export function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
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
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileImport size={40} stroke={1.3} aria-hidden />
        <Text fw={600}>
          <Trans>Drop your contacts file here</Trans>
        </Text>
        <Text size="sm" className="dim" ta="center" maw={520}>
          <Trans>
            CSV, vCard (.vcf) or LDIF from Google, Outlook, Thunderbird, LinkedIn, HubSpot,
            Salesforce, Zoho, Pipedrive, Mailchimp, Odoo or a phone. You see what will happen before
            it happens.
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
          accept=".csv,.tsv,.txt,.vcf,.vcard,.ldif,text/csv,text/vcard"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) onFile(file);
          }}
        />
        <Button mt="sm" onClick={() => input.current?.click()}>
          <Trans>Choose a file …</Trans>
        </Button>
      </Stack>
    </Paper>
  );
}
