// What teammates say to each other about a person or a group, the oldest first, as it was said.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';

import { mergeableOf } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { writeComment } from '../../../src-shared/records/intents/comments.ts';
import { useDraft } from '../../data/use-draft.ts';
import { commentsOn } from '../../data/queries/happened.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useMergedIds } from '../../data/use-merged.ts';
import { useRecords } from '../../data/use-records.ts';
import { Unbroken } from '../../ui/broken.tsx';
import { Section } from '../../ui/section.tsx';
import { Comment } from './comment.tsx';
import { CommentField } from './comment-field.tsx';
import { FollowBell } from './follow-bell.tsx';

const pageSize = 50;

export function Comments({ doc }: { doc: RecordDoc }) {
  const [limit, setLimit] = useState(pageSize);
  const ids = useMergedIds([doc.id], mergeableOf(doc)).get(doc.id) ?? [];
  const found = useRecords(commentsOn(ids, limit)) ?? [];
  const comments = found.toReversed();
  const byId = new Map(comments.map((one) => [one.id as string, one]));
  const [answered, setAnswered] = useState<string>();
  return (
    <Section
      title={t`Comments`}
      isPrinted={false}
      action={<FollowBell doc={doc} comments={comments} />}
    >
      {found.length === limit && (
        <Button variant="subtle" size="xs" onClick={() => setLimit(limit + pageSize)}>
          <Trans>Show older</Trans>
        </Button>
      )}
      {comments.length > 0 && (
        <Stack
          gap="sm"
          mb="sm"
          component="ol"
          p={0}
          style={{ listStyle: 'none' }}
          aria-label={plural(comments.length, { one: '# comment', other: '# comments' })}
        >
          {comments.map((one, at) => {
            const replyTo = one.fields['replyTo'];
            const isAbove = comments[at - 1]?.id === replyTo;
            return (
              <Unbroken key={one.id} of={one}>
                <Comment
                  comment={one}
                  answers={typeof replyTo === 'string' && !isAbove ? byId.get(replyTo) : undefined}
                  onAnswer={() => setAnswered(one.id)}
                />
              </Unbroken>
            );
          })}
        </Stack>
      )}
      <Write
        key={answered ?? ''}
        doc={doc}
        answered={answered === undefined ? undefined : byId.get(answered)}
        onDone={() => setAnswered(undefined)}
      />
    </Section>
  );
}

type WriteProps = { doc: RecordDoc; answered: RecordDoc | undefined; onDone: () => void };

function Write({ doc, answered, onDone }: WriteProps) {
  const run = useCommand();
  const [text, setText] = useDraft(`comment on ${doc.id} ${answered?.id ?? ''}`.trim());
  const isAnswer = answered !== undefined;
  return (
    <CommentField
      label={isAnswer ? t`Answer` : t`Comment for the team`}
      text={text}
      onText={setText}
      isPrivate={doc.scope === 'private'}
      send={isAnswer ? t`Answer` : t`Comment`}
      isFirst={isAnswer}
      {...(isAnswer ? { onCancel: onDone } : {})}
      onSend={(mentions) => {
        const command = writeComment({
          on: doc.id,
          text,
          when: Date.now(),
          replyTo: answered?.id,
          mentions,
        });
        void run(command, { quiet: true }).then((done) => {
          if (done === undefined) return;
          setText('');
          onDone();
        });
      }}
    />
  );
}
