// What is typed into a cell until it is saved. One goes on at once; where it was not saved
// after all, the editor comes back with what was typed.

import { useEffect, useRef, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Change } from '../../src-shared/records/command.ts';
import { edit } from '../../src-shared/records/intents/edits.ts';
import { announce } from '../data/announce.ts';
import { saving } from '../data/saving.ts';
import { fetchParsers } from '../data/typed-values.ts';
import { useCommand } from '../data/use-command.tsx';
import { useReader } from '../data/use-reader.ts';
import type { Onward } from '../ui/cell-range.ts';
import type { CellEditing } from '../ui/grid-column.ts';
import type { NotUnderstood } from '../ui/text-edit.tsx';
import { changesOfCell } from './cell-changes.ts';
import { type CellTarget, writtenCell } from './cell-target.ts';

export type CellEditProps = {
  doc: RecordDoc;
  target: CellTarget;
  /** What the column is called. */
  label: string;
  editing: CellEditing;
  /** Before anything of this record is changed. */
  beforeSave: (id: string) => Promise<void>;
};

export function useCellSave({ doc, target, label, editing, beforeSave }: CellEditProps) {
  const run = useCommand();
  const reader = useReader()(doc.kind, target.name);
  const [before] = useState(() => writtenCell(target, doc, reader));
  const [text, setText] = useState(editing.typed ?? before);
  const [why, setWhy] = useState<NotUnderstood>();
  /** Until then nothing has become of what was typed. */
  const isOver = useRef(false);
  const keep = async (changes: readonly Change[], to: Onward): Promise<void> => {
    if (isOver.current) return;
    isOver.current = true;
    editing.onDone(to);
    if (changes.length === 0) return;
    await beforeSave(doc.id);
    if ((await run(edit(...changes))) === undefined) editing.onAgain(text);
  };
  const save = (changes: readonly Change[], to: Onward): void => void saving(keep(changes, to));
  const read = async (to: Onward | 'escape', asWritten: boolean): Promise<void> => {
    if (to === 'escape') return keep([], 'stay');
    if (text.trim() === before) return keep([], to);
    if (why !== undefined && !asWritten && to === 'left') return;
    const typed = await changesOfCell(target, { doc, text, label, reader, asWritten });
    if ('changes' in typed) return keep(typed.changes, to);
    setWhy(typed);
    announce(typed.problem);
  };
  const finish = (to: Onward | 'escape', asWritten = false): Promise<void> =>
    saving(read(to, asWritten));
  useSavedOnLeaving(() => {
    if (!isOver.current && why === undefined) void finish('left');
  });
  return {
    text,
    why,
    type: (next: string): void => {
      setWhy(undefined);
      setText(next);
    },
    finish,
    save,
    leave: (to: Onward): void => save([], to),
  };
}

/** A page that is left by a key, the Back button or a reload ends no focus. */
function useSavedOnLeaving(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    void fetchParsers().catch(() => undefined);
    const leave = (): void => latest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
