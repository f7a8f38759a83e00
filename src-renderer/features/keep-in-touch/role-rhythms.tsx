// How often, in each role that somebody has now: what a role asks for holds while it lasts.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { dayOfTime } from '../../../src-shared/query/calendar.ts';
import { isCurrentRole } from '../../../src-shared/query/links.ts';
import { readerZone } from '../../data/asking-views.ts';
import { tiesOf } from '../../data/queries/ties.ts';
import { textOf } from '../../data/text-of.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { useRecords, useRecordsById } from '../../data/use-records.ts';
import { Unbroken } from '../../ui/broken.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useNow } from '../../ui/use-now.ts';
import { everySaid } from '../../words/every-words.ts';
import { RhythmForm } from './rhythm-form.tsx';

export function RoleRhythms({ doc }: { doc: RecordDoc }) {
  const ids = useMergedIds([doc.id]).get(doc.id) ?? [];
  const today = dayOfTime(useNow(), readerZone());
  const roles = (useRecords(tiesOf(ids)) ?? []).filter(
    (tie) => ids.includes(textOf(tie, 'from')) && isCurrentRole(tie, today),
  );
  const groups = useRecordsById(
    'groups',
    roles.map((role) => textOf(role, 'to')),
  );
  return roles.map((role) => {
    const group = groups.get(textOf(role, 'to'));
    if (group === undefined) return null;
    const { rhythm } = role.fields;
    const [title, name] = [textOf(role, 'title'), nameOrNone(group)];
    return (
      <Unbroken key={role.id} of={role}>
        <InPlace
          label={title === '' ? t`As somebody at ${name}` : t`As ${title} at ${name}`}
          shown={typeof rhythm === 'string' ? everySaid(rhythm) : null}
        >
          {(done) => <RhythmForm doc={role} onDone={done} />}
        </InPlace>
      </Unbroken>
    );
  });
}
