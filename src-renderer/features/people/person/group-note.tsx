// The note of an organisation, bucket or community.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { AfterPaint } from '../../../ui/after-paint.tsx';
import { NoteEditor } from './note-editor.tsx';

export const GroupNote = ({ doc }: { doc: RecordDoc }) => (
  <AfterPaint height={178}>
    <NoteEditor doc={doc} collection="groups" />
  </AfterPaint>
);
