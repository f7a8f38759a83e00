// Moments, one below the other, each with whom it was.

import { Stack } from '@mantine/core';

import { peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { Unbroken } from '../../../ui/broken.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { Moment } from './moment.tsx';

type Props = {
  moments: readonly RecordDoc[];
  people: ReadonlyMap<string, RecordDoc>;
  /** Whose page it is, under all their ids: of the others it is said that they were there. */
  own: readonly string[];
};

/** What was written down just now is not ahead of a clock that is read each minute. */
const slack = 60_000;

export function MomentList({ moments, people, own }: Props) {
  const now = useNow();
  return (
    <Stack gap="sm" mt="md" component="ol" p={0} style={{ listStyle: 'none' }}>
      {moments.map((moment) => (
        <Unbroken key={moment.id} of={moment}>
          <Moment
            moment={moment}
            people={peopleOfMoment(moment).map((id) => ({ id, name: people.get(id)?.name ?? '' }))}
            isAhead={moment.at > now + slack}
            others={peopleOfMoment(moment).flatMap((id) =>
              own.includes(id) ? [] : (people.get(id) ?? []),
            )}
          />
        </Unbroken>
      ))}
    </Stack>
  );
}
