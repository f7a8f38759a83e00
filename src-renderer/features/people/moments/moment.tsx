// One moment on a timeline: what it was, when, with whom, and its words.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Badge, Text } from '@mantine/core';
import { Fragment, useState } from 'react';

import { directions, momentKindOf, moods } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useNameOf } from '../../../data/team-rest.tsx';
import { OwnEdits, OwnLine } from '../../../fields/own-of-part.tsx';
import { labelOf } from '../../../kinds/kinds.ts';
import { personPath } from '../../../kinds/person.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { WhenText } from '../../../ui/when.tsx';
import { MailParts } from './mail-parts.tsx';
import { codeWords } from '../../../words/value-words.ts';
import { MarkedText } from './marked-text.tsx';
import { MomentActs } from './moment-acts.tsx';
import { MomentEditor } from './moment-editor.tsx';
import { momentTitle } from '../../../kinds/moment-title.ts';
import type { Named } from './people-picker.tsx';

type MomentProps = {
  moment: RecordDoc;
  people: readonly Named[];
  /** Those among them whose page this is not. */
  others: readonly RecordDoc[];
  /** It is still to come. */
  isAhead: boolean;
};

export function Moment({ moment, people, others, isAhead }: MomentProps) {
  const nameOf = useNameOf();
  const [isEditing, setEditing] = useState(false);
  const title = momentTitle(moment);
  const kind = momentKindOf(moment);
  const source = moment.fields['source'];
  return (
    <li>
      <div className="moment">
        <Badge variant="light" tt="none" miw={78}>
          {labelOf(kind)}
        </Badge>
        <div className="moment-body">
          <Text size="xs" className="dim">
            <WhenText at={moment.at} />
            {isAhead && ` · ${t`still to come`}`} · {nameOf(moment.origin)}
            {others.length > 0 && (
              <>
                {' · '}
                <Trans>
                  with <Names people={others} />
                </Trans>
              </>
            )}
          </Text>
          {title !== '' && (
            <Text size="sm" fw={600} dir="auto">
              {title}
            </Text>
          )}
          {typeof source === 'string' && /^https?:/.test(source) && URL.canParse(source) && (
            <Anchor href={source} target="_blank" rel="noopener noreferrer" size="xs">
              {new URL(source).hostname}
            </Anchor>
          )}
          {isEditing ? (
            <>
              <MomentEditor moment={moment} people={people} onClose={() => setEditing(false)} />
              <OwnEdits doc={moment} />
            </>
          ) : (
            <Said moment={moment} />
          )}
        </div>
        <MomentActs moment={moment} isEditing={isEditing} setEditing={setEditing} />
      </div>
    </li>
  );
}

const Said = ({ moment }: { moment: RecordDoc }) => (
  <>
    <MarkedText moment={moment} />
    <CameOf moment={moment} />
    <MailParts moment={moment} />
    <OwnLine doc={moment} />
  </>
);

/** Whose turn it was, what came of it, and how it was. */
function CameOf({ moment: { fields, kind } }: { moment: RecordDoc }) {
  const { outcome, topic, title, minutes } = fields;
  const way = directions.find((one) => one === fields['direction']);
  const felt = moods.find((one) => one === fields['mood']);
  // Without a title it is called by its topic.
  const isTitled = typeof title === 'string' && title !== '';
  const said = [
    isTitled && typeof topic === 'string' && topic !== '' ? t`Topic: ${topic}` : '',
    way === undefined ? '' : codeWords(kind, 'direction', way),
    typeof minutes === 'number' ? plural(minutes, { one: '# minute', other: '# minutes' }) : '',
    typeof outcome === 'string' && outcome !== '' ? t`Outcome: ${outcome}` : '',
    felt === undefined ? '' : t`Mood: ${codeWords(kind, 'mood', felt)}`,
  ].filter((part) => part !== '');
  if (said.length === 0) return null;
  return (
    <Text size="sm" className="dim" dir="auto" style={{ overflowWrap: 'anywhere' }}>
      {said.join(' · ')}
    </Text>
  );
}

const Names = ({ people }: { people: readonly RecordDoc[] }) =>
  people.map((person, at) => (
    <Fragment key={person.id}>
      {at > 0 && ', '}
      <Anchor href={`#${personPath(person.id)}`} inherit underline="always" dir="auto">
        {nameOrNone(person)}
      </Anchor>
    </Fragment>
  ));
