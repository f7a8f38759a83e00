// Sets a passphrase: the present one is asked for where there is one, the new one is typed twice,
// then the recovery words are shown, and one of them is asked for, so that nobody goes on without
// having them on paper.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, List, PasswordInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { AskPresent } from './ask-present.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { WordsSheet } from './words-sheet.tsx';

const shortest = 8;

type LockProps = {
  /** There is a passphrase already. */
  isChange: boolean;
  onClose: () => void;
  /** The book opens with it from now on. */
  onLocked?: (passphrase: string) => void;
};

export function LockDialog({ isChange, onClose, onLocked }: LockProps) {
  const { host } = useHost();
  const [present, setPresent] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const [words, setWords] = useState<string>();
  const isAsked = isChange && present === undefined;
  const showWords = async (): Promise<void> => {
    const proposed = await host.request('lock.words', {});
    if (proposed.ok) setWords(proposed.value.words);
    else showFailure(errorWords(proposed.error));
  };
  return (
    <Dialog
      isBegun={passphrase !== '' && words !== undefined}
      onClose={onClose}
      title={words === undefined ? titleOf(isChange) : t`Write down your recovery words`}
    >
      {isAsked && <AskPresent onClose={onClose} onKnown={setPresent} />}
      {!isAsked && words === undefined && (
        <TypeTwice
          passphrase={passphrase}
          onChange={setPassphrase}
          onClose={onClose}
          onNext={() => void showWords()}
        />
      )}
      {words !== undefined && (
        <KeepWords
          words={words}
          passphrase={passphrase}
          present={present}
          onClose={onClose}
          onLocked={() => onLocked?.(passphrase)}
        />
      )}
    </Dialog>
  );
}

const titleOf = (isChange: boolean): string =>
  isChange ? t`Change the passphrase` : t`Set a passphrase`;

type TypeTwiceProps = {
  passphrase: string;
  onChange: (passphrase: string) => void;
  onClose: () => void;
  onNext: () => void;
};

function TypeTwice({ passphrase, onChange, onClose, onNext }: TypeTwiceProps) {
  const [again, setAgain] = useState('');
  const isDifferent = again !== '' && again !== passphrase;
  return (
    <>
      <Text size="sm" mb="sm">
        <Trans>
          It will be asked for at each start. Take several words that nobody would guess.
        </Trans>
      </Text>
      <PasswordInput
        label={t`New passphrase`}
        description={t`At least ${shortest} characters`}
        value={passphrase}
        autoComplete="new-password"
        data-autofocus
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <PasswordInput
        mt="sm"
        label={t`Once more`}
        value={again}
        error={isDifferent && t`This is not the same`}
        autoComplete="new-password"
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={passphrase.length < shortest || again !== passphrase} onClick={onNext}>
          <Trans>Next</Trans>
        </Button>
      </Group>
    </>
  );
}

type KeepWordsProps = {
  words: string;
  passphrase: string;
  present: string | undefined;
  onClose: () => void;
  onLocked: () => void;
};

function KeepWords({ words, passphrase, present, onClose, onLocked }: KeepWordsProps) {
  const { host } = useHost();
  const list = words.split(' ');
  const [asked] = useState(() => Math.floor(Math.random() * list.length));
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const number = asked + 1;
  const protect = async (): Promise<void> => {
    setBusy(true);
    const done = await host.request('lock.protect', { passphrase, words, present });
    setBusy(false);
    if (!done.ok) return showFailure(errorWords(done.error));
    announce(t`The book opens with your passphrase from now on`);
    onClose();
    onLocked();
  };
  return (
    <>
      <Text size="sm" mb="sm">
        <Trans>
          They open the book when the passphrase is forgotten. Write or print them on paper and keep
          it away from this laptop. They are not shown again; words from before no longer count.
        </Trans>
      </Text>
      <List type="ordered" aria-label={t`Recovery words`} style={{ columns: 2 }}>
        {list.map((word, at) => (
          <List.Item key={`${at} ${word}`}>
            <bdi lang="en">{word}</bdi>
          </List.Item>
        ))}
      </List>
      <Button mt="xs" size="compact-sm" variant="subtle" px={0} onClick={() => window.print()}>
        <Trans>Print the words</Trans>
      </Button>
      <WordsSheet words={list} />
      <TextInput
        mt="md"
        label={t`Word number ${number}, from your paper`}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="sm" mt="sm">
        <Trans>
          Copies of backups that left this folder before still open without the passphrase.
        </Trans>
      </Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          loading={isBusy}
          disabled={typed.trim().toLowerCase() !== list[asked]}
          onClick={() => void protect()}
        >
          <Trans>Lock the book</Trans>
        </Button>
      </Group>
    </>
  );
}
