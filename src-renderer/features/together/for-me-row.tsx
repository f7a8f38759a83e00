// One comment that is for the reader: why, about whom, its words, and what can be done with it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { writeComment } from '../../../src-shared/records/intents/comments.ts';
import type { ForMe } from '../../../src-shared/together/for-me.ts';
import { useDraft } from '../../data/use-draft.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { pathOf } from '../../kinds/kinds.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates, WhenText } from '../../ui/when.tsx';
import { CommentField } from './comment-field.tsx';
import { reasonWords } from './for-me-words.ts';

type Props = {
  entry: ForMe;
  comment: RecordDoc;
  /** What it is about; undefined where that is not here any more. */
  about: RecordDoc | undefined;
  isActive: boolean;
  isAnswering: boolean;
  onAnswer: (isAnswering: boolean) => void;
  onDone: () => void;
  onLater: () => void;
  onReopen: () => void;
};

export function ForMeRow(props: Props) {
  const { entry, comment, about, isActive, isAnswering } = props;
  const nameOf = useNameOf();
  const who = nameOf(comment.origin);
  const why = reasonWords(entry.why, who);
  const name = about === undefined ? '' : nameOrNone(about);
  return (
    <li
      className="for-me-row"
      data-active={isActive || undefined}
      aria-current={isActive || undefined}
      id={`for-me-${entry.id}`}
    >
      <Text size="sm">
        {why}
        {about !== undefined && (
          <>
            {': '}
            <Anchor href={`#${pathOf(about)}`} underline="always" dir="auto" inherit>
              {name}
            </Anchor>
          </>
        )}{' '}
        <Text span size="xs" className="dim">
          <WhenText at={entry.at} withTime />
        </Text>
      </Text>
      <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {comment.note}
      </Text>
      <Resolved entry={entry} />
      {isAnswering ? (
        <Answer entry={entry} comment={comment} onEnd={() => props.onAnswer(false)} />
      ) : (
        <Group gap={6} mt={4}>
          <Button size="compact-xs" variant="light" onClick={() => props.onAnswer(true)}>
            <Trans>Answer</Trans>
          </Button>
          {entry.state === 'open' ? (
            <>
              <Button size="compact-xs" variant="default" onClick={props.onDone}>
                <Trans>Done</Trans>
              </Button>
              <Button size="compact-xs" variant="default" onClick={props.onLater}>
                <Trans>Tomorrow</Trans>
              </Button>
            </>
          ) : (
            <Button size="compact-xs" variant="default" onClick={props.onReopen}>
              <Trans>Back to what is open</Trans>
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

/** Somebody else has taken care of it, or it was put off. */
function Resolved({ entry }: { entry: ForMe }) {
  const nameOf = useNameOf();
  const { date } = useDates();
  const { answeredBy, until, state } = entry;
  if (state === 'later' && until !== undefined)
    return (
      <Text size="xs" className="dim">
        <Trans>Put off until {date(until)}</Trans>
      </Text>
    );
  if (answeredBy === undefined) return null;
  const name = nameOf(answeredBy);
  return (
    <Text size="xs" className="dim">
      <Trans>
        <bdi>{name}</bdi> wrote after that on {date(answeredBy.at)}.
      </Trans>
    </Text>
  );
}

function Answer({
  entry,
  comment,
  onEnd,
}: Pick<Props, 'entry' | 'comment'> & { onEnd: () => void }) {
  const run = useCommand();
  const [text, setText] = useDraft(`comment on ${entry.on} ${entry.id}`);
  return (
    <CommentField
      label={t`Answer`}
      text={text}
      onText={setText}
      isPrivate={comment.scope === 'private'}
      send={t`Answer`}
      isFirst
      onCancel={onEnd}
      onSend={(mentions) => {
        const command = writeComment({
          on: entry.on,
          text,
          when: Date.now(),
          replyTo: entry.id,
          mentions,
        });
        void run(command).then((done) => {
          if (done === undefined) return;
          setText('');
          onEnd();
        });
      }}
    />
  );
}
