// What is known of many people, read in slices between which the page can move: what their
// drafts are filled in with, and whether they may be written to.

import { useCallback, useEffect, useRef } from 'react';

import { type Policy, policyOf } from '../../../../src-shared/care/policy.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { type Check, checkDraft } from '../../../../src-shared/drafts/check-run.ts';
import type { Run } from '../../../../src-shared/drafts/run.ts';
import type { FactValues } from '../../../../src-shared/query/answers.ts';
import { useHost } from '../../../data/host-context.tsx';
import { peopleNow, readAround } from '../../../data/people-around.ts';
import { usePolicyRecord } from '../../../data/use-policy.ts';
import { useReadRecords } from '../../../data/use-read-records.ts';
import { dayOf } from '../../../ui/day.ts';
import { useValuesOf, type Values } from '../use-draft-values.ts';

/** Of one draft: whom it is to by now, what stands in its places, what is against it. */
export type Gathered = { person?: RecordDoc; values: Values; check: Check };

const sliceSize = 60;
const nothing: Values = () => undefined;

/**
 * By the ids that are asked for. `onSlice` hears how many there are so far, and says whether to
 * go on.
 */
export type Gather = (
  ids: readonly string[],
  onSlice?: (done: number) => boolean,
) => Promise<Map<string, Gathered>>;

/** Undefined until the rules of the team are known. */
export function useGathering({
  channel,
  purpose,
}: Pick<Run, 'channel' | 'purpose'>): Gather | undefined {
  const { host } = useHost();
  const readRecords = useReadRecords();
  const record = usePolicyRecord();
  const policy = record === undefined ? '' : JSON.stringify(policyOf(record));
  const valuesOf = useValuesOf();
  const latest = useRef(valuesOf);
  useEffect(() => {
    latest.current = valuesOf;
  });
  const gather = useCallback<Gather>(
    async (ids, onSlice) => {
      const rules = JSON.parse(policy) as Policy;
      const read: Parameters<typeof peopleNow>[1] = async (query) => {
        const found = query === undefined ? undefined : await readRecords(query);
        return found?.ok === true ? found.value : [];
      };
      const gathered = new Map<string, Gathered>();
      for (let from = 0; from < ids.length; from += sliceSize) {
        const some = ids.slice(from, from + sliceSize);
        const people = await peopleNow(some, read);
        const keepers = [...new Set([...people.values()].map(({ id }) => id as string))];
        const facts = await host.request('view.facts', { ids: keepers });
        const now = Date.now();
        const today = dayOf(now);
        const around = await readAround([...people.values()], { now, today }, read);
        for (const id of some) {
          const person = people.get(id);
          const check = checkDraft(person, {
            channel,
            purpose,
            policy: rules,
            now,
            today,
            ...around.forCheck,
          });
          const rest = person === undefined ? undefined : around.restOf(person);
          gathered.set(id, {
            ...(person === undefined ? {} : { person }),
            check,
            values:
              person === undefined || rest === undefined
                ? nothing
                : latest.current(person, {
                    ...rest,
                    lastTalk: lastTalkOf(facts.ok ? facts.value : {}, person.id),
                    now,
                  }),
          });
        }
        if (onSlice?.(gathered.size) === false) break;
      }
      return gathered;
    },
    [host, readRecords, channel, purpose, policy],
  );
  return policy === '' ? undefined : gather;
}

const lastTalkOf = (facts: FactValues, id: string): unknown => facts[id]?.['lastContact.at'];
