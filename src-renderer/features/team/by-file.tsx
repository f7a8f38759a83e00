// When no network will do: the same records as a file.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
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
  const [result, setResult] = useState('');
  const showResult = (words: string): void => {
    setResult(words);
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
    const { name, rows } = made.value;
    showResult(
      plural(rows, { one: `“${name}” holds # record.`, other: `“${name}” holds # records.` }),
    );
  };
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const handed = await handOver(host, file);
    if (!handed.ok) return stop(handed.error);
    const answer = await host.request('bundle.read', { file: handed.value });
    if (!answer.ok) return stop(answer.error);
    const { received, written, refused } = answer.value;
    showResult(
      [
        plural(received, { one: '# record was read.', other: '# records were read.' }),
        plural(written, { one: '# was new here.', other: '# were new here.' }),
        refused === 0 ? '' : plural(refused, { other: '# could not be read.' }),
      ]
        .join(' ')
        .trimEnd(),
    );
  };
  return (
    <Section title={t`By file`}>
      <Text size="sm" mb="sm" className="dim">
        <Trans>
          For a USB stick or an e-mail, where laptops cannot meet. The file is sealed: only laptops
          of this team can open it.
        </Trans>
      </Text>
      <Group>
        <Button variant="default" size="xs" loading={isBusy} onClick={() => void make(false)}>
          <Trans>Make a file with everything</Trans>
        </Button>
        <Button variant="default" size="xs" loading={isBusy} onClick={() => void make(true)}>
          <Trans>Make a file with what is new</Trans>
        </Button>
        <FileButton
          accept=".rapport"
          onChange={(file) => void read(file)}
          inputProps={{ 'aria-label': t`Choose a Rapport file` }}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={isBusy}>
              <Trans>Read a file …</Trans>
            </Button>
          )}
        </FileButton>
      </Group>
      {result !== '' && (
        <Text size="sm" mt="xs">
          {result}
        </Text>
      )}
    </Section>
  );
}
