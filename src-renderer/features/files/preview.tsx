// An attached file looked at without leaving the window: a picture redrawn in a thread of its
// own, a PDF page by page, a text as text. Nothing in it is run.

import { t } from '@lingui/core/macro';
import { Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { HostConnection } from '../../host/connection.ts';
import { fetchMade } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drawPicture } from '../../ui/draw-picture.ts';
import type { Pdf, PdfFault } from '../../ui/pdf/open-pdf.ts';
import { errorWords } from '../../words/host-words.ts';
import { PdfPages } from './pdf-pages.tsx';

type Looked =
  | { is: 'picture'; address: string }
  | { is: 'pdf'; pdf: Pdf }
  | { is: 'text'; text: string; isCut: boolean }
  | { is: 'other' }
  | { is: 'away'; why: string };

type Props = { hash: string; name: string; onClose: () => void };

export function Preview({ hash, name, onClose }: Props) {
  const { host } = useHost();
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    let isCurrent = true;
    let shown: Looked | undefined;
    void lookAt(host, hash).then((found) => {
      shown = found;
      if (isCurrent) setLooked(found);
      else letGo(found);
    });
    return () => {
      isCurrent = false;
      letGo(shown);
    };
  }, [host, hash]);
  return (
    <Dialog title={<bdi>{name}</bdi>} size="xl" onClose={onClose}>
      <Shown looked={looked} name={name} />
    </Dialog>
  );
}

function letGo(looked: Looked | undefined): void {
  if (looked?.is === 'picture') URL.revokeObjectURL(looked.address);
  if (looked?.is === 'pdf') looked.pdf.close();
}

function Shown({ looked, name }: { looked: Looked | undefined; name: string }) {
  switch (looked?.is) {
    case undefined:
      return <Loader size="sm" aria-label={t`Loading`} />;
    case 'picture':
      return <img className="preview-picture" src={looked.address} alt={name} />;
    case 'pdf':
      return <PdfPages pdf={looked.pdf} />;
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
  if (isPdf(bytes)) return lookAtPdf(bytes);
  const text = textIn(bytes);
  if (text === undefined) return { is: 'other' };
  return { is: 'text', text: text.slice(0, mostLetters), isCut: text.length > mostLetters };
}

/** Readers find the mark within so many bytes, whatever stands before it. */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');

async function lookAtPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Looked> {
  const { openPdf } = await import('../../ui/pdf/open-pdf.ts');
  const pdf = await openPdf(bytes);
  return typeof pdf === 'string' ? { is: 'away', why: faultWords(pdf) } : { is: 'pdf', pdf };
}

function faultWords(fault: PdfFault): string {
  switch (fault) {
    case 'locked':
      return t`This PDF opens with a password only. Save it, and open it with a program that reads PDFs.`;
    case 'slow':
      return t`This PDF takes too long to read. Save it, and open it with a program that reads PDFs.`;
    case 'damaged':
      return t`This PDF cannot be read: it is damaged, or not a PDF.`;
  }
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
    return whole.includes('\0') ? undefined : whole;
  } catch {
    return undefined;
  }
}
