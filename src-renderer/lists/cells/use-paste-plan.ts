// What a block would change, looked at once it is to be pasted; and doing it.

import { useEffect, useRef, useState } from 'react';

import { t } from '@lingui/core/macro';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { referenceWords } from '../../../src-shared/query/field-words.ts';
import { resolveReference } from '../../../src-shared/query/places.ts';
import { useKinds } from '../../data/known-kinds.tsx';
import { recordsWithIds } from '../../data/queries/any-record.ts';
import { showFailure, useCommand } from '../../data/use-command.tsx';
import { useReader } from '../../data/use-reader.ts';
import { useReadRecords } from '../../data/use-read-records.ts';
import { cellTarget } from '../../fields/cell-target.ts';
import { pause, type PastePlan, planPaste } from './paste-plan.ts';
import type { Placed } from './pasted.ts';
import { calledOf } from '../called-of.ts';
import type { ListView } from '../use-list-view.ts';
import { columnsIn } from '../view-columns.ts';

type Question = {
  list: ListView;
  pasting: Placed;
  isClearing: boolean;
  idsIn: (top: number, bottom: number) => Promise<readonly string[]>;
  hold: (id: string) => Promise<void>;
};

/** What the host takes as one action. */
const mostChanges = 200_000;
const readAtOnce = 500;

export function usePastePlan({ list, pasting, isClearing, idsIn, hold }: Question) {
  const { of, usualColumns } = list.kind;
  const kinds = useKinds();
  const readerOf = useReader();
  const read = useReadRecords();
  const command = useCommand();
  const [plan, setPlan] = useState<PastePlan>();
  const [isBusy, setBusy] = useState(false);
  const look = async (isOver: () => boolean): Promise<void> => {
    const { top, first, rows } = pasting;
    const ids = await idsIn(top, top + rows.length - 1);
    const docs: (RecordDoc | undefined)[] = [];
    for (let from = 0; from < ids.length && !isOver(); from += readAtOnce) {
      const some = ids.slice(from, from + readAtOnce);
      const query = recordsWithIds(of, some);
      const found = query === undefined ? undefined : await read(query);
      const byId = new Map(
        (found?.ok === true ? found.value : []).map((doc) => [doc.id as string, doc]),
      );
      docs.push(...some.map((id) => byId.get(id)));
      await pause();
    }
    const columns = ['name', ...columnsIn(list.view, usualColumns)]
      .slice(first - 1)
      .map((field) => ({
        label: referenceWords(kinds, of, field),
        target: cellTarget(resolveReference(kinds, of, field)?.place),
        shown: (doc: RecordDoc) => (field === 'name' ? calledOf(list.kind, doc) : ''),
      }));
    const next = await planPaste({
      docs,
      rows,
      columns,
      readerOf: (doc, target) => readerOf(doc.kind, target.name),
      isClearing,
      isOver,
    });
    if (!isOver()) setPlan(next);
  };
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    let isOver = false;
    setPlan(undefined);
    void latest.current(() => isOver);
    return () => {
      isOver = true;
    };
  }, [pasting, isClearing]);
  return {
    plan,
    isBusy,
    /** Whether it worked; the user has been told otherwise. */
    run: async (): Promise<boolean> => {
      if (plan === undefined || plan.changes.length === 0) return false;
      if (plan.changes.length > mostChanges) {
        showFailure(
          t`These are too many changes for one go. Nothing was changed: paste it in parts.`,
        );
        return false;
      }
      setBusy(true);
      for (const id of plan.ids) await hold(id);
      const done = await command(edit(...plan.changes));
      setBusy(false);
      return done !== undefined;
    },
  };
}
