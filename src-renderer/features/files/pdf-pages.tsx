// The pages of an attached PDF, each drawn when it comes near and let go when it is far.

import { t } from '@lingui/core/macro';
import { Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import type { Pdf } from '../../ui/pdf/open-pdf.ts';

/** Who wants more saves the file. */
const mostPages = 300;
const sharpest = 2;

export function PdfPages({ pdf }: { pdf: Pdf }) {
  const shown = Math.min(pdf.pages, mostPages);
  return (
    <div className="preview-pages" role="region" aria-label={t`Pages`}>
      {Array.from({ length: shown }, (_, at) => (
        <PdfPage key={at} pdf={pdf} number={at + 1} />
      ))}
      {shown < pdf.pages && (
        <Text size="sm" className="dim">
          {t`Only the first ${shown} pages are shown. Save the file to read all of it.`}
        </Text>
      )}
    </div>
  );
}

function PdfPage({ pdf, number }: { pdf: Pdf; number: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [shape, setShape] = useState(pdf.shape);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting === true),
      { root: current.parentElement, rootMargin: '100% 0px' },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  const total = pdf.pages;
  return (
    <div
      ref={frame}
      className="preview-page"
      role="group"
      aria-label={t`Page ${number} of ${total}`}
      style={{ aspectRatio: `1 / ${shape}` }}
    >
      {isNear && <Drawn pdf={pdf} number={number} onShape={setShape} />}
    </div>
  );
}

type DrawnProps = { pdf: Pdf; number: number; onShape: (shape: number) => void };

function Drawn({ pdf, number, onShape }: DrawnProps) {
  const place = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const stop = new AbortController();
    const canvas = document.createElement('canvas');
    const width = current.clientWidth * Math.min(sharpest, devicePixelRatio);
    void pdf.draw(number, canvas, width, stop.signal).then((text) => {
      if (stop.signal.aborted) return;
      setFaulty(text === undefined);
      if (text === undefined) return;
      current.append(canvas);
      onShape(canvas.height / Math.max(1, canvas.width));
      setWords(text);
    });
    return () => {
      stop.abort();
      canvas.remove();
    };
  }, [pdf, number, onShape]);
  return (
    <>
      <div ref={place} />
      <VisuallyHidden>{words}</VisuallyHidden>
      {isFaulty && <Text size="sm">{t`This page cannot be shown.`}</Text>}
    </>
  );
}
