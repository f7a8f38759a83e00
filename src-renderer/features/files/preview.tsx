// An attached file looked at without leaving the window: a picture redrawn in a thread of its
// own, a text as text. Nothing in it is run.

import { t } from '@lingui/core/macro';
import { Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { HostConnection } from '../../host/connection.ts';
import { fetchMade } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drawPicture } from '../../ui/draw-picture.ts';
import { errorWords } from '../../words/host-words.ts';

type Looked =
  | { is: 'picture'; address: string }
  | { is: 'text'; text: string; isCut: boolean }
  | { is: 'other' }
  | { is: 'away'; why: string };

type Props = { hash: string; name: string; onClose: () => void };

export function Preview({ hash, name, onClose }: Props) {
  const { host } = useHost();
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    let isCurrent = true;
    let address: string | undefined;
    void lookAt(host, hash).then((found) => {
      if (found.is === 'picture') ({ address } = found);
      if (isCurrent) setLooked(found);
      else if (address !== undefined) URL.revokeObjectURL(address);
    });
    return () => {
      isCurrent = false;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [host, hash]);
  return (
    <Dialog title={<bdi>{name}</bdi>} size="xl" onClose={onClose}>
      <Shown looked={looked} name={name} />
    </Dialog>
  );
}

function Shown({ looked, name }: { looked: Looked | undefined; name: string }) {
  switch (looked?.is) {
    case undefined:
      return <Loader size="sm" aria-label={t`Loading`} />;
    case 'picture':
      return <img className="preview-picture" src={looked.address} alt={name} />;
    case 'text':
      return (
        <>
          <pre className="preview-text" dir="auto">
            {looked.text}
          </pre>
          {looked.isCut && (
            <Text size="sm" className="dim">
              {t`Only the beginning is shown. Save the file to read all of it.`}
            </Text>
          )}
        </>
      );
    case 'other':
      return (
        <Text size="sm">
          {t`This file cannot be shown here. Save it, and open it with the program it was made with.`}
        </Text>
      );
    case 'away':
      return <Text size="sm">{looked.why}</Text>;
  }
}

/** Pixels of the longer side, and letters. */
const longestSide = 1_600;
const mostLetters = 200_000;

async function lookAt(host: HostConnection, hash: string): Promise<Looked> {
  const made = await host.request('files.take', { hash });
  const blob = made.ok ? await fetchMade(host, made.value.file, 'application/octet-stream') : made;
  if (!blob.ok) return { is: 'away', why: errorWords(blob.error) };
  const bytes = new Uint8Array(await blob.value.arrayBuffer());
  const drawn = await drawPicture(bytes, longestSide, 'inside');
  if (drawn !== undefined) return { is: 'picture', address: URL.createObjectURL(drawn) };
  const text = textIn(bytes);
  if (text === undefined) return { is: 'other' };
  return { is: 'text', text: text.slice(0, mostLetters), isCut: text.length > mostLetters };
}

/** Undefined for what is no text in UTF-8. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    // Not cut in the middle of a letter.
    const whole = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(0, 4 * mostLetters),
      {
        stream: true,
      },
    );
    return whole.includes('\0') || whole.startsWith('%PDF-') ? undefined : whole;
  } catch {
    return undefined;
  }
}
