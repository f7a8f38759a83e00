// What is printed of a run: a letter a person, an envelope a person, or sheets of labels. It stands
// beside the page and is seen on paper alone. Paper begins at the left in every language.

import { Portal } from '@mantine/core';
import type { ReactNode } from 'react';

import {
  type Envelope,
  type LabelSheet,
  type LetterForm,
  letterMargin,
  onSheets,
} from '../../../../src-shared/drafts/sheets.ts';

export type Printable = { id: string; block: readonly string[]; subject: string; text: string };

export type Printing = { items: readonly Printable[]; sender: string } & (
  | { what: 'letters'; form: LetterForm; day: string }
  | { what: 'envelopes'; form: Envelope }
  | { what: 'labels'; form: LabelSheet; start: number }
);

const pageRule = ({ width, height }: { width: number; height: number }, margin: number): string =>
  `@media print { @page { size: ${width}mm ${height}mm; margin: ${margin}mm; } }`;

const mm = (value: number): string => `${value}mm`;

export function Sheets({ printing }: { printing: Printing }) {
  const size = printing.what === 'labels' ? printing.form.paper : printing.form;
  const margin = printing.what === 'letters' ? letterMargin : 0;
  return (
    <Portal>
      <style>{pageRule(size, margin)}</style>
      <div className="paper-sheets" dir="ltr" aria-hidden>
        {pagesOf(printing)}
      </div>
    </Portal>
  );
}

function pagesOf(printing: Printing): ReactNode {
  const { items, sender } = printing;
  switch (printing.what) {
    case 'letters':
      return items.map((item) => (
        <LetterPage key={item.id} item={item} {...printing} sender={sender} />
      ));
    case 'envelopes':
      return items.map((item) => (
        <div
          key={item.id}
          className="paper"
          style={{ width: mm(printing.form.width), height: mm(printing.form.height) }}
        >
          <Lines className="envelope-from" lines={linesOf(sender)} />
          <Lines className="envelope-to" lines={item.block} />
        </div>
      ));
    case 'labels': {
      const { paper, width, height } = printing.form;
      return onSheets(items, printing.form, printing.start).map((sheet, at) => (
        <div
          key={sheet[0]?.item.id ?? at}
          className="paper"
          style={{ width: mm(paper.width), height: mm(paper.height) }}
        >
          {sheet.map(({ item, left, top }) => (
            <Lines
              key={item.id}
              className="paper-label"
              lines={item.block}
              style={{
                insetInlineStart: mm(left),
                top: mm(top),
                width: mm(width),
                height: mm(height),
              }}
            />
          ))}
        </div>
      ));
    }
  }
}

type LetterProps = { item: Printable; form: LetterForm; sender: string; day: string };

/** Places are counted from within the margin. */
const LetterPage = ({ item, form, sender, day }: LetterProps) => (
  <article className="paper-letter">
    <div
      className="letter-window"
      style={{
        insetInlineStart: mm(form.window.left - letterMargin),
        top: mm(form.window.top - letterMargin),
        width: mm(form.window.width),
        height: mm(form.window.height),
      }}
    >
      <p className="letter-from">{linesOf(sender).join(' · ')}</p>
      <Lines lines={item.block} />
    </div>
    <div style={{ paddingTop: mm(form.text - letterMargin) }}>
      <p className="letter-day">{day}</p>
      {item.subject !== '' && (
        <p className="letter-subject" dir="auto">
          {item.subject}
        </p>
      )}
      <div className="letter-text">{item.text}</div>
    </div>
  </article>
);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type LinesProps = {
  lines: readonly string[];
  className?: string;
  style?: { [property: string]: string };
};

const Lines = ({ lines, className, style }: LinesProps) => (
  <div className={className} style={style}>
    {lines.map((line, at) => (
      <div key={`${at} ${line}`} dir="auto">
        {line}
      </div>
    ))}
  </div>
);
