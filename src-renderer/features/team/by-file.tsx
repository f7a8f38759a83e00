// When no network will do: the same records as a file.

import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { Failure } from '../../../src-shared/domain/result.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { fetchMade, handOver } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { downloadBlob } from '../../ui/download.ts';
import { Section } from '../../ui/section.tsx';

export function ByFile() {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const say = (words: string): void => {
    setSaid(words);
    announce(words);
    setBusy(false);
  };
  const stop = (error: Failure): void => {
    setBusy(false);
    showFailure(errorWords(error));
  };
  const make = async (isNews: boolean): Promise<void> => {
    setBusy(true);
    const made = await host.request('bundle.make', { isNews });
    if (!made.ok) return stop(made.error);
    const blob = await fetchMade(host, made.value.file, made.value.mime);
    if (!blob.ok) return stop(blob.error);
    downloadBlob(blob.value, made.value.name);
    say(`“${made.value.name}” holds ${made.value.rows.toLocaleString()} records.`);
  };
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const handed = await handOver(host, file);
    if (!handed.ok) return stop(handed.error);
    const answer = await host.request('bundle.read', { file: handed.value });
    if (!answer.ok) return stop(answer.error);
    const { received, written, refused } = answer.value;
    const broken = refused > 0 ? ` ${refused.toLocaleString()} could not be read.` : '';
    say(
      `${received.toLocaleString()} records were read, ${written.toLocaleString()} of them were new here.${broken}`,
    );
  };
  return (
    <Section title="By file">
      <Text size="sm" mb="sm" className="dim">
        For a USB stick or an e-mail, where laptops cannot meet. The file is sealed: only laptops of
        this team can open it.
      </Text>
      <Group>
        <Button variant="default" size="xs" loading={isBusy} onClick={() => void make(false)}>
          Make a file with everything
        </Button>
        <Button variant="default" size="xs" loading={isBusy} onClick={() => void make(true)}>
          Make a file with what is new
        </Button>
        <FileButton
          accept=".rapport"
          onChange={(file) => void read(file)}
          inputProps={{ 'aria-label': 'Choose a Rapport file' }}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={isBusy}>
              Read a file …
            </Button>
          )}
        </FileButton>
      </Group>
      {said !== '' && (
        <Text size="sm" mt="xs">
          {said}
        </Text>
      )}
    </Section>
  );
}
