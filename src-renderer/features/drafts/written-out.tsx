// How a text leaves: opened in the owner's mail program, as a draft in a file, or copied. That
// it was sent is said by whoever sent it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import { mailFile } from '../../../src-shared/drafts/eml.ts';
import { draftLink } from '../../../src-shared/values/mail-link.ts';
import { safeName } from '../../../src-shared/values/safe-name.ts';
import { showFailure } from '../../data/use-command.tsx';
import { downloadBlob } from '../../ui/download.ts';
import { outsideLink } from '../../ui/outside-link.ts';
import { toClipboard } from '../../ui/to-clipboard.ts';

type Props = {
  /** Of whom it is to. */
  name: string;
  /** '' where there is no address. */
  to: string;
  subject: string;
  text: string;
  /** Of the mail when it is saved, with its angle brackets. */
  messageId: string;
  /** Nothing is left to be filled in. */
  isReady: boolean;
  /** It was opened, saved or copied. */
  onOut?: () => void;
  onSent: () => void;
};

export function WrittenOut(props: Props) {
  const { name, to, subject, text, messageId, isReady, onSent } = props;
  const [isOut, setOut] = useState(false);
  const link = to === '' ? undefined : draftLink(to, subject, text);
  const isLong = to !== '' && link === undefined;
  const out = (): void => {
    setOut(true);
    props.onOut?.();
  };
  const save = (): void => {
    const mail = mailFile({ to, subject, text, at: Date.now(), id: messageId });
    downloadBlob(new Blob([mail], { type: 'message/rfc822' }), `${safeName(name)}.eml`);
    out();
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
          <OpenLink link={link} isReady={isReady} isMain={!isOut} onOpen={out} />
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
        <CopyOne text={text} label={t`Copy the text`} isReady={isReady} onCopied={out} />
        {to !== '' && <CopyOne text={to} label={t`Copy the address`} isReady={isReady} />}
        <Button
          variant={isOut ? 'filled' : 'default'}
          disabled={!isReady}
          ms="auto"
          onClick={onSent}
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

type OpenProps = { link: string; isReady: boolean; isMain: boolean; onOpen: () => void };

const OpenLink = ({ link, isReady, isMain, onOpen }: OpenProps) => (
  <Button
    component="a"
    {...(isReady ? outsideLink(link) : { href: '', 'data-disabled': true })}
    aria-disabled={!isReady}
    data-open-draft
    variant={isMain ? 'filled' : 'default'}
    onClick={(event) => {
      if (isReady) onOpen();
      else event.preventDefault();
    }}
  >
    <Trans>Open in the mail program</Trans>
  </Button>
);

type CopyProps = { text: string; label: string; isReady: boolean; onCopied?: () => void };

function CopyOne({ text, label, isReady, onCopied }: CopyProps) {
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => {
    if (!(await toClipboard(text))) return showFailure(t`The clipboard does not take it here.`);
    setCopied(text);
    onCopied?.();
  };
  return (
    <Button variant="default" disabled={!isReady} onClick={() => void copy()}>
      {copied === text && text !== '' ? <Trans>Copied</Trans> : label}
    </Button>
  );
}
