// Values that are there in a field, as the host finds them while one is typed.

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';

import type { SuggestedValue } from '../../src-shared/query/suggest.ts';
import type { View } from '../../src-shared/query/view.ts';
import { asked } from './asking-views.ts';
import { useHost } from './host-context.tsx';

const calmMs = 120;
const most = 12;
const none: readonly SuggestedValue[] = [];

/** Those of the last answer stay until the next; nothing is asked while they are not wanted. */
export function useFieldValues(
  view: View,
  field: string,
  text: string,
  isWanted: boolean,
): readonly SuggestedValue[] {
  const { host } = useHost();
  const [calm] = useDebouncedValue(text, calmMs);
  const question = isWanted ? JSON.stringify({ view, field, text: calm }) : '';
  const [values, setValues] = useState(none);
  useEffect(() => {
    if (question === '') return undefined;
    let isCurrent = true;
    const { view: of, ...what } = JSON.parse(question) as {
      view: View;
      field: string;
      text: string;
    };
    void host.request('view.values', { ...asked(of), ...what, limit: most }).then((answer) => {
      if (isCurrent) setValues(answer.ok ? answer.value.values : none);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, question]);
  return isWanted ? values : none;
}
