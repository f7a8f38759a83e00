// A value in a text field: saved on leaving or Enter, put back by
// Escape. What was typed stays in the field when it is not saved, and is saved when the
// page is left by a key, the Back button or a reload, which end no focus. What is not understood is
// said below it and waits, also while another page is looked at.

import { Trans } from '@lingui/react/macro';
import { Anchor, TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import { announce } from '../data/announce.ts';
import { saving } from '../data/saving.ts';
import { keepDraft, keptDraft } from '../data/use-draft.ts';
import { useLeaving, useWaiting } from './in-place.tsx';

/** Why a text is not understood, and whether it can be kept all the same. */
export type NotUnderstood = { problem: string; canKeep: boolean };

/** Saved, not saved (which was said), or not understood. `understood`: what else to say of it. */
export type Saved = boolean | NotUnderstood | { understood: string };

export const isSaved = (saved: Saved): boolean => saved !== false && whyNot(saved) === undefined;

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'onSubmit' | 'error'> & {
  value: string;
  /** `asWritten`: it is to be kept although it was not understood. */
  onSave: (value: string, asWritten: boolean) => Promise<Saved>;
  /** Where a text waits that was not understood, when its page is left. */
  draftOf?: string;
};

export function TextEdit({ value, onSave, draftOf = '', description, ...rest }: Props) {
  const { draft, type, leave, save, saved } = useTextEdit({ value, onSave, draftOf });
  const leaveEditor = useLeaving();
  useWaiting(draft !== undefined);
  const keep = (): void => {
    leaveEditor?.();
    void save(true);
  };
  const entered = useRef<HTMLInputElement>(null);
  const saveLeft = async (): Promise<void> => {
    const field = entered.current;
    entered.current = null;
    // By Enter: the focus goes back to what waits.
    if (!(await save(false)) && document.activeElement === document.body) field?.focus();
  };
  return (
    <TextInput
      size="sm"
      dir="auto"
      {...rest}
      description={saved ?? description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...(draft?.why === undefined ? {} : { error: <Problem {...draft.why} onKeep={keep} /> })}
      value={draft?.text ?? value}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => void saveLeft()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          entered.current = event.currentTarget;
          event.currentTarget.blur();
        }
        if (event.key === 'Escape') leave();
      }}
    />
  );
}

/** Said below a field. */
export const Problem = ({ problem, canKeep, onKeep }: NotUnderstood & { onKeep: () => void }) => (
  <>
    {problem}{' '}
    {canKeep && (
      <Anchor component="button" type="button" size="xs" onClick={onKeep}>
        <Trans>Keep it as I wrote it</Trans>
      </Anchor>
    )}
  </>
);

type Draft = { text: string; why?: NotUnderstood };

function useTextEdit({
  value,
  onSave,
  draftOf,
}: Pick<Props, 'value' | 'onSave'> & { draftOf: string }) {
  const [draft, setDraft] = useState(() => waiting(draftOf));
  const [saved, setSaved] = useState<string>();
  const unsaved = useRef<() => void>(() => undefined);
  const isChanged = draft !== undefined && draft.why === undefined && draft.text.trim() !== value;

  /** False where the text still waits. */
  const save = async (asWritten: boolean): Promise<boolean> => {
    if (draft === undefined) return true;
    if (draft.why !== undefined && !asWritten) return false;
    if (!isChanged && !asWritten) {
      setDraft(undefined);
      return true;
    }
    const outcome = await saving(onSave(draft.text.trim(), asWritten));
    if (outcome === false) return false;
    const why = whyNot(outcome);
    setAside(draftOf, draft.text, why);
    if (why !== undefined) announce(why.problem);
    setSaved(
      typeof outcome === 'object' && 'understood' in outcome ? outcome.understood : undefined,
    );
    // What was typed while it was being saved stays.
    setDraft((now) => (now !== draft ? now : why === undefined ? undefined : { ...draft, why }));
    return why === undefined;
  };
  useEffect(() => {
    unsaved.current = () => {
      if (draft === undefined || !isChanged) return;
      void saving(onSave(draft.text.trim(), false)).then((outcome) =>
        setAside(draftOf, draft.text, whyNot(outcome)),
      );
    };
  });
  useEffect(() => {
    const leave = (): void => unsaved.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    draft,
    save,
    saved,
    type: (text: string): void => {
      setAside(draftOf, '', undefined);
      setSaved(undefined);
      setDraft({ text });
    },
    leave: (): void => {
      unsaved.current = () => undefined;
      setAside(draftOf, '', undefined);
      setDraft(undefined);
    },
  };
}

const whyNot = (outcome: Saved): NotUnderstood | undefined =>
  typeof outcome === 'object' && 'problem' in outcome ? outcome : undefined;

function setAside(draftOf: string, text: string, why: NotUnderstood | undefined): void {
  if (draftOf !== '') keepDraft(draftOf, why === undefined ? '' : JSON.stringify({ text, why }));
}

function waiting(draftOf: string): Draft | undefined {
  const kept = draftOf === '' ? '' : keptDraft(draftOf);
  return kept === '' ? undefined : (JSON.parse(kept) as Draft);
}
