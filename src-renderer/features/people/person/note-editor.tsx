// The rich note. What is typed goes to the host a moment later and at the latest on
// leaving; what others write flows in while it is open. What could not be saved is
// kept and sent again until it is.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useMemo, useRef } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { edit, typeIntoNote } from '../../../../src-shared/records/intents/edits.ts';
import { noteText } from '../../../../src-shared/records/note.ts';
import { canBeEdited } from '../../../../src-shared/records/note-shape.ts';
import { type NoteSession, openNote } from '../../../../src-shared/records/note-session.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useHost } from '../../../data/host-context.tsx';
import { useTeammatesAt, useTeamNet } from '../../../data/team-net.tsx';
import { openNoteRoom } from '../../../net/note-room.ts';
import { Section } from '../../../ui/section.tsx';

const pauseMs = 400;
/** While a teammate has the same note open. */
const togetherMs = 60;
const retryMs = 8_000;

type Props = { doc: RecordDoc; collection?: 'people' | 'groups' };

export function NoteEditor(props: Props) {
  const { doc } = props;
  const text = useMemo(() => unknownNote(doc), [doc]);
  return text === undefined ? <OpenEditor {...props} /> : <OnlyRead text={text} />;
}

/** The words of a note that the editor would take something out of. */
function unknownNote(doc: RecordDoc): string | undefined {
  const session = openNote(doc, () => undefined);
  try {
    return canBeEdited(session.fragment) ? undefined : noteText(session.fragment);
  } catch {
    // Nested too deeply to be read.
    return doc.note;
  } finally {
    session.close();
  }
}

/** Of a later version, or damaged: the editor would take out what it does not know. */
const OnlyRead = ({ text }: { text: string }) => (
  <Section title={t`Note`}>
    <Text size="sm" className="dim" mb="xs">
      <Trans>
        Something in this note is of a later version of Rapport. It is kept and shown as plain text:
        update Rapport to edit it.
      </Trans>
    </Text>
    <Text style={{ whiteSpace: 'pre-wrap' }} dir="auto">
      {text}
    </Text>
  </Section>
);

function OpenEditor({ doc, collection = 'people' }: Props) {
  const path = `/${collection}/${doc.id}`;
  const isTogether = useTeammatesAt(path).length > 0;
  const session = useNoteSession(doc, collection, isTogether ? togetherMs : pauseMs);
  const { room, user } = useNoteRoom(session, path, isTogether && doc.scope === 'team');
  const editor = useEditor(
    {
      extensions: [
        StarterKit.configure({ undoRedo: false, link: false }),
        Collaboration.configure({ fragment: session.fragment }),
        CollaborationCaret.configure({ provider: room, user }),
      ],
      editorProps: {
        attributes: {
          'aria-label': t`Note`,
          role: 'textbox',
          'aria-multiline': 'true',
          dir: 'auto',
        },
      },
    },
    [session],
  );
  return (
    <Section title={t`Note`} isPrinted={doc.note !== ''}>
      <div className="note">
        {doc.note === '' && (
          <span className="note-hint dim" aria-hidden>
            <Trans>Click here to write a note.</Trans>
          </span>
        )}
        <RichTextEditor editor={editor} labels={toolWords()}>
          <RichTextEditor.Content />
          <RichTextEditor.Toolbar>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Bold />
              <RichTextEditor.Italic />
              <RichTextEditor.Strikethrough />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.H3 />
              <RichTextEditor.BulletList />
              <RichTextEditor.OrderedList />
              <RichTextEditor.Blockquote />
            </RichTextEditor.ControlsGroup>
          </RichTextEditor.Toolbar>
        </RichTextEditor>
      </div>
    </Section>
  );
}

const toolWords = () => ({
  boldControlLabel: t`Bold`,
  italicControlLabel: t`Italic`,
  strikeControlLabel: t`Strikethrough`,
  h3ControlLabel: t`Heading`,
  bulletListControlLabel: t`Bullet list`,
  orderedListControlLabel: t`Numbered list`,
  blockquoteControlLabel: t`Quotation`,
});

/** Joins the note's room while a teammate is on the same page, and shows their cursors. */
function useNoteRoom(session: NoteSession, path: string, isTogether: boolean) {
  const { host } = useHost();
  const { config } = useTeamNet();
  const room = useMemo(() => openNoteRoom(session.doc), [session]);
  useEffect(() => {
    if (config === undefined || !isTogether) return undefined;
    return room.join(config, path, host);
  }, [config, isTogether, room, path, host]);
  useEffect(() => room.close, [room]);
  const user = { name: config?.memberName ?? '', color: config?.colour ?? '#888888' };
  return { room, user };
}

/** One session for as long as the record is shown; every change of it is taken over. */
function useNoteSession(
  doc: RecordDoc,
  collection: 'people' | 'groups',
  pause: number,
): NoteSession {
  const run = useCommand();
  const wait = useRef(pause);
  useEffect(() => {
    wait.current = pause;
  }, [pause]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef<() => void>(() => undefined);
  const session = useMemo(
    () =>
      openNote(doc, () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => sent.current(), wait.current);
      }),
    // A session belongs to a record, not to one state of it.
    // oxlint-disable-next-line react/exhaustive-deps
    [doc.id],
  );
  useEffect(() => {
    const ref = { collection, id: doc.id };
    let unsaved: string[] = [];
    const send = async (): Promise<void> => {
      const update = session.take();
      const updates = update === undefined ? unsaved : [...unsaved, update];
      if (updates.length === 0) return;
      unsaved = [];
      const changes = updates.map((one) => typeIntoNote(ref, one));
      if ((await run(edit(...changes), { quiet: true })) !== undefined) return;
      unsaved = [...updates, ...unsaved];
      setTimeout(() => void send(), retryMs);
    };
    sent.current = () => void send();
  }, [session, run, collection, doc.id]);
  useEffect(() => session.accept(doc), [session, doc]);
  useEffect(() => {
    const leave = () => sent.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      clearTimeout(timer.current);
      leave();
    };
  }, [session]);
  return session;
}
