// A form around a line: Enter asks what is still unclear, takes a name alone for whom it is with,
// or writes it down.

import { type RefObject, useRef, useState } from 'react';

import type { NewRecord } from '../../../../src-shared/domain/record.ts';
import type { Known } from '../../../../src-shared/logging/line-parts.ts';
import type { Done } from '../../../../src-shared/records/command.ts';
import { withVisit } from '../../../../src-shared/records/intents/rounds.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useOwnDraft } from '../../../fields/own-draft.tsx';
import type { ByHand, LineDraft } from './line-draft.ts';
import { loggedWords } from './logged-words.ts';
import { type Line, useLine } from './use-line.ts';

type Options = {
  text: string;
  setText: (text: string) => void;
  /** Whom it is with anyway. */
  here: readonly Known[];
  usualKind: string;
  /** Under which what is begun in fields of one's own is kept. */
  of: string;
  /** What is said before anybody writes. */
  begun?: ByHand;
  /** It needs nobody: it is about many anyway. */
  isForMany?: boolean;
  /** In place of writing it down with whom it names. Whether it worked. */
  save?: (draft: LineDraft, line: Line) => Promise<boolean>;
  /** What is made together with what is written down. */
  along?: (() => NewRecord) | undefined;
  /** `done`: what it was written down as. */
  onDone: (done?: Done) => void;
};

type Field = HTMLInputElement | HTMLTextAreaElement;

export type LineForm<E extends Field> = {
  line: Line;
  own: ReturnType<typeof useOwnDraft>;
  what: RefObject<E | null>;
  which: RefObject<HTMLButtonElement | null>;
  /** It was to be written down, and is with nobody. */
  isAlone: boolean;
  onText: (text: string) => void;
  mean: (words: string, person: Known) => void;
  make: (words: string) => void;
  log: () => Promise<void>;
};

export function useLineForm<E extends Field>(options: Options): LineForm<E> {
  const {
    text,
    setText,
    here,
    usualKind,
    of,
    begun,
    isForMany = false,
    save,
    along,
    onDone,
  } = options;
  const run = useCommand();
  const line = useLine({ text, here, usualKind, isForMany, begun });
  const own = useOwnDraft(line.draft.kind, of);
  const what = useRef<E>(null);
  const which = useRef<HTMLButtonElement>(null);
  const [isAlone, setAlone] = useState(false);
  const write = async (draft: LineDraft): Promise<Done | undefined> => {
    const command = withVisit(await line.command(draft, own.filled()), along?.());
    return run(command, { says: loggedWords(draft) });
  };
  const finish = async (draft: LineDraft): Promise<void> => {
    const done = save === undefined ? await write(draft) : undefined;
    const isDone = save === undefined ? done !== undefined : await save(draft, line);
    if (!isDone) return;
    line.clear();
    own.clear();
    onDone(done);
  };
  return {
    line,
    own,
    what,
    which,
    isAlone,
    onText: (next) => {
      setAlone(false);
      setText(next);
    },
    mean: (words, person) => {
      if (text.trim() === words) {
        setText('');
        line.take(person);
      } else line.mean(words, person);
      what.current?.focus();
    },
    make: (words) => {
      line.make(words);
      what.current?.focus();
    },
    log: async () => {
      if (own.isUnclear() || (text.trim() === '' && begun === undefined)) return;
      const settled = await line.settle();
      setAlone(settled.type === 'nobody');
      if (settled.type === 'took') {
        // Whoever types fast is already behind the name.
        setText((what.current?.value ?? '').slice(text.length).trimStart());
        line.take(settled.person);
      }
      // It may be drawn only now that Enter was pressed.
      if (settled.type === 'which') requestAnimationFrame(() => which.current?.click());
      if (settled.type === 'new') requestAnimationFrame(() => which.current?.focus());
      if (settled.type === 'ready') await finish(settled.draft);
    },
  };
}
