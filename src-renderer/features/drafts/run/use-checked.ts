// Whether one person may be written to for a purpose, live.

import { useEffect, useState } from 'react';

import type { Purpose } from '../../../../src-shared/domain/permission.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Check } from '../../../../src-shared/drafts/check-run.ts';
import { useGathering } from './use-gathering.ts';

/** Undefined while it is looked up. */
export function useChecked(person: RecordDoc, purpose: Purpose): Check | undefined {
  const gather = useGathering({ channel: 'mail', purpose });
  const [state, setState] = useState<{ purpose: Purpose; check: Check | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    void gather?.([person.id]).then((found) => {
      if (isCurrent) setState({ purpose, check: found.get(person.id)?.check });
    });
    return () => {
      isCurrent = false;
    };
    // Read again whenever the person changes.
  }, [gather, person, purpose]);
  return state?.purpose === purpose ? state.check : undefined;
}
