// How often the team has written or called within thirty days, and who; opens to each of them.

import { plural, t } from '@lingui/core/macro';
import { Anchor, Popover, Text } from '@mantine/core';

import { outreachOf } from '../../../../src-shared/care/budget.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { momentsOf } from '../../../data/queries/happened.ts';
import { useNameOf } from '../../../data/team-rest.tsx';
import { useMergedIds } from '../../../data/use-merged.ts';
import { usePolicy } from '../../../data/use-policy.ts';
import { useRecords } from '../../../data/use-records.ts';
import { kindLabel } from '../../../kinds/kinds.ts';
import { useNow } from '../../../ui/use-now.ts';
import { WhenText } from '../../../ui/when.tsx';
import { listWords } from '../../../words/in-language.ts';

/** Nobody is written to more often in a month. */
const mostRead = 200;

export function ContactBudget({ doc }: { doc: RecordDoc }) {
  const now = useNow();
  const nameOf = useNameOf();
  const { budget } = usePolicy();
  const ids = useMergedIds([doc.id]).get(doc.id) ?? [];
  // The time here is at most a minute old: what was written down since counts, too.
  const found = outreachOf(useRecords(momentsOf(ids, mostRead)) ?? [], now + 60_000);
  if (found.length === 0) return null;
  const names = listWords([...new Set(found.map(({ origin }) => nameOf(origin)))]);
  const count = found.length;
  const isEnough = count >= budget;
  return (
    <Text size="sm" className="dim" mt={-10} data-screen>
      <Popover position="bottom-start" withArrow>
        <Popover.Target>
          <Anchor component="button" type="button" inherit {...(isEnough ? { c: 'orange.9' } : {})}>
            {plural(count, {
              one: `# contact by us in 30 days, of ${budget} (${names})`,
              other: `# contacts by us in 30 days, of ${budget} (${names})`,
            })}
          </Anchor>
        </Popover.Target>
        <Popover.Dropdown>
          <ul className="plain-list" aria-label={t`Contacts by us in 30 days`}>
            {found.map((moment) => (
              <li key={moment.id}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  <WhenText at={moment.at} /> · {kindLabel(moment)} · {nameOf(moment.origin)}:{' '}
                  <bdi>{moment.name}</bdi>
                </Text>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
      {isEnough && (
        <>
          {' · '}
          {budget === 0 ? t`Only when they ask` : t`Enough for now`}
        </>
      )}
    </Text>
  );
}
