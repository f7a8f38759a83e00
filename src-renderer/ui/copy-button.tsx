// Puts a text on the clipboard, and says that it is there.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { announce } from '../data/announce.ts';
import { showFailure } from '../data/use-command.tsx';
import { toClipboard } from './to-clipboard.ts';

export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const [copied, setCopied] = useState<string>();
  const copy = async (): Promise<void> => {
    if (!(await toClipboard(text)))
      return showFailure(t`The clipboard could not be used. Please try again.`);
    setCopied(text);
    announce(t`Copied.`);
    return undefined;
  };
  return (
    <Button variant="default" size="xs" onClick={() => void copy()}>
      {copied === text ? <Trans>Copied.</Trans> : children}
    </Button>
  );
}
