// How a text leaves: opened in the owner's mail program, as a draft in a file, or copied. That
// it was sent is said by whoever sent it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { mailFile } from '../../../src-shared/drafts/eml.ts';
import { logSent } from '../../../src-shared/records/intents/drafts.ts';
import { draftLink } from '../../../src-shared/values/mail-link.ts';
import { showFailure, useCommand } from '../../data/use-command.tsx';
import { downloadBlob } from '../../ui/download.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { outsideLink } from '../../ui/outside-link.ts';
import { toClipboard } from '../../ui/to-clipboard.ts';

type Props = {
  person: RecordDoc;
  /** '' where there is no address. */
  to: string;
  subject: string;
  text: string;
  /** Nothing is left to be filled in. */
  isReady: boolean;
  onDone: () => void;
};

export function WrittenOut({ person, to, subject, text, isReady, onDone }: Props) {
  const run = useCommand();
  const [isOut, setOut] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const link = to === '' ? undefined : draftLink(to, subject, text);
  const isLong = to !== '' && link === undefined;
  const save = (): void => {
    const id = crypto.randomUUID();
    const mail = mailFile({ to, subject, text, at: Date.now(), id });
    const name = nameOrNone(person)
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim();
    downloadBlob(new Blob([mail], { type: 'message/rfc822' }), `${name}.eml`);
    setOut(true);
  };
  const copy = async (): Promise<void> => {
    if (await toClipboard(text)) {
      setCopied(true);
      setOut(true);
    } else showFailure(t`The clipboard does not take it here.`);
  };
  const log = async (): Promise<void> => {
    const sent = logSent({ person: person.id, subject, text, when: Date.now() });
    if ((await run(sent)) !== undefined) onDone();
  };
  return (
    <>
      {isLong && (
        <Text size="sm" className="dim">
          <Trans>
            The text is longer than a mail program takes from here: save it as a draft and open the
            file.
          </Trans>
        </Text>
      )}
      <Group gap="xs">
        {link !== undefined && (
          <Button
            component="a"
            {...(isReady ? outsideLink(link) : { href: '', 'data-disabled': true })}
            aria-disabled={!isReady}
            variant={isOut ? 'default' : 'filled'}
            onClick={(event) => {
              if (isReady) setOut(true);
              else event.preventDefault();
            }}
          >
            <Trans>Open in the mail program</Trans>
          </Button>
        )}
        {to !== '' && (
          <Button
            variant={isLong && !isOut ? 'filled' : 'default'}
            disabled={!isReady}
            onClick={save}
          >
            <Trans>Save as a draft</Trans>
          </Button>
        )}
        <Button variant="default" disabled={!isReady} onClick={() => void copy()}>
          {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the text</Trans>}
        </Button>
        <Button
          variant={isOut ? 'filled' : 'default'}
          disabled={!isReady}
          ms="auto"
          onClick={() => void log()}
        >
          <Trans>I sent it</Trans>
        </Button>
      </Group>
      <Text size="xs" className="dim">
        <Trans>Rapport sends nothing itself. “I sent it” writes it into the timeline.</Trans>
      </Text>
    </>
  );
}
