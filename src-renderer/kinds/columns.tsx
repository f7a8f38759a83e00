// Columns that lists of several kinds share. Cells are plain elements: a screenful of
// components takes longer to draw than its data to arrive.

import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { phoneText } from '../../src-shared/values/phone-text.ts';
import { nameOrNone } from '../ui/name-or-none.ts';
import { Face } from '../ui/face.tsx';
import { textOf } from '../data/text-of.ts';
import { TagWord } from '../ui/tag-word.tsx';
import type { GridColumn } from '../ui/virtual-grid.tsx';
import { WhenText } from '../ui/when.tsx';
import { commaWords } from '../words/in-language.ts';

type Column = GridColumn<RecordDoc>;

export const nameColumn = (): Column => ({
  name: t`Name`,
  width: 'minmax(160px, 3fr)',
  cell: (doc) => nameOrNone(doc),
});

/** With a face; `nameOf` may show more than the name. */
export const faceColumn = (
  nameOf: (doc: RecordDoc) => ReactNode = (doc) => nameOrNone(doc),
): Column => ({
  name: t`Name`,
  width: 'minmax(190px, 2.4fr)',
  cell: (doc) => (
    <span className="who">
      <Face doc={doc} />
      <span className="cell" dir="auto">
        {nameOf(doc)}
      </span>
    </span>
  ),
});

export const descriptionColumn = (): Column => ({
  name: t`Description`,
  width: 'minmax(120px, 4fr)',
  cell: (doc) => <span className="dim">{textOf(doc, 'description')}</span>,
});

export const emailColumn = (): Column => ({
  name: t`E-mail`,
  width: 'minmax(110px, 2fr)',
  cell: (doc) => doc.sets['emails']?.[0]?.value ?? '',
});

export const phoneColumn = (): Column => ({
  name: t`Phone`,
  width: 'minmax(128px, 1.3fr)',
  cell: (doc) => {
    const phone = doc.sets['phones']?.[0];
    return phone === undefined ? '' : phoneText(phone);
  },
});

/** As many tags as fit for certain: half a tag says less than a number. */
export const tagsColumn = (): Column => ({
  name: t`Tags`,
  width: 'minmax(92px, 1.1fr)',
  cell: (doc) => {
    const [first, ...more] = (doc.sets['tags'] ?? []).map(({ value }) => value);
    if (first === undefined) return null;
    return (
      <span className="tags" title={commaWords([first, ...more])}>
        <TagWord tag={first} />
        {more.length > 0 && <span className="dim">{`+${more.length}`}</span>}
      </span>
    );
  },
});

export const changedColumn = (): Column => ({
  name: t`Changed`,
  width: '118px',
  cell: (doc) => <WhenText className="dim" at={doc.updatedAt} />,
});
